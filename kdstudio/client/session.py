"""Following one job from its folder, whoever started it."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import psutil

from kdstudio.client import keys
from kdstudio.client.launch import Pipe, start_worker
from kdstudio.client.view import RunView, fold
from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import Job
from kdstudio.core.recipe import Recipe
from kdstudio.protocol.commands import Command
from kdstudio.protocol.events import Event, JobFailed
from kdstudio.protocol.exits import WorkerExit
from kdstudio.protocol.secrets import Secret
from kdstudio.runs import lock, writer
from kdstudio.runs.amend import amend
from kdstudio.runs.files import disk_error, recover
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.reader import tail_events
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace

_UNRESPONSIVE_SECONDS = 30.0
_ASLEEP_SECONDS = 5.0
_RENEW_SECONDS = 1.0

Silence = Literal["", "silent", "gone"]
"""A live worker is heard; it has said nothing for 30 s; its folder cannot be reached."""

_WORK = {
    "data-check": "The data check",
    "profile": "The measurement",
    "export": "The export",
    "predict": "The prediction",
    "try-out": "The worker that answers",
    "bench": "The measurement",
    "hub": "The download",
    "llm-probe": "The test of the teacher",
    "synthesis": "The work with the teacher",
}
_SIGNALS = {
    9: "it was killed, or the system ran out of memory",
    11: "it crashed inside a library",
    6: "a library gave up",
    7: "it crashed inside a library",
}


class Session:
    """A client's hold on one run: renews the lease, sends commands, folds events.

    Qt-free and never blocking: call :meth:`poll` regularly. The window does so from a thread of its own.
    """

    def __init__(self, folder: RunFolder) -> None:
        self.folder = folder
        self.view = RunView()
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Pipe | None = None
        self._tail = tail_events(folder.events)
        self._heard = self._polled = time.monotonic()
        self._renewed = float("-inf")
        self._keep = False

    def start(self, *, take_over: bool = False, secret: Secret | None = None) -> None:
        """Start a worker on the folder, with the charts of earlier sessions already in the view.

        A ``secret`` goes to it through a pipe that stays open; see :meth:`hand_over`.

        Raises:
            KDError: ``RUN_BUSY`` when the run was left unended on another computer, unless ``take_over``: a lock
                on a shared drive may not be seen from here.
        """
        while events := self._tail.read():
            for event in events:
                fold(self.view, event)
        job = self.view.job
        if job and not self.view.ended and job.host != socket.gethostname() and not take_over:
            raise KDError(
                Code.RUN_BUSY,
                f"{self.folder.path.name} was started on {job.host} and has not said that it ended.",
                "If it no longer runs there: kdstudio resume --take-over",
            )
        try:
            self.folder.lease.unlink(missing_ok=True)
            lock.renew(self.folder)
        except OSError as error:
            raise disk_error(error, self.folder.lease) from error
        self.view.failure = self.view.finish = None
        self.view.state = RunState.QUEUED
        self._process = start_worker(self.folder, piped=secret is not None)
        if secret is not None:
            self._pipe = Pipe(self._process)
            self._pipe.hand_over(secret)
        self._heard = time.monotonic()

    def poll(self) -> list[Event]:
        """New events, already folded into :attr:`view`; a dead worker is reported as a ``JobFailed`` of our own."""
        now = time.monotonic()
        if now - self._polled > _ASLEEP_SECONDS:
            self._heard += now - self._polled  # nobody could be heard meanwhile: this computer slept
        self._polled = now
        self._renew()
        events = self._tail.read()
        for event in events:
            fold(self.view, event)
        if events:
            self._heard = time.monotonic()
        elif death := self._death():
            fold(self.view, death)
            events = [death]
        return events

    def _renew(self) -> None:
        now = time.monotonic()
        if self._keep or self.view.ended or now - self._renewed < _RENEW_SECONDS:
            return
        self._renewed = now
        with contextlib.suppress(OSError):  # a read-only run can still be watched
            lock.renew(self.folder)

    def _death(self) -> Event | None:
        """The end of a worker that could not say it itself."""
        if self.view.ended:
            return None
        code = self._process.poll() if self._process else None
        if self._process is not None and code is None:
            return None
        if code == WorkerExit.BUSY:
            self._process = None  # another client was faster; its worker is followed instead
            return None
        if self._process is None and (self.view.sessions == 0 or lock.is_held(self.folder) or self.gone):
            return None
        for event in self._tail.read():  # what it wrote between our last look and its end
            fold(self.view, event)
        return None if self.view.ended else self._obituary(code)

    def _obituary(self, code: int | None) -> JobFailed:
        log = tail_of(self.folder)
        kind = self.view.job.kind if self.view.job else ""
        if self._process is not None and self.view.state is RunState.QUEUED:
            return JobFailed(
                at=time.time(),
                code=Code.ENGINE_UNAVAILABLE,
                traceback=log,
                message="The training engine could not start.",
                hint="Copy the details, or install KD Studio again.",
            )
        if kind == "export":
            self._clear_away()
        step = self.view.checkpoint.step if self.view.checkpoint else None
        hint = f"Resume from step {step}." if step is not None else "Start it again; nothing had been saved yet."
        where = f" at step {self.view.step}" if self.view.series else ""
        why = f": {_SIGNALS.get(-code, f'signal {-code}')}" if code is not None and code < 0 else ""
        return JobFailed(
            at=time.time(),
            code=Code.WORKER_DIED,
            traceback=log,
            message=f"{_WORK.get(kind, 'Training')} stopped unexpectedly{where}{why}.",
            hint=hint,
        )

    def _clear_away(self) -> None:
        """Take away the half-written folder that a killed export left beside the place it was to take."""
        with contextlib.suppress(KDError, OSError):
            if place := self.folder.recipe().export.directory:
                recover(Path(place))

    def send(self, command: Command) -> None:
        """Ask something of the worker."""
        writer.send(self.folder.commands, command)

    @property
    def saving(self) -> bool:
        """Whether the worker is writing a checkpoint, which should not be cut short."""
        process = self._worker()
        return process is not None and any(self.folder.checkpoints.rglob(f".*.{process.pid}.part"))

    def hand_over(self, secret: Secret) -> bool:
        """Give the worker another key, as after it was refused; false where another client started it.

        It can then be stopped and resumed, which takes the key from the store.
        """
        return self._pipe is not None and self._pipe.hand_over(secret)

    def keep_running(self) -> None:
        """Let the worker go on when this client leaves."""
        self._keep = True
        lock.renew(self.folder, keep=True)

    def wait_longer(self) -> None:
        """Give a silent worker its 30 s again."""
        self._heard = time.monotonic()

    @property
    def gone(self) -> bool:
        """Whether the run's folder cannot be reached; its worker waits for it."""
        return not self.folder.path.is_dir()

    @property
    def silence(self) -> Silence:
        """Why nothing is heard of a live worker, where that is so."""
        if not self.view.state.is_live:
            return ""
        return "gone" if self.gone else "silent" if self.unresponsive else ""

    @property
    def unresponsive(self) -> bool:
        """Whether a live worker has been silent for 30 s."""
        return self.view.state.is_live and time.monotonic() - self._heard > _UNRESPONSIVE_SECONDS

    def ticks(self, interval: float = 0.1) -> Iterator[list[Event]]:
        """Poll until the run has ended, waiting where nothing is new; for callers without an event loop.

        Yields after every poll, also an empty one, so that the caller can look at a signal or a clock.
        """
        while True:
            events = self.poll()
            yield events
            if self.view.ended and not events:
                return
            if not events:
                time.sleep(interval)

    def events(self, interval: float = 0.1) -> Iterator[Event]:
        """Follow the run to its end, event by event."""
        for events in self.ticks(interval):
            yield from events

    def kill(self) -> None:
        """End the worker at once. What it had saved stays; what it was at is lost, as in a power cut."""
        process = self._worker()
        if process is not None:
            process.kill()
            process.wait()

    def _worker(self) -> subprocess.Popen[bytes] | psutil.Process | None:
        """The worker's process: our own child, or the one named in the log while it holds the lock on this host."""
        if self._process is not None:
            return self._process
        job = self.view.job
        if job is None or job.host != socket.gethostname() or not lock.is_held(self.folder):
            return None
        try:
            return psutil.Process(job.pid)
        except psutil.NoSuchProcess:
            return None

    def wait_for_exit(self, timeout: float) -> bool:
        """Wait until the worker's process is gone; false when it is still there after ``timeout`` seconds."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            gone = self._process.poll() is not None if self._process else not lock.is_held(self.folder)
            if gone:
                return True
            time.sleep(0.05)
        return False


def tail_of(folder: RunFolder, limit: int = 8000) -> str:
    """The end of what the worker printed; of a fault handler's long report its beginning, which names the fault."""
    try:
        data = folder.log.read_bytes()
    except OSError:
        return ""
    fault = data.rfind(b"Fatal Python error", -8 * limit)
    part = data[fault : fault + limit] if fault >= 0 else data[-limit:]
    return part.decode(errors="replace")


def start(workspace: Workspace, job: Job, recipe: Recipe) -> Session:
    """Make a job folder and start its worker, with the key that it needs where one is known."""
    return resume(workspace.new(job, recipe))


def resume(folder: RunFolder, *, take_over: bool = False, changes: Mapping[str, str] | None = None) -> Session:
    """Start a worker on an existing folder; it goes on from the newest good checkpoint. See :meth:`Session.start`.

    ``changes`` are settings to go on with, such as a lower learning rate; see :func:`kdstudio.runs.amend.amend`.
    """
    if lock.is_held(folder):
        raise KDError(Code.RUN_BUSY, f"{folder.path.name} is already running.", "Open it instead of starting it.")
    if changes:
        amend(folder, changes)
    session = Session(folder)
    session.start(take_over=take_over, secret=_secret(folder))
    return session


def _secret(folder: RunFolder) -> Secret | None:
    try:
        return keys.of(folder.job())
    except KDError:
        return None  # a job that cannot be read is said by its worker


def attach(folder: RunFolder) -> Session:
    """Follow a run that runs already, or reopen one that has ended."""
    return Session(folder)
