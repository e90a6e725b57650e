r"""Relational distillation: distances and angles between examples.

Park, Kim, Lu, Cho: *Relational Knowledge Distillation*, CVPR 2019 (arXiv 1904.05068).

Every example is a point: its features, averaged over the picture. With ψ_D the distance of two points over the mean
distance in the batch, ψ_A the cosine of the angle that three points form, and ℓ the Huber loss::

    loss = α · CE(s, y) + w_D · mean ℓ(ψ_D(s), ψ_D(t)) + w_A · mean ℓ(ψ_A(s), ψ_A(t))
"""

from __future__ import annotations

from typing import Annotated

import torch
import torch.nn.functional as F
from torch import Tensor

from kdstudio.core.params import param
from kdstudio.engine.methods.base import Batch, FeatureMethod, FeatureParams, LabelWeight, method

_EPSILON = 1e-12
_MOST_POINTS = 256
"""Angles take B³ numbers, so larger batches compare their first 256 examples only."""


def points(features: Tensor) -> Tensor:
    """One point ``(B, C)`` for each example of feature maps ``(B, C, H, W)``."""
    return features.mean(dim=(2, 3))[:_MOST_POINTS]


def distance_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """Huber loss between the relative distances of points ``(B, C)`` and ``(B, C')``.

    Returns:
        Scalar without unit, the mean over all pairs (Park et al. 2019, equation 7); 0 for a single point.
    """
    return F.smooth_l1_loss(_relative_distances(student), _relative_distances(teacher))


def angle_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """Huber loss between the cosines of all angles among points ``(B, C)`` and ``(B, C')``.

    Returns:
        Scalar without unit, the mean over all triples (Park et al. 2019, equation 9).
    """
    return F.smooth_l1_loss(_cosines(student), _cosines(teacher))


def _relative_distances(rows: Tensor) -> Tensor:
    squares = rows.square().sum(dim=1)
    distances = (squares[:, None] + squares[None, :] - 2 * rows @ rows.T).clamp_min(_EPSILON).sqrt()
    distances = distances * (1 - torch.eye(len(rows), dtype=rows.dtype, device=rows.device))
    apart = distances > 0
    return distances / distances.sum().div(apart.sum().clamp_min(1)).clamp_min(_EPSILON)


def _cosines(rows: Tensor) -> Tensor:
    directions = F.normalize(rows[None, :] - rows[:, None], dim=2)
    return directions @ directions.transpose(1, 2)


@method
class RelationalDistillation(FeatureMethod):
    """Cross-entropy, and the geometry of the batch at the last stage."""

    name = "rkd"
    title = "Relational distillation"
    summary = "The student learns how far apart examples lie for the teacher, and at which angles."
    paper = "Park et al. 2019, arXiv 1904.05068"
    uses = "last"

    class Params(FeatureParams, frozen=True, forbid_unknown_fields=True):
        """Settings of the method."""

        label_weight: LabelWeight = 1.0
        distance_weight: Annotated[
            float, param("Weight of the distances.", label="Weight of the distances", ge=0, le=10_000)
        ] = 25.0
        angle_weight: Annotated[
            float, param("Weight of the angles.", label="Weight of the angles", ge=0, le=10_000)
        ] = 50.0

    def terms(self, batch: Batch) -> dict[str, Tensor]:
        """``ce`` in nats, ``distance`` and ``angle`` without unit."""
        pairs = [(points(mine), points(theirs)) for mine, theirs in batch.features]
        distances = [distance_loss(mine, theirs) for mine, theirs in pairs]
        angles = [angle_loss(mine, theirs) for mine, theirs in pairs]
        return {
            "ce": batch.cross_entropy(),
            "distance": sum(distances[1:], distances[0]),
            "angle": sum(angles[1:], angles[0]),
        }

    def weights(self, progress: float) -> dict[str, float]:
        """Constant over the training."""
        return {
            "ce": self.params.label_weight,
            "distance": self.params.distance_weight,
            "angle": self.params.angle_weight,
        }
