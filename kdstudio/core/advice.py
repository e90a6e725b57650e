"""When not to distil: what the data check and the measurement say about whether the plan can work at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kdstudio.core.preflight import Problem
from kdstudio.core.profile import Profile
from kdstudio.core.recipe import Recipe

_BARELY = 1.5


def advise(recipe: Recipe, profile: Profile, labels: Sequence[str]) -> list[Problem]:
    """Warnings about a measured plan; ``labels`` are the class names in the order of the profile's recalls."""
    return [*_knowledge(profile, labels), *_sizes(recipe, profile)]


def _knowledge(profile: Profile, labels: Sequence[str]) -> Iterator[Problem]:
    accuracy = profile.teacher_accuracy
    if accuracy is None:
        return
    chance = 1 / profile.classes
    if accuracy < _BARELY * chance:
        yield Problem(
            "teacher.path",
            f"The teacher is right on {accuracy:.1%} of the validation examples; guessing would be right on "
            f"{chance:.1%}. It does not know this data.",
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
            f"Teacher and labels disagree on {1 - accuracy:.1%} of the validation examples.",
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
