"""What a short probe measured on this machine, and the time, memory and disk that a recipe will take by it."""

from __future__ import annotations

from contextlib import suppress

import msgspec

from kdstudio.core import catalog as catalogs
from kdstudio.core.errors import KDError
from kdstudio.core.recipe import Recipe

_WORSE, _WORSE_EXAMPLES = 6, 500
"""Test examples are also answered clean and in five worse forms, at most 500 of them."""

_EXPORT_STARTS = 3.0
"""Tracing, quantizing and timing take about three times as long as starting a worker, and slow down with it."""


SURE = 0.95
"""A teacher this confident of another class than the label says disputes the label."""


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """One network on the recipe's own input.

    ``latency_ms`` is the median of single examples in ONNX Runtime on one thread, None where it could not be measured.
    The other times are seconds for one example in batches of the recipe's size: ``step_seconds`` is making the batch,
    forward, backward and optimiser, ``forward_seconds`` is validation during the training, and ``answer_seconds`` is
    being asked before and after it, where the network lies in memory as it comes, ``view_seconds`` the same about an
    augmented view. They are 0 where not asked for.
    """

    name: str
    parameters: int
    size_bytes: int
    multiply_adds: int
    latency_ms: float | None = None
    forward_seconds: float = 0.0
    answer_seconds: float = 0.0
    view_seconds: float = 0.0
    step_seconds: float = 0.0


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """An example whose label is another one than the class that the teacher is sure of."""

    id: str
    label: str
    teacher: str
    confidence: float


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """``artifacts/profile.json``: the recipe's data in numbers, its models, and any other architectures asked for.

    ``teacher_accuracy`` and ``teacher_recall`` (by class, None without examples) are those of a teacher that is there
    already, on ``teacher_asked`` validation examples. ``teacher_order`` names its answers in an order in which it
    would be right far more often, on ``order_accuracy`` of them; usually empty. ``disputes`` are those of them where
    it is sure of another class than the label says, the surest first, at most a hundred of ``disputed``.
    ``cached_views`` is how many views of the data it has answered before. ``start_seconds`` is how long a worker
    takes until the cached data is open, ``settle_seconds`` how long the student's training takes to find its threads,
    ``teacher_settle_seconds`` the teacher's, ``peak_bytes`` the memory that the probe held.
    """

    input: str
    classes: int
    train: int
    validation: int
    test: int
    threads: int
    student: Measured | None = None
    teacher: Measured | None = None
    teacher_accuracy: float | None = None
    teacher_recall: tuple[float | None, ...] = ()
    teacher_asked: int = 0
    teacher_order: tuple[str, ...] = ()
    order_accuracy: float = 0.0
    disputed: int = 0
    disputes: tuple[Dispute, ...] = ()
    cached_views: int = 0
    architectures: tuple[Measured, ...] = ()
    start_seconds: float = 0.0
    settle_seconds: float = 0.0
    teacher_settle_seconds: float = 0.0
    peak_bytes: int = 0

    def architecture(self, name: str) -> Measured | None:
        """What was measured of an architecture, where it was asked for."""
        known = (*self.architectures, *filter(None, (self.student, self.teacher)))
        return next((found for found in known if found.name == name), None)


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds by phase (the names of the distillation's phases), and bytes."""

    phases: dict[str, float]
    memory_bytes: int
    disk_bytes: int

    @property
    def seconds(self) -> float:
        """The whole run."""
        return sum(self.phases.values())


def _views(recipe: Recipe) -> int:
    """How many views of the data the teacher answers once; 0 where it is asked at every step."""
    if recipe.teacher.kind == "predictions" or not recipe.augments:
        return 1
    return min(recipe.plan.augment.views, recipe.plan.epochs)


def estimate(recipe: Recipe, profile: Profile) -> Estimate | None:
    """Time, memory and disk of a distillation, or None where the probe lacks the student or a teacher it needs."""
    student, teacher = profile.student, profile.teacher
    if student is None or (teacher is None and recipe.teacher.kind != "predictions"):
        return None
    ask = teacher.answer_seconds if teacher else 0.0
    epoch = profile.train * student.step_seconds + profile.validation * student.forward_seconds
    alone = recipe.plan.epochs * epoch
    views = 0 if _looks_inside(recipe) else _views(recipe)
    live = recipe.plan.epochs * profile.train * ask if views == 0 else 0.0
    settle, networks = profile.settle_seconds, 2 if recipe.runtime.control else 1
    answer = ask + networks * student.answer_seconds
    phases = {
        "data": profile.start_seconds,
        "teacher": profile.validation * ask,
        "answers": max(0, views - profile.cached_views) * profile.train * (teacher.view_seconds if teacher else 0.0),
        "control": settle + alone if recipe.runtime.control else 0.0,
        "student": settle + alone + live,
        "evaluate": (profile.test + _WORSE * min(profile.test, _WORSE_EXAMPLES)) * answer,
        "export": _EXPORT_STARTS * profile.start_seconds,
    }
    if recipe.teacher.kind == "train" and teacher is not None:
        per_epoch = profile.train * teacher.step_seconds + profile.validation * teacher.forward_seconds
        phases["teacher"] += profile.teacher_settle_seconds + recipe.teacher_plan.epochs * per_epoch
    answers = (max(views, 1) * profile.train + profile.validation + profile.test) * profile.classes * 4
    weights = student.size_bytes * networks + (teacher.size_bytes if teacher else 0)
    return Estimate(
        phases=phases,
        memory_bytes=profile.peak_bytes,
        disk_bytes=round(answers + weights * (1 + 3 * recipe.runtime.keep_checkpoints)),
    )


def _looks_inside(recipe: Recipe) -> bool:
    """Whether the method compares layers, so that the teacher runs at every step; not known of other packages."""
    with suppress(KDError):
        return catalogs.load().method(recipe.method.name).looks_inside
    return False
