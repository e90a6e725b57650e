"""A run's models kept loaded in a worker, for as long as somebody tries them.

The worker is a job like any other: requests are commands in its folder, replies are events. It ends when it is let
go, and by its lease when the window is gone.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kdstudio.client.session import Session
from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import TryOutJob
from kdstudio.core.recipe import Recipe
from kdstudio.gui import background
from kdstudio.gui.run_model import RunModel
from kdstudio.protocol.commands import Ask
from kdstudio.runs.files import discard
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace


class Asker(QObject):
    """One worker at a time. What is asked while it loads waits; what it left unanswered is asked again by Retry."""

    changed = Signal()  # it loads, is ready, answers, ends
    answered = Signal(int, object)  # the number of the request, and Predictions by variant
    failed = Signal(object)  # a KDError; :meth:`retry` tries again

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._job: RunModel | None = None
        self._source: tuple[RunFolder, Recipe] | None = None
        self._pending: dict[int, Ask] = {}
        self._last = self._told = 0
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.let_go)  # before the job's own, so that the worker hears of it

    @property
    def loading(self) -> bool:
        """Whether the models are still being loaded."""
        return self._job is not None and self._job.view.phase != "answer"

    @property
    def waiting(self) -> int:
        """How many requests a live worker has not answered yet."""
        return len(self._pending) if self._job is not None else 0

    def hold(self, source: RunFolder, recipe: Recipe) -> None:
        """Have this run's models loaded, instead of any other's."""
        if self._source is not None and self._source[0] == source and self._job is not None:
            return
        self.let_go()
        self._source = source, recipe
        self._start()

    def ask(self, inputs: Sequence[str]) -> int:
        """Ask the held run's models; returns the number that its answer will carry."""
        assert self._source is not None
        self._last += 1
        self._pending[self._last] = Ask(id=self._last, inputs=tuple(inputs))
        if self._job is None:
            self._start()
        else:
            self._send(self._pending[self._last])
        self.changed.emit()
        return self._last

    def retry(self) -> None:
        """Load the models anew and ask again what has no answer."""
        if self._source is not None and self._job is None:
            self._start()

    def let_go(self) -> None:
        """End the worker at once, since it has nothing to save. Its folder goes with it."""
        self._pending.clear()
        self._source = None
        job, self._job = self._job, None
        if job is None:
            return
        job.changed.disconnect(self._on_changed)
        job.ended.disconnect(self._on_ended)
        job.ask(Session.kill)
        job.ended.connect(lambda: _clear(job))
        self.changed.emit()

    def close(self) -> None:
        """End the worker, and leave no thread behind."""
        self.let_go()
        for job in self.findChildren(RunModel):
            job.close()

    def _start(self) -> None:
        assert self._source is not None
        source, recipe = self._source
        self._told = 0
        self._job = RunModel.start(self._workspace, TryOutJob(run=str(source.path)), recipe, self)
        self._job.changed.connect(self._on_changed)
        self._job.ended.connect(self._on_ended)
        self._job.trouble.connect(self.failed)
        for request in self._pending.values():
            self._send(request)
        self.changed.emit()

    def _send(self, request: Ask) -> None:
        assert self._job is not None
        self._job.ask(lambda session: session.send(request))

    def _on_changed(self) -> None:
        assert self._job is not None
        answered = self._job.view.answered
        fresh, self._told = answered[self._told :], len(answered)
        for reply in fresh:
            if self._pending.pop(reply.id, None) is not None:
                self.answered.emit(reply.id, reply.answers)
        self.changed.emit()

    def _on_ended(self) -> None:
        """The worker was not told to end, so it failed."""
        job, self._job = self._job, None
        assert job is not None
        failure = job.view.failure
        known = failure is not None and failure.code in set(Code)
        self.changed.emit()
        if failure is not None:
            self.failed.emit(KDError(Code(failure.code) if known else Code.INTERNAL, failure.message, failure.hint))
        _clear(job)


def _clear(job: RunModel) -> None:
    folder = job.folder
    if folder is not None:
        background.run(lambda: discard(folder.path), lambda _: None)
    job.deleteLater()
