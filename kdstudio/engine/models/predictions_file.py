"""A file of predictions as one table: npz, npy, csv, jsonl or parquet. Nothing in it is run."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.errors import Code, KDError, first_line
from kdstudio.engine.memory import require_memory
from kdstudio.engine.models import scan

if TYPE_CHECKING:
    import pyarrow as pa

_IDS = ("id", "ids", "example", "path", "file", "filename")
_LISTS = ("logits", "probabilities", "predictions", "scores")
SPLITS = ("train", "validation", "test")


@dataclass(frozen=True)
class Table:
    """The file's content: rows ``(N, K)``, an id for each or None, class names where the columns are named."""

    rows: NDArray[np.float32]
    ids: Sequence[str] | None
    names: tuple[str, ...] = ()


def read(path: Path) -> Table:
    """Read a file by its suffix.

    Raises ``MODEL_NOT_FOUND``, ``MODEL_FORMAT``, ``MODEL_CONTAINS_CODE``, ``MODEL_DAMAGED`` or ``MODEL_TOO_LARGE``.
    """
    readers: dict[str, Callable[[Path], Table]] = {
        ".npy": _read_npy,
        ".npz": _read_npz,
        ".csv": _read_csv,
        ".jsonl": _read_jsonl,
        ".parquet": _read_parquet,
    }
    reader = readers.get(path.suffix.lower())
    if reader is None:
        if path.is_file():
            scan.kind_of(path)
        raise KDError(
            Code.MODEL_FORMAT, f"{path.name} is not a file of predictions.", f"Known types: {', '.join(readers)}."
        )
    if not path.is_file():
        raise KDError(Code.MODEL_NOT_FOUND, f"There is no file {path}.", "Check the path.")
    with path.open("rb") as stream:
        zipped = stream.read(4) == scan.ZIP
    if not zipped or path.suffix.lower() != ".npz":
        scan.kind_of(path)
    require_memory(path.stat().st_size, path)
    try:
        return reader(path)
    except KDError:
        raise
    except Exception as error:  # numpy, zipfile and Arrow each raise classes of their own
        if "pickle" in str(error):
            raise scan.contains_code(path, "Python objects instead of numbers") from error
        raise KDError(
            Code.MODEL_DAMAGED, f"{path.name} could not be read: {first_line(error)}.", "Compute the predictions again."
        ) from error


def _matrix(path: Path, rows: Any) -> NDArray[np.float32]:
    found = np.asarray(rows)
    if found.ndim == 1:
        found = found[:, None]
    if found.ndim != 2 or found.dtype.kind not in "fiu" or found.size == 0:
        raise KDError(
            Code.MODEL_FORMAT,
            f"{path.name} does not hold one row of numbers for each example.",
            "Save an array of shape (examples, classes).",
        )
    return found.astype(np.float32)


def _load(path: Path, magic: bytes) -> Any:
    with path.open("rb") as stream:
        if stream.read(len(magic)) != magic:  # NumPy would take anything else for a pickle
            raise KDError(Code.MODEL_DAMAGED, f"{path.name} is not a NumPy file.", "Compute the predictions again.")
    return np.load(path, allow_pickle=False)


def _read_npy(path: Path) -> Table:
    return Table(_matrix(path, _load(path, b"\x93NUMPY")), None)


def _read_npz(path: Path) -> Table:
    with zipfile.ZipFile(path) as members:
        require_memory(sum(member.file_size for member in members.infolist()), path)
    with _load(path, b"PK") as archive:
        found = {name: archive[name] for name in archive.files}
    if set(SPLITS) <= found.keys():
        return Table(np.concatenate([_matrix(path, found[name]) for name in SPLITS]), None)
    ids = next((found.pop(name) for name in _IDS if name in found), None)
    names = tuple(str(name) for name in found.pop("classes", ()))
    rows = next((found[name] for name in _LISTS if name in found), next(iter(found.values()), np.zeros(0)))
    matrix = _matrix(path, rows)
    if ids is not None and len(ids) != len(matrix):
        raise KDError(
            Code.MODEL_DAMAGED, f"{path.name} has {len(ids):,} ids for {len(matrix):,} rows.", "Save them together."
        )
    return Table(matrix, None if ids is None else [str(name) for name in ids], names)


def _read_csv(path: Path) -> Table:
    from pyarrow import csv

    return _from_arrow(path, csv.read_csv(path))


def _read_jsonl(path: Path) -> Table:
    from pyarrow import json

    return _from_arrow(path, json.read_json(path))


def _read_parquet(path: Path) -> Table:
    from pyarrow import parquet

    with parquet.ParquetFile(path) as file:
        require_memory(8 * file.metadata.num_rows * file.metadata.num_columns, path)
        return _from_arrow(path, file.read())


def _from_arrow(path: Path, table: pa.Table) -> Table:
    import pyarrow as pa

    columns = {name: table.column(name) for name in table.column_names}
    if any(isinstance(column.type, pa.BaseExtensionType) for column in columns.values()):
        raise KDError(Code.MODEL_FORMAT, f"{path.name} holds columns of a special type.", "Save plain numbers.")
    ids = next((columns.pop(name) for name in _IDS if name in columns), None)
    named = None if ids is None else [str(value) for value in ids.to_pylist()]
    for name in _LISTS:
        if name in columns and pa.types.is_list(columns[name].type):
            return Table(_matrix(path, columns[name].to_pylist()), named)
    numbers = {
        name: column
        for name, column in columns.items()
        if pa.types.is_floating(column.type) or pa.types.is_integer(column.type)
    }
    rows = np.stack([column.to_numpy() for column in numbers.values()], axis=1) if numbers else np.zeros(0)
    return Table(_matrix(path, rows), named, tuple(numbers))
