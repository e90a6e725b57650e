r"""Similarity-preserving distillation: examples that are alike for the teacher become alike for the student.

Tung, Mori: *Similarity-Preserving Knowledge Distillation*, ICCV 2019 (arXiv 1907.09682).

With the features of a batch as rows F of shape (B, C·H·W)::

    G(F) = F·Fᵀ, each row brought to length 1
    loss = α · CE(s, y) + w · ‖G(F_t) − G(F_s)‖² / B²

Nothing is compared channel by channel, so student and teacher may have any widths.
"""

from __future__ import annotations

from typing import Annotated

import torch.nn.functional as F
from torch import Tensor

from kdstudio.core.params import param
from kdstudio.engine.methods.base import Batch, FeatureMethod, FeatureParams, LabelWeight, method


def similarities(features: Tensor) -> Tensor:
    """How alike the examples of a batch are: ``(B, B)`` with rows of length 1, from features ``(B, …)``."""
    rows = features.flatten(1)
    return F.normalize(rows @ rows.T)


def similarity_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """Squared Frobenius distance of the two similarity matrices, over B².

    Args:
        student: features ``(B, …)``.
        teacher: features ``(B, …)`` of any other width.

    Returns:
        Scalar without unit (Tung & Mori 2019, equation 4).
    """
    return (similarities(student) - similarities(teacher)).square().mean()


@method
class SimilarityPreserving(FeatureMethod):
    """Cross-entropy, and the similarities within the batch at the last stage."""

    name = "sp"
    title = "Similarity preserving"
    summary = "Examples that look alike to the teacher come to look alike to the student."
    paper = "Tung, Mori 2019, arXiv 1907.09682"
    uses = "last"

    class Params(FeatureParams, frozen=True, forbid_unknown_fields=True):
        """Settings of the method."""

        label_weight: LabelWeight = 1.0
        similarity_weight: Annotated[
            float, param("Weight w of the similarities.", label="Weight of the similarities", ge=0, le=100_000)
        ] = 3000.0

    def terms(self, batch: Batch) -> dict[str, Tensor]:
        """``ce`` in nats, ``similarity`` without unit."""
        losses = [similarity_loss(mine, theirs) for mine, theirs in batch.features]
        return {"ce": batch.cross_entropy(), "similarity": sum(losses[1:], losses[0])}

    def weights(self, progress: float) -> dict[str, float]:
        """Constant over the training."""
        return {"ce": self.params.label_weight, "similarity": self.params.similarity_weight}
