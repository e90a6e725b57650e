"""Examples as the loop sees them: memory-mapped arrays, decoded once."""

from __future__ import annotations

import mmap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.health import Health
from kdstudio.core.inputs import InputSpec

_RESIDENT = 8 << 20
"""Bytes of a memory-mapped file that may stay in the process's memory between two batches."""


@dataclass(frozen=True)
class Examples:
    """One split of N examples.

    ``arrays`` are memory-mapped and shared by the splits. Images: ``image`` uint8 ``(M, H, W, C)``. Texts:
    ``tokens`` int32 ``(M, L)`` and ``length`` int32 ``(M,)``. ``rows`` ``(N,)`` is where in them each example
    is (None: in order); :meth:`take` looks it up. ``labels`` is int64 ``(N,)``; ``ids`` names each example (its
    path or row) in errors, in a file of predictions and in the window.
    """

    arrays: dict[str, NDArray[Any]]
    labels: NDArray[np.int64]
    ids: Sequence[str]
    rows: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.labels)

    def take(self, name: str, index: NDArray[np.int64]) -> NDArray[Any]:
        """Rows of an array for the examples ``index`` ``(B,)``, copied into memory."""
        array = self.arrays[name]
        found: NDArray[Any] = array[index if self.rows is None else self.rows[index]]
        if array.nbytes > _RESIDENT:
            release(array)
        return found


def release(array: NDArray[Any]) -> None:
    """Hand a mapped file's pages back, so that memory does not grow with the data.

    The system keeps them as long as it has room; touching one again costs a microsecond.
    """
    mapping: Any = array
    while mapping is not None and not isinstance(mapping, mmap.mmap):
        mapping = getattr(mapping, "base", None)
    if mapping is not None and hasattr(mmap, "MADV_DONTNEED"):
        mapping.madvise(mmap.MADV_DONTNEED)


@dataclass(frozen=True)
class Dataset:
    """Three splits, the class names in label order, and what a model takes.

    ``fingerprint`` changes when any example, label, split or decoding setting changes.
    """

    train: Examples
    validation: Examples
    test: Examples
    labels: tuple[str, ...]
    input: InputSpec
    fingerprint: str
    health: Health

    def split(self, name: str) -> Examples:
        """A split by its name: train, validation or test."""
        found: Examples = getattr(self, name)
        return found
