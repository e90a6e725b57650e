r"""Decoupled knowledge distillation.

Zhao, Cui, Song, Qiu, Liang: *Decoupled Knowledge Distillation*, CVPR 2022 (arXiv 2203.08679).

Hinton's loss is split into what the teacher says of the labelled class against all others (TCKD) and what it says
among the others (NCKD), which Hinton's loss weighs by 1 − p_y, hence hardly at all where the teacher is sure::

    loss = CE(s, y) + w · (α · TCKD + β · NCKD)
    TCKD = T² · mean over the batch of KL((p_y, 1 − p_y) ‖ (q_y, 1 − q_y))
    NCKD = T² · mean over the batch of KL(p̂ ‖ q̂),    p̂ and q̂ the softmax over the classes other than y

w rises from 0 to 1 over the first part of the training (20 of 240 epochs in the paper). On two classes NCKD is void.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
import torch
import torch.nn.functional as F
from torch import Tensor

from kdstudio.core.params import param
from kdstudio.engine.methods.base import Batch, LabelWeight, Method, method


def others(logits: Tensor, labels: Tensor) -> Tensor:
    """The logits ``(B, C - 1)`` of the classes other than each row's label; ``labels`` is ``(B,)``."""
    kept = F.one_hot(labels, logits.shape[1]) == 0
    return logits[kept].reshape(len(logits), -1)


def target_loss(student: Tensor, teacher: Tensor, labels: Tensor, temperature: float) -> Tensor:
    """TCKD: divergence between "this class" and "another one", times T².

    Args:
        student: logits ``(B, C)``.
        teacher: logits ``(B, C)``.
        labels: class of each row, ``(B,)``.
        temperature: T > 0.

    Returns:
        Scalar in nats, the mean over the batch (Zhao et al. 2022, equation 5).
    """
    log_q, log_p = (_binary(logits / temperature, labels) for logits in (student, teacher))
    return F.kl_div(log_q, log_p, reduction="batchmean", log_target=True) * temperature**2


def other_loss(student: Tensor, teacher: Tensor, labels: Tensor, temperature: float) -> Tensor:
    """NCKD: divergence among the classes other than the label, times T².

    Arguments as in :func:`target_loss`; C is at least 3.

    Returns:
        Scalar in nats: the sum over C − 1 classes, the mean over the batch (Zhao et al. 2022, equation 5).
    """
    log_q, log_p = (F.log_softmax(others(logits, labels) / temperature, dim=1) for logits in (student, teacher))
    return F.kl_div(log_q, log_p, reduction="batchmean", log_target=True) * temperature**2


def _binary(logits: Tensor, labels: Tensor) -> Tensor:
    """Logarithms ``(B, 2)`` of the label's probability and of all others' together, without rounding to log 0."""
    every = logits.logsumexp(dim=1)
    this = logits.gather(1, labels[:, None])[:, 0] - every
    return torch.stack([this, others(logits, labels).logsumexp(dim=1) - every], dim=1)


@method
class DecoupledKnowledgeDistillation(Method):
    """Cross-entropy, and the two halves of Hinton's loss with weights of their own."""

    name = "dkd"
    title = "Decoupled distillation"
    summary = "What the teacher says of the wrong classes gets a weight of its own, also where the teacher is sure."
    paper = "Zhao et al. 2022, arXiv 2203.08679"
    minimum_classes = 3

    class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
        """Settings of the method."""

        temperature: Annotated[float, param("How much the teacher’s probabilities are softened.", gt=0, le=100)] = 4.0
        label_weight: LabelWeight = 1.0
        target_weight: Annotated[
            float,
            param("Weight α of the labelled class against the others.", label="Weight of the target", ge=0, le=100),
        ] = 1.0
        other_weight: Annotated[
            float,
            param(
                "Weight β among the other classes; the paper takes 2 to 8, more for a surer teacher.",
                label="Weight of the others",
                ge=0,
                le=100,
            ),
        ] = 2.0
        warmup: Annotated[
            float,
            param("Share of the training during which the teacher’s weight rises from zero.", ge=0, le=1),
        ] = 0.08

    def terms(self, batch: Batch) -> dict[str, Tensor]:
        """``ce``, ``target`` and ``others``, all in nats."""
        student, teacher, temperature = batch.student.float(), batch.teacher.float(), self.params.temperature
        return {
            "ce": batch.cross_entropy(),
            "target": target_loss(student, teacher, batch.labels, temperature),
            "others": other_loss(student, teacher, batch.labels, temperature),
        }

    def weights(self, progress: float) -> dict[str, float]:
        """The teacher's share rises over the warm-up."""
        risen = min(progress / self.params.warmup, 1.0) if self.params.warmup else 1.0
        return {
            "ce": self.params.label_weight,
            "target": risen * self.params.target_weight,
            "others": risen * self.params.other_weight,
        }
