r"""Attention transfer: the student looks where its teacher looks.

Zagoruyko, Komodakis: *Paying More Attention to Attention*, ICLR 2017 (arXiv 1612.03928).

The attention map of a stage is the mean square of its channels, flattened and brought to length 1::

    Q(f) = v / ‖v‖₂,  v = vec(mean over channels of f²)
    loss = α · CE(s, y) + w · Σ over stages of mean (Q(f_s) − Q(f_t))²

The mean runs over batch and positions, as in the authors' code. Maps of different size are pooled to the smaller one.
"""

from __future__ import annotations

from typing import Annotated

import torch.nn.functional as F
from torch import Tensor

from kdstudio.core.params import param
from kdstudio.engine.methods.base import Batch, FeatureMethod, FeatureParams, LabelWeight, method
from kdstudio.engine.methods.fitnet import same_size


def attention_map(features: Tensor) -> Tensor:
    """Where a stage looks: ``(B, H·W)`` of length 1 from feature maps ``(B, C, H, W)``."""
    return F.normalize(features.square().mean(dim=1).flatten(1))


def attention_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """Mean squared difference of two stages' attention maps.

    Args:
        student: feature maps ``(B, C, H, W)``.
        teacher: feature maps ``(B, C', H', W')``.

    Returns:
        Scalar without unit, the mean over batch and positions (Zagoruyko & Komodakis 2017, equation 2, as their code
        computes it).
    """
    mine, theirs = same_size(student, teacher)
    return (attention_map(mine) - attention_map(theirs)).square().mean()


@method
class AttentionTransfer(FeatureMethod):
    """Cross-entropy, and the attention maps of all stages."""

    name = "at"
    title = "Attention transfer"
    summary = "The student learns to look at the same places of a picture as its teacher."
    paper = "Zagoruyko, Komodakis 2017, arXiv 1612.03928"

    class Params(FeatureParams, frozen=True, forbid_unknown_fields=True):
        """Settings of the method."""

        label_weight: LabelWeight = 1.0
        attention_weight: Annotated[
            float, param("Weight w of the attention maps.", label="Weight of the attention", ge=0, le=100_000)
        ] = 1000.0

    def terms(self, batch: Batch) -> dict[str, Tensor]:
        """``ce`` in nats, ``attention`` without unit."""
        losses = [attention_loss(mine, theirs) for mine, theirs in batch.features]
        return {"ce": batch.cross_entropy(), "attention": sum(losses[1:], losses[0])}

    def weights(self, progress: float) -> dict[str, float]:
        """Constant over the training."""
        return {"ce": self.params.label_weight, "attention": self.params.attention_weight}
