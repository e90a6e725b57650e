from typing import Any

import numpy as np
from numpy.typing import NDArray

class cKDTree:
    def __init__(self, data: NDArray[Any], *, balanced_tree: bool = ...) -> None: ...
    def query(
        self, x: NDArray[Any], k: int = ..., *, distance_upper_bound: float = ...
    ) -> tuple[NDArray[np.float64], NDArray[np.int64]]: ...
