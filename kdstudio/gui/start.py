"""A recipe to begin with for data that was just chosen."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kdstudio.client import guess
from kdstudio.core import catalog as catalogs
from kdstudio.core.catalog import Catalog
from kdstudio.core.recipe import DataSpec, Recipe, StudentSpec, TaskKind, TeacherSpec

_PAIRS: dict[TaskKind, tuple[str, str]] = {"image-classification": ("resnet56", "resnet20")}
"""Teacher and student that the literature pairs; a task without a pair takes its largest and smallest network."""


def recipe_for(path: Path) -> Recipe:
    """A recipe for the data at ``path``; raises ``KDError`` where it is not data."""
    task = guess.task_of(path)
    return with_task(Recipe(name=path.stem, data=DataSpec(path=str(path))), task)


def with_task(recipe: Recipe, task: TaskKind, catalog: Catalog | None = None) -> Recipe:
    """The recipe for another task, with a teacher that is trained here and a smaller student."""
    teacher, student = _pair(task, catalog or catalogs.load())
    return msgspec.structs.replace(
        recipe,
        task=task,
        teacher=TeacherSpec(kind="train", path="", architecture=teacher),
        student=StudentSpec(architecture=student),
    )


def _pair(task: TaskKind, catalog: Catalog) -> tuple[str, str]:
    if task in _PAIRS:
        return _PAIRS[task]
    fitting = catalog.for_task(task)
    return (fitting[-1].name, fitting[0].name) if fitting else ("", "")
