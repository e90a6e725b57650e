from __future__ import annotations

import msgspec
import pytest

from kdstudio.core.advice import ORDER, Lesson, advise
from kdstudio.core.profile import Dispute, Measured, Profile, estimate
from kdstudio.core.recipe import AugmentSpec, PlanSpec, Recipe, RuntimeSpec, TeacherSpec


def network(scale: float) -> Measured:
    return Measured(
        name="net",
        parameters=int(1000 * scale),
        size_bytes=int(4000 * scale),
        multiply_adds=10,
        forward_seconds=0.001 * scale,
        answer_seconds=0.002 * scale,
        view_seconds=0.005 * scale,
        step_seconds=0.003 * scale,
    )


PROFILE = Profile(
    input="28×28×1",
    classes=10,
    train=1000,
    validation=100,
    test=100,
    threads=1,
    student=network(1),
    teacher=network(4),
    start_seconds=2,
    settle_seconds=3,
    teacher_settle_seconds=6,
    peak_bytes=5,
)
PLAN = PlanSpec(epochs=10, augment=AugmentSpec(views=2))
TRAINED = Recipe(teacher=TeacherSpec(kind="train", path="", architecture="resnet56"), plan=PLAN)


def test_every_phase_is_counted() -> None:
    found = estimate(TRAINED, PROFILE)
    assert found is not None
    epoch = 1000 * 0.003 + 100 * 0.001
    assert found.phases["student"] == pytest.approx(3 + 10 * epoch)
    assert found.phases["control"] == pytest.approx(3 + 10 * epoch)
    assert found.phases["teacher"] == pytest.approx(6 + 40 * epoch + 100 * 0.008)
    assert found.phases["evaluate"] == pytest.approx((100 + 6 * 100) * (0.008 + 2 * 0.002))
    assert found.phases["data"] + found.phases["export"] == pytest.approx(4 * 2)
    assert found.phases["answers"] == pytest.approx(2 * 1000 * 0.02)
    before = estimate(TRAINED, msgspec.structs.replace(PROFILE, cached_views=1))
    assert before is not None
    assert before.phases["answers"] == pytest.approx(1000 * 0.02)
    assert found.seconds == pytest.approx(sum(found.phases.values()))
    assert found.memory_bytes == 5


def test_what_is_switched_off_costs_nothing() -> None:
    given = Recipe(plan=PLAN, runtime=RuntimeSpec(control=False))
    found = estimate(given, PROFILE)
    assert found is not None
    assert found.phases["control"] == 0
    assert found.phases["teacher"] == pytest.approx(100 * 0.008)


def test_a_teacher_at_every_step_is_paid_at_every_step() -> None:
    live = msgspec.structs.replace(TRAINED, plan=PlanSpec(epochs=10, augment=AugmentSpec(views=0)))
    found, cached = estimate(live, PROFILE), estimate(TRAINED, PROFILE)
    assert found is not None
    assert cached is not None
    assert found.phases["student"] == pytest.approx(cached.phases["student"] + 10 * 1000 * 0.008)
    assert found.phases["answers"] == 0


@pytest.mark.parametrize("what", ["predictions", "no augmentation"])
def test_views_that_do_not_differ_are_asked_for_once(what: str) -> None:
    recipe = msgspec.structs.replace(TRAINED, plan=PlanSpec(augment=AugmentSpec(views=4, shift=0)))
    if what == "predictions":
        recipe = Recipe(teacher=TeacherSpec(kind="predictions", path="p.csv"), plan=PLAN)
    found = estimate(recipe, PROFILE)
    assert found is not None
    assert found.phases["answers"] == pytest.approx(1000 * 0.02)


def test_nothing_is_estimated_from_nothing() -> None:
    assert estimate(TRAINED, msgspec.structs.replace(PROFILE, student=None)) is None
    assert estimate(TRAINED, msgspec.structs.replace(PROFILE, teacher=None)) is None


