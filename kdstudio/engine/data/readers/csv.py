"""CSV tables with whatever delimiter, header or none, and rows that do not keep to it (RFC 4180).

A quote that is never closed costs its own line, not the rest of the file: reading goes on in the line after.
"""

from __future__ import annotations

import csv
from collections import Counter, deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from kdstudio.core.names import escape
from kdstudio.core.recipe import DataSpec, TaskKind
from kdstudio.engine.data.lines import LIMIT, Lines
from kdstudio.engine.data.tables import TableRow, TableSource, open_tables
from kdstudio.engine.data.tables import recognises as is_table

SUFFIXES = (".csv", ".tsv")
_DELIMITERS = ",;\t|"
_RECORD_LINES, _RECORD_SIZE = 10_000, 4 << 20
_REREAD = 64 << 20
"""Characters read again after open quotes, in all; then a field may no longer go over several lines."""

csv.field_size_limit(LIMIT)


def recognises(path: Path) -> bool:
    """Whether there is such a file, or one for each split."""
    return is_table(path, SUFFIXES, CsvTable)


def open(path: Path, spec: DataSpec, kind: TaskKind) -> TableSource:
    """Open the file or files."""
    return TableSource(path, *open_tables(path, SUFFIXES, "csv", CsvTable), spec, kind)


class CsvTable:
    """One CSV file; rows are numbered by the line they begin in."""

    total = 0

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lines = Lines(path)
        self.note = self._lines.note
        self._delimiter = self._sniff()
        head = [fields for _, fields, _ in islice(self._parsed(self._delimiter), 100) if fields]
        self._headed = not head or _is_header(head[0], head[1:])
        names = head[0] if head and self._headed else [f"column {n + 1}" for n in range(len(head[0]) if head else 0)]
        self.columns = _unique([escape(name.strip()) for name in names])

    def rows(self, columns: tuple[str, ...]) -> Iterator[TableRow]:
        """Every row below the header."""
        places = [(name, self.columns.index(name)) for name in columns]
        width, headed = len(self.columns), self._headed
        for number, fields, error in self._parsed(self._delimiter):
            if headed and fields:
                headed = False
            elif error:
                yield TableRow(number, {}, error)
            elif len(fields) != width:
                yield TableRow(number, {}, f"The row has {len(fields)} fields instead of {width}.")
            else:
                yield TableRow(number, {name: fields[place] for name, place in places})

    def _sniff(self) -> str:
        """The delimiter that most of the first rows agree on with the first of them."""
        best, agreed = ",", 0.0
        for delimiter in "\t,;|" if self.path.suffix.casefold() == ".tsv" else _DELIMITERS:
            widths = [len(fields) for _, fields, _ in islice(self._parsed(delimiter), 50) if fields]
            common, times = Counter(widths).most_common(1)[0] if widths else (0, 0)
            share = times / len(widths) if common > 1 and widths[0] == common else 0.0
            if share > agreed:
                best, agreed = delimiter, share
        return best

    def _parsed(self, delimiter: str) -> Iterator[tuple[int, list[str], str]]:
        """(first line, fields, error) of every row; lines without anything in them are no rows."""
        lines, again = iter(self._lines), deque[tuple[int, str | None]]()
        reread = 0
        while (line := again.popleft() if again else next(lines, None)) is not None:
            number, text = line
            if text is None:
                yield number, [], f"The line has more than {LIMIT:,} characters."
            elif '"' not in text:
                if text.strip():
                    yield number, text.rstrip("\r\n").split(delimiter), ""
            else:
                more = _Following(text, again, lines, 0 if reread > _REREAD else _RECORD_LINES)
                try:
                    yield number, next(csv.reader(more, delimiter=delimiter, strict=True)), ""
                except (csv.Error, StopIteration):
                    yield number, [], "A quote is opened and not closed, or closed too early."
                    again.extendleft(reversed(more.taken))
                    reread += more.size


class _Following:
    """A line, and those after it for as long as the CSV reader asks for more and the limits allow."""

    def __init__(
        self, first: str, again: deque[tuple[int, str | None]], lines: Iterator[tuple[int, str | None]], most: int
    ) -> None:
        self.taken: list[tuple[int, str | None]] = []
        self.size = 0
        self._first: str | None = first
        self._again, self._lines, self._most = again, lines, most

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._first is not None:
            first, self._first = self._first, None
            return first
        if len(self.taken) >= self._most or self.size > _RECORD_SIZE:
            raise StopIteration
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        self.size += len(line[1] or "")
        if line[1] is None:
            raise StopIteration
        return line[1]


def _is_header(first: list[str], rest: list[list[str]]) -> bool:
    """Whether the first row names the columns: its cells are text, different, and not seen again below."""
    names = [name.strip() for name in first]
    if not all(names) or len(set(names)) < len(names) or any(_is_number(name) for name in names):
        return False
    return not any(name in {row[place] for row in rest if place < len(row)} for place, name in enumerate(first))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _unique(names: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for place, name in enumerate(names):
        plain = name or f"column {place + 1}"
        found.append(plain if plain not in found else f"{plain} ({place + 1})")
    return tuple(found)
