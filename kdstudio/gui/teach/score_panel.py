"""The teacher against the held-out set of a person: how many it labels alike, and which not."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdstudio.core.synthesis import SynthesisReport
from kdstudio.gui import spoken
from kdstudio.gui import words as say
from kdstudio.gui.results.matrix import Matrix
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.text import label


class ScorePanel(Card):
    """Rows of the matrix are the right labels, columns the teacher's answers."""

    def __init__(self) -> None:
        super().__init__(self.tr("The teacher on your held-out examples"), padding=18)
        self.score = label("", "title", wrap=True)
        words = self.tr(
            "The student learns the teacher’s mistakes as well. Rows are the right labels, columns its answers."
        )
        self._about = label(words, "muted", wrap=True)
        self.matrix = Matrix()
        self._notes = QVBoxLayout()
        self._notes.setSpacing(6)
        holder = QWidget()
        holder.setLayout(self._notes)
        self._notes.setContentsMargins(0, 0, 0, 0)
        for item in (self.score, self._about, holder):
            self.add(item)
        self.add(self.matrix, 1)

    def show_report(self, report: SynthesisReport, names: tuple[str, ...]) -> None:
        """Show what came of a job."""
        score = report.held_out
        while (item := self._notes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for note in report.notes:
            self._notes.addWidget(label(spoken.engine(note), wrap=True))
        known = score is not None and score.examples > 0
        for part in (self.score, self._about, self.matrix):
            part.setVisible(known)
        if score is None or not known:
            return
        said = self.tr("{right} of {all} right ({share})")
        share = say.share(score.right / score.examples)
        self.score.setText(said.format(right=score.right, all=score.examples, share=share))
        square = len(score.confusion) == len(names)
        self.matrix.setVisible(square)
        if square:
            self.matrix.show_counts(names, np.array(score.confusion, dtype=np.int64).reshape(len(names), -1))
