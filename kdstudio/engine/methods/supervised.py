"""Training on the labels alone: the control student and a teacher trained here. Not a distillation method."""

from __future__ import annotations

import msgspec
from torch import Tensor

from kdstudio.engine.methods.base import Batch, Method


class Supervised(Method):
    """Cross-entropy with the labels."""

    name = "supervised"
    title = "Labels alone"
    summary = "Ordinary training without a teacher."
    paper = ""
    needs = ()

    class Params(msgspec.Struct, frozen=True):
        """No settings."""

    def __init__(self, classes: int) -> None:
        super().__init__(self.Params(), classes)

    def terms(self, batch: Batch) -> dict[str, Tensor]:
        """``ce`` in nats."""
        return {"ce": batch.cross_entropy()}

    def weights(self, progress: float) -> dict[str, float]:
        """One."""
        return {"ce": 1.0}
