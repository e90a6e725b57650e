"""Damaged bytes of every kind of model file end in a plain sentence or in a model, and in nothing else."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.torch import save

from kdstudio.core.errors import KDError
from kdstudio.engine.models import onnx_teacher, predictions_file, statedict
from tests.unit.engine.models.test_onnx_teacher import save as save_onnx

STATE = {"layer.weight": torch.arange(12.0).reshape(3, 4), "layer.bias": torch.zeros(3)}


def torch_bytes(*, legacy: bool) -> bytes:
    stream = io.BytesIO()
    torch.save(STATE, stream, _use_new_zipfile_serialization=not legacy)
    return stream.getvalue()


def numpy_bytes() -> bytes:
    stream = io.BytesIO()
    np.savez(stream, id=np.array(["a", "b"]), logits=np.ones((2, 3), np.float32))
    return stream.getvalue()


def onnx_bytes(folder: Path) -> bytes:
    return save_onnx(folder / "seed.onnx", ["n", 3, 16, 16]).read_bytes()


SEEDS: dict[str, Callable[[Path], bytes]] = {
    "zip.pt": lambda folder: torch_bytes(legacy=False),
    "legacy.pt": lambda folder: torch_bytes(legacy=True),
    "m.safetensors": lambda folder: save(STATE),
    "answers.npz": lambda folder: numpy_bytes(),
    "answers.csv": lambda folder: b"id,cat,dog\na,0.5,0.5\nb,0.1,0.9\n",
    "answers.jsonl": lambda folder: b'{"id": "a", "logits": [1, 2]}\n{"id": "b", "logits": [3, 4]}\n',
    "t.onnx": onnx_bytes,
}
READERS: dict[str, Callable[[Path], object]] = {
    ".pt": statedict.read,
    ".safetensors": statedict.read,
    ".npz": predictions_file.read,
    ".csv": predictions_file.read,
    ".jsonl": predictions_file.read,
    ".onnx": onnx_teacher.open_checked,
}


@pytest.mark.parametrize("name", SEEDS)
@settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damaged_bytes_end_in_words(tmp_path: Path, name: str, data: st.DataObject) -> None:
    content = bytearray(SEEDS[name](tmp_path))
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    start, stop = sorted((data.draw(st.integers(0, len(content))), data.draw(st.integers(0, len(content)))))
    match data.draw(st.sampled_from(["keep", "cut", "remove", "insert"])):
        case "cut":
            del content[stop:]
        case "remove":
            del content[start:stop]
        case "insert":
            content[start:start] = data.draw(st.binary(max_size=40))
    path = tmp_path / name
    path.write_bytes(content)
    with suppress(KDError):
        READERS[path.suffix](path)
