"""Texts that a person has, from a CSV, JSON Lines or text file, for the teacher to label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.data import columns
from kdstudio.engine.data.lines import LIMIT, Lines
from kdstudio.engine.data.readers.csv import SUFFIXES as CSV
from kdstudio.engine.data.readers.csv import CsvTable
from kdstudio.engine.data.readers.jsonl import SUFFIXES as JSONL
from kdstudio.engine.data.readers.jsonl import JsonlTable
from kdstudio.engine.data.source import UnreadableError
from kdstudio.engine.data.tables import LONGEST_TEXT, Table, TableRow, cell_text

_SAMPLE = 200
_TEXT = (".txt", ".text", "")


@dataclass(frozen=True)
class Given:
    """The texts, in their order, and the rows without a usable one, as “row 7: why”."""

    texts: tuple[str, ...]
    unreadable: tuple[str, ...]


def read(path: Path) -> Given:
    """Read a file by its suffix: the column that is called text, or has the longest ones; of a text file each line.

    Raises:
        KDError: ``DATA_NOT_FOUND``, ``DATA_LAYOUT``, ``DATA_COLUMN``, ``DATA_ROW`` or ``DATA_UNREADABLE``.
    """
    if not path.is_file():
        raise KDError(Code.DATA_NOT_FOUND, f"There is no file with texts at {path}.", "Choose one: generate.texts.")
    suffix = path.suffix.casefold()
    if suffix not in (*CSV, *JSONL, *_TEXT):
        raise KDError(
            Code.DATA_LAYOUT, f"{path.name} is no file with texts.", "Known are .csv, .tsv, .jsonl and .txt files."
        )
    texts: list[str] = []
    unreadable: list[str] = []
    try:
        for number, text in _lines(path) if suffix in _TEXT else _cells(path, suffix):
            if isinstance(text, str):
                texts.append(text)
            else:
                unreadable.append(f"row {number}: {text}")
    except OSError as error:
        raise KDError(Code.DATA_UNREADABLE, f"{path} cannot be read: {error.strerror}.", "Check the file.") from None
    if not texts:
        why = f" {unreadable[0][0].upper()}{unreadable[0][1:]}" if unreadable else ""
        raise KDError(Code.DATA_ROW, f"{path.name} has no text that can be read.{why}", "Choose another file.")
    return Given(tuple(texts), tuple(unreadable))


def _lines(path: Path) -> Iterator[tuple[int, str | UnreadableError]]:
    for number, line in Lines(path):
        if line is None:
            yield number, UnreadableError(f"The line has more than {LIMIT:,} characters.")
        elif line.strip():
            yield number, _checked(line, "the line")


def _cells(path: Path, suffix: str) -> Iterator[tuple[int, str | UnreadableError]]:
    table: Table = CsvTable(path) if suffix in CSV else JsonlTable(path)
    sample = [row.cells for row in islice(table.rows(table.columns), _SAMPLE) if not row.error]
    column = columns.text_column(table.columns, sample)
    for row in table.rows((column,)):
        yield row.number, _cell(row, column)


def _cell(row: TableRow, column: str) -> str | UnreadableError:
    if row.error:
        return UnreadableError(row.error)
    return _checked(row.cells.get(column), f"“{column}”")


def _checked(value: object, where: str) -> str | UnreadableError:
    try:
        text = cell_text(value, where)
    except UnreadableError as error:
        return error
    if not text.strip():
        return UnreadableError("The row has no text.")
    if len(text) > LONGEST_TEXT:
        return UnreadableError(f"The text has {len(text):,} characters, above the limit of {LONGEST_TEXT:,}.")
    return text
