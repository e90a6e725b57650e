"""A teacher that is a file of its own answers, keyed by example or in the order of the data."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import TeacherSpec
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.models import answers, classes, scan, weights
from kdstudio.engine.models.teacher import Query
from kdstudio.runs.files import sha256

if TYPE_CHECKING:
    import pyarrow as pa

_IDS = ("id", "ids", "example", "path", "file", "filename")
_LISTS = ("logits", "probabilities", "predictions", "scores")
_SPLITS = ("train", "validation", "test")


@dataclass(frozen=True)
class Table:
    """The file's content: rows ``(N, K)``, an id for each or None, class names where the columns are named."""

    rows: NDArray[np.float32]
    ids: Sequence[str] | None
    names: tuple[str, ...] = ()


class PredictionsTeacher:
    """See :class:`kdstudio.engine.models.teacher.Teacher`. It knows the unchanged examples alone."""

    module: nn.Module | None = None
    sees_views = False
    parameters: int | None = None
    size_bytes: int | None = None

    def __init__(self, path: Path, spec: TeacherSpec, dataset: Dataset) -> None:
        """Raises ``MODEL_MISMATCH`` naming the first example without an answer, and what :func:`read` raises."""
        table = read(path)
        self.title = f"The file {path.name}"
        self.fingerprint = f"{sha256(path)}-{spec.output}-{'|'.join(spec.classes)}-{'|'.join(dataset.labels)}"
        if not np.isfinite(table.rows).all():
            row = int(np.flatnonzero(~np.isfinite(table.rows).all(1))[0])
            raise KDError(
                Code.MODEL_DAMAGED,
                f"{path.name} holds values that are not numbers in row {row + 1:,}.",
                "Compute the predictions again.",
            )
        kind = answers.reading(spec.output, table.rows)
        names = spec.classes or _class_names(table.names, dataset.labels)
        order = classes.order(names, kind.columns(table.rows), dataset.labels, self.title)
        logits = torch.from_numpy(kind.logits(table.rows))
        self._logits = logits if order is None else logits[:, order]
        splits = [dataset.split(name) for name in _SPLITS]
        self._rows = _rows(path, table, splits, made=dataset.health.split_made)

    def logits(self, query: Query) -> Tensor:
        """Logits float32 ``(B, C)``, on the device of the inputs."""
        rows = [self._rows[query.examples.ids[place]] for place in query.index.tolist()]
        return self._logits[torch.tensor(rows)].to(next(iter(query.inputs.values())).device)


def _class_names(columns: tuple[str, ...], labels: tuple[str, ...]) -> tuple[str, ...]:
    """Columns name classes where at least one is a class; otherwise they are taken in label order."""
    return columns if set(columns) & set(labels) else ()


def _rows(path: Path, table: Table, splits: list[Examples], *, made: bool) -> dict[str, int]:
    """The row of every example by its id."""
    if table.ids is None:
        return _in_order(path, len(table.rows), splits, made=made)
    rows = dict(zip(table.ids, range(len(table.ids)), strict=True))
    if len(rows) != len(table.ids):
        ((twice, _),) = Counter(table.ids).most_common(1)
        raise KDError(Code.MODEL_DAMAGED, f"{path.name} holds “{twice}” twice.", "Keep one row for each example.")
    missing = [name for split in splits for name in split.ids if name not in rows]
    if missing:
        total = sum(map(len, splits))
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{path.name} has no row for {len(missing):,} of {total:,} examples; the first is “{missing[0]}”.",
            "Ids are the paths or rows that the data page shows, such as “train/cat/1.png”.",
        )
    return rows


def _in_order(path: Path, count: int, splits: list[Examples], *, made: bool) -> dict[str, int]:
    total = sum(map(len, splits))
    if made or count != total:
        cause = (
            "the split was made here, so the order of the examples is not known to the file"
            if made
            else f"it has {count:,} rows and the data {total:,} examples (training, validation and test together)"
        )
        raise KDError(
            Code.MODEL_MISMATCH,
            f"The rows of {path.name} cannot be matched to the examples: {cause}.",
            "Add a column “id” with the path or row of each example.",
        )
    names = (name for split in splits for name in split.ids)
    return {name: row for row, name in enumerate(names)}


def read(path: Path) -> Table:
    """Read npz, npy, csv, jsonl or parquet; nothing in it is run.

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
    weights.require_memory(path.stat().st_size, path)
    try:
        return reader(path)
    except KDError:
        raise
    except Exception as error:  # numpy, zipfile and Arrow each raise classes of their own
        if "pickle" in str(error):
            raise scan.contains_code(path, "Python objects instead of numbers") from error
        text = (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
        raise KDError(
            Code.MODEL_DAMAGED, f"{path.name} could not be read: {text}", "Compute the predictions again."
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
        weights.require_memory(sum(member.file_size for member in members.infolist()), path)
    with _load(path, b"PK") as archive:
        found = {name: archive[name] for name in archive.files}
    if set(_SPLITS) <= found.keys():
        return Table(np.concatenate([_matrix(path, found[name]) for name in _SPLITS]), None)
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
        weights.require_memory(8 * file.metadata.num_rows * file.metadata.num_columns, path)
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
