from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kdstudio.core import catalog, preflight, settings
from kdstudio.core.catalog import Catalog
from kdstudio.core.preflight import Problem
from kdstudio.core.recipe import AugmentSpec, MethodSpec, PlanSpec, Recipe, RuntimeSpec, StudentSpec, TeacherSpec


@pytest.fixture
def good(tmp_path: Path) -> Recipe:
    """A recipe without a problem."""
    (tmp_path / "data").mkdir()
    recipe = Recipe(teacher=TeacherSpec(kind="train", architecture="resnet20"), student=StudentSpec())
    return settings.override(recipe, {"data.path": str(tmp_path / "data")})


def found(recipe: Recipe, catalog: Catalog | None = None) -> dict[str, Problem]:
    return {problem.path: problem for problem in preflight.check(recipe, catalog)}


def test_a_good_recipe_has_no_problem(good: Recipe) -> None:
    assert found(good) == {}


@pytest.mark.parametrize(
    ("address", "value", "where", "says"),
    [
        ("data.path", "", "data.path", "No file or folder"),
        ("data.path", "/no/such/place", "data.path", "does not exist"),
        ("data.path", "sample:cats", "data.path", "no bundled sample"),
        ("data.path", "/" + "x" * 300, "data.path", "cannot be looked at"),
        ("teacher.kind", "onnx", "teacher.path", ""),
        ("teacher.architecture", "", "teacher.architecture", "has no architecture"),
        ("teacher.architecture", "resnet9000", "teacher.architecture", "resnet9000"),
        ("teacher.architecture", "text-encoder", "teacher.architecture", "does not do image-classification"),
        ("student.architecture", "resnet9000", "student.architecture", "resnet9000"),
        ("student.path", "/no/such/weights", "student.path", "does not exist"),
        ("method.name", "magic", "method.name", "magic"),
        ("plan.micro_batch", "1000", "plan.micro_batch", "larger than the batch"),
        ("plan.micro_batch", "100", "plan.micro_batch", "not a multiple"),
    ],
)
def test_what_blocks(good: Recipe, address: str, value: str, where: str, says: str) -> None:
    changes = {address: value} | ({"teacher.path": "/no/such/model.onnx"} if value == "onnx" else {})
    problem = found(settings.override(good, changes))[where]
    assert problem.severity == "stop"
    assert says in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("params", "where"), [({"temperature": 0.0}, "method.temperature"), ({"warmth": 1}, "method.warmth")]
)
def test_settings_of_a_method_are_checked(good: Recipe, params: dict[str, float], where: str) -> None:
    recipe = msgspec.structs.replace(good, method=MethodSpec(name="kd", params=dict(params)))
    assert found(recipe)[where].severity == "stop"


def test_a_method_that_looks_inside_needs_a_teacher_that_can_be_opened(good: Recipe) -> None:
    known = catalog.load()
    method = msgspec.structs.replace(known.method("kd"), needs=("logits", "features"))
    recipe = settings.override(good, {"teacher.kind": "predictions", "teacher.path": __file__})
    problem = found(recipe, Catalog(methods=(method,), architectures=known.architectures))["method.name"]
    assert "looks inside the teacher" in problem.message


def test_what_only_warns(good: Recipe) -> None:
    student = settings.override(good, {"teacher.architecture": "resnet8"})
    assert found(student)["student.architecture"].severity == "warn"
    alone = msgspec.structs.replace(good, runtime=RuntimeSpec(control=False))
    assert found(alone)["runtime.control"].severity == "warn"
    augmented = msgspec.structs.replace(good, plan=PlanSpec(augment=AugmentSpec(shift=0.1)))
    recipe = settings.override(augmented, {"teacher.kind": "predictions", "teacher.path": __file__})
    assert found(recipe)["plan.augment"].severity == "warn"


def test_what_blocks_comes_first(good: Recipe) -> None:
    recipe = settings.override(good, {"runtime.control": "no", "plan.micro_batch": "1000"})
    assert [problem.severity for problem in preflight.check(recipe)] == ["stop", "warn"]


@pytest.mark.parametrize(("path", "hub"), [("microsoft/resnet-18", True), ("/no/such/model", False), ("a/b/c", False)])
def test_a_name_of_the_hub_is_not_taken_for_a_lost_file(good: Recipe, path: str, hub: bool) -> None:
    changes = {"teacher.kind": "checkpoint", "teacher.path": path, "teacher.architecture": ""}
    problem = found(settings.override(good, changes))["teacher.path"]
    assert ("kdstudio fetch microsoft/resnet-18" in problem.hint) is hub
