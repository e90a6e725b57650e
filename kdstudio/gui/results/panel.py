"""What all parts of the results page share."""

from __future__ import annotations

import shlex

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdstudio.core.metrics import Report
from kdstudio.gui import spoken
from kdstudio.gui.results.answers import Results
from kdstudio.gui.studio import Studio


class Panel(QWidget):
    """One tab. Built when first opened; :meth:`show_results` is called for every run that is looked at."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self.studio = studio
        self.results: Results | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)

    def set_results(self, results: Results) -> None:
        """Look at a run."""
        self.results = results
        self.show_results(results)

    def show_results(self, results: Results) -> None:
        """Draw the run's results."""
        raise NotImplementedError

    def command(self) -> str:
        """What is seen on this tab in a terminal, or an empty string while there is nothing."""
        if self.results is None:
            return ""
        words = ["kdstudio", "results", self.results.folder.path.name]
        return shlex.join([*words, "--variant", self.looked_at] if self.looked_at else words)

    @property
    def looked_at(self) -> str:
        """The variant that this tab shows alone, or an empty string where it shows them all."""
        return ""

    def entered(self) -> None:
        """Called when the tab is shown, and when the page is shown with it."""

    def left(self) -> None:
        """Called when the page is left."""


def best_variant(report: Report) -> str:
    """The model that is delivered: INT8 where there is one."""
    return next(v for v in ("int8", "fp32", "student", "control", "teacher") if v in report.evaluations)


def title_of(report: Report, variant: str) -> str:
    """A variant as the report calls it."""
    row = report.row(variant)
    return spoken.engine(row.title) if row else variant
