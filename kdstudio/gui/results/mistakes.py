"""What was answered wrongly, the surest mistakes first, with the teacher's opinion beside."""

from __future__ import annotations

import numpy as np

from kdstudio.gui import figures
from kdstudio.gui.results.answers import TEACHER, Results
from kdstudio.gui.results.panel import Panel
from kdstudio.gui.results.samples import Samples
from kdstudio.gui.results.variant_choice import VariantChoice
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.segmented import Segmented


class MistakesPanel(Panel):
    """All mistakes, those the teacher makes too, or those that are new."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.variant = VariantChoice()
        self.variant.currentIndexChanged.connect(self._refresh)
        self._titles = {"all": self.tr("All"), "new": self.tr("New"), "inherited": self.tr("Inherited")}
        self.kind = Segmented(list(self._titles.items()), self.tr("Mistakes"))
        self.kind.set_value("all")
        self.kind.chosen.connect(self._refresh)
        self.samples = Samples(studio, self.tr("Mistakes"))
        card = Card(padding=16)
        card.add(Flow(self.variant, self.kind, spacing=12))
        card.add(self.samples, 1)
        self.body.addWidget(card, 1)

    @property
    def looked_at(self) -> str:
        """The chosen model."""
        return self.variant.variant

    def show_results(self, results: Results) -> None:
        """List the mistakes of the delivered model."""
        self.variant.show_report(results.report)
        self._refresh()

    def _refresh(self) -> None:
        results, variant = self.results, self.variant.variant
        if results is None or results.answers is None or variant not in results.answers.probabilities:
            self.samples.hide()
            return
        self.samples.show()
        answers, rows = results.answers, results.answers.mistakes(variant)
        whole = figures.count(len(answers.labels))
        heading = self.tr("{n} of {all} test examples are answered wrongly.").format(
            n=figures.count(len(rows)), all=whole
        )
        comparable = TEACHER in answers.probabilities and variant != TEACHER
        self.kind.setVisible(comparable)
        if comparable:
            kinds = {
                "all": rows,
                "new": rows[answers.right(TEACHER)[rows]],
                "inherited": rows[answers.inherited(variant)[rows]],
            }
            for kind, found in kinds.items():
                self.kind.buttons[kind].setText(f"{self._titles[kind]} {figures.count(len(found))}")
            others = len(rows) - len(kinds["new"]) - len(kinds["inherited"])
            rows = kinds[self.kind.value]
            fixed = int(np.sum(~answers.right(TEACHER) & answers.right(variant)))
            heading += " " + self.tr(
                "New ones the teacher knows; inherited ones are the teacher’s own wrong answers. "
                "{fixed} of the teacher’s mistakes are put right."
            ).format(fixed=figures.count(fixed))
            if others:
                heading += " " + self.tr("{n} the teacher gets wrong too, with another answer.").format(
                    n=figures.count(others)
                )
        self.samples.show_rows(results, variant, rows.tolist(), heading)
