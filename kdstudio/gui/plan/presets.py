"""Faster, Balanced, Better: how long is trained, as one choice. Everything else of the plan is left alone."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from kdstudio.core.recipe import PlanSpec, Recipe, TaskKind


@dataclass(frozen=True)
class Preset:
    """Passes over the data for the student and for a teacher trained here, and augmented copies of each image."""

    epochs: int
    teacher_epochs: int
    views: int


_IMAGE = {"faster": Preset(8, 8, 2), "balanced": Preset(20, 20, 4), "better": Preset(60, 40, 8)}
_TEXT = {"faster": Preset(4, 4, 1), "balanced": Preset(10, 10, 1), "better": Preset(30, 20, 1)}
_PRESETS: dict[TaskKind, dict[str, Preset]] = {"image-classification": _IMAGE, "text-classification": _TEXT}


def apply(recipe: Recipe, name: str) -> Recipe:
    """The recipe with a preset's lengths."""
    preset = _PRESETS[recipe.task][name]
    recipe = msgspec.structs.replace(recipe, plan=_lengths(recipe.plan, preset.epochs, preset.views))
    if recipe.teacher.kind == "train":
        plan = _lengths(recipe.teacher_plan, preset.teacher_epochs, preset.views)
        recipe = msgspec.structs.replace(recipe, teacher=msgspec.structs.replace(recipe.teacher, plan=plan))
    return recipe


def of(recipe: Recipe) -> str:
    """The preset that a recipe has, or an empty string."""
    if recipe.teacher.kind == "train":
        teacher = msgspec.structs.replace(recipe.teacher, plan=recipe.teacher_plan)
        recipe = msgspec.structs.replace(recipe, teacher=teacher)
    return next((name for name in _PRESETS[recipe.task] if apply(recipe, name) == recipe), "")


def _lengths(plan: PlanSpec, epochs: int, views: int) -> PlanSpec:
    augment = msgspec.structs.replace(plan.augment, views=views)
    return msgspec.structs.replace(plan, epochs=epochs, augment=augment)
