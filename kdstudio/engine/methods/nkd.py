r"""Normalised knowledge distillation.

Yang, Zeng, Li, Zhang, Yuan, Li: *From Knowledge Distillation to Self-Knowledge Distillation: A Unified Approach with
Normalized Loss and Customized Soft Labels*, ICCV 2023 (arXiv 2303.13005).

The cross-entropy form of distillation, split at the label; the probabilities of the other classes are normalised to
sum to one on both sides, so that they can be matched at all::

    loss   = CE(s, y) + target + γ · others
    target = − mean over the batch of p_y · log q_y,                       at temperature 1
    others = − T² · mean over the batch of Σ over c ≠ y of p̂_c · log q̂_c

Being cross-entropies, the terms do not vanish where the student equals its teacher.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
import torch.nn.functional as F
from torch import Tensor

from kdstudio.core.params import param
from kdstudio.engine.methods.base import Batch, LabelWeight, Method, method
from kdstudio.engine.methods.dkd import others


def target_loss(student: Tensor, teacher: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy of the label, weighed by how sure the teacher is of it.

    Args:
        student: logits ``(B, C)``.
        teacher: logits ``(B, C)``.
        labels: class of each row, ``(B,)``.

    Returns:
        Scalar in nats, the mean over the batch (Yang et al. 2023, equation 6).
    """
    log_q = F.log_softmax(student, dim=1).gather(1, labels[:, None])
    p = F.softmax(teacher, dim=1).gather(1, labels[:, None])
    return -(p * log_q).mean()


def other_loss(student: Tensor, teacher: Tensor, labels: Tensor, temperature: float) -> Tensor:
    """Cross-entropy among the classes other than the label, times T².

    Arguments as in :func:`target_loss`, with ``temperature`` T > 0; C is at least 3.

    Returns:
        Scalar in nats: the sum over C − 1 classes, the mean over the batch (Yang et al. 2023, equation 6).
    """
    log_q = F.log_softmax(others(student, labels) / temperature, dim=1)
    p = F.softmax(others(teacher, labels) / temperature, dim=1)
    return -(p * log_q).sum(dim=1).mean() * temperature**2


@method
class NormalizedKnowledgeDistillation(Method):
    """Three cross-entropies: with the label, with the teacher on the label, and among the others."""

    name = "nkd"
    title = "Normalised distillation"
    summary = "The teacher’s word on the label and on the other classes are learnt apart, each on its own scale."
    paper = "Yang et al. 2023, arXiv 2303.13005"
    minimum_classes = 3
    vanishes_at_teacher = False

    class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
        """Settings of the method."""

        temperature: Annotated[
            float, param("How much the probabilities of the other classes are softened.", gt=0, le=100)
        ] = 1.0
        label_weight: LabelWeight = 1.0
        target_weight: Annotated[
            float, param("Weight of the teacher’s word on the label.", label="Weight of the target", ge=0, le=100)
        ] = 1.0
        other_weight: Annotated[
            float,
            param("Weight γ of the teacher’s word on the other classes.", label="Weight of the others", ge=0, le=100),
        ] = 1.5

    def terms(self, batch: Batch) -> dict[str, Tensor]:
        """``ce``, ``target`` and ``others``, all in nats."""
        student, teacher = batch.student.float(), batch.teacher.float()
        return {
            "ce": batch.cross_entropy(),
            "target": target_loss(student, teacher, batch.labels),
            "others": other_loss(student, teacher, batch.labels, self.params.temperature),
        }

    def weights(self, progress: float) -> dict[str, float]:
        """Constant over the training."""
        return {
            "ce": self.params.label_weight,
            "target": self.params.target_weight,
            "others": self.params.other_weight,
        }
