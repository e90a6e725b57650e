"""A dozen kinds of students, each trained for a short while on a part of a real data set, so that accuracy means
something. Trained weights are kept, so that whatever is done with a student next starts at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_model, save_model
from torch import nn

from kdstudio.core.recipe import DataSpec, Recipe
from kdstudio.engine import tasks
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.models.registry import build
from kdstudio.engine.progress import Silent
from kdstudio.engine.tasks import Task

TRAIN, VALIDATION, TEST = 8000, 2000, 2000


@dataclass(frozen=True)
class Student:
    """An architecture and how it is trained; ``size`` is the side of its images, 0 for texts."""

    architecture: str
    params: dict[str, Any] = field(default_factory=dict)
    rate: float = 3e-3
    steps: int = 200
    size: int = 28


STUDENTS: dict[str, Student] = {
    "MLP 1200-1200": Student("mlp", rate=1e-3),
    "ResNet-8": Student("resnet8"),
    "VGG-8": Student("vgg8", rate=1e-3),
    "ResNet-8x4": Student("resnet8x4"),
    "ResNet-20": Student("resnet20"),
    "ResNet-56": Student("resnet56", steps=100),
    "MobileNetV2": Student("mobilenetv2-small", steps=800),
    "ShuffleNetV2": Student("shufflenetv2-small"),
    "EfficientNet": Student("hf-efficientnet", {"width": 0.5, "depth": 0.5, "dropout": 0.0}, steps=400, size=64),
    "EfficientNet-B0": Student("hf-efficientnet", {"width": 1.0, "depth": 1.0, "dropout": 0.0}, steps=300, size=96),
    "EfficientNet-Lite": Student("efficientnet-lite", {"width": 0.5, "depth": 0.5, "dropout": 0.0}, steps=400, size=64),
    "ConvNeXt": Student("hf-convnext", {"widths": (32, 64, 128, 192), "depths": (1, 1, 2, 1)}, 1e-3, 300, size=64),
    "MobileViT": Student("hf-mobilevit", {"size": "xxs", "dropout": 0.0}, 1e-3, steps=300, size=64),
    "ViT": Student("hf-vit", {"layers": 4}, 1e-3, steps=1600),
    "BERT": Student("text-encoder", {"layers": 4, "width": 256, "heads": 4, "feed_forward": 1024}, 5e-4, 250, size=0),
}


@dataclass(frozen=True)
class Trained:
    """A student with the data it was trained on."""

    module: nn.Module
    task: Task
    data: Dataset


def _cut(examples: Examples, count: int) -> Examples:
    """An even choice of the examples."""
    index = np.random.default_rng(0).permutation(len(examples))[:count]
    rows = index if examples.rows is None else examples.rows[index]
    ids = [examples.ids[i] for i in index]
    return Examples(examples.arrays, examples.labels[index], ids, rows)


def _load(student: Student, folder: Path, cache: Path) -> tuple[Task, Dataset]:
    """Part of a real data set: ``mnist`` (IDX files) or ``package_sections`` (tables), below ``folder``."""
    task = tasks.get("image-classification" if student.size else "text-classification")
    spec = DataSpec(path=str(folder / ("mnist" if student.size else "package_sections")), image_size=student.size)
    data = task.load(Recipe(task=task.kind, data=spec), cache, Silent())
    parts = {"train": TRAIN, "validation": VALIDATION, "test": TEST}
    return task, replace(data, **{name: _cut(data.split(name), count) for name, count in parts.items()})


def trained(name: str, folder: Path, kept: Path, factor: float = 1.0) -> Trained:
    """A student by its name, from the weights in ``kept`` where there are any, otherwise trained and kept.

    ``folder`` holds the data; ``factor`` multiplies the steps of training.
    """
    student = STUDENTS[name]
    task, data = _load(student, folder, kept / "data")
    torch.manual_seed(0)
    module = build(student.architecture, student.params, data.input, len(data.labels))
    weights = kept / f"{name}-{student.steps * factor:.0f}.safetensors"
    if weights.exists():
        load_model(module, weights)
    else:
        _train(module, task, data, student.rate, int(student.steps * factor))
        save_model(module, str(weights))
    return Trained(module.eval(), task, data)


def _train(module: nn.Module, task: Task, data: Dataset, rate: float, steps: int) -> None:
    """AdamW with a linear fall of the learning rate."""
    optimizer = torch.optim.AdamW(module.parameters(), rate, weight_decay=0.01)
    fall = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.02, steps)
    generator = np.random.default_rng(0)
    module.train()
    for _ in range(steps):
        index = generator.integers(0, len(data.train), 64)
        batch = task.batch(data.train, index, data.input, None)
        loss = nn.functional.cross_entropy(module(**batch), torch.from_numpy(data.train.labels[index]))
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(module.parameters(), 1.0)
        optimizer.step()
        fall.step()
