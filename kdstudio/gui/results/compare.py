"""Two runs side by side: the settings that differ, the figures, and what each gets right that the other does not."""

from __future__ import annotations

import shlex
from datetime import datetime

import numpy as np
from PySide6.QtWidgets import QComboBox

from kdstudio.core.difference import Difference
from kdstudio.core.errors import KDError
from kdstudio.core.metrics import Report, Row
from kdstudio.core.params import Value
from kdstudio.core.settings import differences
from kdstudio.gui import background, figures, words
from kdstudio.gui.results import answers as answers_file
from kdstudio.gui.results.answers import Results
from kdstudio.gui.results.panel import Panel, best_variant, title_of
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.empty import EmptyState
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.table import Cell, Table
from kdstudio.gui.widgets.text import label
from kdstudio.runs import record
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.record import RunRecord

_LISTED = 100


class ComparePanel(Panel):
    """Choose another finished run; what is the same in both is not shown."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._other: Results | None = None
        self.choice = QComboBox()
        self.choice.setMinimumContentsLength(12)
        self.choice.setAccessibleName(self.tr("Run to compare with"))
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self.head = label("", "strong", wrap=True)
        self.empty = EmptyState(
            "scale",
            self.tr("There is no other finished run to compare with."),
            self.tr("Change a setting on the Plan page and run again; the two can then be compared here."),
        )
        headers = (self.tr("Setting"), self.tr("This run"), self.tr("Other run"))
        self.settings = Table(self.tr("Settings that differ"), headers, sortable=False)
        figures = (self.tr("Figure"), self.tr("This run"), self.tr("Other run"), self.tr("Difference"))
        self.figures = Table(self.tr("Figures of both runs"), figures, sortable=False)
        self._first, self._second = (
            Card(self.tr("Settings that differ"), padding=16),
            Card(self.tr("Figures"), padding=16),
        )
        self._same = label(self.tr("The recipes are the same."), "muted")
        self._first.add(self._same)
        self._first.add(self.settings)
        self._second.add(self.head)
        self._second.add(self.figures)
        self._line = label(self.tr("Compare with"), "muted")
        self.body.addWidget(Flow(self._line, self.choice, spacing=12))
        for part in (self.empty, self._second, self._first):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def command(self) -> str:
        """The same comparison in a terminal."""
        if self.results is None or self._other is None:
            return super().command()
        return shlex.join(["kdstudio", "compare", self.results.folder.path.name, self._other.folder.path.name])

    def show_results(self, results: Results) -> None:
        """List the other finished runs, those on the same data first."""
        self._other = None
        for part in (self._line, self.choice, self._first, self._second, self.empty):
            part.hide()
        workspace = self.studio.workspace

        def read() -> list[RunRecord]:
            found: list[RunRecord] = []
            for folder in workspace.all_runs():
                if folder.path == results.folder.path or len(found) >= _LISTED:
                    continue
                try:
                    run = record.read(folder)
                except (KDError, OSError):
                    continue  # a damaged run is not one to compare with
                if run.report is not None:
                    found.append(run)
            wanted = results.recipe.task, results.recipe.data.path
            return sorted(found, key=lambda run: (run.recipe.task, run.recipe.data.path) != wanted)

        background.run(read, self._list)

    def _list(self, runs: list[RunRecord]) -> None:
        self.choice.blockSignals(True)
        self.choice.clear()
        for run in runs:
            started = f"{datetime.fromtimestamp(run.started):%Y-%m-%d %H:%M}"
            self.choice.addItem(f"{run.recipe.name or run.name} · {started}", run.folder)
        self.choice.blockSignals(False)
        for part in (self._line, self.choice, self._first, self._second):
            part.setVisible(bool(runs))
        self.empty.setVisible(not runs)
        if runs:
            self._on_chosen()

    def choose(self, folder: RunFolder) -> None:
        """Compare with this run."""
        place = self.choice.findData(folder)
        if place >= 0:
            self.choice.setCurrentIndex(place)

    def _on_chosen(self) -> None:
        folder = self.choice.currentData()
        if isinstance(folder, RunFolder):
            background.run(lambda: answers_file.load(folder), self._compare, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KDError):
            raise error
        self.studio.show_error(error, self._on_chosen)

    def _compare(self, other: Results) -> None:
        this = self.results
        if this is None or other.folder != self.choice.currentData():
            return
        self._other = other
        found = differences(this.recipe, other.recipe)
        self.settings.show_rows(
            [[Cell(name, strong=True), Cell(said(one)), Cell(said(two))] for name, (one, two) in found.items()]
        )
        self.settings.setVisible(bool(found))
        self._same.setVisible(not found)
        self.figures.show_rows(list(_figures(this.report, other.report)))
        self.head.setText(self._example_words(this, other))

    def _example_words(self, this: Results, other: Results) -> str:
        """What the two get right that the other does not, where both were asked the same."""
        one, two = this.answers, other.answers
        variant = best_variant(this.report)
        if one is None or two is None or one.ids != two.ids or one.names != two.names:
            return self.tr("The runs were tested on different examples, so their figures compare only roughly.")
        if variant not in one.probabilities or variant not in two.probabilities:
            return ""
        mine, theirs = one.right(variant), two.right(variant)
        found = Difference(examples=len(one.labels), won=int(np.sum(mine & ~theirs)), lost=int(np.sum(~mine & theirs)))
        said = self.tr(
            "On the same {all} test examples, {title}: {won} are right only in this run, {lost} only in the other."
        ).format(
            all=figures.count(found.examples),
            title=title_of(this.report, variant),
            won=figures.count(found.won),
            lost=figures.count(found.lost),
        )
        if found.won + found.lost and found.may_be_chance:
            said += " " + self.tr("So small a difference may be chance.")
        return said


def said(value: Value) -> str:
    """A setting’s value in words."""
    if value is None:
        return "–"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "–"
    return str(value) if value != "" else "–"


def _figures(one: Report, two: Report) -> list[list[Cell]]:
    lines = []
    for variant in dict.fromkeys(line.variant for line in (*one.rows, *two.rows)):
        mine, theirs = one.row(variant), two.row(variant)
        title = title_of(one if mine else two, variant)
        lines.append(_line(title, mine, theirs, "accuracy"))
        if variant in ("fp32", "int8"):
            lines += [_line(title, mine, theirs, field) for field in ("size_bytes", "latency_ms")]
    return lines


def _line(title: str, mine: Row | None, theirs: Row | None, field: str) -> list[Cell]:
    say = {"accuracy": words.share, "size_bytes": words.size, "latency_ms": words.milliseconds}[field]
    unit = {"accuracy": "", "size_bytes": " · size", "latency_ms": " · latency"}[field]
    a, b = (getattr(found, field) if found else None for found in (mine, theirs))
    difference = Cell("–")
    if a is not None and b is not None:
        if field == "accuracy":
            points = 100 * (a - b)
            tone = "ok" if points > 0.05 else "stop" if points < -0.05 else ""
            difference = Cell(words.points(points), points, tone)  # type: ignore[arg-type] # one of the tones above
        elif b:
            ratio = a / b
            tone = "ok" if ratio < 0.98 else "stop" if ratio > 1.02 else ""
            difference = Cell(figures.local(f"{ratio:.2f} ×"), ratio, tone)  # type: ignore[arg-type] # one of the tones above
    return [Cell(title + unit), *(Cell(say(v) if v is not None else "–", v) for v in (a, b)), difference]
