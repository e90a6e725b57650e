"""When not to distil: what the data check and the measurement say about whether the plan can work at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from kdstudio.core.phrases import percent
from kdstudio.core.preflight import Problem
from kdstudio.core.profile import Profile
from kdstudio.core.recipe import Recipe

DISPUTED = "data.relabel"
"""Where the problem of disputed labels points to."""
ORDER = "teacher.classes"
"""Where the problem of a teacher's classes in another order points to."""
_BARELY = 1.5
_FEW_DISPUTES, _SOME = 3, 0.005
_EQUAL = 0.001
"""Accuracies nearer than this are the same."""


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """How teacher, student alone and distilled student did on the test split of an earlier run on the same data.

    ``same_teacher`` says whether that run had the teacher of the recipe that is asked about.
    """

    run: str
    same_teacher: bool
    teacher: float
    alone: float
    distilled: float


def advise(
    recipe: Recipe, profile: Profile | None, labels: Sequence[str], earlier: Lesson | None = None
) -> list[Problem]:
    """Warnings about a plan; ``labels`` are the class names in the order of the profile's recalls."""
    measured = [] if profile is None else [*_knowledge(profile, labels), *_disputed(profile), *_sizes(recipe, profile)]
    return [*_experience(profile, earlier), *measured]


def _experience(profile: Profile | None, earlier: Lesson | None) -> Iterator[Problem]:
    """Whether it is known already that no teacher here is stronger than the student alone."""
    if earlier is None:
        return
    teacher = earlier.teacher if earlier.same_teacher else profile.teacher_accuracy if profile is not None else None
    if teacher is not None and teacher <= earlier.alone + _EQUAL:
        yield Problem(
            "teacher.kind",
            f"The student alone was right on {percent(earlier.alone)} of the test examples in the run “{earlier.run}”; "
            f"this teacher is right on {percent(teacher)}. Distilling is the wrong tool here.",
            "Choose a stronger teacher, or train the student alone and export that.",
            "warn",
        )
    elif earlier.same_teacher and earlier.distilled <= earlier.alone + _EQUAL:
        yield Problem(
            "method.name",
            f"In the run “{earlier.run}” distilling gained nothing: {percent(earlier.distilled)} with this teacher, "
            f"{percent(earlier.alone)} alone.",
            "Train longer, choose another method, or give the teacher’s answers more weight.",
            "warn",
        )


def _disputed(profile: Profile) -> Iterator[Problem]:
    """Labels that may be wrong, or that the teacher has never learned."""
    if profile.disputed < max(_FEW_DISPUTES, _SOME * profile.teacher_asked):
        return
    first = profile.disputes[0]
    yield Problem(
        DISPUTED,
        f"{profile.disputed:,} of {profile.teacher_asked:,} validation examples carry another label than the teacher "
        f"is sure of, such as {first.id}: the label says “{first.label}”, the teacher “{first.teacher}” "
        f"({percent(first.confidence, 0)} sure).",
        "Look at them: a wrong label is a wrong lesson, and a wrong teacher is too.",
        "warn",
    )


def _knowledge(profile: Profile, labels: Sequence[str]) -> Iterator[Problem]:
    accuracy = profile.teacher_accuracy
    if accuracy is None:
        return
    if profile.teacher_order:
        yield Problem(
            ORDER,
            f"The teacher is right on {percent(accuracy)} of the validation examples, but would be on "
            f"{percent(profile.order_accuracy)} if its answers stood for the classes in another order: "
            f"{', '.join(profile.teacher_order)}.",
            "Its file does not name them. Use this order (teacher.classes), or look it up where the teacher was made.",
            "warn",
        )
        return
    chance = 1 / profile.classes
    if accuracy < _BARELY * chance:
        yield Problem(
            "teacher.path",
            f"The teacher is right on {percent(accuracy)} of the validation examples; guessing would be right on "
            f"{percent(chance)}. It does not know this data.",
            "Check its classes, their order and its normalisation, or train a teacher here.",
            "warn",
        )
        return
    never = [name for name, recall in zip(labels, profile.teacher_recall, strict=False) if recall == 0]
    if never:
        more = f" and {len(never) - 1} more" if len(never) > 1 else ""
        yield Problem(
            "teacher.path",
            f"The teacher is never right about “{never[0]}”{more}. It may never have seen that class.",
            "The student can learn it from the labels alone; give the labels more weight (method.label_weight).",
            "warn",
        )
    if accuracy < 0.5:
        yield Problem(
            "teacher.path",
            f"Teacher and labels disagree on {percent(1 - accuracy)} of the validation examples.",
            "If the labels are right, a student may do better without this teacher; keep the control run on.",
            "warn",
        )


def _sizes(recipe: Recipe, profile: Profile) -> Iterator[Problem]:
    student, teacher = profile.student, profile.teacher
    if student is None or teacher is None or not teacher.parameters:
        return
    if student.parameters >= teacher.parameters and recipe.teacher.kind != "predictions":
        yield Problem(
            "student.architecture",
            f"The student has {student.parameters:,} parameters, the teacher {teacher.parameters:,}: "
            "nothing gets smaller.",
            "Choose a smaller student, unless a better model of the same size is what you want.",
            "warn",
        )
