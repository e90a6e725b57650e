"""JSON Lines: one object a line. A line that is not one, or says a thing twice, is listed with its number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from kdstudio.core.names import escape
from kdstudio.core.recipe import DataSpec, TaskKind
from kdstudio.engine.data.lines import LIMIT, Lines
from kdstudio.engine.data.tables import TableRow, TableSource, open_tables
from kdstudio.engine.data.tables import recognises as is_table

SUFFIXES = (".jsonl", ".ndjson")


def recognises(path: Path) -> bool:
    """Whether there is such a file, or one for each split."""
    return is_table(path, SUFFIXES, JsonlTable)


def open(path: Path, spec: DataSpec, kind: TaskKind) -> TableSource:
    """Open the file or files."""
    return TableSource(path, *open_tables(path, SUFFIXES, "jsonl", JsonlTable), spec, kind)


class JsonlTable:
    """One JSON Lines file; rows are numbered by line."""

    total = 0

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lines = Lines(path)
        self.note = self._lines.note
        found = dict.fromkeys(key for row in islice(self._parsed(), 200) for key in row.cells)
        self.columns = tuple(found)

    def rows(self, columns: tuple[str, ...]) -> Iterator[TableRow]:
        """Every line that is not empty."""
        return self._parsed()

    def _parsed(self) -> Iterator[TableRow]:
        for number, line in self._lines:
            if line is None:
                yield TableRow(number, {}, f"The line has more than {LIMIT:,} characters.")
            elif line.strip():
                yield _row(number, line)


def _row(number: int, line: str) -> TableRow:
    try:
        value = json.loads(line, object_pairs_hook=_once, parse_constant=_refuse)
    except RecursionError:
        return TableRow(number, {}, "The line is nested too deeply.")
    except json.JSONDecodeError as error:
        return TableRow(number, {}, f"The line is not JSON: {error.msg} at character {error.pos + 1}.")
    except ValueError as error:
        return TableRow(number, {}, f"The line is not usable: {error}.")
    if not isinstance(value, dict):
        return TableRow(number, {}, f"The line is a {type(value).__name__}, not an object with named fields.")
    return TableRow(number, {escape(key): cell for key, cell in value.items()})


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the field “{key[:40]}” is there twice")
        found[key] = value
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a JSON value")