@pytest.mark.parametrize(
    ("accuracy", "recall", "said"),
    [
        (0.12, (0.1,) * 10, "It does not know this data"),
        (0.8, (0.0, *(0.9,) * 9), "never right about “zero”"),
        (0.4, (0.4,) * 10, "disagree on 60.0\u00a0%"),
    ],
)
def test_a_teacher_that_cannot_help_is_said(accuracy: float, recall: tuple[float, ...], said: str) -> None:
    profile = msgspec.structs.replace(PROFILE, teacher_accuracy=accuracy, teacher_recall=recall)
    problems = advise(Recipe(), profile, ["zero", *map(str, range(1, 10))])
    assert [said in problem.message for problem in problems] == [True]
    assert problems[0].severity == "warn"


def test_a_teacher_whose_classes_are_in_another_order_is_said_with_that_order() -> None:
    order = tuple(str(number) for number in reversed(range(10)))
    profile = msgspec.structs.replace(PROFILE, teacher_accuracy=0.05, teacher_order=order, order_accuracy=0.93)
    (problem,) = advise(Recipe(), profile, [])
    assert "right on 5.0\u00a0% of the validation examples, but would be on 93.0\u00a0%" in problem.message
    assert "9, 8, 7" in problem.message
    assert problem.path == ORDER


def test_a_good_teacher_and_a_smaller_student_need_no_advice() -> None:
    profile = msgspec.structs.replace(PROFILE, teacher_accuracy=0.97, teacher_recall=(0.9,) * 10)
    assert advise(Recipe(), profile, [str(number) for number in range(10)]) == []


def test_a_student_that_is_not_smaller_is_said() -> None:
    profile = msgspec.structs.replace(PROFILE, student=network(4))
    assert "nothing gets smaller" in advise(TRAINED, profile, [])[0].message


def lesson(**changes: object) -> Lesson:
    found = Lesson(run="monday", same_teacher=True, teacher=0.98, alone=0.95, distilled=0.97)
    return msgspec.structs.replace(found, **changes)


@pytest.mark.parametrize(
    ("earlier", "measured", "said"),
    [
        (lesson(teacher=0.94), None, "Distilling is the wrong tool here"),
        (lesson(teacher=0.95), 0.99, "Distilling is the wrong tool here"),
        (lesson(same_teacher=False), 0.93, "this teacher is right on 93.0\u00a0%"),
        (lesson(distilled=0.94), None, "distilling gained nothing"),
    ],
)
def test_earlier_runs_say_when_not_to_distil(earlier: Lesson, measured: float | None, said: str) -> None:
    recall = () if measured is None else (0.9,) * 10
    profile = msgspec.structs.replace(PROFILE, teacher_accuracy=measured, teacher_recall=recall)
    problems = advise(Recipe(), profile, [], earlier)
    assert [said in problem.message for problem in problems] == [True]
    assert "monday" in problems[0].message
    assert problems[0].hint


def test_earlier_runs_that_went_well_say_nothing() -> None:
    profile = msgspec.structs.replace(PROFILE, teacher_accuracy=0.97, teacher_recall=(0.9,) * 10)
    assert advise(Recipe(), profile, [], lesson()) == []
    assert advise(Recipe(), profile, [], lesson(same_teacher=False, distilled=0.5)) == []
    assert advise(Recipe(), None, [], lesson(same_teacher=False)) == []


def test_labels_that_a_sure_teacher_disputes_are_said_when_there_are_some() -> None:
    one = Dispute(id="cat/1.png", label="cat", teacher="dog", confidence=0.99)
    profile = msgspec.structs.replace(
        PROFILE, teacher_accuracy=0.97, teacher_recall=(0.9,) * 10, teacher_asked=1000, disputed=2, disputes=(one,)
    )
    assert advise(Recipe(), profile, []) == []
    problems = advise(Recipe(), msgspec.structs.replace(profile, disputed=7), [])
    assert problems[0].message.startswith("7 of 1,000 validation examples")
    assert "cat/1.png: the label says “cat”, the teacher “dog” (99\u00a0% sure)" in problems[0].message
