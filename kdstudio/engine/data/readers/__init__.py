"""One module for each way in which data is stored; a new format is a new module and a row in ``_FORMATS``.

A reader module has ``recognises(path, spec)``, which looks and never raises, and ``open(path, spec, kind)``.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Protocol, cast

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import DataSpec, TaskKind
from kdstudio.core.resources import resolve
from kdstudio.engine.data.readers import folder
from kdstudio.engine.data.source import Source

_FORMATS = ("idx", "csv", "jsonl", "parquet", "folder")
ACCEPTED = (
    "folders of images (class/, split/class/ or class/split/), IDX files, or a CSV, JSONL or Parquet table "
    "with a label column"
)


class Reader(Protocol):
    """What every module of this package has."""

    def recognises(self, path: Path) -> bool:
        """Whether this looks like the reader's format."""

    def open(self, path: Path, spec: DataSpec, kind: TaskKind) -> Source:
        """Open it; raises a ``DATA_…`` error where it turns out to be something else."""


def reader(format: str) -> Reader:
    """The reader of a format."""
    return cast("Reader", importlib.import_module(f"{__name__}.{format}"))


def open_source(spec: DataSpec, kind: TaskKind) -> Source:
    """Open the recipe's data in the named format, or in the first that recognises it."""
    path = resolve(spec.path)
    if not path.exists():
        raise KDError(Code.DATA_NOT_FOUND, f"There is no data at {spec.path}.", "Check the path.")
    if spec.format != "auto":
        return reader(spec.format).open(path, spec, kind)
    for format in _FORMATS:
        if reader(format).recognises(path):
            return reader(format).open(path, spec, kind)
    if path.is_dir():
        raise folder.nothing_in(path)
    raise KDError(Code.DATA_LAYOUT, f"{spec.path} is not data that KD Studio knows.", f"Known are {ACCEPTED}.")
