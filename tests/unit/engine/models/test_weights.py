from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.models import weights


def write(path: Path, header: object, body: bytes) -> Path:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + body)
    return path


def entry(start: int, stop: int, shape: list[int] | None = None, dtype: str = "F32") -> dict[str, object]:
    return {"dtype": dtype, "shape": shape or [(stop - start) // 4], "data_offsets": [start, stop]}


@pytest.mark.parametrize(
    ("header", "body", "words"),
    [
        ({"a": entry(0, 8), "b": entry(4, 12)}, bytes(12), "“b” overlaps"),
        ({"a": entry(0, 4), "b": entry(8, 12)}, bytes(12), "hole of 4 bytes before the tensor “b”"),
        ({"a": entry(0, 8)}, bytes(4), "is cut"),
        ({"a": entry(0, 8)}, bytes(12), "bytes that belong to no tensor"),
        ({"a": entry(0, 8, [3])}, bytes(8), "“a” does not have the size"),
        ({"a": entry(0, 4, [-1])}, bytes(4), "“a” does not have the size"),
        ({"a": entry(0, 4, dtype="X9")}, bytes(4), "unknown type X9"),
        ({"a": 3}, b"", "not a table of tensors"),
        ([1, 2], b"", "not a table of tensors"),
        (b"{", b"", "not a table of tensors"),
        (b"\xff\xfe{}", b"", "not a table of tensors"),
        (b"[" * 100_000, b"", "not a table of tensors"),
    ],
)
def test_a_damaged_file_is_refused_with_its_cause(tmp_path: Path, header: object, body: bytes, words: str) -> None:
    with pytest.raises(KDError) as caught:
        weights.read_safetensors(write(tmp_path / "m.safetensors", header, body))
    assert caught.value.code == Code.MODEL_DAMAGED
    assert words in caught.value.message


@pytest.mark.parametrize("content", [b"", b"abc", (1 << 60).to_bytes(8, "little") + b"{}"])
def test_a_file_without_a_header_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "m.safetensors"
    path.write_bytes(content)
    with pytest.raises(KDError) as caught:
        weights.read_safetensors(path)
    assert caught.value.code == Code.MODEL_DAMAGED


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_weights_that_are_not_numbers_are_named(tmp_path: Path, value: float) -> None:
    path = tmp_path / "m.safetensors"
    weights.write_safetensors(path, {"fine": torch.ones(2), "layer1.weight": torch.tensor([1.0, value])})
    with pytest.raises(KDError) as caught:
        weights.read_safetensors(path)
    assert caught.value.code == Code.MODEL_DAMAGED
    assert "layer1.weight" in caught.value.message


def test_a_model_too_big_for_memory_is_refused_from_its_header(tmp_path: Path) -> None:
    size = 1 << 42
    path = write(tmp_path / "huge.safetensors", {"a": entry(0, size)}, b"")
    start = path.stat().st_size
    with path.open("r+b") as stream:
        stream.truncate(start + size)
    with pytest.raises(KDError) as caught:
        weights.read_safetensors(path)
    assert caught.value.code == Code.MODEL_TOO_LARGE
    assert "4,398.0 GB" in caught.value.message


def test_tied_weights_are_written_for_each_name(tmp_path: Path) -> None:
    tensor = torch.rand(3, 3)
    weights.write_safetensors(tmp_path / "m.safetensors", {"a": tensor, "b": tensor})
    state = weights.read_safetensors(tmp_path / "m.safetensors")
    assert torch.equal(state["a"], tensor)
    assert torch.equal(state["b"], tensor)
