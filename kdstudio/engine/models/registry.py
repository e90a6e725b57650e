"""The architectures: one decorated builder each, discovered by importing the modules of this package."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import InputSpec
from kdstudio.core.recipe import TaskKind


class Network(Protocol):
    """What a builder returns is an ``nn.Module`` called with the task's keyword arguments, giving logits ``(B, C)``."""

    def __call__(self, **inputs: Tensor) -> Tensor:
        """Logits of a batch."""


class NoParams(msgspec.Struct, frozen=True):
    """An architecture without settings."""


Builder = Callable[[Any, InputSpec, int], nn.Module]


@dataclass(frozen=True)
class Architecture:
    """A named network: ``build(params, input, classes)`` makes one with fresh weights."""

    name: str
    title: str
    family: str
    summary: str
    task: TaskKind
    params: type[msgspec.Struct]
    build: Builder


_REGISTRY: dict[str, Architecture] = {}


def architecture(
    name: str,
    *,
    title: str,
    family: str,
    summary: str,
    task: TaskKind = "image-classification",
    params: type[msgspec.Struct] = NoParams,
) -> Callable[[Builder], Builder]:
    """Register a builder under ``name``."""

    def register(build: Builder) -> Builder:
        if name in _REGISTRY:
            raise ValueError(f"two architectures are called {name}")
        _REGISTRY[name] = Architecture(name, title, family, summary, task, params, build)
        return build

    return register


def all_architectures() -> dict[str, Architecture]:
    """Every architecture by name, in order of registration."""
    package = importlib.import_module("kdstudio.engine.models")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return _REGISTRY


def build(name: str, params: Mapping[str, Any], input: InputSpec, classes: int) -> nn.Module:
    """A network with fresh weights, drawn from torch's global generator.

    Raises ``ARCHITECTURE_UNKNOWN``, ``RECIPE_INVALID`` for a bad setting, or ``MODEL_MISMATCH`` where the
    network cannot take the input.
    """
    found = all_architectures().get(name)
    if found is None:
        raise KDError(Code.ARCHITECTURE_UNKNOWN, f"There is no architecture “{name}”.", "“kdstudio models” lists all.")
    try:
        settings = msgspec.convert(dict(params), found.params)
    except msgspec.ValidationError as error:
        raise KDError(Code.RECIPE_INVALID, f"Settings of {found.title}: {error}.", "Correct that setting.") from None
    return found.build(settings, input, classes)
