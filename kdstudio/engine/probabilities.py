"""From logits to probabilities, and how far these can be believed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_BINS = 15


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """Probabilities along the last axis, without overflow."""
    shifted = logits.astype(np.float64) - logits.max(axis=-1, keepdims=True)
    exponentials = np.exp(shifted)
    result: NDArray[np.float64] = exponentials / exponentials.sum(axis=-1, keepdims=True)
    return result


def calibration_error(
    probabilities: NDArray[np.float64], labels: NDArray[np.int64]
) -> tuple[float, tuple[tuple[float, float, int], ...]]:
    """Expected calibration error over 15 equal-width bins of confidence (Guo et al. 2017, eq. 3).

    Returns:
        The error, and for each bin that is not empty its mean confidence, accuracy and number of examples.
    """
    confidence, guess = probabilities.max(1), probabilities.argmax(1)
    right = guess == labels
    bins = np.clip(np.ceil(confidence * _BINS).astype(int) - 1, 0, _BINS - 1)
    rows = []
    for number in range(_BINS):
        inside = bins == number
        if inside.any():
            rows.append((float(confidence[inside].mean()), float(right[inside].mean()), int(inside.sum())))
    error = sum(abs(conf - acc) * count for conf, acc, count in rows) / len(labels)
    return error, tuple(rows)
