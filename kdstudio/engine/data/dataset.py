"""Examples as the loop sees them: memory-mapped arrays, decoded once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.health import Health
from kdstudio.core.inputs import InputSpec


@dataclass(frozen=True)
class Examples:
    """One split of N examples.

    ``inputs`` are memory-mapped arrays with N rows. Images: ``image`` uint8 ``(N, H, W, C)``. Texts: ``tokens``
    int32 ``(N, L)`` and ``length`` int32 ``(N,)``. ``labels`` is int64 ``(N,)``; ``ids`` names each example
    (its path or row) in errors, in a file of predictions and in the window.
    """

    inputs: dict[str, NDArray[Any]]
    labels: NDArray[np.int64]
    ids: Sequence[str]

    def __len__(self) -> int:
        return len(self.labels)


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
