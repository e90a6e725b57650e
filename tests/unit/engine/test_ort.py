"""ONNX Runtime's telemetry is off wherever it is used, and what it cannot open is said in words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.engine import ort

ROOT = Path(__file__).resolve().parents[3]
_USE = """
import time
import {module}
import numpy as np
from onnx import TensorProto, helper
from kdstudio.engine import ort
values = [helper.make_tensor_value_info(n, TensorProto.FLOAT, [1]) for n in "xy"]
graph = helper.make_graph([helper.make_node("Relu", ["x"], ["y"])], "g", values[:1], values[1:])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
session = ort.session(model.SerializeToString())
assert session.run(None, {{"x": np.ones(1, np.float32)}})[0] == 1
time.sleep(1)
"""


@pytest.mark.parametrize("module", ["kdstudio.engine.ort", "kdstudio.export.pipeline"])
def test_no_device_id_and_no_file_at_all(module: str, tmp_path: Path) -> None:
    """A fresh home, and an environment that says nothing about telemetry."""
    env = {k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY" and not k.startswith("XDG_")}
    env |= {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    subprocess.run([sys.executable, "-c", _USE.format(module=module)], cwd=ROOT, env=env, check=True, timeout=120)
    assert not [p for p in tmp_path.rglob("*") if "onnxruntime" in p.name.lower() or "Microsoft" in p.name]


def test_the_library_does_it_when_not_told(tmp_path: Path) -> None:
    """Where this one fails, onnxruntime has changed its ways and the tests above prove nothing any more."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the place of the file is known on Linux")
    quiet = ("ORT_DISABLE_TELEMETRY", "CI")  # it keeps quiet on build machines by itself
    env = {k: v for k, v in os.environ.items() if k not in quiet and not k.startswith("XDG_")}
    env["HOME"] = str(tmp_path)
    subprocess.run([sys.executable, "-c", "import onnxruntime"], env=env, check=True, timeout=60)
    assert [p for p in tmp_path.rglob("*") if p.name == "deviceid"]


def test_what_is_not_a_model(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"not a model")
    for source in (tmp_path / "model.onnx", b"not a model"):
        with pytest.raises(KDError) as caught:
            ort.session(source)
        assert caught.value.code == Code.MODEL_DAMAGED
        assert "\n" not in caught.value.message
