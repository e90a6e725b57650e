"""What the list of runs says of each, made away from the window's thread and only for runs that have moved on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kdstudio.gui import words
from kdstudio.gui.run_list import Entry
from kdstudio.gui.widgets.run_row import moving_state, state_words, tone_of
from kdstudio.gui.widgets.table import Cell
from kdstudio.gui.widgets.text import Tone
from kdstudio.runs.record import RunState


@dataclass(frozen=True)
class Line:
    """A run of the list: its cells, and what a search looks at."""

    entry: Entry
    cells: tuple[Cell, ...]
    words: str


class RunLines:
    """Makes lines and keeps them, so that a run that has not moved on is the same object the next time."""

    def __init__(self) -> None:
        self._known: dict[Path, Line] = {}

    def of(self, entries: Sequence[Entry]) -> list[Line]:
        """A line for each run, in the same order."""
        found = {entry.folder.path: self._line(entry) for entry in entries}
        self._known = found
        return list(found.values())

    def _line(self, entry: Entry) -> Line:
        before = self._known.get(entry.folder.path)
        if before is not None and before.entry is entry and _age(entry) == before.cells[_AGE].text:
            return before
        return Line(entry, _cells(entry), _words(entry))


_AGE = 5
"""The column that changes by itself as time goes on."""


def _age(entry: Entry) -> str:
    return words.moment(entry.run.started) if entry.run is not None else "–"


def _cells(entry: Entry) -> tuple[Cell, ...]:
    run = entry.run
    if run is None:
        unreadable = QCoreApplication.translate("RunsPage", "Unreadable")
        return (Cell(entry.title), Cell(unreadable, tone="stop", tip=entry.problem), *[Cell("–")] * 5)
    best = next((r for v in ("int8", "fp32", "student") if run.report and (r := run.report.row(v))), None)
    int8 = run.report.row("int8") if run.report else None
    return (
        Cell(entry.title, strong=run.state.is_live),
        Cell(moving_state(entry), tone=_tone(run.state)),
        Cell(run.recipe.student.architecture),
        Cell(words.share(best.accuracy), best.accuracy) if best else Cell("–", -1.0),
        Cell(words.size(int8.size_bytes), int8.size_bytes) if int8 and int8.size_bytes else Cell("–", -1.0),
        Cell(_age(entry), run.started),
        Cell(", ".join(entry.notes.tags)),
    )


def _words(entry: Entry) -> str:
    run = entry.run
    found = (entry.title, entry.folder.path.name, *entry.notes.tags, entry.notes.text)
    if run is not None:
        recipe = run.recipe
        models = (recipe.student.architecture, recipe.teacher.architecture, recipe.method.name, recipe.data.path)
        found = (*found, state_words(run.state), *models)
    return " ".join(found)


def _tone(state: RunState) -> Tone:
    tone = tone_of(state)
    return "" if tone == "neutral" else tone
