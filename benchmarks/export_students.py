"""Export eight kinds of students and hold every file to the bars. Prints one Markdown table.

    python -m benchmarks.export_students --data DATA_FOLDER [--only resnet8x4 bert] [--steps 250]

DATA_FOLDER holds ``mnist`` (IDX files) and ``package_sections``. Each student is trained for a short while on a part
of the data, so that its accuracy means something; figures are ratios from one process.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from kdstudio.core.recipe import DataSpec, ExportSpec, Recipe
from kdstudio.engine import tasks
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.models.registry import build
from kdstudio.engine.progress import Silent
from kdstudio.export.feeds import feed
from kdstudio.export.measure import latency
from kdstudio.export.pipeline import ExportResult, export

TRAIN, VALIDATION, TEST = 8000, 2000, 2000


class Classifier(nn.Module):
    """A transformers model with the calling convention of the registry."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, **inputs: Tensor) -> Tensor:
        logits: Tensor = self.model(**inputs).logits
        return logits


def _efficientnet(data: Dataset) -> nn.Module:
    from transformers import EfficientNetConfig, EfficientNetForImageClassification

    config = EfficientNetConfig(
        num_channels=data.input.channels,
        image_size=data.input.size,
        hidden_dim=1280,
        width_coefficient=0.5,
        depth_coefficient=0.5,
        num_labels=len(data.labels),
        dropout_rate=0.0,
        drop_connect_rate=0.0,
    )
    return Classifier(EfficientNetForImageClassification(config))


def _convnext(data: Dataset) -> nn.Module:
    from transformers import ConvNextConfig, ConvNextForImageClassification

    config = ConvNextConfig(
        num_channels=data.input.channels,
        image_size=data.input.size,
        patch_size=2,
        hidden_sizes=[32, 64, 128, 192],
        depths=[1, 1, 2, 1],
        num_labels=len(data.labels),
    )
    return Classifier(ConvNextForImageClassification(config))


def _vit(data: Dataset) -> nn.Module:
    from transformers import ViTConfig, ViTForImageClassification

    config = ViTConfig(
        num_channels=data.input.channels,
        image_size=data.input.size,
        patch_size=4,
        hidden_size=192,
        num_hidden_layers=4,
        num_attention_heads=3,
        intermediate_size=768,
        num_labels=len(data.labels),
    )
    return Classifier(ViTForImageClassification(config))


def _bert(data: Dataset) -> nn.Module:
    from transformers import BertConfig, BertForSequenceClassification

    config = BertConfig(
        vocab_size=data.input.vocabulary,
        hidden_size=256,
        num_hidden_layers=4,
        num_attention_heads=4,
        intermediate_size=1024,
        max_position_embeddings=data.input.max_length,
        num_labels=len(data.labels),
    )
    return Classifier(BertForSequenceClassification(config))


def _named(name: str, **params: Any) -> Callable[[Dataset], nn.Module]:
    return lambda data: build(name, params, data.input, len(data.labels))


STUDENTS: dict[str, tuple[str, Callable[[Dataset], nn.Module], float]] = {
    "mlp": ("image", _named("mlp"), 1e-3),
    "resnet8": ("image", _named("resnet8"), 3e-3),
    "resnet8x4": ("image", _named("resnet8x4"), 3e-3),
    "mobilenetv2": ("image", _named("mobilenetv2-small"), 3e-3),
    "shufflenetv2": ("image", _named("shufflenetv2-small"), 3e-3),
    "efficientnet": ("image", _efficientnet, 2e-3),
    "convnext": ("image", _convnext, 1e-3),
    "vit": ("image", _vit, 1e-3),
    "bert": ("text", _bert, 5e-4),
}


def _cut(examples: Examples, count: int) -> Examples:
    """An even choice of the examples."""
    index = np.random.default_rng(0).permutation(len(examples))[:count]
    rows = index if examples.rows is None else examples.rows[index]
    ids = [examples.ids[i] for i in index]
    return Examples(examples.arrays, examples.labels[index], ids, rows)


def load(kind: str, folder: Path, cache: Path) -> tuple[Any, Dataset]:
    """Part of a real data set."""
    task = tasks.get("image-classification" if kind == "image" else "text-classification")
    path = folder / ("mnist" if kind == "image" else "package_sections")
    data = task.load(Recipe(task=task.kind, data=DataSpec(path=str(path))), cache, Silent())
    parts = {"train": TRAIN, "validation": VALIDATION, "test": TEST}
    return task, replace(data, **{name: _cut(data.split(name), count) for name, count in parts.items()})


def train(module: nn.Module, task: Any, data: Dataset, rate: float, steps: int) -> nn.Module:
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
        loss.backward()
        nn.utils.clip_grad_norm_(module.parameters(), 1.0)
        optimizer.step()
        fall.step()
    return module.eval()


@dataclass(frozen=True)
class Outcome:
    """One student’s line."""

    name: str
    result: ExportResult
    speed: dict[str, float]
    seconds: float


def measure(name: str, module: nn.Module, task: Any, data: Dataset, folder: Path, spec: ExportSpec) -> Outcome:
    """Export, and time every file against FP32 at one thread."""
    start = time.perf_counter()
    result = export(module, task=task, dataset=data, spec=spec, folder=folder, lineage={}, reporter=Silent())
    seconds = time.perf_counter() - start
    one = feed(task, data.test, np.array([0]), data.input)
    times = latency({file.variant: (file.path, one) for file in result.files}, threads=1)
    return Outcome(name, result, {v: times["fp32"].median_ms / t.median_ms for v, t in times.items()}, seconds)


def lines(outcome: Outcome) -> list[str]:
    """The table’s rows of one student."""
    fp32 = outcome.result.files[0].check
    rows = []
    for file in outcome.result.files:
        check = file.check
        change = 100 * (check.accuracy["test"] - fp32.accuracy["test"])
        size = check.size_bytes
        share = "" if check.integer_share is None else f"{check.integer_share:.0%}"
        rows.append(
            f"| {outcome.name} | {check.variant} | {size / 1e6:.2f} | {size / fp32.size_bytes:.3f} "
            f"| {check.accuracy['test']:.2%} | {change:+.2f} | {check.agreement['test']:.2%} "
            f"| {check.agreement['validation']:.2%} / {check.precise_agreement or 1:.2%} | {share} "
            f"| {outcome.speed[check.variant]:.2f} | {' → '.join(check.steps)} |"
        )
    return rows


def main() -> None:
    """Train, export, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--only", nargs="*", choices=list(STUDENTS), default=list(STUDENTS))
    parser.add_argument("--steps", type=int, default=250)
    arguments = parser.parse_args()
    head = [
        "student",
        "file",
        "MB",
        "size÷FP32",
        "accuracy",
        "points",
        "agreement",
        "default/precise",
        "integer",
        "speed",
        "how",
    ]
    print("|", " | ".join(head), "|")
    print("|---|---|", "--:|" * 8, "---|", sep="")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name in arguments.only:
            kind, make, rate = STUDENTS[name]
            task, data = load(kind, arguments.data, place / "cache")
            torch.manual_seed(0)
            module = train(make(data), task, data, rate, arguments.steps)
            print(*lines(measure(name, module, task, data, place / name, ExportSpec())), sep="\n", flush=True)


if __name__ == "__main__":
    main()
