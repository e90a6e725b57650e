"""The model card as Hugging Face reads it, and what a person must find on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import msgspec
import numpy as np
import pytest
from huggingface_hub import ModelCard
from numpy.typing import NDArray

from kdstudio.core.lineage import Lineage
from kdstudio.core.recipe import PlanSpec, Recipe, TeacherSpec
from kdstudio.core.resources import resolve
from kdstudio.engine.progress import Silent
from kdstudio.export import lineage
from kdstudio.export.licence import caution
from kdstudio.export.pipeline import ExportResult, export
from kdstudio.runs.files import sha256
from tests.unit.export.conftest import SPEC, Student

NC = "cc-by-nc-4.0"


@pytest.fixture(scope="module")
def exported(perceptron: Student, tmp_path_factory: pytest.TempPathFactory) -> ExportResult:
    data = perceptron.dataset
    labels = data.test.labels.copy()
    labels[np.flatnonzero(labels == 2)[:5]] = 1  # five cats are said to be bees, which only the teacher knows
    data = replace(data, test=replace(data.test, labels=labels))
    recipe = Recipe(name="Small animals", plan=PlanSpec(seed=7))
    return export(
        perceptron.module,
        task=perceptron.task,
        dataset=data,
        spec=SPEC,
        folder=tmp_path_factory.mktemp("card") / "out",
        lineage={
            "name": "Small: “animals”",
            "run": "2026-animals",
            "recipe": msgspec.to_builtins(recipe),
            "teacher": {"kind": "onnx", "name": "big.onnx", "licence": NC, "caution": caution(NC), "sha256": "ab" * 32},
        },
        reporter=Silent(),
        teacher=_teacher(data.test.labels),
        timing=False,
    )


def _teacher(labels: NDArray[np.int64]) -> Callable[[str], NDArray[np.float32] | None]:
    """Right on the test split, but for every dog, which it takes for an ant."""
    answers = np.eye(4, dtype=np.float32)[np.where(labels == 3, 0, labels)]
    return lambda split: answers if split == "test" else None


def test_hugging_face_reads_its_head(exported: ExportResult) -> None:
    card = ModelCard.load(exported.folder / "README.md")
    assert card.data.pipeline_tag == "image-classification"
    assert card.data.library_name == "transformers.js"
    assert "knowledge-distillation" in card.data.tags
    (result,) = card.data.eval_results
    best = exported.deliverable.file(exported.deliverable.recommended)
    assert best is not None
    assert result.metric_type == "accuracy"
    assert result.metric_value == pytest.approx(best.accuracy["test"], abs=1e-4)
    assert card.data.model_name == "Small: “animals”"


def test_it_says_what_was_lost_and_from_whom(exported: ExportResult) -> None:
    text = (exported.folder / "README.md").read_text(encoding="utf-8")
    best = exported.deliverable.file(exported.deliverable.recommended)
    assert best is not None
    assert best.inherited_errors is not None
    assert f"{best.errors - best.inherited_errors:,} are its own (new)" in text
    worst = best.teacher_classes[0]
    assert worst.name == "bee"
    assert worst.points < 0
    assert f"Classes that lose most against the teacher: {worst.name} ({worst.points:+.1f} points)" in text
    assert best.teacher_classes[-1].name == "dog", "it gained where the teacher is always wrong"
    assert "no commercial use" in text
    assert f"`{'ab' * 32}`" in text


def test_it_says_how_to_make_and_how_to_check_the_files(exported: ExportResult) -> None:
    text = (exported.folder / "README.md").read_text(encoding="utf-8")
    assert "with seed 7" in text
    assert "`kdstudio run recipe.toml`" in text
    assert "fingerprint `abc`" in text
    assert "sha256sum --check --quiet SHA256SUMS" in text
    assert "##  " not in text


def test_the_record_is_of_the_documented_form(exported: ExportResult) -> None:
    """Every field of ``lineage.json`` stands in docs/lineage.md, and it decodes strictly as the types say."""
    raw = (exported.folder / "lineage.json").read_bytes()
    found = msgspec.json.decode(raw, type=Lineage)
    assert msgspec.json.encode(found) == msgspec.json.format(raw, indent=-1)
    assert found.files["onnx/model.onnx"].sha256 == sha256(exported.folder / "onnx" / "model.onnx")
    documented = (Path(__file__).parents[3] / "docs" / "lineage.md").read_text(encoding="utf-8")
    for kind in msgspec.json.schema_components([Lineage])[1].values():
        for field in kind["properties"]:
            assert f"`{field}`" in documented, f"docs/lineage.md does not explain {field}"


def test_versions_are_known_without_the_records_of_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a packaged build."""
    recorded = lineage.versions()

    def unknown(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(lineage, "version", unknown)
    assert lineage.versions() == recorded
    assert {"torch", "onnx", "onnxruntime", "numpy", "Pillow"} <= set(recorded)


def test_the_recipe_makes_the_run_again(exported: ExportResult) -> None:
    from kdstudio.core import recipe_file

    found = recipe_file.load(exported.folder / "recipe.toml")
    assert (found.name, found.plan.seed) == ("Small animals", 7)


def test_a_teacher_on_this_disk_is_named_with_hash_and_licence(tmp_path: Path) -> None:
    sample = resolve("sample:digits/teacher")
    found = lineage.teacher(TeacherSpec(kind="checkpoint", path="sample:digits/teacher"))
    assert (found["name"], found["sha256"]) == ("teacher", sha256(sample / "model.safetensors"))
    assert found["licence"].startswith("CC BY-SA 3.0")
    (tmp_path / "README.md").write_text("---\nlicense: gemma\n---\n")
    (tmp_path / "big.onnx").write_bytes(b"x")
    found = lineage.teacher(TeacherSpec(kind="onnx", path=str(tmp_path / "big.onnx")))
    assert (found["licence"], found["sha256"]) == ("gemma", sha256(tmp_path / "big.onnx"))
    assert "passed on" in found["caution"]
    assert lineage.teacher(TeacherSpec(kind="train", architecture="resnet8"))["name"] == "resnet8"
