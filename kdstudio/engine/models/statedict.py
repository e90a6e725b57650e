"""A state dict from a file: safetensors, or PyTorch's own format read by its restricted reader."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.models import scan, weights

_WRAPPERS = ("state_dict", "model_state_dict", "model", "net", "network", "student", "teacher")
_PREFIXES = ("module.", "_orig_mod.")


def read(path: Path) -> dict[str, Tensor]:
    """Tensors by name, floating point ones as float32, without what training scripts wrap around them.

    Raises what :func:`scan.kind_of` and :func:`weights.read_safetensors` raise, or ``MODEL_DAMAGED``.
    """
    kind = scan.kind_of(path)
    if kind == "torch":
        return _read_torch(path)
    if kind == "safetensors" or path.suffix == ".safetensors":
        return weights.read_safetensors(path)
    raise scan.unknown(path)


def _read_torch(path: Path) -> dict[str, Tensor]:
    weights.require_memory(2 * path.stat().st_size, path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # torch warns about storages of its own older versions
            content = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # torch raises a dozen classes, that of pickle among them
        if type(error).__name__ == "UnpicklingError":
            raise scan.contains_code(path, "something that is not a tensor") from error
        raise KDError(
            Code.MODEL_DAMAGED,
            f"{path.name} could not be read as a PyTorch file: {_first_line(error)}.",
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


def renamed(module: nn.Module, state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The state under the network's own names, where another implementation of it gave other ones.

    Implementations of one architecture list their tensors in the order of the forward pass. So where the names
    differ but the whole sequence of shapes fits, tensors are taken in order; else the state is returned as it is.
    """
    wanted = {name: tensor for name, tensor in module.state_dict().items() if not weights.is_counter(name)}
    given = {name: tensor for name, tensor in state.items() if not weights.is_counter(name)}
    if wanted.keys() == given.keys():
        return dict(state)
    shapes = [[tensor.shape for tensor in tensors.values()] for tensors in (wanted, given)]
    return dict(zip(wanted, given.values(), strict=True)) if shapes[0] == shapes[1] else dict(state)


def outputs(state: Mapping[str, Tensor]) -> int:
    """The number of classes of a network's state: the length of its last tensor, which is the head's bias."""
    last = [tensor for name, tensor in state.items() if not weights.is_counter(name)][-1]
    return last.shape[0] if last.dim() else 0


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200].rstrip(".")
