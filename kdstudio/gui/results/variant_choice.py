"""Which of a run's models is looked at."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from kdstudio.core.metrics import Report
from kdstudio.gui.results.panel import best_variant, title_of


class VariantChoice(QComboBox):
    """Lists the models that were measured, the delivered one first chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setAccessibleName(QCoreApplication.translate("results", "Model"))

    def show_report(self, report: Report) -> None:
        """List the models of a run; keeps the choice where the run has it too."""
        before = self.variant
        self.blockSignals(True)
        self.clear()
        for variant in report.evaluations:
            self.addItem(title_of(report, variant), variant)
        wanted = before if before in report.evaluations else best_variant(report)
        self.setCurrentIndex(list(report.evaluations).index(wanted))
        self.blockSignals(False)

    @property
    def variant(self) -> str:
        """The chosen model."""
        return str(self.currentData() or "")
