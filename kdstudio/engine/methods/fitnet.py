r"""Hints: the student's feature maps are regressed onto the teacher's.

Romero, Ballas, Kahou, Chassang, Gatta, Bengio: *FitNets: Hints for Thin Deep Nets*, ICLR 2015 (arXiv 1412.6550).

With feature maps f_s and f_t of one stage in the middle, and a regressor r that is trained along and thrown away::

    loss = α · CE(s, y) + w · mean over all elements of (r(f_s) − f_t)²

r is a 1×1 convolution with batch norm and ReLU, as in the code that the literature compares with (Tian et al. 2020);
there both parts are trained together, while the paper trains on the hint first. Maps of different size are pooled to
the smaller one.
"""

from __future__ import annotations

from typing import Annotated, Any

import torch.nn.functional as F
from torch import Tensor, nn

from kdstudio.core.params import param
from kdstudio.engine.methods.base import Batch, FeatureMethod, FeatureParams, LabelWeight, Shapes, method


def hint_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """Mean squared difference of two feature maps ``(B, C, H, W)``, over all elements (Romero et al. 2015, eq. 3).

    Without the paper's factor ½; maps of different height or width are pooled to the smaller one.
    """
    student, teacher = same_size(student, teacher)
    return F.mse_loss(student, teacher)


def same_size(student: Tensor, teacher: Tensor) -> tuple[Tensor, Tensor]:
    """Both maps ``(B, ·, H, W)`` with the smaller height and width, by average pooling."""
    size = (min(student.shape[2], teacher.shape[2]), min(student.shape[3], teacher.shape[3]))
    pooled = (F.adaptive_avg_pool2d(maps, size) if maps.shape[2:] != size else maps for maps in (student, teacher))
    mine, theirs = pooled
    return mine, theirs


@method
class Hints(FeatureMethod):
    """Cross-entropy, and the hint of the teacher's middle stage."""

    name = "fitnet"
    title = "Hints from the middle"
    summary = "The student’s middle layers learn to give what the teacher’s give."
    paper = "Romero et al. 2015, arXiv 1412.6550"
    uses = "middle"
    vanishes_at_teacher = False  # the regressor stands between them

    class Params(FeatureParams, frozen=True, forbid_unknown_fields=True):
        """Settings of the method."""

        label_weight: LabelWeight = 1.0
        hint_weight: Annotated[float, param("Weight w of the hint.", label="Weight of the hint", ge=0, le=10_000)] = (
            100.0
        )

    def __init__(self, params: Any, classes: int) -> None:
        super().__init__(params, classes)
        self.regressors = nn.ModuleList()

    def prepare(self, shapes: Shapes) -> None:
        """One regressor for each pair."""
        self.regressors = nn.ModuleList(
            nn.Sequential(nn.Conv2d(mine[0], theirs[0], 1), nn.BatchNorm2d(theirs[0]), nn.ReLU())
            for mine, theirs in shapes
        )

    def terms(self, batch: Batch) -> dict[str, Tensor]:
        """``ce`` in nats, ``hint`` in squared units of the teacher's features."""
        losses = [
            hint_loss(regressor(mine), theirs)
            for regressor, (mine, theirs) in zip(self.regressors, batch.features, strict=True)
        ]
        return {"ce": batch.cross_entropy(), "hint": sum(losses[1:], losses[0])}

    def weights(self, progress: float) -> dict[str, float]:
        """Constant over the training."""
        return {"ce": self.params.label_weight, "hint": self.params.hint_weight}
