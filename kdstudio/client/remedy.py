"""The change of a setting that a failed run can be resumed with: one click, or one option of ``kdstudio resume``."""

from __future__ import annotations

from typing import Literal, NamedTuple

from kdstudio.client.view import RunView
from kdstudio.core.errors import Code
from kdstudio.core.recipe import Recipe

_LEAST_RATE = 1e-6


class Remedy(NamedTuple):
    """A setting, the value to resume with, and the value it failed with."""

    kind: Literal["learning-rate", "micro-batch"]
    address: str
    value: float
    before: float

    @property
    def changes(self) -> dict[str, str]:
        """As :func:`kdstudio.client.session.resume` takes them."""
        return {self.address: f"{self.value:g}"}

    @property
    def options(self) -> str:
        """As a terminal takes them."""
        return f"--set {self.address}={self.value:g}"


def remedy(view: RunView, recipe: Recipe) -> Remedy | None:
    """What to change before resuming: a third of the learning rate, or half of what is computed at once."""
    failure = view.failure
    if failure is None:
        return None
    own = view.phase == "teacher" and recipe.teacher.plan is not None
    section, plan = ("teacher.plan", recipe.teacher_plan) if own else ("plan", recipe.plan)
    if failure.code == Code.LOSS_NOT_FINITE and plan.learning_rate > _LEAST_RATE:
        lower = _rounded(plan.learning_rate / 3)
        return Remedy("learning-rate", f"{section}.learning_rate", lower, plan.learning_rate)
    batch = plan.micro_batch or plan.batch_size
    if failure.code == Code.OUT_OF_MEMORY and batch > 1:
        return Remedy("micro-batch", f"{section}.micro_batch", batch // 2, batch)
    return None


def _rounded(value: float) -> float:
    """To one digit: 0.0166… as 0.02."""
    return float(f"{value:.0e}")
