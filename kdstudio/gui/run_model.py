"""One job as the pages see it: what is known of it, and what can be asked of it. Used for every kind of job."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from kdstudio.client import session as sessions
from kdstudio.client.session import Session, Silence
from kdstudio.client.view import RunView, fold
from kdstudio.core.job import Job
from kdstudio.core.recipe import Recipe
from kdstudio.gui.run_thread import Request, RunThread
from kdstudio.protocol.commands import Continue, Pause, Save, Stop
from kdstudio.protocol.events import Event
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace

_CHANGED_MS = 100


class RunModel(QObject):
    """Folds a job's events into :attr:`view` on the window's thread.

    ``changed`` comes at once after a quiet time and then at most 10 times a second, the last change never lost.
    ``ended`` comes once, after the last ``changed``, when the log has its last word and the worker is gone.
    A job that could not even be opened is one that ended with a failure, so there is one road for errors.
    """

    changed = Signal()
    ended = Signal()
    trouble = Signal(object)  # a KDError: something asked for could not be done; the job goes on

    def __init__(
        self, open_session: Callable[[], Session], parent: QObject | None = None, folder: RunFolder | None = None
    ) -> None:
        super().__init__(parent)
        self.view = RunView()
        self.folder = folder
        self.started_here = False
        self.silence: Silence = ""
        self._dirty = False
        self._timer = QTimer(self, singleShot=True, interval=_CHANGED_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._thread = RunThread(open_session, self)
        self._thread.opened.connect(self._on_opened)
        self._thread.caught_up.connect(self._on_caught_up)
        self._thread.arrived.connect(self._on_arrived)
        self._thread.silence.connect(self._on_silence)
        self._thread.trouble.connect(self.trouble)
        self._thread.finished.connect(self._on_finished)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.close)
        self._thread.start()

    @classmethod
    def start(cls, workspace: Workspace, job: Job, recipe: Recipe, parent: QObject | None = None) -> RunModel:
        """Make a job folder, start its worker and follow it."""
        model = cls(lambda: sessions.start(workspace, job, recipe), parent)
        model.started_here = True
        return model

    @classmethod
    def resume(
        cls, folder: RunFolder, parent: QObject | None = None, changes: Mapping[str, str] | None = None
    ) -> RunModel:
        """Start a worker on an existing folder, which goes on from its newest good checkpoint, and follow it.

        ``changes`` are settings to go on with; see :func:`kdstudio.client.session.resume`.
        """
        model = cls(lambda: sessions.resume(folder, changes=changes), parent, folder)
        model.started_here = True
        return model

    @classmethod
    def attach(cls, folder: RunFolder, parent: QObject | None = None) -> RunModel:
        """Follow a run that someone else started, or reopen one that has ended."""
        return cls(lambda: sessions.attach(folder), parent, folder)

    @property
    def following(self) -> bool:
        """Whether the job is still followed; false once ``ended`` was emitted or after :meth:`close`."""
        return self._thread.isRunning()

    def pause(self) -> None:
        """Have the worker wait after the current step, with a checkpoint."""
        self.ask(lambda session: session.send(Pause()))

    def go_on(self) -> None:
        """Have a paused worker continue."""
        self.ask(lambda session: session.send(Continue()))

    def stop(self, *, keep: bool) -> None:
        """End the job; ``keep`` writes a checkpoint first, so that it can be resumed."""
        self.ask(lambda session: session.send(Stop(keep=keep)))

    def save(self) -> None:
        """Have a checkpoint written now."""
        self.ask(lambda session: session.send(Save()))

    def keep_running(self) -> None:
        """Let the worker go on when the window is gone."""
        self.ask(Session.keep_running)

    def ask(self, request: Request) -> None:
        """Have ``request`` carried out with the session, on the following thread."""
        self._thread.ask(request)

    def close(self) -> None:
        """Stop following, after what was asked has been sent; leaves no thread behind.

        A worker that was not told to keep running notices, saves a checkpoint and ends by itself.
        """
        self._thread.leave()
        self._thread.wait()
        self._timer.stop()

    def _on_opened(self, folder: RunFolder) -> None:
        self.folder = folder

    def _on_caught_up(self, view: RunView) -> None:
        self.view = view
        self._touch()

    def _on_arrived(self, events: list[Event]) -> None:
        for event in events:
            fold(self.view, event)
        self._touch()

    def _on_silence(self, silence: Silence) -> None:
        self.silence = silence
        self._touch()

    def _on_finished(self) -> None:
        self.silence = ""
        self._timer.stop()
        if self._dirty:
            self._tell()
        if self.view.ended:
            self.ended.emit()

    def _touch(self) -> None:
        self._dirty = True
        if not self._timer.isActive():
            self._on_timeout()

    def _on_timeout(self) -> None:
        if self._dirty:
            self._timer.start()
            self._tell()

    def _tell(self) -> None:
        self._dirty = False
        self.changed.emit()
