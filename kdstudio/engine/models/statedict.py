"""A state dict from a file: safetensors, or PyTorch's own format read by its restricted reader."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError, first_line
from kdstudio.engine.memory import require_memory
from kdstudio.engine.models import scan, weights

_WRAPPERS = ("state_dict", "model_state_dict", "model", "net", "network", "student", "teacher")
_PREFIXES = ("module.", "_orig_mod.")


@dataclass(frozen=True)
class State:
    """Tensors by name. ``ordered`` says that they stand in the network's own order; safetensors files are sorted."""

    tensors: dict[str, Tensor]
    ordered: bool


def read(path: Path) -> State:
    """The tensors of a file, floating point ones as float32, without what training scripts wrap around them.

    Raises what :func:`scan.kind_of` and :func:`weights.read_safetensors` raise, or ``MODEL_DAMAGED``.
    """
    kind = scan.kind_of(path)
    if kind == "torch":
        return State(_read_torch(path), ordered=True)
    if kind == "safetensors" or path.suffix == ".safetensors":
        return State(weights.read_safetensors(path), ordered=False)
    raise scan.unknown(path)


def _read_torch(path: Path) -> dict[str, Tensor]:
    require_memory(2 * path.stat().st_size, path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # torch warns about storages of its own older versions
            content = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # torch raises a dozen classes, that of pickle among them
        if type(error).__name__ == "UnpicklingError":
            raise scan.contains_code(path, "something that is not a tensor") from error
        raise KDError(
            Code.MODEL_DAMAGED,
            f"{path.name} could not be read as a PyTorch file: {first_line(error)}.",
            "Save the model again, or copy the file anew.",
        ) from error
    state = {name: weights.full(tensor) for name, tensor in _tensors(path, content).items()}
    weights.require_finite(state, path)
    return state


def _tensors(path: Path, content: Any) -> dict[str, Tensor]:
    found = {}
    while isinstance(content, Mapping) and (inner := _wrapped(content)) is not None:
        content = inner
    if isinstance(content, Mapping):
        found = {name: value for name, value in content.items() if isinstance(name, str) and _is_plain(value)}
    if not found:
        raise KDError(
            Code.MODEL_FORMAT,
            f"{path.name} holds no state dict.",
            "Save model.state_dict(), not the optimiser or a single tensor.",
        )
    for prefix in _PREFIXES:
        if all(name.startswith(prefix) for name in found):
            found = {name.removeprefix(prefix): value for name, value in found.items()}
    return found


def _wrapped(content: Mapping[Any, Any]) -> Mapping[Any, Any] | None:
    return next((content[name] for name in _WRAPPERS if isinstance(content.get(name), Mapping)), None)


def _is_plain(value: Any) -> bool:
    return isinstance(value, Tensor) and value.layout is torch.strided and not value.is_quantized


def named(module: nn.Module, state: State) -> dict[str, Tensor]:
    """The tensors under the network's own names, where another implementation of it gave other ones.

    Implementations of one architecture list their tensors in the order of the forward pass. So where the names
    differ but the whole sequence of shapes fits, tensors are taken in order; else they are returned as they are.
    """
    wanted, given = _learned(module.state_dict()), _learned(state.tensors)
    shapes = [[tensor.shape for tensor in tensors.values()] for tensors in (wanted, given)]
    if not state.ordered or wanted.keys() == given.keys() or shapes[0] != shapes[1]:
        return state.tensors
    return dict(zip(wanted, given.values(), strict=True))


def outputs(module: nn.Module, state: State) -> int:
    """How many classes the tensors answer for, told from the head of a network of the same architecture."""
    name, own = list(_learned(module.state_dict()).items())[-1]
    given = _learned(state.tensors)
    found = given.get(name, list(given.values())[-1] if state.ordered else own)
    return found.shape[0] if found.dim() else 0


def _learned(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor for name, tensor in tensors.items() if not weights.is_counter(name)}
