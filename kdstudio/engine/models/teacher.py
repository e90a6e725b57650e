"""What a teacher is to the loop, wherever it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from kdstudio.core.inputs import InputSpec
from kdstudio.engine.data.dataset import Examples


@dataclass(frozen=True)
class Query:
    """A batch as a teacher sees it: the student's own inputs, and which examples of which split they are.

    ``index`` is ``(B,)`` into ``examples``; a teacher that is a file of predictions looks its rows up by id.
    """

    inputs: dict[str, Tensor]
    examples: Examples
    index: NDArray[np.int64]


class Teacher(Protocol):
    """A source of logits over the data's classes, in the data's label order.

    ``fingerprint`` identifies weights and settings for the cache. ``module`` is the network where there is one
    (methods that read features need it). ``sees_views`` is false where only unchanged examples have answers.
    ``size_bytes`` and ``parameters`` are None where unknown.
    """

    title: str
    fingerprint: str
    module: nn.Module | None
    sees_views: bool
    size_bytes: int | None
    parameters: int | None

    def logits(self, query: Query) -> Tensor:
        """Logits float32 ``(B, C)`` (log-probabilities where only probabilities are known), without gradient."""


class ModuleTeacher:
    """A network as a teacher: frozen, in evaluation mode, asked without gradient.

    ``input`` is what ``module`` itself takes, where that is known; images of that size are what it is measured on.
    ``adapt`` turns the student's images into the network's, where they differ. ``order`` int64 ``(C,)`` picks the
    answer of each of the data's classes, where the network has others. ``fingerprint`` must change with the weights
    (see :func:`fingerprint`); adapter and order are added to it here.
    """

    sees_views = True

    def __init__(
        self,
        module: nn.Module,
        title: str,
        fingerprint: str,
        *,
        input: InputSpec | None = None,
        adapt: nn.Module | None = None,
        order: Tensor | None = None,
    ) -> None:
        self.input = input
        self.module: nn.Module | None = module.eval().requires_grad_(False)
        self.title = title
        settings = [repr(adapt), *(str(buffer.tolist()) for buffer in adapt.buffers())] if adapt else []
        parts = (fingerprint, *settings, str(order.tolist() if order is not None else ""))
        self.fingerprint = hashlib.sha256("\n".join(parts).encode()).hexdigest()
        self.parameters: int | None = sum(parameter.numel() for parameter in module.parameters())
        self.size_bytes: int | None = size_bytes(module)
        self._network = module
        self._adapt = adapt
        self._order = order

    def logits(self, query: Query) -> Tensor:
        """Logits float32 ``(B, C)``, on the device of the inputs."""
        inputs = query.inputs
        with torch.no_grad():
            if self._adapt is not None:
                inputs = {**inputs, "pixel_values": self._adapt(inputs["pixel_values"])}
            logits: Tensor = self._network(**inputs)
        logits = logits.float()
        return logits if self._order is None else logits[:, self._order.to(logits.device)]


def size_bytes(module: nn.Module) -> int:
    """Bytes of all parameters and buffers as they are in memory."""
    tensors = (*module.parameters(), *module.buffers())
    return sum(tensor.numel() * tensor.element_size() for tensor in tensors)


def fingerprint(module: nn.Module) -> str:
    """SHA-256 over names, types, shapes and values of all parameters and buffers."""
    digest = hashlib.sha256()
    for name, tensor in module.state_dict().items():
        digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}".encode())
        digest.update(tensor.detach().cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()
