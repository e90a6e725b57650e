"""How a worker's process ends, for the client that started it."""

from __future__ import annotations

from enum import IntEnum


class WorkerExit(IntEnum):
    """Exit codes; the log's last event says the same in words."""

    DONE = 0
    FAILED = 1
    STOPPED = 3
    BUSY = 5  # another worker has the run; nothing was written
