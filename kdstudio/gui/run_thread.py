"""The thread that follows one job, so that no file or process is ever waited for on the window's thread.

It supervises; the work itself is done by a worker process (see ``docs/adr``). It ends by itself when the job
has ended, or when it is asked to leave.
"""

from __future__ import annotations

import copy
import queue
import time
import traceback
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from kdstudio.client.session import Session, Silence
from kdstudio.core.errors import Code, KDError
from kdstudio.protocol.events import JobFailed
from kdstudio.runs.files import disk_error

Request = Callable[[Session], None]

_POLL_SECONDS = 0.05
_EXIT_SECONDS = 5.0
_LARGE_BATCH = 2000
_AGAIN = "Open it again; the run itself goes on."


class RunThread(QThread):
    """Polls a session that it opens itself; what it finds leaves as signals, what is wanted arrives by :meth:`ask`.

    A long log, as on opening an old run, is folded here and handed over as one view, not event by event.
    """

    opened = Signal(object)  # the RunFolder
    caught_up = Signal(object)  # a RunView that replaces the receiver's
    arrived = Signal(object)  # a list of events to fold on top of it
    silence = Signal(str)  # why a live worker is not heard any more, or that it is heard again
    trouble = Signal(object)  # a KDError: a request could not be carried out

    def __init__(self, open_session: Callable[[], Session], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_session = open_session
        self._requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()

    def ask(self, request: Request) -> None:
        """Have ``request`` called with the session on this thread; safe from any thread, and never waits."""
        self._requests.put(request)

    def leave(self) -> None:
        """Stop following, after the requests that were asked before."""
        self._requests.put(None)

    def run(self) -> None:
        """Open, catch up, follow to the end."""
        try:
            session = self._open_session()
            self.opened.emit(session.folder)
            if self._catch_up(session) and self._follow(session):
                self._see_off(session)
        except KDError as error:
            self.arrived.emit([JobFailed(at=time.time(), code=error.code, message=error.message, hint=error.hint)])
        except Exception as error:  # whatever it is, it is shown as the run's failure instead of being lost
            message = f"The run could not be followed: {error}."
            details = traceback.format_exc()
            failure = JobFailed(at=time.time(), code=Code.INTERNAL, message=message, hint=_AGAIN, traceback=details)
            self.arrived.emit([failure])

    def _catch_up(self, session: Session) -> bool:
        """Fold what is in the log already; false when asked to leave meanwhile."""
        while session.poll():
            if not self._serve(session, 0.0):
                return False
        self._hand_over(session)
        return True

    def _hand_over(self, session: Session) -> None:
        self.caught_up.emit(copy.deepcopy(session.view))

    def _follow(self, session: Session) -> bool:
        """Pass on events as they come; true at the job's end, false when asked to leave."""
        silence: Silence = ""
        while not session.view.ended:
            if not self._serve(session, _POLL_SECONDS):
                return False
            events = session.poll()
            if len(events) > _LARGE_BATCH:
                self._hand_over(session)
            elif events:
                self.arrived.emit(events)
            if session.silence != silence:
                silence = session.silence
                self.silence.emit(silence)
        return True

    def _see_off(self, session: Session) -> None:
        """Wait a little for the worker to be gone, so that the run can be resumed or deleted at once."""
        deadline = time.monotonic() + _EXIT_SECONDS
        while time.monotonic() < deadline and not session.wait_for_exit(_POLL_SECONDS):
            if not self._serve(session, 0.0):
                return

    def _serve(self, session: Session, seconds: float) -> bool:
        """Carry out what was asked, waiting up to ``seconds`` for it; false when asked to leave."""
        try:
            request = self._requests.get(timeout=seconds) if seconds else self._requests.get_nowait()
            while request is not None:
                self._carry_out(session, request)
                request = self._requests.get_nowait()
        except queue.Empty:
            return True
        return False

    def _carry_out(self, session: Session, request: Request) -> None:
        try:
            request(session)
        except KDError as error:
            self.trouble.emit(error)
        except OSError as error:
            known = disk_error(error, session.folder.commands)
            message = f"The worker could not be told: {error}."
            again = KDError(Code.INTERNAL, message, "Try again.")
            self.trouble.emit(known if isinstance(known, KDError) else again)
