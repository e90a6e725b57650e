"""Examples as ONNX Runtime takes them: NumPy arrays by input name."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.inputs import InputSpec
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.tasks.base import Task

Feed = dict[str, NDArray[Any]]
_VALUES_A_BATCH = 1 << 22


def feed(task: Task, examples: Examples, index: NDArray[np.int64], input: InputSpec) -> Feed:
    """Some examples, unaugmented."""
    return {name: tensor.numpy() for name, tensor in task.batch(examples, index, input, None).items()}


def batch_size(task: Task, input: InputSpec) -> int:
    """How many examples fit one run without a large image filling the memory: at most 256."""
    values = sum(tensor.numel() for tensor in task.sample(input, 1).values())
    return max(1, min(256, _VALUES_A_BATCH // max(1, values)))


@dataclass(frozen=True)
class Batches:
    """All examples of a split, or those of ``index``, in order and in batches of ``size`` (0: as many as fit).

    They are made anew each time, because a large split does not fit the memory.
    """

    task: Task
    examples: Examples
    input: InputSpec
    index: NDArray[np.int64] | None = None
    size: int = 0

    def __len__(self) -> int:
        return math.ceil(len(self._rows) / self._size)

    def __iter__(self) -> Iterator[Feed]:
        for start in range(0, len(self._rows), self._size):
            yield feed(self.task, self.examples, self._rows[start : start + self._size], self.input)

    def first(self) -> Feed:
        """The first batch."""
        return next(iter(self))

    @property
    def _rows(self) -> NDArray[np.int64]:
        return np.arange(len(self.examples)) if self.index is None else self.index

    @property
    def _size(self) -> int:
        return self.size or batch_size(self.task, self.input)


def spread(labels: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """``count`` positions that hold every class in its share: evenly spaced over the examples sorted by class."""
    order = np.argsort(labels, kind="stable")
    take = min(count, len(order))
    return np.sort(order[np.linspace(0, len(order) - 1, take).round().astype(np.int64)])
