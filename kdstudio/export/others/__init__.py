"""Formats beside ONNX, for targets that have one of their own; none of their packages is needed for anything else."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from torch import nn

from kdstudio.core.deliverable import OtherFormat
from kdstudio.core.inputs import ImageInput
from kdstudio.engine.data.dataset import Dataset
from kdstudio.export.others import coreml, litert
from kdstudio.export.others.base import Format, still

FORMATS: dict[str, Format] = {"coreml": coreml.FORMAT, "litert": litert.FORMAT}


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
