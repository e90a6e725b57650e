"""Tables as sources: the files of a table, its columns' roles, and a record for every row, usable or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from kdstudio.core.errors import Code, KDError
from kdstudio.core.health import Split
from kdstudio.core.names import escape
from kdstudio.core.recipe import DataSpec, TaskKind
from kdstudio.engine.data import columns as roles_of
from kdstudio.engine.data.columns import Row, image_of, unwrapped
from kdstudio.engine.data.hashes import FileHashes, digest_of
from kdstudio.engine.data.source import SPLITS, Record, Skipped, UnreadableError, split_of

_CELL = 80
_SAMPLE = 200
LONGEST_TEXT = 1_000_000
"""Characters in one text."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its number as a person sees it, and its cells by column, or why it cannot be read."""

    number: int
    cells: Row
    error: str = ""


class Table(Protocol):
    """One opened file. ``rows`` may be called again and again; ``note`` says what was found odd."""

    path: Path
    columns: tuple[str, ...]
    note: str
    total: int

    def rows(self, columns: tuple[str, ...]) -> Iterator[TableRow]:
        """Every row with the cells of these columns."""


class UnsuitableTableError(KDError):
    """A table that was opened but whose columns do not suit; ``columns`` may be chosen from."""

    def __init__(self, error: KDError, columns: tuple[str, ...]) -> None:
        super().__init__(error.code, error.message, error.hint)
        self.columns = columns


class TableSource:
    """The rows of one table file or of one for each split. Ids are ``train.csv:17``."""

    classes: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def __init__(self, path: Path, format: str, tables: list[Table], spec: DataSpec, kind: TaskKind) -> None:
        first = tables[0]
        self.path, self.format = path, format
        self.layout = " + ".join(table.path.name for table in tables)
        self.columns = first.columns
        self.notes = tuple(table.note for table in tables if table.note)
        self.total = sum(table.total for table in tables)
        self._tables, self._images = tables, kind == "image-classification"
        sample = [row.cells for row in islice(first.rows(first.columns), _SAMPLE) if not row.error]
        if not sample:
            raise _no_rows(first)
        try:
            self._roles = roles_of.guess(self.columns, sample, spec, kind, first.path.parent)
        except KDError as error:
            raise UnsuitableTableError(error, self.columns) from None
        self.roles = self._roles.as_dict()
        self._folder = first.path.parent
        if self._images:
            self._folder = roles_of.folder_of_images(self._roles.input, sample, first.path.parent)
            if self._folder != first.path.parent:
                self.layout += f" + {escape(self._folder.name)}/"
        for table in tables[1:]:
            missing = [column for column in self.roles.values() if column not in table.columns]
            if missing:
                raise KDError(
                    Code.DATA_COLUMN,
                    f"{table.path.name} has no column “{missing[0]}”, {first.path.name} has.",
                    "Give both the same columns.",
                )

    def key(self, hashes: FileHashes) -> str:
        """Hash of the tables, of what their columns are taken for, and of the images they name."""
        parts = [f"{role}={column}" for role, column in self.roles.items()]
        for table in self._tables:
            parts += [table.path.name, hashes.of(table.path)]
        if self._images:
            named = (record.payload for record in self.records() if not record.error)
            parts += [hashes.of(payload, self.total) for payload in named if isinstance(payload, Path)]
        return digest_of(*parts)

    def records(self) -> Iterator[Record]:
        """Every row of every table."""
        wanted = tuple(self.roles.values())
        for table in self._tables:
            split = table_split(table.path) if len(self._tables) > 1 else None
            name = escape(table.path.name)
            for row in table.rows(wanted):
                yield self._record(table, row, f"{name}:{row.number}", split)

    def beside(self, ids: Sequence[str], most: int = 20) -> dict[str, list[str]]:
        """The columns that have no role, for the examples with these ids, in their order.

        Only columns that sort them into 2 to ``most`` groups are kept: those say something about where, when or by
        whom an example was made. An example without the column, or without a value, has an empty text.
        """
        places = {id: place for place, id in enumerate(ids)}
        free = [name for table in self._tables for name in table.columns if name not in self.roles.values()]
        found = {name: [""] * len(ids) for name in dict.fromkeys(free)}
        seen: dict[str, set[str]] = {name: set() for name in found}
        for table in self._tables:
            present, name = tuple(column for column in found if column in table.columns), escape(table.path.name)
            for row in table.rows(present) if present else ():
                place = places.get(f"{name}:{row.number}")
                if place is None:
                    continue
                for column in found.keys() & row.cells.keys():
                    value = row.cells[column]
                    found[column][place] = text = "" if value is None else str(value)[:_CELL]
                    seen[column].add(text)
                    if len(seen[column]) > most:
                        del found[column]
        return {name: values for name, values in found.items() if len(set(values)) > 1}

    def _record(self, table: Table, row: TableRow, id: str, split: Split | None) -> Record:
        if row.error:
            return Record(id, None, split, "", row.error)
        try:
            label = _label(row.cells.get(self._roles.label), self._roles.label)
            if self._roles.split:
                split = _split(row.cells.get(self._roles.split), self._roles.split, split)
            value = row.cells.get(self._roles.input)
            payload = _image(value, self._folder) if self._images else _text(value, self._roles.input)
        except UnreadableError as error:
            return Record(id, None, split, "", str(error))
        return Record(id, label, split, payload)


