r"""Distillation from a stronger teacher, by correlation instead of equality.

Huang, You, Wang, Qian, Xu: *Knowledge Distillation from A Stronger Teacher*, NeurIPS 2022 (arXiv 2205.10536).

A much better teacher is hard to equal, so only relations are matched: between the classes of one example (rows of the
probabilities) and between the examples of one class (columns). With Pearson's correlation ρ, p = softmax(t/τ) and
q = softmax(s/τ)::

    loss  = α · CE(s, y) + β · inter + γ · intra
    inter = τ² · (1 − mean over examples of ρ(q_n, p_n))
    intra = τ² · (1 − mean over classes of ρ(q_·c, p_·c))

The paper takes α = 1 and β = γ = 2 with τ = 1 on ImageNet, and τ = 4 on CIFAR-100.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
import torch.nn.functional as F
from torch import Tensor
from torch.linalg import vector_norm

from kdstudio.core.params import param
from kdstudio.engine.methods.base import Batch, LabelWeight, Method, method

_EPSILON = 1e-8  # as in the paper's code


def correlation(first: Tensor, second: Tensor, dim: int) -> Tensor:
    """Pearson's correlation of two ``(B, C)`` along ``dim``; 0 where one of them does not vary."""
    first, second = (values - values.mean(dim, keepdim=True) for values in (first, second))
    lengths: Tensor = vector_norm(first, dim=dim) * vector_norm(second, dim=dim)
    return (first * second).sum(dim) / (lengths + _EPSILON)


def relation_losses(student: Tensor, teacher: Tensor, temperature: float) -> tuple[Tensor, Tensor]:
    """How far the relations of the student's probabilities are from the teacher's.

    Args:
        student: logits ``(B, C)``.
        teacher: logits ``(B, C)``.
        temperature: τ > 0.

    Returns:
        Two scalars without unit, between 0 and 2τ²: between classes, and between examples (Huang et al. 2022,
        equations 9 and 10).
    """
    q, p = (F.softmax(logits / temperature, dim=1) for logits in (student, teacher))
    inter, intra = (1 - correlation(q, p, dim).mean() for dim in (1, 0))
    return inter * temperature**2, intra * temperature**2


@method
class RelationDistillation(Method):
    """Cross-entropy, and the correlation with the teacher along classes and along examples."""

    name = "dist"
    title = "Relations to a stronger teacher"
    summary = (
        "The student learns the order the teacher sees among classes and among examples; for a far better teacher."
    )
    paper = "Huang et al. 2022, arXiv 2205.10536"

    class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
        """Settings of the method."""

        temperature: Annotated[float, param("How much the probabilities are softened.", gt=0, le=100)] = 1.0
        label_weight: LabelWeight = 1.0
        class_weight: Annotated[
            float, param("Weight β of the relations between classes.", label="Weight between classes", ge=0, le=100)
        ] = 2.0
        example_weight: Annotated[
            float, param("Weight γ of the relations between examples.", label="Weight between examples", ge=0, le=100)
        ] = 2.0

    def terms(self, batch: Batch) -> dict[str, Tensor]:
        """``ce`` in nats, ``inter`` and ``intra`` without unit."""
        inter, intra = relation_losses(batch.student.float(), batch.teacher.float(), self.params.temperature)
        return {"ce": batch.cross_entropy(), "inter": inter, "intra": intra}

    def weights(self, progress: float) -> dict[str, float]:
        """Constant over the training."""
        return {
            "ce": self.params.label_weight,
            "inter": self.params.class_weight,
            "intra": self.params.example_weight,
        }
