"""The part of scikit-learn's pipelines that the held-out score uses."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

class Pipeline:
    def fit(self, X: Sequence[str], y: Sequence[str]) -> Pipeline: ...
    def predict(self, X: Sequence[str]) -> NDArray[np.str_]: ...

def make_pipeline(*steps: Any) -> Pipeline: ...
