"""Which device the student is for, what it may cost there, and the largest that stays within it."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox

from kdstudio.core import catalog as catalogs
from kdstudio.core.targets import TARGETS, Budget, largest
from kdstudio.gui import theme, words
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.flow import Flow


class BudgetBar(Flow):
    """``picked`` carries the name of the largest architecture that fits. The budget is kept in the settings."""

    picked = Signal(str)

    def __init__(self, studio: Studio) -> None:
        super().__init__(spacing=6)
        self._studio = studio
        self.target = QComboBox()
        self.target.setAccessibleName(self.tr("Device that the student is for"))
        for target in TARGETS:
            self.target.addItem(words.device(target.title), target.name)
        self.milliseconds = self._limit(self.tr("Largest latency"), " ms")
        self.megabytes = self._limit(self.tr("Largest INT8 file"), " MB")
        self.pick = button(self.tr("Pick the largest that fits"), self._on_pick, icon="target")
        self.measure = button(self.tr("Measure all here"), self._on_measure, kind="quiet", icon="gauge")
        for item in (self.target, self.milliseconds, self.megabytes, self.pick, self.measure):
            self.flow.addWidget(item)
        self.refresh()
        self.target.activated.connect(self._on_changed)
        self.milliseconds.valueChanged.connect(self._on_changed)
        self.megabytes.valueChanged.connect(self._on_changed)

    def _limit(self, name: str, unit: str) -> QDoubleSpinBox:
        made = _Limit()
        made.setRange(0, 10_000)
        made.setDecimals(1)
        made.setPrefix("≤ ")
        made.setSuffix(unit)
        made.setSpecialValueText(self.tr("any{unit}").format(unit=unit))
        made.setKeyboardTracking(False)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.lineEdit().setTextMargins(6, 0, 0, 0)
        return made

    def refresh(self) -> None:
        """Show the budget, and whether there is something left to measure."""
        budget = self._studio.settings.budget
        for widget in (self.target, self.milliseconds, self.megabytes):
            widget.blockSignals(True)
        self.target.setCurrentIndex(max(0, self.target.findData(budget.target)))
        self.milliseconds.setValue(budget.milliseconds)
        self.megabytes.setValue(budget.megabytes)
        for widget in (self.target, self.milliseconds, self.megabytes):
            widget.blockSignals(False)
        bench = self._studio.bench
        self.measure.setEnabled(not bench.busy and self._studio.health is not None)
        self.measure.setText(self._progress_words() if bench.busy else self.tr("Measure all here"))

    def _progress_words(self) -> str:
        job = self._studio.bench.job
        step = job.view.progress.get("measure") if job is not None else None
        if step is None or not step.total:
            return self.tr("Measuring…")
        return self.tr("Measuring {done} of {total}…").format(done=int(step.done), total=int(step.total))

    def _on_changed(self) -> None:
        budget = Budget(
            target=self.target.currentData(),
            milliseconds=self.milliseconds.value(),
            megabytes=self.megabytes.value(),
        )
        self._studio.set_settings(msgspec.structs.replace(self._studio.settings, budget=budget))

    def _on_pick(self) -> None:
        fitting = catalogs.load().for_task(self._studio.recipe.task)
        found = largest(fitting, self._studio.measured, self._studio.settings.budget)
        if found is None:
            self._studio.told.emit(self.tr("No architecture stays within these limits. Allow more."))
        else:
            self.picked.emit(found.name)

    def _on_measure(self) -> None:
        self._studio.bench.want(self._studio.recipe, again=True)


class _Limit(QDoubleSpinBox):
    """As wide as a usual limit, not as the largest one."""

    def sizeHint(self) -> QSize:
        """Grows with the font."""
        return QSize(theme.current().length(104), super().sizeHint().height())
