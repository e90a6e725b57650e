"""One file a format beside ONNX, found by discovery: each module here that has a ``FORMAT``.

They are for targets that have one of their own; none of their packages is needed for anything else.
"""

from __future__ import annotations

import importlib
import pkgutil
import shutil
from collections.abc import Iterable
from pathlib import Path

from torch import nn

from kdstudio.core.deliverable import OtherFormat
from kdstudio.core.inputs import ImageInput
from kdstudio.engine.data.dataset import Dataset
from kdstudio.export.others.base import Format, still

_MODULES = (importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
FORMATS: dict[str, Format] = {
    module.__name__.rpartition(".")[2]: module.FORMAT for module in _MODULES if hasattr(module, "FORMAT")
}
"""Every format by the name of its module."""


def write(
    folder: Path, module: nn.Module, dataset: Dataset, names: Iterable[str]
) -> tuple[tuple[OtherFormat, ...], list[str]]:
    """Write those of ``names`` whose package is installed; what was made, and a sentence for each that was not."""
    assert isinstance(dataset.input, ImageInput)
    made, problems = [], []
    for found in (FORMATS[name] for name in names):
        if not found.available():
            continue
        try:
            with still(module):
                made.append(found.write(folder, module, dataset, dataset.input))
        except OSError:
            raise
        except Exception as error:  # converters let errors of every kind through
            shutil.rmtree(folder / found.folder, ignore_errors=True)
            detail = (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")[:300]
            problems.append(f"{found.title} was left out; its converter gave up: {detail}.")
    return tuple(made), problems
