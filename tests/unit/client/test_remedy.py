from __future__ import annotations

import msgspec
import pytest

from kdstudio.client.remedy import Remedy, remedy
from kdstudio.client.view import RunView, fold
from kdstudio.core.errors import Code
from kdstudio.core.recipe import PlanSpec, Recipe, TeacherSpec
from kdstudio.protocol.events import JobFailed, PhaseChanged


def failed(code: Code, phase: str = "student") -> RunView:
    view = RunView()
    fold(view, PhaseChanged(phase=phase))
    return fold(view, JobFailed(code=code, message="m"))


def recipe(**plan: object) -> Recipe:
    return Recipe(plan=msgspec.convert(plan, PlanSpec))


def test_a_diverged_run_goes_on_with_a_third_of_its_learning_rate() -> None:
    found = remedy(failed(Code.LOSS_NOT_FINITE), recipe(learning_rate=0.05))
    assert found == Remedy("learning-rate", "plan.learning_rate", 0.02, 0.05)
    assert found.changes == {"plan.learning_rate": "0.02"}
    assert found.options == "--set plan.learning_rate=0.02"


def test_a_teacher_with_a_plan_of_its_own_gets_its_own_remedy() -> None:
    own = Recipe(teacher=TeacherSpec(kind="train", path="", architecture="mlp", plan=PlanSpec(learning_rate=0.3)))
    found = remedy(failed(Code.LOSS_NOT_FINITE, "teacher"), own)
    assert found is not None
    assert found.changes == {"teacher.plan.learning_rate": "0.1"}
    assert remedy(failed(Code.LOSS_NOT_FINITE, "teacher"), recipe(learning_rate=0.3)) == Remedy(
        "learning-rate", "plan.learning_rate", 0.1, 0.3
    )


@pytest.mark.parametrize(("batch", "micro", "half"), [(128, 0, 64), (128, 32, 16), (1, 0, None), (64, 1, None)])
def test_out_of_memory_halves_what_is_computed_at_once(batch: int, micro: int, half: int | None) -> None:
    found = remedy(failed(Code.OUT_OF_MEMORY), recipe(batch_size=batch, micro_batch=micro))
    assert (found and found.changes) == (None if half is None else {"plan.micro_batch": str(half)})


def test_other_failures_have_no_such_remedy() -> None:
    assert remedy(failed(Code.DISK_FULL), Recipe()) is None
    assert remedy(RunView(), Recipe()) is None
