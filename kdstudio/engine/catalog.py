"""Writes ``resources/catalog.json`` from the methods and architectures that are registered here.

Run ``python -m kdstudio.engine.catalog`` after adding or changing one.
"""

from __future__ import annotations

import msgspec
import torch

from kdstudio.core import catalog as catalogs
from kdstudio.core import params
from kdstudio.core.catalog import ArchitectureInfo, Catalog, MethodInfo
from kdstudio.core.inputs import ImageInput, InputSpec, TextInput
from kdstudio.engine.methods import Method, all_methods
from kdstudio.engine.models.architecture import Architecture
from kdstudio.engine.models.figures import figures
from kdstudio.engine.models.registry import all_architectures
from kdstudio.runs.files import write_atomic

CLASSES = 10
TEXT = TextInput(max_length=64, vocabulary=8000, pad_id=0, tokenizer="")


def build() -> Catalog:
    """Every method and architecture of this package; another package's are known only where it is installed."""
    methods = sorted(all_methods().values(), key=lambda found: found.name)
    return Catalog(
        methods=tuple(_method(found) for found in methods if _is_own(found)),
        architectures=tuple(_architecture(found) for found in all_architectures().values()),
    )


def render(catalog: Catalog) -> bytes:
    """The same bytes for the same catalog, readable in a diff."""
    return msgspec.json.format(msgspec.json.encode(catalog), indent=1) + b"\n"


def write() -> None:
    """Bring the generated file up to date."""
    write_atomic(catalogs.path(), render(build()))


def reference_input(found: Architecture) -> InputSpec:
    """The input that an architecture's figures are given for."""
    if found.task == "text-classification":
        return TEXT
    return ImageInput(size=found.reference_size, channels=3, mean=(0.5,) * 3, std=(0.5,) * 3)


def _is_own(found: type[Method]) -> bool:
    return found.__module__.startswith("kdstudio.")


def _method(found: type[Method]) -> MethodInfo:
    return MethodInfo(
        name=found.name,
        title=found.title,
        summary=found.summary,
        paper=found.paper,
        tasks=found.tasks,
        needs=found.needs,
        minimum_classes=found.minimum_classes,
        params=params.specs(found.Params),
    )


def _architecture(found: Architecture) -> ArchitectureInfo:
    assert found.task is not None  # only names that are not registered leave it open
    input = reference_input(found)
    with torch.device("meta" if isinstance(input, ImageInput) else "cpu"):
        network = found.build(found.params(), input, CLASSES)
    return ArchitectureInfo(
        name=found.name,
        title=found.title,
        family=found.family,
        summary=found.summary,
        task=found.task,
        figures=figures(network, input),
        params=params.specs(found.params),
    )


if __name__ == "__main__":
    write()
