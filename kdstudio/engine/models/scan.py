"""What a model file really is, told from its content before anything in it is believed.

A pickle is a program. Only those that do nothing but put tensors together are let through, and they are then read by
torch's own restricted reader, which checks again. Everything else that can hold code is refused by its type.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import pickletools
import tarfile
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Literal

from kdstudio.core.errors import Code, KDError

Kind = Literal["torch", "safetensors", "other"]

_TENSOR_PARTS = {
    *(f"torch.{name}Storage" for name in ("Float", "Double", "Half", "BFloat16", "Long", "Int", "Short", "Char")),
    *(f"torch.{name}" for name in ("ByteStorage", "BoolStorage", "Size", "device", "Tensor")),
    *(f"torch.{name}" for name in ("float32", "float64", "float16", "bfloat16", "int64", "int32", "int16", "int8")),
    *(f"torch.{name}" for name in ("uint8", "bool")),
    *(f"torch._utils.{name}" for name in ("_rebuild_tensor", "_rebuild_tensor_v2", "_rebuild_parameter")),
    "torch.storage.UntypedStorage",
    "torch.storage.TypedStorage",
    "torch.nn.parameter.Parameter",
    "torch.serialization._get_layout",
    "collections.OrderedDict",
    "collections.Counter",
}
"""Every name that a file of plain tensors may call."""

ZIP = b"PK\x03\x04"
_HDF5, _NUMPY, _ORT = b"\x89HDF\r\n\x1a\n", b"\x93NUMPY", b"ORTM"
_OPENERS: dict[bytes, Callable[[Path], io.BufferedIOBase]] = {
    b"\x1f\x8b": gzip.GzipFile,
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ": lzma.LZMAFile,
}
_PICKLE_STARTS = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")
_NOT_A_PICKLE = (ValueError, IndexError, EOFError, OverflowError, MemoryError)
_MAX_PROGRAM = 16 << 20
_LEGACY_PARTS = 5
_TO_ONNX = "Convert it to ONNX where it was made (for Keras: python -m tf2onnx), and choose it as an ONNX teacher."
_TO_TENSORS = (
    "Load it once where it was made and save the tensors alone: "
    "safetensors.torch.save_file(model.state_dict(), “model.safetensors”)."
)


def kind_of(path: Path) -> Kind:
    """Tell a file's kind, refusing whatever holds code or cannot be read without running it.

    ``torch`` is a state dict of tensors, ``other`` something without code that this module does not know, such as ONNX.
    Raises ``MODEL_NOT_FOUND``, ``MODEL_CONTAINS_CODE`` or ``MODEL_FORMAT``.
    """
    try:
        with path.open("rb") as stream, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pickletools warns about bytes that turn out not to be a pickle
            return _kind(path, stream)
    except OSError as error:
        raise KDError(
            Code.MODEL_NOT_FOUND, f"{path} could not be read: {error.strerror or error}.", "Check the path."
        ) from None


def _kind(path: Path, stream: IO[bytes]) -> Kind:
    head = stream.read(512)
    stream.seek(0)
    if head.startswith(_HDF5):
        raise _refused(path, "is a Keras or HDF5 file, which may hold code", _TO_ONNX)
    if head[4:8] == _ORT:
        raise _refused(path, "is in ONNX Runtime’s own format", "Choose the ONNX file that it was made from.")
    if head.startswith(ZIP):
        return _zip(path, stream)
    if head[257:262] == b"ustar" or _is_tar(stream):
        return _tar(path, stream)
    for magic, opener in _OPENERS.items():
        if head.startswith(magic):
            return _compressed(path, opener(path))
    stream.seek(0)
    program = stream.read(_MAX_PROGRAM)
    if _is_pickle(program):
        _check_pickles(path, io.BytesIO(program))
        return "torch"
    if head[8:9] == b"{" and not head.startswith(_NUMPY):
        return "safetensors"
    return "other"


def _zip(path: Path, stream: IO[bytes]) -> Kind:
    try:
        with zipfile.ZipFile(stream) as archive:
            names = [Path(name) for name in archive.namelist()]
            if any(name.suffix == ".h5" or name.name in ("keras_metadata.pb", "saved_model.pb") for name in names):
                raise _refused(path, "is a Keras model, which may hold code", _TO_ONNX)
            if any(name.name == "constants.pkl" or "code" in name.parts[:2] for name in names):
                raise _refused(path, "is a TorchScript program", _TO_TENSORS)
            if any(name.name in ("archive_format", "serialized_exported_program.json") for name in names):
                raise _refused(path, "is a program saved by torch.export", _TO_TENSORS)
            _check_members(path, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError) as error:
        raise KDError(
            Code.MODEL_DAMAGED, f"{path.name} is damaged: {error}.", "Save the model again, or copy the file anew."
        ) from None
    if not any(name.name == "data.pkl" for name in names):
        raise unknown(path)
    return "torch"


def _check_members(path: Path, archive: zipfile.ZipFile) -> None:
    for member in archive.infolist():
        with archive.open(member) as stream:
            if not (member.filename.endswith(".pkl") or stream.read(2) in _PICKLE_STARTS):
                continue
        if member.file_size > _MAX_PROGRAM:
            raise unknown(path)
        with archive.open(member) as stream:
            _check_pickles(path, stream)


def _is_tar(stream: IO[bytes]) -> bool:
    stream.seek(0)
    try:
        return tarfile.is_tarfile(stream)
    except (OSError, ValueError):
        return False
    finally:
        stream.seek(0)


def _tar(path: Path, stream: IO[bytes]) -> Kind:
    """PyTorch before 0.2 saved tar files; their pickles are looked at only to name the reason for refusing them."""
    stream.seek(0)
    try:
        with tarfile.open(fileobj=stream, mode="r:") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isfile() else None
                program = content.read(_MAX_PROGRAM) if content else b""
                if _is_pickle(program):
                    _check_pickles(path, io.BytesIO(program))
    except (tarfile.TarError, EOFError) as error:
        raise KDError(Code.MODEL_DAMAGED, f"{path.name} is damaged: {error}.", "Copy the file anew.") from None
    raise unknown(path)


def _compressed(path: Path, stream: io.BufferedIOBase) -> Kind:
    try:
        with stream:
            program = stream.read(_MAX_PROGRAM)
    except (OSError, EOFError, zlib.error, lzma.LZMAError):
        raise unknown(path) from None
    if _is_pickle(program):
        _check_pickles(path, io.BytesIO(program))
    raise unknown(path)


def _is_pickle(head: bytes) -> bool:
    """Whether the bytes start with a pickle of any protocol; most other files fail at the first one."""
    try:
        return sum(1 for _ in pickletools.genops(head)) > 1
    except _NOT_A_PICKLE:
        return head[:2] in _PICKLE_STARTS


def _check_pickles(path: Path, stream: IO[bytes]) -> None:
    """Refuse names outside :data:`_TENSOR_PARTS` in the pickles at the start of a stream (old files hold five)."""
    try:
        for _ in range(_LEGACY_PARTS):
            for name in _called(stream):
                if name not in _TENSOR_PARTS:
                    raise contains_code(path, ascii(name)[1:-1][:80])
    except _NOT_A_PICKLE:
        return  # what follows the last pickle is raw numbers; torch's reader judges the rest


def _called(stream: IO[bytes]) -> Iterator[str]:
    """The dotted name of everything one pickle can call; “?” where the name is computed."""
    words: list[str] = []
    kept: dict[object, str] = {}
    for opcode, argument, _ in pickletools.genops(stream):
        match opcode.name:
            case "GLOBAL" | "INST":
                yield str(argument).replace(" ", ".")
            case "STACK_GLOBAL":
                yield ".".join(words[-2:]) if len(words) >= 2 else "?"
            case "EXT1" | "EXT2" | "EXT4":
                yield "?"
            case "MEMOIZE" | "PUT" | "BINPUT" | "LONG_BINPUT":
                kept[len(kept) if argument is None else argument] = words[-1] if words else "?"
            case "GET" | "BINGET" | "LONG_BINGET":
                words.append(kept.get(argument, "?"))
            case _ if isinstance(argument, str):
                words.append(argument)
            case _:
                pass


def contains_code(path: Path, what: str) -> KDError:
    """The refusal of a file that is a program."""
    return KDError(
        Code.MODEL_CONTAINS_CODE,
        f"This file contains code. KD Studio does not run it. ({path.name} calls {what}.)",
        _TO_TENSORS,
    )


def _refused(path: Path, what: str, hint: str) -> KDError:
    return KDError(Code.MODEL_FORMAT, f"{path.name} {what}. KD Studio does not run it.", hint)


def unknown(path: Path) -> KDError:
    """The refusal of a file of another kind."""
    return KDError(
        Code.MODEL_FORMAT,
        f"{path.name} is not a file of weights that KD Studio reads.",
        "Give a safetensors file, a PyTorch state dict (.pt), an ONNX file, or a model folder.",
    )
