from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdstudio.core import recipe_file
from kdstudio.core.errors import Code, KDError
from kdstudio.core.params import ParamSpec, specs
from kdstudio.core.recipe import VERSION, DataSpec, ExportSpec, PlanSpec, Recipe, TaskKind, TeacherSpec
from kdstudio.core.settings import SECTIONS

GOLDEN = Path(__file__).resolve().parents[2] / "golden"


def values(spec: ParamSpec) -> st.SearchStrategy[Any]:
    """Any value that a setting takes."""
    low, high = spec.minimum, spec.maximum
    text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    match spec.type:
        case "bool":
            return st.booleans()
        case "int":
            return st.integers(*(None if bound is None else int(bound) for bound in (low, high)))
        case "float":
            bounds = {"exclude_min": spec.exclusive_minimum, "exclude_max": spec.exclusive_maximum}
            return st.floats(low, high, allow_nan=False, allow_infinity=False, **bounds)
        case "choice":
            return st.sampled_from(spec.choices)
        case "text":
            return text
        case "texts":
            return st.lists(text, max_size=3)
        case "floats":
            return st.lists(st.floats(0, 1), max_size=3)
        case "map":
            return st.dictionaries(text, text, max_size=3)
    raise AssertionError(spec.type)


@st.composite
def recipes(draw: st.DrawFn) -> Recipe:
    """Any recipe, every field drawn from its own declaration."""
    raw: dict[str, Any] = {}
    for section, struct in SECTIONS.items():
        if section.startswith("teacher.plan") and not draw(st.booleans(), label="own plan"):
            continue
        level = raw
        for part in filter(None, section.split(".")):
            level = level.setdefault(part, {})
        level |= {spec.name: draw(values(spec), label=spec.name) for spec in specs(struct) if spec.name != "version"}
    return recipe_file.from_dict(raw)


@settings(deadline=None, max_examples=60)
@given(recipes())
def test_every_recipe_comes_back_as_it_was(recipe: Recipe) -> None:
    assert recipe_file.loads(recipe_file.dumps(recipe)) == recipe


def test_a_recipe_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    recipe = Recipe(name="Ünï “🦊”", teacher=TeacherSpec(plan=PlanSpec(epochs=3)))
    path.write_text(recipe_file.dumps(recipe), encoding="utf-8")
    assert recipe_file.load(path) == recipe


def test_an_empty_recipe_is_the_default() -> None:
    assert recipe_file.loads("") == Recipe()


def test_the_old_recipe_still_loads() -> None:
    recipe = recipe_file.load(GOLDEN / "recipe-1.toml")
    assert recipe.version == 1
    assert recipe.task == "text-classification"
    assert recipe.data.merge_classes == {"Cat": "cat"}
    assert recipe.teacher_plan.epochs == 30
    assert recipe.method.params == {"temperature": 2.5, "label_weight": 0.3}
    assert recipe.student.params == {"widths": [800, 800]}
    assert recipe.export.tolerance == 1.5


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[plan]\nepoch = 3", "plan: Object contains unknown field `epoch`"),
        ("[plan]\nepochs = 0", "plan.epochs: Expected `int` >= 1"),
        ("[plan]\nepochs = 1.5", "plan.epochs: Expected `int`"),
        ("[plan]\nepochs = true", "plan.epochs: Expected `int`"),
        ("[plan.augment]\nflip = 'yes'", "plan.augment.flip"),
        ('[data]\nformat = "zip"', "data.format: “zip” is none of auto, "),
        ('[export]\ntarget = "phone"', "export.target: “phone” is none of laptop-cpu, android, iphone"),
        ('[teacher.plan]\noptimizer = "best"', "teacher.plan.optimizer: “best” is none of "),
        ("[plan]\nlearning_rate = nan", "plan.learning_rate"),
        ("[teacher]\nmean = [nan]", r"teacher.mean\[0\]: Expected a finite number"),
        ("[method.params]\ntemperature = inf", "method.params.temperature: Expected a finite number"),
        ("[method.params]\nwhen = 2026-01-01", "method.params"),
        ("[student.params]\ndeep = {er = 1}", "student.params"),
        ("version = 0", "version"),
        ("version = 'one'", "version"),
        ("plan = 3", "plan: Expected `object`"),
        ("[plan\nepochs = 3", "is not valid TOML"),
        ("a = 1\na = 2", "is not valid TOML"),
    ],
)
def test_what_does_not_fit_is_named(text: str, what: str) -> None:
    with pytest.raises(KDError, match=what) as caught:
        recipe_file.loads(text)
    assert caught.value.code is Code.RECIPE_INVALID
    assert "recipe.toml" in caught.value.message
    assert caught.value.hint


def test_a_newer_recipe_is_named_whatever_is_in_it() -> None:
    with pytest.raises(KDError, match=f"version {VERSION + 1}") as caught:
        recipe_file.loads(f"version = {VERSION + 1}\n[quantum]\nx = 1\n")
    assert caught.value.code is Code.NEWER_VERSION


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", "folder"], ids=["missing", "not text", "a folder"])
def test_a_file_that_is_no_recipe(tmp_path: Path, content: bytes | str | None) -> None:
    path = tmp_path / "recipe.toml"
    if content == "folder":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    with pytest.raises(KDError, match=r"recipe\.toml") as caught:
        recipe_file.load(path)
    assert caught.value.code is Code.RECIPE_INVALID


def test_relative_paths_start_at_the_given_folder(tmp_path: Path) -> None:
    recipe = Recipe(
        data=DataSpec(path="pictures", tokenizer="../tok"),
        teacher=TeacherSpec(path="/abs/teacher.onnx"),
        export=ExportSpec(directory="out"),
    )
    found = recipe_file.anchored(recipe, tmp_path)
    assert found.data.path == str(tmp_path / "pictures")
    assert Path(found.data.tokenizer).resolve() == tmp_path.parent / "tok"
    assert found.teacher.path == str(Path("/abs/teacher.onnx"))
    assert found.export.directory == str(tmp_path / "out")
    assert recipe_file.anchored(found, Path("/elsewhere")) == found


def test_names_of_samples_and_empty_paths_stay(tmp_path: Path) -> None:
    assert recipe_file.anchored(Recipe(), tmp_path) == Recipe()


def test_every_setting_has_words() -> None:
    for struct in SECTIONS.values():
        for spec in specs(struct):
            if spec.name != "version":
                assert spec.help.endswith("."), spec.name
                assert spec.label[0].isupper(), spec.name


def test_a_recipe_cannot_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        Recipe().name = "other"  # type: ignore[misc] # that is the point
    assert msgspec.structs.replace(Recipe(), name="other").name == "other"


def test_every_task_kind_is_a_choice() -> None:
    (spec,) = (spec for spec in specs(Recipe) if spec.name == "task")
    assert set(spec.choices) == set(get_args(TaskKind))
