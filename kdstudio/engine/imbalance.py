"""Weights of rare classes in the cross-entropy.

They average one over the training examples, so that the loss keeps its size.
With n_c training examples of class c, N in all and C classes that have any::

    balanced   w_c = N / (C · n_c)                     King, Zeng: Logistic Regression in Rare Events Data, 2001
    effective  w_c ∝ (1 − β) / (1 − β^n_c), β = 0.999  Cui et al.: Class-Balanced Loss, CVPR 2019, equation 2

Balanced weights are those of scikit-learn. Cui et al. scale theirs to a sum of C; here Σ_c n_c · w_c = N.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

ClassWeights = Literal["none", "balanced", "effective"]
_BETA = 0.999


def class_weights(kind: ClassWeights, labels: NDArray[np.int64], classes: int) -> Tensor | None:
    """The weight of each class, float32 ``(C,)``, or None where all count the same.

    Args:
        kind: which formula.
        labels: of all training examples, ``(N,)``.
        classes: C. A class without examples gets the weight 0; it occurs in no loss.
    """
    if kind == "none":
        return None
    counts = np.bincount(labels, minlength=classes).astype(np.float64)
    there = counts > 0
    found = np.zeros(classes)
    found[there] = 1 / counts[there] if kind == "balanced" else (1 - _BETA) / (1 - _BETA ** counts[there])
    return torch.from_numpy(found * (len(labels) / (found @ counts))).float()
