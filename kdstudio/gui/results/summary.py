"""The figures of all models of a run side by side."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from kdstudio.core.difference import Difference
from kdstudio.core.metrics import Report, Row
from kdstudio.gui import figures, spoken, words
from kdstudio.gui.results.answers import Results
from kdstudio.gui.results.panel import Panel, best_variant
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.table import Cell, Table
from kdstudio.gui.widgets.text import label


class Tile(Card):
    """One figure, large, with what it means below."""

    def __init__(self) -> None:
        super().__init__(padding=16)
        self.body.setSpacing(2)
        self.name = label("", "small")
        self.figure = label("", "figure")
        self.note = label("", "small", wrap=True)
        for part in (self.name, self.figure, self.note):
            self.add(part)
        self.body.addStretch(1)

    def say(self, name: str, figure: str, note: str) -> None:
        """Show a figure."""
        self.name.setText(name)
        self.figure.setText(figure)
        self.note.setText(note)
        self.setAccessibleName(f"{name}: {figure}. {note}")


class SummaryPanel(Panel):
    """Four tiles, the table, and what the run noted."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.tiles = [Tile() for _ in range(4)]
        self.body.addWidget(Columns(*((tile, 1) for tile in self.tiles), spacing=12))
        headers = (
            self.tr("Model"),
            self.tr("Accuracy"),
            self.tr("Change"),
            self.tr("Size"),
            self.tr("Parameters"),
            self.tr("Latency here"),
            self.tr("Agrees with teacher"),
        )
        self.table = Table(self.tr("Figures of all models"), headers, sortable=False)
        card = Card(padding=8)
        card.add(self.table)
        self.body.addWidget(card)
        self._notes = Card(self.tr("Noted on the way"), padding=16)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._notes.add(self._lines)
        self.body.addWidget(self._notes)
        self.body.addStretch(1)

    def show_results(self, results: Results) -> None:
        """Fill tiles, table and notes."""
        report = results.report
        self._show_tiles(report)
        teacher = report.row("teacher")
        self.table.show_rows([_cells(row, teacher, row.variant == best_variant(report)) for row in report.rows])
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for note in map(spoken.engine, report.notes):
            self._lines.addWidget(label(note, "muted", wrap=True))
        self._notes.setVisible(bool(report.notes))

    def _show_tiles(self, report: Report) -> None:
        best, teacher, control = report.row(best_variant(report)), report.row("teacher"), report.row("control")
        student = report.row("student")
        assert best is not None
        kept, size, speed, gain = self.tiles
        of_teacher = self.tr("of the teacher’s accuracy is kept")
        if teacher and teacher.accuracy:
            kept.say(self.tr("Accuracy"), words.share(best.accuracy / teacher.accuracy), of_teacher)
        else:
            kept.say(self.tr("Accuracy"), words.share(best.accuracy), self.tr("of the test examples are right"))
        if best.size_bytes:
            note = words.times(teacher.size_bytes / best.size_bytes) if teacher and teacher.size_bytes else ""
            note = self.tr("{n} smaller than the teacher").format(n=note) if note else self.tr("on disk")
            size.say(self.tr("Size"), words.size(best.size_bytes), note)
        else:
            size.say(self.tr("Size"), "–", self.tr("not known"))
        if best.latency_ms:
            note = words.times(teacher.latency_ms / best.latency_ms) if teacher and teacher.latency_ms else ""
            note = self.tr("{n} faster than the teacher, one example, one thread").format(n=note) if note else ""
            speed.say(self.tr("Latency here"), words.milliseconds(best.latency_ms), note)
        else:
            speed.say(self.tr("Latency here"), "–", self.tr("not measured"))
        if student and control:
            points = 100 * (student.accuracy - control.accuracy)
            gain.say(self.tr("Gained by distilling"), words.points(points), self._sure_of(report.gain))
        else:
            note = self.tr("The student was not trained alone, so the gain is not known.")
            gain.say(self.tr("Gained by distilling"), "–", note)

    def _sure_of(self, gain: Difference | None) -> str:
        """How much of the gain is more than chance."""
        if gain is None:
            return self.tr("over training the student alone")
        low, high = (words.points(end) for end in gain.interval)
        if gain.may_be_chance:
            said = self.tr("over training the student alone; with 95 % confidence {low} to {high}: may be chance")
        else:
            said = self.tr("over training the student alone; with 95 % confidence {low} to {high}")
        return said.format(low=low, high=high)


def _cells(row: Row, teacher: Row | None, best: bool) -> list[Cell]:
    change = Cell("–")
    if teacher is not None and row is not teacher:
        points = 100 * (row.accuracy - teacher.accuracy)
        change = Cell(words.points(points), points, "stop" if points < -5 else "")
    return [
        Cell(spoken.engine(row.title), strong=best),
        Cell(words.share(row.accuracy), row.accuracy, strong=best),
        change,
        Cell(words.size(row.size_bytes) if row.size_bytes else "–", row.size_bytes),
        Cell(figures.count(row.parameters) if row.parameters else "–", row.parameters),
        Cell(words.milliseconds(row.latency_ms) if row.latency_ms else "–", row.latency_ms, tip=_tip(row)),
        Cell(words.share(row.agreement) if row.agreement is not None else "–", row.agreement),
    ]


def _tip(row: Row) -> str:
    if not row.latency_p95_ms:
        return ""
    said = QCoreApplication.translate("SummaryPanel", "95 % of the answers take less than {time}.")
    return said.format(time=words.milliseconds(row.latency_p95_ms))
