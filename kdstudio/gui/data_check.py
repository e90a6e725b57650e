"""Keeps the health report in step with the recipe's data: one background job at a time, the newest wish wins."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from kdstudio.core.errors import Code, KDError
from kdstudio.core.health import Health
from kdstudio.core.job import DataCheckJob
from kdstudio.core.recipe import Recipe
from kdstudio.gui import background
from kdstudio.gui.run_model import RunModel
from kdstudio.runs.workspace import Workspace

_SETTLE_MS = 250


class DataCheck(QObject):
    """Runs the data check of a recipe. ``changed`` comes when it starts, moves on, ends or fails."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._wanted: Recipe | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._start)
        self.job: RunModel | None = None
        self.health: Health | None = None
        self.failure: KDError | None = None

    @property
    def busy(self) -> bool:
        """Whether the report of the newest wish is still to come."""
        return self._wanted is not None

    def want(self, recipe: Recipe) -> None:
        """Have this recipe's data checked, soon; an unchanged wish is left alone."""
        if self._wanted is not None and _key(self._wanted) == _key(recipe):
            return
        self._wanted, self.failure = recipe, None
        self._timer.start()
        self.changed.emit()

    def forget(self) -> None:
        """No data is chosen."""
        self._timer.stop()
        self._drop_job()
        self._wanted = self.health = self.failure = None
        self.changed.emit()

    def close(self) -> None:
        """Stop for good."""
        self._timer.stop()
        if self.job is not None:
            self.job.stop(keep=False)
            self.job.close()

    def _start(self) -> None:
        self._drop_job()
        assert self._wanted is not None
        self.job = RunModel.start(self._workspace, DataCheckJob(), self._wanted, self)
        self.job.changed.connect(self.changed)
        self.job.ended.connect(self._on_ended)

    def _drop_job(self) -> None:
        job, self.job = self.job, None
        if job is None:
            return
        job.changed.disconnect(self.changed)
        job.ended.disconnect(self._on_ended)
        if job.following:
            job.stop(keep=False)
            job.ended.connect(job.deleteLater)
        else:
            job.deleteLater()

    def _on_ended(self) -> None:
        job = self.job
        assert job is not None
        if job.view.failure is not None:
            failure = job.view.failure
            self._fail(KDError(Code(failure.code), failure.message, failure.hint))
            return
        assert job.folder is not None
        report = job.folder.artifacts / "health.json"
        background.run(
            lambda: msgspec.json.decode(report.read_bytes(), type=Health),
            lambda health: self._on_read(job, health),
            lambda error: self._on_unread(job, error),
        )

    def _on_read(self, job: RunModel, health: Health) -> None:
        if job is self.job and not self._timer.isActive():
            self.health, self._wanted = health, None
            self.changed.emit()

    def _on_unread(self, job: RunModel, error: Exception) -> None:
        if job is self.job and not self._timer.isActive():
            message = f"The report of the data check could not be read: {error}."
            self._fail(KDError(Code.INTERNAL, message, "Check the data again."))

    def _fail(self, error: KDError) -> None:
        self.failure, self.health, self._wanted = error, None, None
        self.changed.emit()


def _key(recipe: Recipe) -> tuple[Any, ...]:
    return recipe.task, recipe.data
