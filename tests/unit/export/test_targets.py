"""Each target says what it accepts, and says it of real files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from kdstudio.core.deliverable import Remark, TargetName
from kdstudio.export import cpu, shapes
from kdstudio.export.pipeline import ExportResult
from kdstudio.export.targets import all_targets, partition
from kdstudio.export.targets.base import Target, facts_of
from tests.unit.export.conftest import Student


def _model(
    path: Path, *, opset: int = 18, op: str = "Relu", kind: int = TensorProto.FLOAT, batch: int | str = 1
) -> Path:
    values = [helper.make_tensor_value_info(name, kind, [batch, 4]) for name in ("x", "y")]
    graph = helper.make_graph([helper.make_node(op, ["x"], ["y"])], "g", values[:1], values[1:])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)]), str(path))
    return path


def _stops(target: Target, path: Path) -> list[str]:
    return [r.message for r in target.remarks(facts_of(path, "fp32")) if r.severity == "stop"]


def test_there_is_one_file_for_each_name() -> None:
    assert set(all_targets()) == set(get_args(TargetName))
    for name, target in all_targets().items():
        assert target.name == name
        assert target.variants
        assert target.advice
        assert target.summary.endswith(".")


@pytest.mark.parametrize("name", get_args(TargetName))
def test_a_plain_network_suits_every_target(name: TargetName, tmp_path: Path) -> None:
    assert not _stops(all_targets()[name], _model(tmp_path / "m.onnx"))


def test_a_target_says_which_operators_types_and_shapes_it_accepts() -> None:
    said = {name: target.accepts for name, target in all_targets().items()}
    assert said["android"].startswith("It takes operator set 21 at most, every operator")
    assert "one example at a time" in said["iphone"]
    assert "FLOAT, FLOAT16" in said["windows-directml"]
    assert "any number of examples" in said["browser"]


@pytest.mark.parametrize("name", ["android", "iphone"])
def test_an_open_axis_on_a_fixed_shape_target(name: TargetName, tmp_path: Path) -> None:
    found = _stops(all_targets()[name], _model(tmp_path / "m.onnx", batch="batch"))
    assert len(found) == 1
    assert "x has an open axis" in found[0]


def test_newer_operators_and_strange_numbers(tmp_path: Path) -> None:
    target = all_targets()["windows-directml"]
    assert "operator set 22" in _stops(target, _model(tmp_path / "a.onnx", opset=22))[0]
    assert "DOUBLE" in _stops(target, _model(tmp_path / "b.onnx", kind=TensorProto.DOUBLE))[0]


def test_half_precision_is_stopped_on_a_cpu(tmp_path: Path) -> None:
    path = _model(tmp_path / "m.onnx", kind=TensorProto.FLOAT16)
    remarks = all_targets()["laptop-cpu"].remarks(facts_of(path, "fp16"))
    assert [remark.severity for remark in remarks] == ["stop"]


@pytest.mark.parametrize("name", ["iphone", "android", "browser"])
def test_an_operator_that_the_accelerator_lacks_is_named(name: TargetName, tmp_path: Path) -> None:
    remarks = all_targets()[name].remarks(facts_of(_model(tmp_path / "m.onnx", op="Softsign"), "fp32"))
    assert [remark.severity for remark in remarks] != ["stop"], "the CPU computes it"
    (said,) = [remark.message for remark in remarks if "Softsign" in remark.message]
    assert said.endswith(".")


def test_a_target_with_operators_of_its_own_names_the_others(tmp_path: Path) -> None:
    target = replace(all_targets()["laptop-cpu"], operators=frozenset({"Relu"}))
    assert not target.remarks(facts_of(_model(tmp_path / "a.onnx"), "fp32"))
    (found,) = target.remarks(facts_of(_model(tmp_path / "b.onnx", op="Softsign"), "fp32"))
    assert found == Remark("note", "100\u00a0% of the operators (Softsign) run on the CPU instead.")


def test_what_saturates_on_older_processors_is_said(
    convnet_export: tuple[Student, ExportResult], encoder_export: tuple[Student, ExportResult]
) -> None:
    """The convolution net's weights have 8 bits unless this processor saturates; dynamic ones always have 7."""
    target = all_targets()["laptop-cpu"]
    conv, text = (made[1].folder / "onnx/model_quantized.onnx" for made in (convnet_export, encoder_export))
    found = [remark.message for remark in target.remarks(facts_of(conv, "int8"))]
    assert len(found) == (0 if cpu.saturates() else 1)
    assert all("reduce_range = yes" in message for message in found)
    assert facts_of(conv, "int8").seven_bits == cpu.saturates()
    int8 = encoder_export[1].file("int8")
    assert int8 is not None
    if int8.check.steps[-1].startswith("kept: ranges found for each input"):
        assert facts_of(text, "int8").seven_bits


