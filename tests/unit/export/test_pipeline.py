"""The whole export: what is in the folder, and that it answers as the network did."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import onnx
import pytest
import torch

from kdstudio.core.deliverable import Deliverable
from kdstudio.engine.progress import Silent
from kdstudio.export import pixels
from kdstudio.export.licence import caution
from kdstudio.export.pipeline import ExportResult, export
from kdstudio.export.runtime import OnnxModel
from tests.unit.export.conftest import SPEC, Student
from tests.unit.export.conftest import run_export as run


@pytest.fixture(scope="module", params=["convnet", "perceptron", "encoder"])
def exported(request: pytest.FixtureRequest) -> tuple[Student, ExportResult]:
    found: tuple[Student, ExportResult] = request.getfixturevalue(f"{request.param}_export")
    return found


def test_fp32_answers_as_pytorch_on_the_whole_test_split(exported: tuple[Student, ExportResult]) -> None:
    student, result = exported
    fp32 = result.file("fp32")
    assert fp32 is not None
    data = student.dataset
    batch = student.task.batch(data.test, np.arange(len(data.test)), data.input, None)
    with torch.no_grad():
        expected = student.module(**batch).numpy()
    np.testing.assert_allclose(fp32.logits["test"], expected, rtol=1e-4, atol=1e-4)
    assert fp32.check.parity is not None
    assert fp32.check.parity <= 1e-4
    assert fp32.check.accuracy["test"] > 0.8


def test_int8_keeps_accuracy_and_runs_on_integers(exported: tuple[Student, ExportResult]) -> None:
    student, result = exported
    int8, fp32 = result.file("int8"), result.file("fp32")
    assert int8 is not None
    assert fp32 is not None
    assert int8.check.accuracy["validation"] >= fp32.check.accuracy["validation"] - 0.01
    assert int8.check.agreement["test"] >= 0.98
    assert int8.check.precise_agreement is not None
    assert int8.check.precise_agreement >= 0.98
    wanted = 0.75 if student.task.kind == "text-classification" else 1.0
    assert int8.check.integer_share is not None
    assert int8.check.integer_share >= wanted
    weights = {tensor.data_type for tensor in onnx.load(str(int8.path)).graph.initializer}
    assert onnx.TensorProto.INT8 in weights


def test_folder_is_complete_and_sealed(exported: tuple[Student, ExportResult]) -> None:
    student, result = exported
    files = {p.relative_to(result.folder) for p in result.folder.rglob("*") if p.is_file()}
    names = {path.as_posix() for path in files if path.parts[0] != "samples"}
    made = result.deliverable.file(result.deliverable.recommended)
    assert made is not None
    text = student.task.kind == "text-classification"
    wanted = {"README.md", "SHA256SUMS", "labels.json", "lineage.json", "measured.json", "preprocessing.json"}
    wanted |= {"example/answers.json", "example/text.txt" if text else "example/picture.png"}
    wanted |= set() if text else {"example/picture.ppm"}
    wanted |= {"bom.cdx.json", "config.json", "onnx/model.onnx", "onnx/model_quantized.onnx"}
    wanted |= {"tokenizer.json", "tokenizer_config.json"} if text else {"preprocessor_config.json"}
    wanted |= set() if text else {pixels.name_of(made.file)}
    assert names == wanted
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=result.folder, check=True)
    assert json.loads((result.folder / "labels.json").read_text()) == list(student.dataset.labels)
    lineage = json.loads((result.folder / "lineage.json").read_text())
    assert lineage["teacher"]["kind"] == "train"
    measured = msgspec.json.decode((result.folder / "measured.json").read_bytes(), type=Deliverable)
    assert measured == result.deliverable
    assert [check.variant for check in measured.files] == ["fp32", "int8"]
    assert not list(result.folder.parent.glob(".*")), "nothing of the staging is left"


def test_both_files_describe_themselves(exported: tuple[Student, ExportResult]) -> None:
    student, result = exported
    for file in result.files:
        model = OnnxModel.open(file.path)
        assert model.labels == student.dataset.labels
        assert model.input == student.dataset.input
        assert model.task == student.task.kind
        data = student.dataset
        batch = student.task.batch(data.test, np.arange(len(data.test)), data.input, None)
        found = model.logits({name: tensor.numpy() for name, tensor in batch.items()})
        np.testing.assert_allclose(found, file.logits["test"], rtol=1e-4, atol=1e-3 if file.variant == "fp32" else 0.6)


def test_files_declare_the_operators_that_they_use_and_no_others(exported: tuple[Student, ExportResult]) -> None:
    _, result = exported
    for path in (result.folder / "onnx").glob("*.onnx"):
        model = onnx.load(str(path))
        used = {node.domain for node in model.graph.node} | {""}
        assert {entry.domain for entry in model.opset_import} == used, path.name


def test_files_hold_nothing_of_this_machine(exported: tuple[Student, ExportResult]) -> None:
    _, result = exported
    here = str(Path(__file__).parent).encode()
    for path in result.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert here not in data
            assert b"stack_trace" not in data
            assert b"site-packages" not in data


def test_calibration_never_reads_the_test_split(perceptron: Student, tmp_path: Path) -> None:
    """The INT8 file is the same, byte for byte, when the test split is other data."""
    data = perceptron.dataset
    first = run(perceptron, tmp_path / "a")
    noise = {"image": np.random.default_rng(9).integers(0, 255, data.test.arrays["image"].shape).astype(np.uint8)}
    other = replace(perceptron, dataset=replace(data, test=replace(data.test, arrays=noise)))
    second = run(other, tmp_path / "b")
    one, two = first.file("int8"), second.file("int8")
    assert one is not None
    assert two is not None
    assert one.path.read_bytes() == two.path.read_bytes()
    assert not np.array_equal(one.logits["test"], two.logits["test"])


def test_without_int8_only_fp32_is_written(perceptron: Student, tmp_path: Path) -> None:
    result = run(perceptron, tmp_path / "out", msgspec.structs.replace(SPEC, int8=False))
    assert [file.variant for file in result.files] == ["fp32"]
    assert not (tmp_path / "out" / "onnx" / "model_quantized.onnx").exists()


def test_a_licence_that_limits_the_student_is_said(perceptron: Student, tmp_path: Path) -> None:
    result = export(
        perceptron.module,
        task=perceptron.task,
        dataset=perceptron.dataset,
        spec=msgspec.structs.replace(SPEC, int8=False),
        folder=tmp_path / "out",
        lineage={"teacher": {"licence": "cc-by-nc-4.0", "caution": caution("cc-by-nc-4.0")}},
        reporter=Silent(),
        timing=False,
    )
    assert "no commercial use" in result.notes[0]
    assert result.notes[0] in (result.folder / "README.md").read_text(encoding="utf-8")
    lineage = json.loads((result.folder / "lineage.json").read_text(encoding="utf-8"))
    assert lineage["teacher"]["licence"] == "cc-by-nc-4.0"
