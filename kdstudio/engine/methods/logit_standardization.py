r"""Knowledge distillation on standardised logits.

Sun, Ren, Li, Wang, Cao: *Logit Standardization in Knowledge Distillation*, CVPR 2024 (arXiv 2403.01427).

Every row of logits is brought to mean 0 and standard deviation 1 before it is softened, so that the student need not
reproduce the size of its teacher's logits, only their relations::

    z(x) = (x − mean(x)) / (std(x) + 1e-7)
    loss = α · CE(s, y) + β · KD(z(s), z(t))

``std`` is the unbiased one, as in the paper's code; KD holds its T² (:mod:`kdstudio.engine.methods.kd`).
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from torch import Tensor

from kdstudio.core.params import param
from kdstudio.engine.methods.base import Batch, LabelWeight, Method, method
from kdstudio.engine.methods.kd import kd_loss

_EPSILON = 1e-7


def standardized(logits: Tensor) -> Tensor:
    """Each row of logits ``(B, C)`` with mean 0 and standard deviation 1; a row of equal logits becomes zeros."""
    centred = logits - logits.mean(dim=1, keepdim=True)
    # The floor keeps the gradient of the root finite where a new student's logits are all equal.
    variance = logits.var(dim=1, keepdim=True).clamp_min(_EPSILON**2)
    return centred / (variance.sqrt() + _EPSILON)


@method
class LogitStandardization(Method):
    """Hinton's loss on standardised logits of both."""

    name = "logit-std"
    title = "Standardised logits"
    summary = "The student learns how the teacher’s answers relate to each other, not how large they are."
    paper = "Sun et al. 2024, arXiv 2403.01427"

    class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
        """Settings of the method."""

        temperature: Annotated[float, param("How much the standardised answers are softened.", gt=0, le=100)] = 2.0
        label_weight: LabelWeight = 0.1
        teacher_weight: Annotated[
            float, param("Weight β of the divergence from the teacher.", label="Weight of the teacher", ge=0, le=100)
        ] = 9.0

    def terms(self, batch: Batch) -> dict[str, Tensor]:
        """``ce`` and ``kd``, both in nats."""
        return {
            "ce": batch.cross_entropy(),
            "kd": kd_loss(
                standardized(batch.student.float()), standardized(batch.teacher.float()), self.params.temperature
            ),
        }

    def weights(self, progress: float) -> dict[str, float]:
        """Constant over the training."""
        return {"ce": self.params.label_weight, "kd": self.params.teacher_weight}
