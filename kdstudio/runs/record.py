"""A run at a glance, for lists: its state and headline figures without reading the whole log."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import msgspec

from kdstudio.core.deliverable import Deliverable
from kdstudio.core.errors import Code, KDError
from kdstudio.core.metrics import Report
from kdstudio.core.recipe import Recipe
from kdstudio.protocol import codec
from kdstudio.protocol.events import Event, JobFailed, JobFinished, JobStarted, StateChanged
from kdstudio.runs import lock
from kdstudio.runs.layout import RunFolder

_TAIL_BYTES = 1 << 18


class RunState(StrEnum):
    """Where a run stands. ``interrupted`` is a run whose worker died without a last word."""

    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"
    DONE = "done"
    STOPPED = "stopped"
    DISCARDED = "discarded"
    FAILED = "failed"
    INTERRUPTED = "interrupted"

    @property
    def is_live(self) -> bool:
        """Whether a worker is at it."""
        return self in (RunState.RUNNING, RunState.PAUSED, RunState.STOPPING)

    @property
    def can_resume(self) -> bool:
        """Whether :func:`kdstudio.client.session.resume` makes sense."""
        return self in (RunState.QUEUED, RunState.STOPPED, RunState.FAILED, RunState.INTERRUPTED)


class RunRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the run list."""

    folder: RunFolder
    name: str
    state: RunState
    started: float
    updated: float
    recipe: Recipe
    report: Report | None = None


def read(folder: RunFolder) -> RunRecord:
    """Look at a run; raises ``KDError`` when its recipe cannot be read."""
    events = folder.events
    return RunRecord(
        folder=folder,
        name=folder.path.name,
        state=state(folder),
        started=folder.job_file.stat().st_mtime,
        updated=events.stat().st_mtime if events.exists() else folder.job_file.stat().st_mtime,
        recipe=folder.recipe(),
        report=report(folder),
    )


def report(folder: RunFolder) -> Report | None:
    """The run's result, once it has one."""
    path = folder.artifacts / "report.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Report)
    except (OSError, msgspec.MsgspecError):
        return None


def export_folder(folder: RunFolder, report: Report) -> Path:
    """Where a run's export lies: where it was written, or in the run itself after that has moved."""
    written = folder.path / report.export_dir if report.export_dir else folder.artifacts / "export"
    return written if written.is_dir() else folder.artifacts / "export"


def deliverable(report: Report) -> Deliverable | None:
    """What the export folder of a report says of its files, where it is still there."""
    try:
        return msgspec.json.decode((Path(report.export_dir) / "measured.json").read_bytes(), type=Deliverable)
    except (OSError, msgspec.MsgspecError):
        return None


def state(folder: RunFolder) -> RunState:
    """The state that the log's last words and the lock agree on."""
    alive = lock.is_held(folder)
    last = _last_turn(folder.events)
    match last:
        case JobFailed() if not alive:
            return RunState.FAILED
        case JobFinished(outcome=outcome) if not alive:
            return RunState(outcome)
        case None if not alive:
            return RunState.QUEUED
        case StateChanged(state=changed) if alive:
            return RunState(changed)
    return RunState.RUNNING if alive else RunState.INTERRUPTED


def _last_turn(path: Path) -> Event | None:
    """The newest event that changes a run's state; the log's end is enough to find it."""
    if not path.exists():
        return None
    size = path.stat().st_size
    window = _TAIL_BYTES
    while True:
        with path.open("rb") as stream:
            stream.seek(max(0, size - window))
            lines = stream.read(window).split(b"\n")
        for line in reversed(lines):
            try:
                event = codec.decode_event(line) if line else None
            except KDError as error:
                if error.code is Code.NEWER_VERSION:
                    raise
                continue
            if isinstance(event, JobFailed | JobFinished | JobStarted | StateChanged):
                return event
        if window >= size:
            return None
        window *= 8
