"""Views of runs for the tests of charts, folded from real events."""

from __future__ import annotations

import math

from kdstudio.client.view import RunView, fold
from kdstudio.protocol.events import EvalDone, MetricBatch


def view_of(steps: int = 100, roles: tuple[str, ...] = ("control", "student"), shift: float = 0.0) -> RunView:
    """A run in which losses fall and accuracies rise; the teacher was given."""
    view = RunView()
    for role in roles:
        for step in range(1, steps + 1):
            fall = math.exp(-4 * step / steps) + shift
            values = {f"{role}/train/loss": 1.5 * fall, f"{role}/train/learning_rate": 0.05}
            if role == "student":
                values |= {"student/train/kd": fall, "student/train/ce": fall / 2}
                values |= {"student/weighted/kd": fall, "student/weighted/ce": fall / 20}
            fold(view, MetricBatch(step=step, seconds=step / 10, values=values))
            if step % (steps // 5) == 0:
                fold(view, EvalDone(role=role, split="validation", step=step, values={"accuracy": 0.9 - fall / 2}))
    fold(view, EvalDone(role="teacher", split="validation", step=0, values={"accuracy": 0.95}))
    return view
