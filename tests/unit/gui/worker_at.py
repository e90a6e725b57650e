"""A worker's side of a job folder, for tests: real events through the real writer, under the real lock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from filelock import FileLock

from kdstudio.core.job import DistillJob, Job
from kdstudio.core.recipe import Recipe
from kdstudio.protocol.events import Event, JobStarted, Phase
from kdstudio.runs import lock
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace
from kdstudio.runs.writer import EventWriter

PHASES = tuple(
    Phase(name, title)
    for name, title in (
        ("load", "Load data"),
        ("teacher", "Teacher"),
        ("cache", "Cache answers"),
        ("train", "Train student"),
        ("evaluate", "Evaluate"),
        ("export", "Export"),
    )
)


@dataclass
class WorkerAt:
    """Writes like a worker into ``folder``."""

    folder: RunFolder
    writer: EventWriter
    held: FileLock

    def say(self, *events: Event) -> None:
        for event in events:
            self.writer.write(event)

    def end(self, *events: Event) -> None:
        """Say the last words and be gone, as a worker does."""
        self.say(*events)
        self.writer.close()
        self.held.release()

    def begin(self, kind: str = "distill", session: int = 1) -> None:
        self.say(JobStarted(kind=kind, session=session, pid=os.getpid(), host="here", version="0", phases=PHASES))


@contextmanager
def worker_at(folder: RunFolder) -> Iterator[WorkerAt]:
    """Hold the folder's lock and its log, as a live worker does."""
    held = lock.hold(folder)
    writer = EventWriter(folder.events)
    try:
        yield WorkerAt(folder, writer, held)
    finally:
        if held.is_locked:
            writer.close()
            held.release()


def new_run(recipe: Recipe | None = None, job: Job | None = None) -> RunFolder:
    """A fresh job folder in the test's own workspace."""
    return Workspace().new(job or DistillJob(), recipe or Recipe())
