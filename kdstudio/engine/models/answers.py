"""Reading numbers that somebody else's classifier gave: logits, probabilities, or one number for two classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

_LEAST = 1e-12
_TOLERANCE = 1e-3


@dataclass(frozen=True)
class Reading:
    """What the numbers are, settled once for a teacher so that no batch is read differently from another."""

    probabilities: bool

    def columns(self, rows: NDArray[np.float32]) -> int:
        """How many classes rows ``(N, K)`` speak of: a single number stands for two."""
        return max(2, int(rows.shape[1]))

    def logits(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Logits ``(N, C)`` of rows ``(N, K)``: log-probabilities where only probabilities are known."""
        if rows.shape[1] == 1:
            rows = np.hstack([1 - rows, rows] if self.probabilities else [np.zeros_like(rows), rows])
        return np.log(np.maximum(rows, _LEAST)) if self.probabilities else rows


def reading(output: Literal["auto", "logits", "probabilities"], rows: NDArray[np.float32]) -> Reading:
    """Settle what rows ``(N, K)`` are; on ``auto``, rows that are never negative and sum to one are probabilities."""
    if output != "auto":
        return Reading(output == "probabilities")
    if rows.shape[1] == 1:
        return Reading(bool(((rows >= 0) & (rows <= 1)).all()))
    sums_to_one = np.abs(rows.sum(1, dtype=np.float64) - 1) < _TOLERANCE
    return Reading(bool((rows >= 0).all() and sums_to_one.all()))
