"""Several chosen runs: only what differs between them."""

from __future__ import annotations

from collections.abc import Sequence

from kdstudio.core.settings import spread
from kdstudio.gui import words
from kdstudio.gui.results.compare import said
from kdstudio.gui.run_list import Entry
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.table import Cell, Table
from kdstudio.gui.widgets.text import label

MOST = 5
_TWO, _MORE = 420, 96
_VARIANTS = ("teacher", "control", "student", "int8")


class RunDifference(Card):
    """The settings in which two to five runs differ, and their figures, a column for each; the best one stands out."""

    def __init__(self) -> None:
        super().__init__(padding=16)
        self._shown: list[Entry] = []
        self.wanted = _TWO  # pixels beside the list
        self.head = label("", "section", wrap=True)
        self.table = Table(self.tr("What differs"), ("",), sortable=False)
        self.same = label(self.tr("The recipes are the same."), "muted", wrap=True)
        for part in (self.head, self.same, self.table):
            self.add(part)
        self.body.addStretch(1)
        self.hide()

    def show_runs(self, entries: Sequence[Entry]) -> None:
        """Compare runs that can be read; with none there is nothing to see."""
        self.setVisible(bool(entries))
        if not entries or entries == self._shown:
            return
        self._shown = list(entries)
        runs = [entry.run for entry in entries if entry.run is not None]
        self.wanted = _TWO + _MORE * (len(runs) - 2)
        self.head.setText(self.tr("What differs in these {n} runs").format(n=len(runs)))
        found = spread([run.recipe for run in runs])
        found.pop("name", None)  # it stands in the heading
        self.same.setVisible(not found)
        rows = [[Cell(name, tip=name), *(Cell(said(value)) for value in values)] for name, values in found.items()]
        for variant in _VARIANTS:
            lines = [run.report.row(variant) if run.report else None for run in runs]
            if known := [line for line in lines if line]:
                best = max(line.accuracy for line in known)
                figures = (
                    Cell(words.share(line.accuracy), strong=line.accuracy == best) if line else Cell("–")
                    for line in lines
                )
                rows.append([Cell(known[0].title, strong=True), *figures])
        self.table.show_rows(rows, ("", *(entry.title for entry in entries)))
