"""Two chosen runs: only what differs between them."""

from __future__ import annotations

from kdstudio.core.settings import differences
from kdstudio.gui import words
from kdstudio.gui.results.compare import said
from kdstudio.gui.run_list import Entry
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.table import Cell, Table
from kdstudio.gui.widgets.text import label


class RunDifference(Card):
    """The settings in which two runs differ, and their figures."""

    def __init__(self) -> None:
        super().__init__(padding=16)
        self.setFixedWidth(420)
        self.head = label("", "section", wrap=True)
        self.table = Table(self.tr("What differs"), ("", self.tr("First"), self.tr("Second")), sortable=False)
        self.same = label(self.tr("The recipes are the same."), "muted", wrap=True)
        for part in (self.head, self.same, self.table):
            self.add(part)
        self.body.addStretch(1)
        self.hide()

    def show_pair(self, one: Entry, two: Entry) -> None:
        """Compare two runs."""
        assert one.run is not None
        assert two.run is not None
        self.head.setText(self.tr("{one} and {two}").format(one=one.title, two=two.title))
        found = differences(one.run.recipe, two.run.recipe)
        self.same.setVisible(not found)
        rows = [[Cell(name), Cell(said(a)), Cell(said(b))] for name, (a, b) in found.items()]
        for variant in ("teacher", "control", "student", "int8"):
            pair = [entry.run.report.row(variant) if entry.run and entry.run.report else None for entry in (one, two)]
            if any(pair):
                figures = (Cell(words.share(line.accuracy) if line else "–") for line in pair)
                title = next(line.title for line in pair if line)
                rows.append([Cell(title, strong=True), *figures])
        self.table.show_rows(rows)
        self.show()
