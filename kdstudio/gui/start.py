"""A recipe to begin with for data that was just chosen."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kdstudio.client import guess
from kdstudio.client.recipes import TEXT_PLAN, TEXT_STUDENT
from kdstudio.core.recipe import DataSpec, PlanSpec, Recipe, StudentSpec, TaskKind, TeacherSpec
from kdstudio.runs import unpack
from kdstudio.runs.workspace import Workspace

_IMAGE = (
    TeacherSpec(kind="train", path="", architecture="resnet56"),
    StudentSpec(architecture="resnet20"),
    PlanSpec(),
)
_TEXT = (
    TeacherSpec(
        kind="train",
        path="",
        architecture="text-encoder",
        params={"layers": 4, "width": 256, "heads": 4, "feed_forward": 1024},
    ),
    TEXT_STUDENT,
    TEXT_PLAN,
)
_BEGINNINGS = {"image-classification": _IMAGE, "text-classification": _TEXT}
"""Teacher and student that the literature pairs, and how such networks are trained."""


def recipe_for(path: Path, workspace: Workspace) -> Recipe:
    """A recipe for the data at ``path``, unpacked where it is an archive; raises ``KDError`` where it is not data."""
    found = unpack.unpacked(path, workspace)
    name = path.stem if found == path else path.name.partition(".")[0]
    return with_task(Recipe(name=name, data=DataSpec(path=str(found))), guess.task_of(found))


def with_task(recipe: Recipe, task: TaskKind) -> Recipe:
    """The recipe for another task, with a teacher that is trained here and a smaller student."""
    teacher, student, plan = _BEGINNINGS[task]
    return msgspec.structs.replace(recipe, task=task, teacher=teacher, student=student, plan=plan)
