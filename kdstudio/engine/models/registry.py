"""The architectures: one decorated builder each, discovered by importing the modules of :mod:`.nets`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from torch import nn

from kdstudio.core.catalog import FOLDER, TIMM
from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput, InputSpec
from kdstudio.core.recipe import TaskKind
from kdstudio.engine.models import huggingface, timm
from kdstudio.engine.models.architecture import Architecture, Builder, NoParams

_REGISTRY: dict[str, Architecture] = {}


def architecture(
    name: str,
    *,
    title: str,
    family: str,
    summary: str,
    task: TaskKind = "image-classification",
    params: type[msgspec.Struct] = NoParams,
    reference_size: int = 32,
    minimum_size: int = 8,
) -> Callable[[Builder], Builder]:
    """Register a builder under ``name``."""

    def register(build: Builder) -> Builder:
        if name in _REGISTRY:
            raise ValueError(f"two architectures are called {name}")
        _REGISTRY[name] = Architecture(name, title, family, summary, task, params, build, reference_size, minimum_size)
        return build

    return register


def all_architectures() -> dict[str, Architecture]:
    """Every architecture by name: module by module, in the order of each, whichever was imported first."""
    package = importlib.import_module("kdstudio.engine.models.nets")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return dict(sorted(_REGISTRY.items(), key=lambda item: item[1].build.__module__))


def find(name: str) -> Architecture:
    """The architecture called ``name``; raises ``ARCHITECTURE_UNKNOWN`` when there is none."""
    if name.startswith(TIMM):
        return timm.architecture(name)
    if name == FOLDER:
        return huggingface.ARCHITECTURE
    found = all_architectures().get(name)
    if found is None:
        raise KDError(
            Code.ARCHITECTURE_UNKNOWN, f"There is no architecture “{name}”.", "“kdstudio models” lists all of them."
        )
    return found


def build(name: str, params: Mapping[str, Any], input: InputSpec, classes: int) -> nn.Module:
    """A network with fresh weights, drawn from torch's global generator; ``hf-folder`` takes those of its folder.

    Raises ``ARCHITECTURE_UNKNOWN``, ``RECIPE_INVALID`` for a bad setting, or ``MODEL_MISMATCH`` where the
    network cannot take the input.
    """
    found = find(name)
    try:
        settings = msgspec.convert(dict(params), found.params)
    except msgspec.ValidationError as error:
        raise KDError(Code.RECIPE_INVALID, f"Settings of {found.title}: {error}.", "Correct that setting.") from None
    _check_input(found, input)
    return found.build(settings, input, classes)


def _check_input(found: Architecture, input: InputSpec) -> None:
    kind: TaskKind = "image-classification" if isinstance(input, ImageInput) else "text-classification"
    if found.task not in (kind, None):
        taken, given = ("images", "texts") if found.task == "image-classification" else ("texts", "images")
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{found.title} takes {taken}, but the data holds {given}.",
            "Choose an architecture for this task; “kdstudio models” lists them.",
        )
    if isinstance(input, ImageInput) and input.size < found.minimum_size:
        raise KDError(
            Code.MODEL_MISMATCH,
            f"Images of {input.size}×{input.size} pixels are too small for {found.title}.",
            f"Set data.image_size to {found.minimum_size} or more.",
        )
