from __future__ import annotations

import gzip
import io
import pickle
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.models import scan, statedict


class Bomb:
    """Touches a file as soon as it is unpickled without care."""

    def __init__(self, canary: Path) -> None:
        self.canary = canary

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.canary,)


def torch_file(content: object, *, legacy: bool = False) -> bytes:
    stream = io.BytesIO()
    torch.save(content, stream, _use_new_zipfile_serialization=not legacy)
    return stream.getvalue()


def zipped(name: str, content: bytes, method: int = zipfile.ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def tarred(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return stream.getvalue()


def text_pickle(canary: Path) -> bytes:
    return f"cpathlib\nPath\n(S'{canary}'\ntR.".encode()


DISGUISES: dict[str, Callable[[Path], bytes]] = {
    "model.pt": lambda canary: torch_file({"a": torch.ones(2), "b": Bomb(canary)}),
    "model.pth": lambda canary: torch_file({"a": torch.ones(2), "b": Bomb(canary)}, legacy=True),
    "module.pt": lambda canary: torch_file(torch.nn.Linear(2, 2)),
    "plain.bin": lambda canary: pickle.dumps(Bomb(canary)),
    "protocol0.pt": lambda canary: pickle.dumps(Bomb(canary), protocol=0),
    "protocol1.ckpt": lambda canary: pickle.dumps(Bomb(canary), protocol=1),
    "text.pt": text_pickle,
    "renamed.safetensors": lambda canary: pickle.dumps(Bomb(canary)),
    "renamed-text.safetensors": text_pickle,
    "renamed-zip.safetensors": lambda canary: torch_file({"b": Bomb(canary)}),
    "renamed.onnx": lambda canary: pickle.dumps(Bomb(canary), protocol=0),
    "tar.pt": lambda canary: tarred("pickle", pickle.dumps(Bomb(canary))),
    "gzip.pt": lambda canary: gzip.compress(pickle.dumps(Bomb(canary))),
    "deflated.pt": lambda canary: zipped("x/data.pkl", pickle.dumps(Bomb(canary)), zipfile.ZIP_DEFLATED),
    "hidden-member.pt": lambda canary: zipped("x/weights", pickle.dumps(Bomb(canary))),
    "second.pt": lambda canary: pickle.dumps({"a": 1}) + pickle.dumps(Bomb(canary)),
}


@pytest.mark.parametrize("name", DISGUISES)
def test_a_pickle_with_code_is_never_run_in_any_disguise(tmp_path: Path, name: str) -> None:
    canary = tmp_path / "canary"
    path = tmp_path / name
    path.write_bytes(DISGUISES[name](canary))
    with pytest.raises(KDError) as caught:
        statedict.read(path)
    assert caught.value.code == Code.MODEL_CONTAINS_CODE
    assert caught.value.message.startswith("This file contains code. KD Studio does not run it.")
    assert not canary.exists()


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_a_name_hidden_in_the_memo_is_found(tmp_path: Path, protocol: int) -> None:
    canary = tmp_path / "canary"
    path = tmp_path / "model.pt"
    path.write_bytes(pickle.dumps(["touch", "pathlib", Bomb(canary), "x", Bomb(canary)], protocol=protocol))
    with pytest.raises(KDError) as caught:
        scan.kind_of(path)
    assert caught.value.code == Code.MODEL_CONTAINS_CODE
    assert not canary.exists()


def exported(path: Path) -> None:
    torch.export.save(torch.export.export(torch.nn.Linear(2, 2), (torch.ones(1, 2),)), path)


def scripted(path: Path) -> None:
    with pytest.warns(DeprecationWarning, match="torch.jit"):
        torch.jit.save(torch.jit.trace(torch.nn.Linear(2, 2), torch.ones(1, 2)), path)


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("model.pt2", exported, "torch.export"),
        ("model.pt", scripted, "TorchScript"),
        ("model.h5", lambda path: path.write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(512)), "Keras"),
        ("model.keras", lambda path: path.write_bytes(zipped("model.weights.h5", b"\x89HDF\r\n\x1a\n")), "Keras"),
        ("model.ort", lambda path: path.write_bytes(b"\x18\0\0\0ORTM" + bytes(64)), "ONNX Runtime"),
    ],
)
def test_programs_are_refused_by_their_type_with_advice(
    tmp_path: Path, name: str, make: Callable[[Path], object], words: str
) -> None:
    path = tmp_path / name
    make(path)
    with pytest.raises(KDError) as caught:
        statedict.read(path)
    assert caught.value.code == Code.MODEL_FORMAT
    assert words in caught.value.message
    assert "safetensors" in caught.value.hint or "ONNX" in caught.value.hint


@pytest.mark.parametrize("content", [b"", b"hello", b"\0" * 2000, b"\x89PNG\r\n\x1a\n" + bytes(100), zipped("a", b"b")])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.pt"
    path.write_bytes(content)
    with pytest.raises(KDError) as caught:
        statedict.read(path)
    assert caught.value.code == Code.MODEL_FORMAT


def test_a_zip_that_claims_several_disks_is_damaged(tmp_path: Path) -> None:
    content = bytearray(torch_file({"a": torch.ones(2)}))
    content[content.rindex(b"PK\x06\x07") + 16] = 9
    path = tmp_path / "model.pt"
    path.write_bytes(content)
    with pytest.raises(KDError) as caught:
        statedict.read(path)
    assert caught.value.code == Code.MODEL_DAMAGED


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(KDError) as caught:
        statedict.read(tmp_path / "none.pt")
    assert caught.value.code == Code.MODEL_NOT_FOUND
