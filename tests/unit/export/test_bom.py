"""The bill of materials is one that CycloneDX tools take, and says of every part what they ask for."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from kdstudio.export.pipeline import ExportResult
from kdstudio.runs.files import sha256
from tests.unit.export.conftest import Student


@pytest.fixture(params=["convnet", "encoder"])
def bill(request: pytest.FixtureRequest) -> tuple[ExportResult, dict[str, Any]]:
    found: tuple[Student, ExportResult] = request.getfixturevalue(f"{request.param}_export")
    return found[1], json.loads((found[1].folder / "bom.cdx.json").read_text(encoding="utf-8"))


def test_the_library_finds_nothing_wrong_with_it(bill: tuple[ExportResult, dict[str, Any]]) -> None:
    result, found = bill
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    text = (result.folder / "bom.cdx.json").read_text(encoding="utf-8")
    assert validator.validate_str(text) is None
    del found["metadata"]["component"]["modelCard"]["modelParameters"]["task"]
    found["metadata"]["component"]["modelCard"]["task"] = "misplaced"
    assert validator.validate_str(json.dumps(found)) is not None, "the validator looks into the model card"


def test_every_part_is_there_with_its_hash(bill: tuple[ExportResult, dict[str, Any]]) -> None:
    result, found = bill
    parts = {part["bom-ref"]: part for part in found["components"]}
    for file in result.files:
        assert parts[file.check.file]["hashes"] == [{"alg": "SHA-256", "content": sha256(file.path)}]
    assert parts["teacher"]["type"] == "machine-learning-model"
    assert parts["data"]["type"] == "data"
    assert {"name": "kdstudio:fingerprint", "value": "abc"} in parts["data"]["properties"]
    libraries = {part["name"]: part for part in parts.values() if part["type"] == "library"}
    assert {"torch", "onnx", "onnxruntime", "transformers"} <= set(libraries)
    assert libraries["onnx"]["purl"].startswith("pkg:pypi/onnx@")
    (linked,) = (entry for entry in found["dependencies"] if entry["ref"] == "student")
    assert set(linked["dependsOn"]) == set(parts)


def test_the_model_card_carries_what_was_measured(bill: tuple[ExportResult, dict[str, Any]]) -> None:
    result, found = bill
    student = found["metadata"]["component"]
    assert student["type"] == "machine-learning-model"
    card = student["modelCard"]
    assert card["modelParameters"]["datasets"] == [{"ref": "data"}]
    metrics = {(m["type"], m["slice"]): float(m["value"]) for m in card["quantitativeAnalysis"]["performanceMetrics"]}
    for file in result.files:
        where = f"test split, {file.check.file}"
        assert metrics["accuracy", where] == pytest.approx(file.check.accuracy["test"], abs=1e-6)
    assert card["considerations"]["useCases"]
