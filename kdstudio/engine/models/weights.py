"""Tensors on disk: reading a safetensors file without trusting it, and putting tensors into a network by name."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
import torch
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.memory import require_memory
from kdstudio.runs.files import write_atomic

_MAX_HEADER = 100_000_000
_BITS = {"F64": 64, "F32": 32, "F16": 16, "BF16": 16, "I64": 64, "I32": 32, "I16": 16, "I8": 8, "U8": 8, "BOOL": 8}
_SAVE_AGAIN = "Save the model again, or copy the file anew."


class _Entry(msgspec.Struct, frozen=True):
    """One tensor of a safetensors header; ``data_offsets`` count from the end of the header."""

    dtype: str
    shape: tuple[int, ...]
    data_offsets: tuple[int, int]


def read_header(path: Path) -> dict[str, _Entry]:
    """Check the header of a safetensors file against its size, without reading a tensor.

    Raises ``MODEL_NOT_FOUND``, or ``MODEL_DAMAGED`` naming the tensor with a hole, an overlap, a wrong size or an
    unknown type, or the file that is cut.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            length = int.from_bytes(stream.read(8), "little")
            if size < 8 or length > min(size - 8, _MAX_HEADER):
                raise _damaged(path, "its header is cut or longer than the file")
            text = stream.read(length)
    except OSError as error:
        raise KDError(Code.MODEL_NOT_FOUND, f"{path} could not be read: {error.strerror}.", "Check the path.") from None
    entries = _entries(path, text)
    _check_layout(path, entries, size - 8 - length)
    return entries


def _entries(path: Path, text: bytes) -> dict[str, _Entry]:
    try:
        raw = json.loads(text)
        if not isinstance(raw, dict):
            raise _damaged(path, "its header is not a table of tensors")
        raw.pop("__metadata__", None)
        return msgspec.convert(raw, dict[str, _Entry])
    except (ValueError, RecursionError) as error:
        raise _damaged(path, f"its header is not a table of tensors ({error})") from None


def _check_layout(path: Path, entries: Mapping[str, _Entry], available: int) -> None:
    position = 0
    for name, entry in sorted(entries.items(), key=lambda item: item[1].data_offsets):
        start, stop = entry.data_offsets
        bits = _BITS.get(entry.dtype)
        if bits is None:
            raise _damaged(path, f"the tensor “{name}” has the unknown type {entry.dtype}")
        if min(entry.shape, default=0) < 0 or stop - start != math.prod(entry.shape) * bits // 8:
            raise _damaged(path, f"the tensor “{name}” does not have the size its shape needs")
        if start < position:
            raise _damaged(path, f"the tensor “{name}” overlaps another one")
        if start > position:
            raise _damaged(path, f"there is a hole of {start - position} bytes before the tensor “{name}”")
        position = stop
    if position != available:
        difference = "is cut" if position > available else "has bytes that belong to no tensor"
        raise _damaged(path, f"it {difference}: the header counts {position:,} bytes, the file holds {available:,}")


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """All tensors of a file, half precision as float32; raises as :func:`read_header`, or ``MODEL_TOO_LARGE``."""
    from safetensors.torch import load_file

    entries = read_header(path)
    require_memory(sum(math.prod(entry.shape) for entry in entries.values()) * 4, path)
    state = {name: full(tensor) for name, tensor in load_file(path).items()}
    require_finite(state, path)
    return state


def write_safetensors(path: Path, state: Mapping[str, Tensor], *, half: bool = False) -> None:
    """Write tensors atomically. ``half`` stores float32 as float16 wherever the values fit into it."""
    from safetensors.torch import save

    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in state.items()}
    if half:
        tensors = {name: _halved(tensor) for name, tensor in tensors.items()}
    write_atomic(path, save(_own_memory(tensors)))


def _own_memory(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Tied weights are written once for each name, as safetensors refuses shared memory."""
    seen: set[int] = set()
    result = {}
    for name, tensor in tensors.items():
        result[name] = tensor.clone() if tensor.data_ptr() in seen else tensor
        seen.add(tensor.data_ptr())
    return result


def _halved(tensor: Tensor) -> Tensor:
    if tensor.dtype != torch.float32:
        return tensor
    half = tensor.half()
    return half if bool(half.isfinite().all()) else tensor


def full(tensor: Tensor) -> Tensor:
    """Floating point as float32; anything else as it is."""
    return tensor.float() if tensor.dtype in (torch.float16, torch.bfloat16, torch.float64) else tensor


def require_finite(state: Mapping[str, Tensor], path: Path) -> None:
    """Raise ``MODEL_DAMAGED`` naming the first tensor with a NaN or an infinity."""
    for name, tensor in state.items():
        if tensor.is_floating_point() and not bool(tensor.isfinite().all()):
            raise KDError(
                Code.MODEL_DAMAGED,
                f"{path.name} holds values that are not numbers (NaN or infinite) in the tensor “{name}”.",
                "The training that made it has diverged; take an earlier checkpoint.",
            )


def put(module: nn.Module, state: Mapping[str, Tensor], source: str, title: str) -> None:
    """Load tensors into a network by name; raises ``MODEL_MISMATCH`` naming what is missing, left over or misshapen."""
    wanted = module.state_dict()
    state = {name: tensor for name, tensor in state.items() if name in wanted or not is_counter(name)}
    missing = [name for name in wanted if name not in state and not is_counter(name)]
    extra = [name for name in state if name not in wanted]
    shapes = [
        f"{name} is {_shape(state[name])} and should be {_shape(tensor)}"
        for name, tensor in wanted.items()
        if name in state and state[name].shape != tensor.shape
    ]
    causes = [_list("lacks", missing), _list("also holds", extra), _list("has other shapes:", shapes)]
    if any(causes):
        raise KDError(
            Code.MODEL_MISMATCH,
            f"The weights in {source} do not fit {title}: the file {'; it '.join(filter(None, causes))}.",
            "Choose the architecture, its settings and the data that the weights were trained with.",
        )
    module.load_state_dict({**wanted, **state})


def is_counter(name: str) -> bool:
    """Batch norm's step counter changes nothing in an evaluation and older files lack it."""
    return name.endswith("num_batches_tracked")


def _shape(tensor: Tensor) -> str:
    return "×".join(map(str, tensor.shape)) or "a single number"


def _list(verb: str, names: Iterable[str]) -> str:
    listed = list(names)
    if not listed:
        return ""
    more = f" and {len(listed) - 3} more" if len(listed) > 3 else ""
    return f"{verb} {', '.join(listed[:3])}{more}"


def _damaged(path: Path, cause: str) -> KDError:
    return KDError(Code.MODEL_DAMAGED, f"{path.name} is damaged: {cause}.", _SAVE_AGAIN)
