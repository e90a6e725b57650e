"""S3: no byte outside the model's own folder is read, whatever the file says."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.onnx_safety import load_checked

WEIGHTS = np.arange(8, dtype=np.float32)


def _external(location: str, offset: str = "0", length: str = "32") -> TensorProto:
    tensor = TensorProto(name="w", data_type=TensorProto.FLOAT, dims=[8], data_location=TensorProto.EXTERNAL)
    for key, value in (("location", location), ("offset", offset), ("length", length)):
        tensor.external_data.add(key=key, value=value)
    return tensor


def _model(folder: Path, tensor: TensorProto, *, where: str = "initializer") -> Path:
    x, y = (helper.make_tensor_value_info(name, TensorProto.FLOAT, [8]) for name in ("x", "y"))
    if where == "initializer":
        graph = helper.make_graph([helper.make_node("Add", ["x", "w"], ["y"])], "g", [x], [y], [tensor])
    elif where == "constant":
        nodes = [helper.make_node("Constant", [], ["w"]), helper.make_node("Add", ["x", "w"], ["y"])]
        nodes[0].attribute.append(helper.make_attribute("value", tensor))
        graph = helper.make_graph(nodes, "g", [x], [y])
    else:
        inner = helper.make_graph(
            [helper.make_node("Add", ["x", "w"], ["z"])],
            "inner",
            [],
            [helper.make_tensor_value_info("z", TensorProto.FLOAT, [8])],
            [tensor],
        )
        condition = numpy_helper.from_array(np.array(True), "c")
        node = helper.make_node("If", ["c"], ["y"], then_branch=inner, else_branch=inner)
        graph = helper.make_graph([node], "g", [x], [y], [condition])
    path = folder / "model.onnx"
    path.write_bytes(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)]).SerializeToString())
    return path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "secret.bin").write_bytes(WEIGHTS.tobytes())
    inside = tmp_path / "model"
    inside.mkdir()
    (inside / "weights.bin").write_bytes(WEIGHTS.tobytes())
    return inside


@pytest.mark.parametrize("where", ["initializer", "constant", "subgraph"])
def test_a_file_beside_is_fine(home: Path, where: str) -> None:
    assert load_checked(_model(home, _external("weights.bin"), where=where)).graph.node


@pytest.mark.parametrize("where", ["initializer", "constant", "subgraph"])
@pytest.mark.parametrize(
    "location",
    [
        "../secret.bin",
        "..\\secret.bin",
        "a/../../secret.bin",
        "/etc/passwd",
        "C:\\secret.bin",
        "\\\\host\\share\\s",
        "",
    ],
)
def test_a_place_outside_is_refused(home: Path, location: str, where: str) -> None:
    with pytest.raises(KDError) as caught:
        load_checked(_model(home, _external(location), where=where))
    assert caught.value.code == Code.MODEL_FORMAT


def test_links_are_refused(home: Path) -> None:
    os.symlink(home.parent / "secret.bin", home / "soft.bin")
    os.symlink(home.parent, home / "up")
    os.link(home.parent / "secret.bin", home / "hard.bin")
    os.mkfifo(home / "pipe.bin")
    for location in ("soft.bin", "up/secret.bin", "hard.bin", "pipe.bin"):
        with pytest.raises(KDError) as caught:
            load_checked(_model(home, _external(location)))
        assert caught.value.code == Code.MODEL_FORMAT


@pytest.mark.parametrize(
    ("offset", "length"), [("0", "33"), ("32", "1"), ("-8", "8"), ("0", str(2**62)), ("0", "many"), (str(2**64), "1")]
)
def test_lengths_beyond_the_file_are_refused(home: Path, offset: str, length: str) -> None:
    with pytest.raises(KDError) as caught:
        load_checked(_model(home, _external("weights.bin", offset, length)))
    assert caught.value.code == Code.MODEL_DAMAGED


def test_missing_weights_are_named(home: Path) -> None:
    with pytest.raises(KDError, match=r"gone\.bin") as caught:
        load_checked(_model(home, _external("gone.bin")))
    assert caught.value.code == Code.MODEL_DAMAGED


def test_damaged_and_missing_files(home: Path) -> None:
    whole = _model(home, numpy_helper.from_array(WEIGHTS, "w")).read_bytes()
    for data in (whole[: len(whole) // 2], b"", b"GIF89a" + bytes(100), onnx.ModelProto().SerializeToString()):
        (home / "model.onnx").write_bytes(data)
        with pytest.raises(KDError) as caught:
            load_checked(home / "model.onnx")
        assert caught.value.code == Code.MODEL_DAMAGED
    with pytest.raises(KDError) as caught:
        load_checked(home / "other.onnx")
    assert caught.value.code == Code.MODEL_NOT_FOUND
