"""Parquet tables, read in small batches, with limits on what a small file may grow to.

Texts and bytes stay dictionary-encoded while they are read, so that a value repeated a million times is in
memory once. Class names in the metadata of the datasets library replace label numbers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kdstudio.core.errors import Code, KDError
from kdstudio.core.names import escape
from kdstudio.core.recipe import DataSpec, TaskKind
from kdstudio.engine.data.tables import TableRow, TableSource, open_tables
from kdstudio.engine.data.tables import recognises as is_table

SUFFIXES = (".parquet", ".pq")
_ROWS = 100_000_000
_CHUNK_BYTES, _RATIO = 512 << 20, 100
_BATCH = 256


def recognises(path: Path) -> bool:
    """Whether there is such a file, or one for each split."""
    return is_table(path, SUFFIXES, ParquetTable)


def open(path: Path, spec: DataSpec, kind: TaskKind) -> TableSource:
    """Open the file or files."""
    return TableSource(path, *open_tables(path, SUFFIXES, "parquet", ParquetTable), spec, kind)


class ParquetTable:
    """One Parquet file; rows are numbered from 1."""

    note = ""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with pq.ParquetFile(path) as file:
                schema, self.total = file.schema_arrow, file.metadata.num_rows
                _check_growth(path, file.metadata)
        except (pa.ArrowException, OSError, ValueError) as error:
            raise _damaged(path, error) from None
        self._names = {escape(field.name): field.name for field in schema if _is_usable(field.type)}
        self._encoded = [f.name for f in schema if pa.types.is_string(f.type) or pa.types.is_binary(f.type)]
        self._classes = _class_names(schema.metadata or {})
        self.columns = tuple(self._names)

    def rows(self, columns: tuple[str, ...]) -> Iterator[TableRow]:
        """Every row."""
        wanted = [self._names[column] for column in columns]
        number = 0
        try:
            with pq.ParquetFile(self.path, read_dictionary=self._encoded, pre_buffer=False) as file:
                for batch in file.iter_batches(_BATCH, columns=wanted, use_threads=False):
                    series = [(c, batch.column(n), self._classes.get(n)) for c, n in zip(columns, wanted, strict=True)]
                    for place in range(batch.num_rows):
                        number += 1
                        yield _row(number, place, series)
        except (pa.ArrowException, OSError, ValueError) as error:
            raise _damaged(self.path, error, number) from None


def _row(number: int, place: int, series: list[tuple[str, pa.Array, list[str] | None]]) -> TableRow:
    try:
        return TableRow(number, {column: _cell(values[place].as_py(), names) for column, values, names in series})
    except UnicodeDecodeError:
        return TableRow(number, {}, "The row holds bytes that are not text.")


def _cell(value: Any, names: list[str] | None) -> Any:
    return names[value] if names and isinstance(value, int) and 0 <= value < len(names) else value


def _is_usable(type: pa.DataType) -> bool:
    """Whether a column can be an input, a label or a split: no extension types, no nesting but an image's."""
    if isinstance(type, pa.BaseExtensionType):
        return False
    if pa.types.is_struct(type):
        return {field.name for field in type} <= {"bytes", "path"}
    return not pa.types.is_nested(type)


def _check_growth(path: Path, metadata: pq.FileMetaData) -> None:
    """Refuse a file that says it grows out of proportion, before any of it is unpacked."""
    if metadata.num_rows > _ROWS:
        raise KDError(Code.DATA_TOO_LARGE, f"{path.name} says it has {metadata.num_rows:,} rows.", "Split the file.")
    for group in range(metadata.num_row_groups):
        for column in range(metadata.num_columns):
            chunk = metadata.row_group(group).column(column)
            packed, unpacked = max(1, chunk.total_compressed_size), chunk.total_uncompressed_size
            if unpacked > _CHUNK_BYTES and unpacked > _RATIO * packed:
                raise KDError(
                    Code.DATA_TOO_LARGE,
                    f"Column “{escape(chunk.path_in_schema)}” of {path.name} would grow from {packed:,} to "
                    f"{unpacked:,} bytes.",
                    "If the file is yours, write it again in smaller row groups.",
                )


def _class_names(metadata: dict[bytes, bytes]) -> dict[str, list[str]]:
    """Class names by column, from what the datasets library writes into a file."""
    try:
        features = json.loads(metadata[b"huggingface"])["info"]["features"]
        return {n: list(map(str, f["names"])) for n, f in features.items() if f.get("_type") == "ClassLabel"}
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _damaged(path: Path, error: Exception, row: int = 0) -> KDError:
    where = f" after row {row:,}" if row else ""
    why = str(error).splitlines()[0] if str(error) else type(error).__name__
    return KDError(
        Code.DATA_UNREADABLE,
        f"{path.name} is not a whole Parquet file{where}: {why.rstrip('.')}.",
        "Write or download it again.",
    )
