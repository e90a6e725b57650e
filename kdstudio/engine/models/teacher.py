"""What a teacher is to the loop, wherever it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from kdstudio.engine.data.dataset import Examples


@dataclass(frozen=True)
class Query:
    """A batch as a teacher sees it: the student's own inputs, and which examples of which split they are.

    ``index`` is ``(B,)`` into ``examples``; a teacher that is a file of predictions looks its rows up by id.
    """

    inputs: dict[str, Tensor]
    examples: Examples
    index: NDArray[np.int64]


class Teacher(Protocol):
    """A source of logits over the data's classes, in the data's label order.

    ``fingerprint`` identifies weights and settings for the cache. ``module`` is the network where there is one
    (methods that read features need it). ``sees_views`` is false where only unchanged examples have answers.
    ``size_bytes`` and ``parameters`` are None where unknown.
    """

    title: str
    fingerprint: str
    module: nn.Module | None
    sees_views: bool
    size_bytes: int | None
    parameters: int | None

    def logits(self, query: Query) -> Tensor:
        """Logits float32 ``(B, C)`` (log-probabilities where only probabilities are known), without gradient."""
