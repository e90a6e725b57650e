"""A third kind of task, points in a plane: it proves that the loop knows nothing of images and texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from kdstudio.core.health import Health
from kdstudio.core.inputs import ImageInput, InputSpec
from kdstudio.core.recipe import AugmentSpec, PlanSpec
from kdstudio.engine.answers import Answers, Views
from kdstudio.engine.checkpoint import CheckpointStore
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.device import Runtime
from kdstudio.engine.listener import Listener, Unattended
from kdstudio.engine.methods import Method
from kdstudio.engine.methods.supervised import Supervised
from kdstudio.engine.progress import Silent
from kdstudio.engine.tasks import View
from kdstudio.engine.training import Training

CPU = Runtime(torch.device("cpu"), "no", 1, torch.contiguous_format)


class PointTask:
    kind = "image-classification"

    def augments(self, augment: AugmentSpec) -> bool:
        return augment.shift > 0

    def batch(
        self, examples: Examples, index: np.ndarray, input: InputSpec, view: View | None
    ) -> dict[str, torch.Tensor]:
        points = torch.from_numpy(np.asarray(examples.arrays["points"][index]))
        if view:
            noise = np.random.default_rng([view.seed, view.number]).normal(size=examples.arrays["points"].shape)
            points = points + view.augment.shift * torch.from_numpy(noise[index]).float()
        return {"points": points}


class Net(nn.Module):
    def __init__(self, width: int = 16, dropout: float = 0.2) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Linear(2, width), nn.BatchNorm1d(width), nn.ReLU(), nn.Dropout(dropout), nn.Linear(width, 3)
        )

    def forward(self, points: torch.Tensor) -> torch.Tensor:
        return self.body(points)


def make_dataset(train: int = 96, fingerprint: str = "points") -> Dataset:
    def split(count: int, seed: int) -> Examples:
        rng = np.random.default_rng(seed)
        labels = np.arange(count) % 3
        centres = np.array([[0, 1], [1, -1], [-1, -1]], dtype=np.float32)
        points = centres[labels] + rng.normal(scale=0.5, size=(count, 2)).astype(np.float32)
        return Examples({"points": points}, labels.astype(np.int64), [f"p/{seed}/{i}" for i in range(count)])

    health = Health(path="", format="", layout="", fingerprint=fingerprint, examples=train)
    input = ImageInput(size=8, channels=1, mean=(0.0,), std=(1.0,))
    return Dataset(split(train, 1), split(48, 2), split(48, 3), ("a", "b", "c"), input, fingerprint, health)


def make_training(
    folder: Path,
    *,
    plan: PlanSpec | None = None,
    method: Method | None = None,
    answers: Answers | None = None,
    listener: Listener | None = None,
    dataset: Dataset | None = None,
    **changes: Any,
) -> Training:
    task: Any = PointTask()
    plan = plan or PlanSpec(epochs=4, batch_size=16, learning_rate=0.05, augment=AugmentSpec(shift=0.1, views=2))
    torch.manual_seed(plan.seed)
    values: dict[str, Any] = {
        "model": Net(),
        "method": method or Supervised(3),
        "task": task,
        "dataset": dataset or make_dataset(),
        "plan": plan,
        "views": Views.of(task, plan),
        "answers": answers,
        "runtime": CPU,
        "store": CheckpointStore(folder / "checkpoints", Silent(), keep=3),
        "listener": listener or Unattended(),
        "checkpoint_seconds": 0.0,
    }
    return Training(**(values | changes))