def find(path: Path, suffixes: tuple[str, ...]) -> list[Path]:
    """The table files at a path: the file itself, or those in the folder, training first."""
    if path.is_file():
        return [path] if path.suffix.casefold() in suffixes else []
    for folder in (path, path / "data"):
        names = sorted(folder.iterdir()) if folder.is_dir() else []
        files = [name for name in names if name.suffix.casefold() in suffixes and name.is_file()]
        files = [file for file in files if not file.name.startswith(".")]
        by_split = sorted((SPLITS.index(split), file) for file in files if (split := table_split(file)))
        if by_split and by_split[0][0] == 0:
            return [file for _, file in by_split]
        if len(files) == 1:
            return files
    return []


def recognises(path: Path, suffixes: tuple[str, ...], open_one: Callable[[Path], Table]) -> bool:
    """Whether a path is such a table, or a folder of such tables that is not a folder of class folders.

    A table beside folders counts where it is named after a split, or lists the images in those folders with a label.
    """
    files = find(path, suffixes)
    if not files or path.is_file():
        return bool(files)
    folders = sum(entry.is_dir() and not entry.name.startswith(".") for entry in path.iterdir())
    named = table_split(files[0]) is not None or files[0].stem.casefold() == "metadata"
    return not folders or named or _lists_images(files[0], open_one, folders)


def _lists_images(file: Path, open_one: Callable[[Path], Table], folders: int) -> bool:
    """Whether a table names the images beside it and their labels; several folders may be classes themselves."""
    try:
        table = open_one(file)
        sample = [row.cells for row in islice(table.rows(table.columns), _SAMPLE) if not row.error]
        roles = roles_of.guess(table.columns, sample, DataSpec(), "image-classification", file.parent)
    except (KDError, OSError):
        return False
    there = roles_of.files_there(roles.input, sample, file.parent)
    return there and (folders == 1 or roles_of.is_label(roles.label))


def open_tables(
    path: Path, suffixes: tuple[str, ...], format: str, open_one: Callable[[Path], Table]
) -> tuple[str, list[Table]]:
    """Open the table files at a path; raises where there are none."""
    files = find(path, suffixes) or ([path] if path.is_file() else [])
    if not files:
        raise KDError(
            Code.DATA_LAYOUT,
            f"{path} does not hold one {format} file, or one for each split.",
            f"Name the files train{suffixes[0]} and test{suffixes[0]}, or choose one file.",
        )
    return format, [open_one(file) for file in files]


def table_split(path: Path) -> Split | None:
    """The split that a table file is named after, such as ``train.csv`` or ``test-00000-of-00001.parquet``."""
    return split_of(re.split(r"[-_.]", path.name)[0])


def _label(value: Any, column: str) -> str:
    text = cell_text(value, column)
    if not text.strip():
        raise UnreadableError(f"The row has no label in “{column}”.")
    return text


def _split(value: Any, column: str, given: Split | None) -> Split | None:
    text = cell_text(value, column)
    if not text.strip():
        return given
    split = split_of(text)
    if split is None:
        raise UnreadableError(f"“{text[:40]}” in “{column}” is not a split.", "Use train, validation or test.")
    return split


def _text(value: Any, column: str) -> str:
    text = cell_text(value, column)
    if not text.strip():
        raise UnreadableError(f"The row has no text in “{column}”.")
    if len(text) > LONGEST_TEXT:
        raise UnreadableError(f"The text has {len(text):,} characters, above the limit of {LONGEST_TEXT:,}.")
    return text


def _image(value: Any, folder: Path) -> Path | bytes:
    value = unwrapped(value)
    if isinstance(value, str):
        value = cell_text(value, "the path")
        if re.match(r"https?://", value):
            raise UnreadableError("The image is on the web; only local files are read.", "Download it first.")
    found = image_of(value, folder)
    if not found:
        raise UnreadableError("The row has no image.")
    return found


def cell_text(value: Any, column: str) -> str:
    """A cell as text: numbers as Python writes them in any locale, whole ones without a fraction."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case int() | float():
            return str(value)
        case bytes():
            value = value.decode("utf-8", "surrogateescape")
        case str():
            pass
        case _:
            raise UnreadableError(f"“{column}” holds a {type(value).__name__}, not a text.")
    if "\0" in value:
        raise UnreadableError(f"“{column}” holds a NUL byte.")
    if not value.isascii() and re.search("[\ud800-\udfff]", value):
        raise UnreadableError(f"“{column}” holds bytes that are not text.", "Save the file as UTF-8.")
    return str(value)


def _no_rows(table: Table) -> KDError:
    first = next(table.rows(table.columns), None)
    if first is None:
        return KDError(Code.DATA_ROW, f"{table.path.name} has no rows.", "Choose a file with examples.")
    return KDError(
        Code.DATA_ROW,
        f"No row of {table.path.name} can be read; row {first.number}: {first.error}",
        "Correct the file, or name its format: data.format.",
    )
