"""Every class by itself: scores, and what was lost of the teacher there."""

from __future__ import annotations

import math

from kdstudio.core.metrics import ClassScore
from kdstudio.gui import words
from kdstudio.gui.results.answers import Results
from kdstudio.gui.results.losses import Slice, by_class, by_sureness
from kdstudio.gui.results.panel import Panel
from kdstudio.gui.results.variant_choice import VariantChoice
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.card import Card, row
from kdstudio.gui.widgets.table import Cell, Table
from kdstudio.gui.widgets.text import label

_LOST = -0.02


class ClassesPanel(Panel):
    """One table by class and one by how sure the teacher was."""

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
        self.body.addWidget(first, 1)
        self.body.addWidget(self._second)

    def show_results(self, results: Results) -> None:
        """Fill both tables for the delivered model."""
        self.variant.show_report(results.report)
        self._refresh()

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
