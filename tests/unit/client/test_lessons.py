from __future__ import annotations

import msgspec
import pytest

from kdstudio.client import lessons
from kdstudio.core.job import DistillJob
from kdstudio.core.metrics import Report, Row, Variant
from kdstudio.core.recipe import DataSpec, Recipe, StudentSpec, TeacherSpec
from kdstudio.runs.files import write_atomic
from kdstudio.runs.workspace import Workspace

RECIPE = Recipe(name="pair", data=DataSpec(path="pictures"))


def keep(workspace: Workspace, recipe: Recipe, **accuracy: float) -> None:
    """A finished run with these accuracies."""
    titles: tuple[Variant, ...] = ("teacher", "control", "student")
    rows = tuple(
        Row(variant=name, title=name, accuracy=accuracy[name], size_bytes=1, parameters=1, latency_ms=None)
        for name in titles
        if name in accuracy
    )
    folder = workspace.new(DistillJob(), recipe)
    folder.artifacts.mkdir(exist_ok=True)
    report = Report(rows=rows, evaluations={}, export_dir="", labels=("a", "b"), seconds=1)
    write_atomic(folder.artifacts / "report.json", msgspec.json.encode(report))


def test_nothing_is_learnt_from_nothing() -> None:
    workspace = Workspace()
    assert lessons.learn(workspace, RECIPE) is None
    keep(workspace, RECIPE, teacher=0.9, student=0.8)
    assert lessons.learn(workspace, RECIPE) is None, "the student was not trained alone"
    workspace.new(DistillJob(), RECIPE)
    assert lessons.learn(workspace, RECIPE) is None, "no result"


@pytest.mark.parametrize(
    "other",
    [
        msgspec.structs.replace(RECIPE, data=DataSpec(path="others")),
        msgspec.structs.replace(RECIPE, student=StudentSpec(architecture="resnet20")),
    ],
    ids=["other data", "another student"],
)
def test_only_the_same_data_and_student_teach(other: Recipe) -> None:
    workspace = Workspace()
    keep(workspace, other, teacher=0.9, control=0.95, student=0.8)
    assert lessons.learn(workspace, RECIPE) is None


def test_the_same_teacher_goes_before_a_newer_run_with_another() -> None:
    workspace = Workspace()
    keep(workspace, msgspec.structs.replace(RECIPE, name="a"), teacher=0.9, control=0.8, student=0.85)
    another = TeacherSpec(kind="onnx", path="t.onnx")
    keep(workspace, msgspec.structs.replace(RECIPE, name="b", teacher=another), teacher=0.7, control=0.8, student=0.8)
    found = lessons.learn(workspace, RECIPE)
    assert found is not None
    assert (found.run, found.same_teacher, found.teacher, found.alone, found.distilled) == ("a", True, 0.9, 0.8, 0.85)
    third = lessons.learn(workspace, msgspec.structs.replace(RECIPE, teacher=TeacherSpec(path="x")))
    assert third is not None
    assert (third.run, third.same_teacher) == ("b", False)
