"""One short job that a person started: what it does now, how far it is, and a way to cancel it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import Job
from kdstudio.core.recipe import Recipe
from kdstudio.gui import spoken
from kdstudio.gui.run_model import RunModel
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import column, row
from kdstudio.gui.widgets.text import label


class JobBar(QWidget):
    """Shows nothing while it is idle; a failure is said as everywhere, with Retry."""

    done = Signal(object)  # the RunFolder of the job
    failed = Signal(object)  # the KDError, which is said at the top of the window as well
    busy_changed = Signal(bool)

    def __init__(self, studio: Studio, name: str) -> None:
        super().__init__()
        self._studio = studio
        self._job: RunModel | None = None
        self._retry: Callable[[], None] = lambda: None
        self.cancel = button(self.tr("Cancel"), self._on_cancel, kind="quiet")
        self.bar = QProgressBar(maximum=0, textVisible=False)
        self.bar.setAccessibleName(name)
        self.state = label("", "muted", wrap=True)
        line = row(self.state, self.cancel)
        line.setStretch(0, 1)
        whole = column(self.bar)
        whole.insertLayout(0, line)
        self.setLayout(whole)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    def start(self, job: Job, recipe: Recipe, retry: Callable[[], None]) -> None:
        """Start a job, unless one is under way; ``retry`` is what a person may ask for after a failure."""
        if self.busy:
            return
        self._retry = retry
        self.state.setText(self.tr("Starting the training engine …"))
        self.bar.setMaximum(0)
        self._job = RunModel.start(self._studio.workspace, job, recipe, self)
        self._job.changed.connect(self._on_changed)
        self._job.ended.connect(self._on_ended)
        self._show_busy(True)

    def _show_busy(self, busy: bool) -> None:
        self.setVisible(busy)
        self.busy_changed.emit(busy)

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.stop(keep=False)

    def _on_changed(self) -> None:
        if self._job is None:
            return
        view = self._job.view
        title = next((phase.title for phase in view.phases if phase.name == view.phase), "")
        newest = view.notices[-1].message if view.notices else ""
        self.state.setText(spoken.engine(newest or title))
        progress = view.progress.get(view.phase)
        self.bar.setMaximum(1000 if progress and progress.total else 0)
        if progress and progress.total:
            self.bar.setValue(round(1000 * progress.done / progress.total))

    def _on_ended(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        self._show_busy(False)
        failure = job.view.failure
        if failure is not None:
            code = Code(failure.code) if failure.code in set(Code) else Code.INTERNAL
            error = KDError(code, failure.message, failure.hint)
            self._studio.show_error(error, self._retry)
            self.failed.emit(error)
        elif job.view.finish is not None and job.view.finish.outcome == "done" and job.folder is not None:
            self.done.emit(job.folder)
        job.deleteLater()
