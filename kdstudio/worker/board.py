"""Curves as TensorBoard reads them, written as they come.

``tensorboardX.SummaryWriter`` hands its events to a thread through a queue of ``multiprocessing``, which needs a
writable ``/dev/shm``: a sandbox without one would stop the training. Its parts below write the same file without both.
"""

from __future__ import annotations

import time
from pathlib import Path

from tensorboardX.event_file_writer import EventsWriter
from tensorboardX.proto.event_pb2 import Event
from tensorboardX.summary import scalar

_FLUSH_SECONDS = 10.0


class Board:
    """One event file in ``folder``, or none at all for a process that does not ``lead``."""

    def __init__(self, folder: Path, *, lead: bool) -> None:
        self._writer: EventsWriter | None = None
        if lead:
            folder.mkdir(parents=True, exist_ok=True)
            self._writer = EventsWriter(str(folder / "events"))
        self._flushed = time.monotonic()

    def add(self, step: int, values: dict[str, float]) -> None:
        """One point of each curve by name."""
        if self._writer is None:
            return
        for name, value in values.items():
            self._writer.write_event(Event(wall_time=time.time(), step=step, summary=scalar(name, value)))
        if time.monotonic() - self._flushed > _FLUSH_SECONDS:
            self._writer.flush()
            self._flushed = time.monotonic()

    def close(self) -> None:
        """Finish the file."""
        if self._writer is not None:
            self._writer.close()
