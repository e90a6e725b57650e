"""The teacher's answers during training: computed once and cached where views repeat, asked live where they do not."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import PlanSpec
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.device import Runtime
from kdstudio.engine.models.teacher import Query, Teacher
from kdstudio.engine.progress import Reporter
from kdstudio.engine.tasks import Task, View
from kdstudio.runs.files import free_bytes, replacing

_BATCH = 256


@dataclass(frozen=True)
class Views:
    """Which augmented view of the data each epoch sees. Teacher, student and control share it."""

    plan: PlanSpec
    augments: bool

    @classmethod
    def of(cls, task: Task, plan: PlanSpec, teacher: Teacher | None = None) -> Views:
        """The plan's views; none where the task or the teacher knows only unchanged examples."""
        sees = teacher is None or teacher.sees_views
        return cls(plan, sees and task.augments(plan.augment))

    @property
    def repeat(self) -> bool:
        """Whether the views are few enough to be cached."""
        return not self.augments or self.plan.augment.views > 0

    @property
    def count(self) -> int:
        """Number of different views in the whole training."""
        if not self.augments:
            return 1
        return min(self.plan.augment.views or self.plan.epochs, self.plan.epochs)

    def view(self, epoch: int) -> View | None:
        """The view of an epoch; None leaves the examples as they are."""
        return View(self.plan.augment, self.plan.seed, epoch % self.count) if self.augments else None


class Answers(Protocol):
    """Teacher logits for a training batch."""

    def __call__(self, inputs: dict[str, Tensor], examples: Examples, index: NDArray[np.int64], epoch: int) -> Tensor:
        """Logits float32 ``(B, C)`` for the very inputs that the student sees."""


class LiveAnswers:
    """The teacher runs at every step."""

    def __init__(self, teacher: Teacher) -> None:
        self._teacher = teacher

    def __call__(self, inputs: dict[str, Tensor], examples: Examples, index: NDArray[np.int64], epoch: int) -> Tensor:
        """Ask the teacher."""
        return self._teacher.logits(Query(inputs, examples, index))


class CachedAnswers:
    """Memory-mapped logits of every view, one file ``(N, C)`` float32 a view."""

    def __init__(self, files: list[Path]) -> None:
        self.files = files
        self._views: list[NDArray[Any]] = [np.load(path, mmap_mode="r") for path in files]

    @property
    def size_bytes(self) -> int:
        """Size on disk."""
        return sum(path.stat().st_size for path in self.files)

    def __call__(self, inputs: dict[str, Tensor], examples: Examples, index: NDArray[np.int64], epoch: int) -> Tensor:
        """Look the rows up."""
        return torch.from_numpy(self._views[epoch % len(self._views)][index])


def ask(
    teacher: Teacher,
    task: Task,
    dataset: Dataset,
    views: Views,
    cache: Path,
    runtime: Runtime,
    reporter: Reporter,
) -> CachedAnswers:
    """Compute the teacher's answers to all views of the training split, reusing what is cached.

    The cache key covers data, teacher and view, so a change of any of them asks again. Each view's file
    appears only when it is complete.
    """
    total = len(dataset.train) * views.count
    width = len(dataset.labels)
    needed = 4 * total * width
    files = [cache / f"{_key(teacher, dataset, views.view(epoch))}.npy" for epoch in range(views.count)]
    missing = [path for path in files if not path.exists()]
    if missing and free_bytes(cache) < 1.1 * needed * len(missing) / len(files):
        raise KDError(
            Code.DISK_FULL,
            f"The teacher’s answers need {needed / 1e6:,.0f} MB, {free_bytes(cache) / 1e6:,.0f} MB are free.",
            "Free some space, or use fewer augmented views.",
        )
    for epoch, path in enumerate(files):
        if path in missing:
            _ask_view(teacher, task, dataset, views, epoch, path, runtime, reporter)
        reporter.progress((epoch + 1) * len(dataset.train), total, "answers")
    return CachedAnswers(files)


def cached_views(teacher: Teacher, dataset: Dataset, views: Views, cache: Path) -> int:
    """How many of the training's first views are answered already."""
    count = 0
    while count < views.count and (cache / f"{_key(teacher, dataset, views.view(count))}.npy").exists():
        count += 1
    return count


def _ask_view(
    teacher: Teacher,
    task: Task,
    dataset: Dataset,
    views: Views,
    epoch: int,
    path: Path,
    runtime: Runtime,
    reporter: Reporter,
) -> None:
    examples, done = dataset.train, epoch * len(dataset.train)
    with replacing(path) as staging:
        shape = (len(examples), len(dataset.labels))
        rows = np.lib.format.open_memmap(staging, mode="w+", dtype=np.float32, shape=shape)
        for start in range(0, len(examples), _BATCH):
            index = np.arange(start, min(start + _BATCH, len(examples)))
            inputs = runtime.place_inputs(task.batch(examples, index, dataset.input, views.view(epoch)))
            rows[index] = teacher.logits(Query(inputs, examples, index)).cpu().numpy()
            reporter.progress(done + int(index[-1]) + 1, len(examples) * views.count, "answers")
        rows.flush()


def _key(teacher: Teacher, dataset: Dataset, view: View | None) -> str:
    described = (
        msgspec.json.encode((view.number, view.seed, msgspec.structs.replace(view.augment, views=0))) if view else b""
    )
    parts = b"\0".join([dataset.fingerprint.encode(), teacher.fingerprint.encode(), described])
    return hashlib.sha256(parts).hexdigest()[:32]