def test_tensors_of_many_axes_on_directml(tmp_path: Path) -> None:
    shape = [1] * 9
    x, y = (helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in ("x", "y"))
    to, back = (numpy_helper.from_array(np.array(s, np.int64), n) for s, n in ((shape, "to"), ([1], "back")))
    nodes = [helper.make_node("Reshape", ["x", "to"], ["m"]), helper.make_node("Reshape", ["m", "back"], ["y"])]
    middle = helper.make_tensor_value_info("m", TensorProto.FLOAT, shape)
    graph = helper.make_graph(nodes, "g", [x], [y], [to, back], value_info=[middle])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)]), str(tmp_path / "m.onnx"))
    assert "9" in _stops(all_targets()["windows-directml"], tmp_path / "m.onnx")[0]


def test_webgpu_knows_what_it_lacks(tmp_path: Path) -> None:
    target = all_targets()["browser"]
    good = target.remarks(facts_of(_model(tmp_path / "a.onnx"), "fp32"))
    assert good == [Remark("note", "Every operator runs on WebGPU as well as on WebAssembly.")]
    bad = target.remarks(facts_of(_model(tmp_path / "b.onnx", op="Softsign"), "fp32"))
    assert "Softsign" in bad[0].message
    integers = target.remarks(facts_of(_model(tmp_path / "c.onnx", op="DynamicQuantizeLinear"), "int8-dynamic"))
    assert [remark.message.split(":")[0] for remark in integers] == ["For WebAssembly"]


def test_core_ml_takes_a_fixed_convolution_net_whole_and_no_quantized_one(
    convnet_export: tuple[Student, ExportResult], tmp_path: Path
) -> None:
    student, result = convnet_export
    target = all_targets()["iphone"]
    for file in ("model", "model_quantized"):
        path = tmp_path / f"{file}.onnx"
        path.write_bytes((result.folder / "onnx" / path.name).read_bytes())
        shapes.fix(path, student.dataset.input)
        remarks = target.remarks(facts_of(path, file))
        assert [remark.severity for remark in remarks] == ["note"]
        assert ("whole" in remarks[0].message) == (file == "model")
    assert partition.coreml(tmp_path / "model.onnx").whole
    assert partition.coreml(tmp_path / "model_quantized.onnx").parts > 1


def test_an_encoder_in_many_parts_is_warned_of(encoder_export: tuple[Student, ExportResult], tmp_path: Path) -> None:
    student, result = encoder_export
    path = tmp_path / "model.onnx"
    path.write_bytes((result.folder / "onnx/model.onnx").read_bytes())
    shapes.fix(path, student.dataset.input)
    found = partition.coreml(path)
    remarks = all_targets()["iphone"].remarks(facts_of(path, "fp32"))
    wanted = "note" if found.whole or (found.parts <= 2 and found.share > 0.75) else "warn"
    assert [remark.severity for remark in remarks] == [wanted]
    assert 0 < found.share <= 1
    assert partition.nnapi(path).nodes > 0
