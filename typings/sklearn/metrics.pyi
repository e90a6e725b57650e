"""The part of scikit-learn's metrics that the evaluation uses."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

def confusion_matrix(
    y_true: NDArray[Any], y_pred: NDArray[Any], *, labels: Sequence[int] | None = ...
) -> NDArray[np.int64]: ...
def precision_recall_fscore_support(
    y_true: NDArray[Any], y_pred: NDArray[Any], *, labels: Sequence[int] | None = ..., zero_division: float = ...
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]: ...
