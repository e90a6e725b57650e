"""What is taken for what: the confusion matrix, and behind every cell its examples."""

from __future__ import annotations

import numpy as np

from kdstudio.gui.results.answers import Results
from kdstudio.gui.results.matrix import Matrix
from kdstudio.gui.results.panel import Panel
from kdstudio.gui.results.samples import Samples
from kdstudio.gui.results.variant_choice import VariantChoice
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label


class ConfusionPanel(Panel):
    """The matrix to the left, the chosen cell's examples to the right."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.variant = VariantChoice()
        self.variant.currentIndexChanged.connect(self._refresh)
        self.matrix = Matrix()
        self.matrix.chosen.connect(self._open_cell)
        self.samples = Samples(studio, self.tr("Examples of the cell"), narrow=True)
        left, right = Card(padding=16), Card(padding=16)
        left.add(Flow(self.variant))
        left.add(self.matrix, 1)
        left.add(label(self.tr("Click a cell to see its examples, the surest first."), "small", wrap=True))
        right.add(self.samples, 1)
        self.body.addWidget(Columns((left, 5), (right, 6), spacing=12), 1)

    @property
    def looked_at(self) -> str:
        """The chosen model."""
        return self.variant.variant

    def show_results(self, results: Results) -> None:
        """Draw the matrix and open the cell with the most mistakes."""
        self.variant.show_report(results.report)
        self._refresh()

    def _refresh(self) -> None:
        if self.results is None or not self.variant.variant:
            return
        report = self.results.report
        counts = np.array(report.evaluations[self.variant.variant].confusion, dtype=np.int64)
        self.matrix.show_counts(report.labels, counts)
        self._open_cell(*self.matrix.current)

    def _open_cell(self, label: int, guess: int) -> None:
        results = self.results
        self.samples.setVisible(results is not None and results.answers is not None)
        if results is None or results.answers is None or self.variant.variant not in results.answers.probabilities:
            return
        rows = results.answers.cell(self.variant.variant, label, guess)
        self.samples.show_rows(results, self.variant.variant, rows.tolist(), self.matrix.in_words(label, guess))
