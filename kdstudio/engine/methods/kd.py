r"""Knowledge distillation with softened outputs.

Hinton, Vinyals, Dean: *Distilling the Knowledge in a Neural Network*, 2015 (arXiv 1503.02531).

With student logits s, teacher logits t, p = softmax(t/T) and q = softmax(s/T)::

    loss = α · CE(s, y) + β · KD(s, t)
    KD   = T² · mean over the batch of Σ_c p_c · log(p_c / q_c)

T² keeps the size of the soft term's gradient independent of T (section 2 of the paper).
"""

from __future__ import annotations

from typing import Annotated

import msgspec
import torch.nn.functional as F
from torch import Tensor

from kdstudio.core.params import param
from kdstudio.engine.methods.base import Batch, LabelWeight, Method, method


def kd_loss(student: Tensor, teacher: Tensor, temperature: float) -> Tensor:
    """Kullback–Leibler divergence of the softened outputs, times T².

    Args:
        student: logits ``(B, C)``.
        teacher: logits ``(B, C)``; log-probabilities serve as well.
        temperature: T > 0.

    Returns:
        Scalar in nats: the sum over classes, the mean over the batch (Hinton et al. 2015, section 2).
    """
    log_q = F.log_softmax(student / temperature, dim=1)
    log_p = F.log_softmax(teacher / temperature, dim=1)
    return F.kl_div(log_q, log_p, reduction="batchmean", log_target=True) * temperature**2


@method
class KnowledgeDistillation(Method):
    """Cross-entropy with the labels plus the divergence from the teacher's softened answers."""

    name = "kd"
    title = "Knowledge distillation"
    summary = "The student learns the teacher’s probabilities over all classes, softened by a temperature."
    paper = "Hinton, Vinyals, Dean 2015, arXiv 1503.02531"

    class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
        """Settings of the method."""

        temperature: Annotated[float, param("How much the teacher’s probabilities are softened.", gt=0, le=100)] = 4.0
        label_weight: LabelWeight = 0.1
        teacher_weight: Annotated[
            float, param("Weight β of the divergence from the teacher.", label="Weight of the teacher", ge=0, le=100)
        ] = 0.9

    def terms(self, batch: Batch) -> dict[str, Tensor]:
        """``ce`` and ``kd``, both in nats."""
        return {
            "ce": batch.cross_entropy(),
            "kd": kd_loss(batch.student, batch.teacher, self.params.temperature),
        }

    def weights(self, progress: float) -> dict[str, float]:
        """Constant over the training."""
        return {"ce": self.params.label_weight, "kd": self.params.teacher_weight}
