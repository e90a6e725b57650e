"""The process that owns the job folder: events out, commands in, and a watch over both while the engine computes."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import socket
import sys
import threading
import time
from collections import deque
from collections.abc import Mapping
from types import FrameType, TracebackType
from typing import Literal, Self

import psutil

from kdstudio import __version__
from kdstudio.core.errors import Code, KDError
from kdstudio.engine.listener import Stopped
from kdstudio.protocol.commands import Ask, Command, Continue, Pause, Save, Stop
from kdstudio.protocol.events import (
    Event,
    Heartbeat,
    JobFinished,
    JobStarted,
    Notice,
    Phase,
    PhaseChanged,
    Progress,
    StateChanged,
)
from kdstudio.protocol.exits import WorkerExit
from kdstudio.runs.files import gone, identity
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.lock import LeaseWatch
from kdstudio.runs.reader import tail_commands, tail_events
from kdstudio.runs.writer import EventWriter
from kdstudio.worker.keys import Keys
from kdstudio.worker.time_left import TimeLeft

_WATCH_SECONDS = 0.1
_HEARTBEAT_SECONDS = 2.0
_PROGRESS_SECONDS = 0.1
_GRACE_SECONDS = 8.0
_SILENCE_SECONDS = 60.0
_AWAY_SECONDS = 1800.0
"""How long a worker waits for its folder. Whether a client still waits with it cannot be known meanwhile."""


class Leader:
    """Reporter of the engine and control of the loop for one session on a job folder.

    A thread reads commands, watches the lease and sends heartbeats, so that all of it goes on during a long step.
    A stop that the engine has not obeyed after 8 s ends the process: what counts is on disk already.
    """

    leads = True

    def __init__(self, folder: RunFolder, commands_from: int | None = None) -> None:
        self.folder = folder
        self.session, self._seconds_before = _earlier_sessions(folder)
        self._began = time.monotonic()
        self._writer = EventWriter(folder.events)
        self._backlog: deque[Event] = deque(maxlen=10_000)
        self._commands = tail_commands(folder.commands, commands_from)
        self._lease = LeaseWatch(folder.lease)
        self._which, self._away, self._away_since = identity(folder.path), False, 0.0
        self._ended = threading.Event()
        self._paused = threading.Event()
        self._save = threading.Event()
        self._requests: queue.SimpleQueue[Ask] = queue.SimpleQueue()
        self._stop: Stopped | None = None
        self._stop_deadline = float("inf")
        self._phase = ""
        self._left = TimeLeft()
        self._last_progress = 0.0
        self._keys = Keys()
        self._waiting = 0
        self._emitting = threading.RLock()
        self._watch = threading.Thread(target=self._watch_loop, name="watch", daemon=True)

    def __enter__(self) -> Self:
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self._on_signal)
        if self._writer.torn_bytes:
            self.notice("log-repaired", f"A half-written line of {self._writer.torn_bytes} bytes was dropped.")
        self._watch.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._watch.join()
        with contextlib.suppress(OSError):  # a disk that is gone has taken what could be flushed with it
            self._writer.close()

    def seconds(self) -> float:
        """Time that this job has taken over all its sessions."""
        return self._seconds_before + time.monotonic() - self._began

    # -- events out

    def emit(self, event: Event) -> None:
        """Write an event. While the disk is full or gone events wait in memory: no job dies of its own log."""
        with self._emitting:
            self._backlog.append(self._keys.struck(event))
            try:
                while self._backlog and not self._away:
                    self._writer.write(self._backlog[0])
                    self._backlog.popleft()
            except KDError as error:
                if error.code not in (Code.DISK_FULL, Code.WORKSPACE_GONE):
                    raise

    def started(self, kind: str, phases: tuple[Phase, ...]) -> None:
        """Say that a session began; before anything slow is imported."""
        self.emit(
            JobStarted(
                kind=kind,
                session=self.session,
                pid=os.getpid(),
                host=socket.gethostname(),
                version=__version__,
                phases=phases,
            )
        )

    def phase(self, name: str, ahead: float = 0.0) -> None:
        """Enter a phase; ``ahead`` says how many more phases of this one's length follow, for the time left."""
        self._phase = name
        self._left.enter(name, ahead)
        self._last_progress = 0.0
        self.emit(PhaseChanged(phase=name))
        self.check()

    def expect(self, seconds: Mapping[str, float]) -> None:
        """How long each phase was estimated to take, for the time left."""
        self._left.expect(seconds)

    def progress(self, done: float, total: float, unit: str = "") -> None:
        """Report how far the phase is, at most ten times a second; also where a stop or a pause takes effect."""
        self.check()
        now = time.monotonic()
        if done >= total or now - self._last_progress >= _PROGRESS_SECONDS:
            self._last_progress = now
            left = self._left.seconds(now, done, total)
            self.emit(Progress(phase=self._phase, done=done, total=total, unit=unit, seconds_left=left))

    def notice(self, code: str, message: str, hint: str = "", *, warning: bool = True) -> None:
        """Tell a person something; the job goes on."""
        level: Literal["info", "warning"] = "warning" if warning else "info"
        self.emit(Notice(level=level, code=code, message=message, hint=hint))

    # -- commands in

    def check(self) -> None:
        """Raise :class:`Stopped` when asked to stop; wait here while paused."""
        if self._paused.is_set() and self._stop is None:
            self.wait_paused()
        if self._stop is not None:
            raise self._stop

    def check_stop(self) -> None:
        """Raise as :meth:`check` does, but never wait: for work that is under way and paid for."""
        if self._stop is not None:
            raise self._stop

    def secret(self, address: str) -> str:
        """The key that a client handed over for this address, the newest where it did so again; may be empty."""
        return self._keys.of(address)

    def asked(self) -> Ask:
        """The next request of a client, in order; raises :class:`Stopped` when asked to stop."""
        while True:
            self.check()
            with contextlib.suppress(queue.Empty):
                return self._requests.get(timeout=_WATCH_SECONDS / 2)

    def wants_checkpoint(self) -> bool:
        """Whether a training loop should save before it goes on. Cheap enough for every step."""
        if self._save.is_set():
            self._save.clear()
            return True
        return self._paused.is_set()

    def wait_paused(self) -> None:
        """Wait for Continue or Stop; several threads that do are one pause."""
        self._count_waiting(+1, "paused")
        while self._paused.is_set() and self._stop is None:
            time.sleep(_WATCH_SECONDS / 2)
        if self._stop is not None:
            raise self._stop
        self._count_waiting(-1, "running")

    def _count_waiting(self, change: int, state: Literal["running", "paused"]) -> None:
        with self._emitting:
            first_or_last = self._waiting == max(0, -change)
            self._waiting += change
            if first_or_last:
                self.emit(StateChanged(state=state))

    def pause(self) -> None:
        """Pause on the worker's own accord, as on a full disk; returns after Continue."""
        self._paused.set()
        self.wait_paused()

    def _ask_stop(self, reason: str, *, keep: bool) -> None:
        if self._stop is None:
            self._stop = Stopped(reason, keep=keep)
            self._stop_deadline = time.monotonic() + _GRACE_SECONDS
            self.emit(StateChanged(state="stopping"))

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if self._stop is not None:
            os._exit(128 + number)
        self._stop = Stopped(f"signal {number}", keep=True)
        self._stop_deadline = time.monotonic() + _GRACE_SECONDS

    def _watch_loop(self) -> None:
        process = psutil.Process()
        process.cpu_percent()
        beat = time.monotonic()
        while not self._ended.wait(_WATCH_SECONDS):
            self._look_for_folder()
            with contextlib.suppress(OSError):  # between this look and the next the folder may go
                for command in self._commands.read():
                    self._obey(command)
            if not self._away and self._lease.expired():
                self._ask_stop("the window or terminal that watched it is gone", keep=True)
            if time.monotonic() > self._stop_deadline:
                self._leave_now()
            if time.monotonic() - beat >= _HEARTBEAT_SECONDS:
                beat = time.monotonic()
                memory, cpu = process.memory_info().rss, process.cpu_percent()
                self.emit(Heartbeat(rss_bytes=memory, cpu_percent=cpu, gpu_bytes=_gpu_bytes()))

    def _look_for_folder(self) -> None:
        """Pause while the job's folder is not there. Nothing is written in its place; what is said waits in memory."""
        away = identity(self.folder.path) != self._which
        if away and not self._away:
            error = gone(self.folder.path)
            self._away, self._away_since = True, time.monotonic()
            self.notice(error.code, error.message, error.hint)
            self._paused.set()
        elif self._away and not away:
            with contextlib.suppress(OSError), self._emitting:  # it came back read-only, or went again: still away
                self._writer.reopen()
                self._away, self._lease = False, LeaseWatch(self.folder.lease)
        if self._away and time.monotonic() - self._away_since > _AWAY_SECONDS:
            self._ask_stop("its folder did not come back", keep=True)

    def _obey(self, command: Command) -> None:
        match command:
            case Pause():
                self._paused.set()
            case Continue():
                self._paused.clear()
            case Save():
                self._save.set()
            case Ask():
                self._requests.put(command)
            case Stop(keep=keep):
                self._ask_stop("asked to stop", keep=keep)

    def _leave_now(self) -> None:
        """End a process whose main thread is inside one long call; finished checkpoints are whole by construction."""
        assert self._stop is not None
        self.emit(JobFinished(outcome="stopped" if self._stop.keep else "discarded", reason=self._stop.reason))
        os._exit(WorkerExit.STOPPED)


def _earlier_sessions(folder: RunFolder) -> tuple[int, float]:
    """The number of this session, counted from 1, and the seconds that the ones before it took.

    A worker says something every two seconds; a longer silence is a clock that was set, or a laptop that slept.
    """
    tail, number, seconds, last = tail_events(folder.events), 1, 0.0, 0.0
    while events := tail.read():
        for event in events:
            if isinstance(event, JobStarted):
                number += 1
            elif 0 < event.at - last < _SILENCE_SECONDS:
                seconds += event.at - last
            last = event.at
    return number, seconds


def _gpu_bytes() -> int:
    """Memory this process holds on a CUDA device, where the engine has loaded one; torch is never loaded for it."""
    torch = sys.modules.get("torch")
    if torch is None or not hasattr(torch, "cuda") or not torch.cuda.is_initialized():
        return 0
    return int(torch.cuda.memory_reserved())
