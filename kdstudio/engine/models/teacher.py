"""What a teacher is to the loop, wherever it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

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
    ``named`` is false where nobody knows the names of its answers, which are then taken in label order. ``size_bytes``
    and ``parameters`` are None where unknown.
    """

    title: str
    fingerprint: str
    module: nn.Module | None
    sees_views: bool
    named: bool
    size_bytes: int | None
    parameters: int | None

    def logits(self, query: Query) -> Tensor:
        """Logits float32 ``(B, C)`` (log-probabilities where only probabilities are known), without gradient."""


class ModuleTeacher:
    """A network as a teacher: frozen, in evaluation mode, asked without gradient.

    ``module`` takes the student's own inputs and answers in the data's label order: see :class:`Adapted`.
    ``fingerprint`` must change with the weights (see :func:`fingerprint`); what is adapted is added to it here.
    """

    sees_views = True

    def __init__(self, module: nn.Module, title: str, fingerprint: str, *, named: bool = True) -> None:
        self.named = named
        self.module: nn.Module | None = module.eval().requires_grad_(False)
        self.title = title
        self.fingerprint = hashlib.sha256(f"{fingerprint} {_changes(module)}".encode()).hexdigest()
        self.parameters: int | None = sum(parameter.numel() for parameter in module.parameters())
        self.size_bytes: int | None = size_bytes(module)
        self._network = module

    def logits(self, query: Query) -> Tensor:
        """Logits float32 ``(B, C)``, on the device of the inputs."""
        with torch.no_grad():
            logits: Tensor = self._network(**query.inputs)
        return logits.float()


class Adapted(nn.Module):
    """A network between the data and its classes.

    ``adapt`` turns the data's images into those of ``network``, where they differ; ``order`` int64 ``(C,)`` picks the
    answer of each of the data's classes, where ``network`` has others.
    """

    def __init__(self, network: nn.Module, adapt: nn.Module | None, order: Tensor | None) -> None:
        super().__init__()
        self.network = network
        self.adapt = adapt
        self.register_buffer("order", order)

    def _ordered(self, logits: Tensor) -> Tensor:
        return logits if self.order is None else logits[:, self.get_buffer("order")]


class AdaptedImages(Adapted):
    """For images."""

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Logits ``(B, C)`` in the data's label order of the data's images."""
        images = pixel_values if self.adapt is None else self.adapt(pixel_values)
        return self._ordered(self.network(pixel_values=images))


class AdaptedTexts(Adapted):
    """For texts, whose tokens are the same by then."""

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Logits ``(B, C)`` in the data's label order."""
        return self._ordered(self.network(input_ids=input_ids, attention_mask=attention_mask))


def _changes(module: nn.Module) -> str:
    """What an adapted network does to inputs and answers, as text."""
    if not isinstance(module, Adapted):
        return ""
    settings = [buffer.tolist() for buffer in module.adapt.buffers()] if module.adapt else []
    return f"{module.adapt!r} {settings} {module.order}"


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
