"""Every kind of file is made, answers as it should, and says how it was made."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import numpy as np
import onnx
import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import ExportSpec
from kdstudio.engine.progress import Silent
from kdstudio.export.pipeline import ExportResult, export
from kdstudio.export.runtime import OnnxModel
from kdstudio.export.targets import all_targets
from kdstudio.export.variants import all_variants, chosen, left_out
from tests.unit.export.conftest import SPEC, Student, calibration_of, reference_of, run_export


@pytest.fixture(scope="module")
def everything(encoder: Student, tmp_path_factory: pytest.TempPathFactory) -> ExportResult:
    spec = msgspec.structs.replace(SPEC, variants=("all",))
    data = encoder.dataset
    return export(
        encoder.module,
        task=encoder.task,
        dataset=data,
        spec=spec,
        folder=tmp_path_factory.mktemp("all") / "out",
        lineage={"name": "Everything", "recipe": {"data": {"path": "/home/someone/texts.csv"}}},
        reporter=Silent(),
        teacher=lambda split: np.eye(4, dtype=np.float32)[data.test.labels] if split == "test" else None,
    )


def test_every_variant_of_an_encoder_is_made(everything: ExportResult) -> None:
    suited = [name for name, variant in all_variants().items() if not variant.targets]
    assert [file.variant for file in everything.files] == suited
    assert all("tokenizer" in note for note in everything.notes)  # of words alone, which no sample reads
    for file in everything.files:
        assert file.path.is_file()
        assert file.check.size_bytes == file.path.stat().st_size
        assert file.check.agreement["test"] >= 0.95, file.variant


def test_sizes_fall_as_promised(everything: ExportResult) -> None:
    size = {file.variant: file.size_bytes for file in everything.files}
    assert size["fp16"] < 0.75 * size["fp32"]
    assert size["int8"] < size["fp32"]
    assert size["int8-weights"] < size["fp32"]
    assert size["int4-weights"] < size["int8-weights"]


def test_ort_files_give_the_very_same_answers(everything: ExportResult) -> None:
    for name in ("fp32", "int8"):
        onnx_file, ort_file = everything.file(name), everything.file(f"{name}-ort")
        assert onnx_file is not None
        assert ort_file is not None
        assert ort_file.check.parity == 0
        np.testing.assert_array_equal(ort_file.logits["test"].argmax(1), onnx_file.logits["test"].argmax(1))
        model = OnnxModel.open(ort_file.path)
        assert model.labels == ("ant", "bee", "cat", "dog")


def test_files_hold_the_numbers_they_say(everything: ExportResult) -> None:
    def weights(variant: str) -> set[int]:
        file = everything.file(variant)
        assert file is not None
        return {t.data_type for t in onnx.load(str(file.path)).graph.initializer if len(t.dims) == 2}

    half, eight = onnx.TensorProto.FLOAT16, onnx.TensorProto.INT8
    assert half in weights("fp16")
    assert eight in weights("int8-dynamic")
    file = everything.file("int4-weights")
    assert file is not None
    nodes = [node for node in onnx.load(str(file.path)).graph.node if node.op_type == "MatMulNBits"]
    assert nodes
    assert all({a.name: a.i for a in node.attribute}["bits"] == 4 for node in nodes)


def test_everything_is_measured(everything: ExportResult) -> None:
    made = everything.deliverable
    assert made.measured_on_target
    assert made.processor
    for check in made.files:
        assert {timing.threads for timing in check.timings} == {1, made.threads}
        assert all(0 < timing.median_ms <= timing.p95_ms for timing in check.timings)
        assert check.footprint is not None
        assert check.footprint.load_ms > 0
        assert check.footprint.memory_bytes > 0
        assert set(check.calibration_error) == {"validation", "test"}
        assert set(check.teacher_agreement) == {"test"}
        assert check.teacher_agreement["test"] == check.accuracy["test"], "this teacher knows the labels"
        assert check.errors == round(150 * (1 - check.accuracy["test"]))
        assert check.inherited_errors == 0, "and makes no errors"
    phone = next(estimate for estimate in made.estimates if estimate.device == "Recent phone")
    assert set(phone.milliseconds) == {check.file for check in made.files}
    card = (everything.folder / "README.md").read_text(encoding="utf-8")
    assert "| one answer on a | FP32 (estimate) |" in card
    assert "Estimates, not measurements: " in card
    assert made.teacher_accuracy == {"test": 1.0}
    assert made.examples == {"train": 400, "validation": 150, "test": 150}
    best, fp32 = made.file(made.recommended), made.file("fp32")
    assert best is not None
    assert fp32 is not None
    assert all(timing.over_fp32 is None or timing.over_fp32[0] <= 1.02 for timing in best.timings)
    assert made.reason


def test_the_card_tells_it_all_and_names_no_place(everything: ExportResult) -> None:
    card = (everything.folder / "README.md").read_text(encoding="utf-8")
    assert card.startswith("---\nlibrary_name: transformers.js\npipeline_tag: text-classification\n")
    for file in everything.files:
        assert f"`{file.check.file}` ({file.check.title})" in card
    assert card.count("★") == 1
    assert everything.deliverable.reason in card
    for path in everything.folder.rglob("*.json"):
        assert "/home/someone" not in path.read_text(encoding="utf-8")
    lineage = json.loads((everything.folder / "lineage.json").read_text(encoding="utf-8"))
    assert set(lineage["files"]) == {file.check.file for file in everything.files}
    assert lineage["teacher"]["accuracy"] == 1.0
    assert lineage["files"]["onnx/model.onnx"]["inherited_errors"] == 0
    assert " the teacher with 100.00\u00a0%" in card
    assert '"texts.csv"' in (everything.folder / "lineage.json").read_text(encoding="utf-8")
    assert b"/home/someone" not in (everything.folder / "onnx/model.onnx").read_bytes()


def test_a_snapdragon_gets_a_file_that_is_quantized_as_a_whole(convnet: Student, tmp_path: Path) -> None:
    spec = msgspec.structs.replace(SPEC, target="android", variants=("int8-qnn",))
    result = run_export(convnet, tmp_path / "out", spec)
    file = result.file("int8-qnn")
    assert file is not None
    assert file.check.agreement["test"] >= 0.98
    assert file.check.integer_share == 1.0
    graph = onnx.load(str(file.path)).graph
    assert {axis.dim_value for axis in graph.input[0].type.tensor_type.shape.dim} == {1, 16}
    quantized = {node.output[0] for node in graph.node if node.op_type == "DequantizeLinear"}
    for node in graph.node:
        if node.op_type in ("Conv", "Gemm", "MatMul", "Add"):
            assert quantized.issuperset(name for name in node.input if name), f"{node.name} is an island of floats"
    assert result.deliverable.recommended == "int8-ort"
    assert not file.check.notes


def test_fixed_shapes_for_phones(convnet: Student, tmp_path: Path) -> None:
    result = run_export(convnet, tmp_path / "out", msgspec.structs.replace(SPEC, target="android"))
    assert {file.variant for file in result.files} == {"fp32", "int8", "fp32-ort", "int8-ort"}
    for file in result.files:
        model = OnnxModel.open(file.path)
        assert [entry.shape for entry in model.session.get_inputs()] == [[1, 1, 16, 16]]
        assert len(file.logits["test"]) == len(convnet.dataset.test), "measured one by one"
        assert not [remark for remark in file.check.remarks if remark.severity == "stop"]
    assert result.deliverable.recommended == "int8-ort"
    assert not result.deliverable.measured_on_target


def test_fixed_length_for_phones(encoder: Student, tmp_path: Path) -> None:
    spec = msgspec.structs.replace(SPEC, target="iphone", int8=False)
    result = run_export(encoder, tmp_path / "out", spec)
    fp32 = result.file("fp32")
    assert fp32 is not None
    model = OnnxModel.open(fp32.path)
    assert [entry.shape for entry in model.session.get_inputs()] == [[1, 12], [1, 12]]
    assert fp32.check.accuracy["test"] > 0.8
    short = {"input_ids": np.array([[3, 1, 1, 1]]), "attention_mask": np.ones((1, 4), np.int64)}
    assert model.logits(short).shape == (1, 4)


def test_names_that_do_not_exist_are_refused(convnet: Student, tmp_path: Path) -> None:
    with pytest.raises(KDError, match="int9") as caught:
        run_export(convnet, tmp_path / "out", msgspec.structs.replace(SPEC, variants=("int9",)))
    assert caught.value.code == Code.RECIPE_INVALID
    with pytest.raises(KDError, match="operator set 20 at most") as caught:
        run_export(convnet, tmp_path / "out", msgspec.structs.replace(SPEC, target="windows-directml", opset=21))
    assert caught.value.code == Code.EXPORT_UNSUPPORTED
    assert not (tmp_path / "out").exists()


def test_what_is_chosen(
    convnet_export: tuple[Student, ExportResult], encoder_export: tuple[Student, ExportResult]
) -> None:
    from kdstudio.export.graph import inspect

    conv, text = (inspect(made[1].folder / "onnx/model.onnx") for made in (convnet_export, encoder_export))
    laptop, android = all_targets()["laptop-cpu"], all_targets()["android"]
    names = [variant.name for variant in chosen(laptop, (), conv, int8=True)]
    assert names == ["fp32", "int8"]
    assert [v.name for v in chosen(android, (), conv, int8=False)] == ["fp32", "fp32-ort"]
    assert [v.name for v in chosen(laptop, ("int8-ort",), conv, int8=True)] == ["fp32", "int8", "int8-ort"]
    assert "int4-weights" not in [v.name for v in chosen(laptop, ("all",), conv, int8=True)]
    assert "int4-weights" in [v.name for v in chosen(laptop, ("all",), text, int8=True)]
    for_snapdragon = [(laptop, conv), (android, text), (android, conv)]
    made = [{v.name for v in chosen(target, ("int8-qnn",), graph, int8=True)} for target, graph in for_snapdragon]
    assert ["int8-qnn" in names for names in made] == [False, False, True]


def test_what_was_asked_for_and_is_of_no_use_is_said(
    convnet_export: tuple[Student, ExportResult], encoder_export: tuple[Student, ExportResult]
) -> None:
    from kdstudio.export.graph import inspect

    conv, text = (inspect(made[1].folder / "onnx/model.onnx") for made in (convnet_export, encoder_export))
    laptop, android = all_targets()["laptop-cpu"], all_targets()["android"]
    (elsewhere,) = left_out(laptop, ("int8-qnn",), conv, int8=True)
    assert elsewhere.endswith(" was left out. It is of no use on Laptop or desktop CPU.")
    (unsuited,) = left_out(android, ("int8-qnn",), text, int8=True)
    assert "does not suit a network of this kind" in unsuited
    (no_integers,) = left_out(android, ("int8-dynamic",), text, int8=False)
    assert "asks for no integers (export.int8)" in no_integers
    assert left_out(android, ("int8-qnn", "all"), conv, int8=True) == []


def test_every_variant_has_its_own_file_and_words() -> None:
    variants = all_variants().values()
    assert len({variant.file for variant in variants}) == len(variants)
    for variant in variants:
        assert variant.title
        assert variant.summary.endswith(".")
        assert set(variant.needs) <= set(all_variants())
    wanted = {name for target in all_targets().values() for name in target.variants}
    assert wanted <= set(all_variants())


def test_reference_is_of_the_validation_split(encoder_export: tuple[Student, ExportResult]) -> None:
    student, result = encoder_export
    reference = reference_of(student, result.folder / "onnx/model.onnx")
    fp32 = result.file("fp32")
    assert fp32 is not None
    np.testing.assert_allclose(reference.logits, fp32.logits["validation"], atol=1e-4)
    assert len(list(calibration_of(student))) == len(calibration_of(student)) == 2
    assert ExportSpec().target == "laptop-cpu"
