"""What was lost of the teacher: by class, by how sure it was, and on worse examples."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QVBoxLayout

from kdstudio.core.metrics import ClassScore, Report
from kdstudio.gui import words
from kdstudio.gui.results.answers import Results
from kdstudio.gui.results.losses import Slice, by_class, by_sureness
from kdstudio.gui.results.panel import Panel, title_of
from kdstudio.gui.results.variant_choice import VariantChoice
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.card import Card, row
from kdstudio.gui.widgets.table import Cell, Table
from kdstudio.gui.widgets.text import label

_LOST = -0.02


class ClassesPanel(Panel):
    """Three tables: by class with its scores, by how sure the teacher was, and by what was done to the examples."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.variant = VariantChoice()
        self.variant.currentIndexChanged.connect(self._refresh)
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
            self.tr("Scores by class"), (self.tr("Class"), self.tr("Examples"), *scores, *lost), whole=12
        )
        self.sureness = Table(
            self.tr("Accuracy by how sure the teacher is"),
            (self.tr("Teacher’s confidence"), self.tr("Examples"), self.tr("Accuracy"), *lost),
            sortable=False,
        )
        first = Card(padding=16)
        first.add(row(self.variant, None))
        first.add(self.lost)
        first.add(self.classes, 1)
        self._second = Card(self.tr("By how sure the teacher is"), padding=16)
        self._second.add(self.sureness)
        self._third = Card(self.tr("On worse examples"), padding=16)
        self._worse = QVBoxLayout()
        self._third.add(
            label(self.tr("Accuracy when the test examples are made worse on purpose."), "muted", wrap=True)
        )
        self._third.add(self._worse)
        self.body.addWidget(first, 1)
        self.body.addWidget(self._second)
        self.body.addWidget(self._third)

    def show_results(self, results: Results) -> None:
        """Fill both tables for the delivered model."""
        self.variant.show_report(results.report)
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
        results, variant = self.results, self.variant.variant
        if results is None or not variant:
            return
        scores = results.report.evaluations[variant].classes
        answers = results.answers
        known = answers is not None and variant in answers.probabilities
        slices = by_class(answers, variant) if known and answers is not None else [None] * len(scores)
        self.classes.show_rows([_class_cells(score, part) for score, part in zip(scores, slices, strict=True)])
        sure = by_sureness(answers, variant) if known and answers is not None else []
        self.sureness.show_rows([_slice_cells(part) for part in sure])
        self._second.setVisible(bool(sure))
        self.lost.setText(self._sentence([part for part in slices if part is not None]))

    def _sentence(self, slices: list[Slice]) -> str:
        """What was lost most, in words."""
        worst = sorted((part for part in slices if part.change < _LOST), key=lambda part: part.change)[:3]
        if worst:
            named = ", ".join(f"“{part.name}” ({words.points(100 * part.change)})" for part in worst)
            return self.tr("Most was lost at {classes}.").format(classes=named)
        if slices and not math.isnan(slices[0].change):
            return self.tr("No class lost more than 2 points against the teacher.")
        return ""


def _class_cells(score: ClassScore, part: Slice | None) -> list[Cell]:
    figures = [Cell(words.share(value), value) for value in (score.precision, score.recall, score.f1)]
    lost = _lost_cells(part) if part is not None else [Cell("–", -1.0)] * 5
    return [Cell(score.name), Cell(f"{score.support:,}", score.support), *figures, *lost]


def _slice_cells(part: Slice) -> list[Cell]:
    return [
        Cell(part.name),
        Cell(f"{part.examples:,}", part.examples),
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
        Cell(f"{part.new:,}", part.new),
        Cell(f"{part.inherited:,}", part.inherited),
    ]
