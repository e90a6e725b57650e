"""What was lost of the teacher: in slices of the test examples, each with its samples, and on worse examples."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from kdstudio.core.metrics import ClassScore, Report
from kdstudio.gui import words
from kdstudio.gui.figures import count
from kdstudio.gui.results.answers import Results
from kdstudio.gui.results.losses import CLASS, COLUMN, SOURCE, SURE, Slice, cuts, slices, worst_first
from kdstudio.gui.results.panel import Panel, title_of
from kdstudio.gui.results.samples import Samples
from kdstudio.gui.results.variant_choice import VariantChoice
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.table import Cell, Table
from kdstudio.gui.widgets.text import label

_LOST = -0.02


class ClassesPanel(Panel):
    """A model, a cut through the test examples, the table of its slices, and the samples of the chosen one."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._slices: list[Slice] = []
        self.variant = VariantChoice()
        self.variant.currentIndexChanged.connect(self._refresh)
        self.cut = QComboBox()
        self.cut.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.cut.setAccessibleName(self.tr("Slice by"))
        self.cut.currentIndexChanged.connect(self._refresh)
        self.lost = label("", "strong", wrap=True)
        lost = (
            self.tr("Teacher"),
            self.tr("Change"),
            self.tr("Agrees"),
            self.tr("New mistakes"),
            self.tr("Inherited"),
        )
        scores = (self.tr("Precision"), self.tr("Recall"), self.tr("F1"))
        self.classes = Table(
            self.tr("Scores by class"), (self.tr("Class"), self.tr("Examples"), *scores, *lost), whole=7, spare=(4, 2)
        )
        self.parts = Table(
            self.tr("Accuracy by slice"),
            (self.tr("Slice"), self.tr("Examples"), self.tr("Accuracy"), *lost),
            sortable=False,
            whole=7,
        )
        for table in (self.classes, self.parts):
            table.selection_changed.connect(self._open_slice)
        first = Card(padding=16)
        first.add(Flow(self.variant, label(self.tr("Slice by"), "muted"), self.cut, spacing=12))
        for part in (self.lost, self.classes, self.parts):
            first.add(part)
        self._second = Card(padding=16)
        self.samples = Samples(studio, self.tr("Examples of the slice"))
        self._second.add(self.samples)
        self._third = Card(self.tr("On worse examples"), padding=16)
        self._worse = QVBoxLayout()
        self._third.add(
            label(self.tr("Accuracy when the test examples are made worse on purpose."), "muted", wrap=True)
        )
        self._third.add(self._worse)
        for card in (first, self._second, self._third):
            self.body.addWidget(card)
        self.body.addStretch(1)

    @property
    def looked_at(self) -> str:
        """The chosen model."""
        return self.variant.variant

    def show_results(self, results: Results) -> None:
        """Offer the cuts that this run's answers have, and fill the tables for the delivered model."""
        self.variant.show_report(results.report)
        known = cuts(results.answers) if results.answers is not None else [CLASS]
        before = self.cut.currentData()
        self.cut.blockSignals(True)
        self.cut.clear()
        for name in known:
            self.cut.addItem(cut_title(name), name)
        self.cut.setCurrentIndex(max(0, self.cut.findData(before)))
        self.cut.blockSignals(False)
        self._show_worse(results.report)
        self._refresh()

    def _show_worse(self, report: Report) -> None:
        """A table of its own, since its columns are the models of this run."""
        while (item := self._worse.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._third.setVisible(bool(report.robustness))
        if not report.robustness:
            return
        variants = [row.variant for row in report.rows if row.variant in report.robustness[0].accuracy]
        headers = [self.tr("Examples"), *(title_of(report, variant) for variant in variants)]
        table = Table(self.tr("Accuracy on worse examples"), headers, sortable=False)
        clean = report.robustness[0].accuracy
        table.show_rows(
            [
                [Cell(found.title), *(_worse_cell(found.accuracy.get(v), clean.get(v)) for v in variants)]
                for found in report.robustness
            ]
        )
        self._worse.addWidget(table)

    def _refresh(self) -> None:
        results, variant, cut = self.results, self.variant.variant, str(self.cut.currentData())
        if results is None or not variant:
            return
        answers = results.answers
        known = answers is not None and variant in answers.probabilities
        self._slices = slices(answers, variant, cut) if known and answers is not None else []
        self.lost.setText(self._sentence(cut))
        self.lost.setVisible(bool(self.lost.text()))
        self.classes.setVisible(cut == CLASS)
        self.parts.setVisible(cut != CLASS)
        if cut == CLASS:
            scores = results.report.evaluations[variant].classes
            shown: Sequence[Slice | None] = self._slices or [None] * len(scores)
            self.classes.show_rows([_class_cells(score, part) for score, part in zip(scores, shown, strict=True)])
        else:
            self.parts.show_rows([_slice_cells(part) for part in self._slices])
        self._second.setVisible(bool(self._slices))
        if self._slices:
            worst = max(range(len(self._slices)), key=lambda place: self._slices[place].new)
            (self.classes if cut == CLASS else self.parts).choose([worst])

    def _open_slice(self) -> None:
        """Show the samples of the chosen slice, the new mistakes first."""
        results, variant = self.results, self.variant.variant
        chosen = (self.classes if self.cut.currentData() == CLASS else self.parts).selected()
        if results is None or results.answers is None or not chosen or chosen[0] >= len(self._slices):
            return
        part = self._slices[chosen[0]]
        heading = self.tr("{cut} {name}: {n} examples, new mistakes first, then inherited ones, the surest first.")
        shown = heading.format(cut=self.cut.currentText(), name=_quoted(part, self.cut.currentData()), n=part.examples)
        self.samples.show_rows(results, variant, worst_first(results.answers, variant, part).tolist(), shown)

    def _sentence(self, cut: str) -> str:
        """What was lost most, in words."""
        worst = sorted((part for part in self._slices if part.change < _LOST), key=lambda part: part.change)[:3]
        if worst:
            named = ", ".join(f"{_quoted(part, cut)} ({words.points(100 * part.change)})" for part in worst)
            return self.tr("Most was lost at {classes}.").format(classes=named)
        if self._slices and not math.isnan(self._slices[0].change):
            return self.tr("No slice lost more than 2 points against the teacher.")
        return ""


def cut_title(cut: str) -> str:
    """A cut as a person calls it."""
    translate = QCoreApplication.translate
    known = {
        CLASS: translate("results", "Class"),
        SURE: translate("results", "Teacher’s confidence"),
        SOURCE: translate("results", "Folder or file"),
        "brightness": translate("results", "Brightness"),
        "contrast": translate("results", "Contrast"),
        "sharpness": translate("results", "Sharpness"),
        "length": translate("results", "Length in tokens"),
    }
    if cut.startswith(COLUMN):
        return cut.removeprefix(COLUMN)
    return known.get(cut, cut.replace("_", " ").capitalize())


def _quoted(part: Slice, cut: object) -> str:
    named = cut in (CLASS, SOURCE) or str(cut).startswith(COLUMN)
    return f"“{part.name or '/'}”" if named else part.name


def _class_cells(score: ClassScore, part: Slice | None) -> list[Cell]:
    figures = [Cell(words.share(value), value) for value in (score.precision, score.recall, score.f1)]
    lost = _lost_cells(part) if part is not None else [Cell("–", -1.0)] * 5
    return [Cell(score.name), Cell(count(score.support), score.support), *figures, *lost]


def _slice_cells(part: Slice) -> list[Cell]:
    return [
        Cell(part.name or "/"),
        Cell(count(part.examples), part.examples),
        Cell(words.share(part.accuracy), part.accuracy),
        *_lost_cells(part),
    ]


def _worse_cell(accuracy: float | None, clean: float | None) -> Cell:
    if accuracy is None:
        return Cell("–", -1.0)
    tip = words.points(100 * (accuracy - clean)) if clean is not None else ""
    return Cell(words.share(accuracy), accuracy, tip=tip)


def _lost_cells(part: Slice) -> list[Cell]:
    if math.isnan(part.teacher):
        return [Cell("–", -1.0)] * 5
    return [
        Cell(words.share(part.teacher), part.teacher),
        Cell(words.points(100 * part.change), part.change, "stop" if part.change < _LOST else ""),
        Cell(words.share(part.agreement), part.agreement),
        Cell(count(part.new), part.new),
        Cell(count(part.inherited), part.inherited),
    ]
