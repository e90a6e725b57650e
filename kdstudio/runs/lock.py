"""The lock that a worker holds while it lives, and the lease by which clients keep it alive."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from filelock import FileLock, Timeout

from kdstudio.core.errors import Code, KDError
from kdstudio.runs.layout import RunFolder

KEEP = "keep"
LEASE_SECONDS = 6.0
_PATIENCE_SECONDS = 2.0


def hold(folder: RunFolder) -> FileLock:
    """Take a run's lock, for the life of this process; raises ``RUN_BUSY`` when another worker has it.

    The kernel frees it when the process dies, however it dies. A client that looks (:func:`is_held`) holds it for
    an instant, which is waited out.
    """
    lock = FileLock(folder.lock)
    try:
        lock.acquire(timeout=_PATIENCE_SECONDS, poll_interval=0.02)
    except Timeout:
        raise KDError(
            Code.RUN_BUSY, f"{folder.path.name} is already running.", "Open it instead of starting it."
        ) from None
    return lock


def is_held(folder: RunFolder) -> bool:
    """Whether a live worker has the run. Looking needs no right to write, where the system can share a lock."""
    if sys.platform == "win32":
        return folder.lock.exists() and _taken(folder.lock)
    import fcntl

    try:
        with folder.lock.open("rb") as stream:
            fcntl.flock(stream.fileno(), fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def _taken(path: Path) -> bool:
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


def renew(folder: RunFolder, *, keep: bool = False) -> None:
    """Tell the worker that a client is there; ``keep`` lets it go on without one from now on."""
    if keep:
        folder.lease.write_text(KEEP, encoding="utf-8")
    elif folder.lease.exists():
        os.utime(folder.lease)
    else:
        folder.lease.touch()


class LeaseWatch:
    """The worker's view of the lease, on the monotonic clock.

    Where that clock goes on in a laptop's sleep (on Windows), or the worker itself stood still, nobody could renew
    the lease either: such time does not count.
    """

    def __init__(self, lease: Path, seconds: float = LEASE_SECONDS) -> None:
        self._lease = lease
        self._seconds = seconds
        self._stamp = self._read()
        self._changed = self._looked = time.monotonic()

    def _read(self) -> tuple[int, int]:
        try:
            found = self._lease.stat()
        except OSError:
            return 0, 0
        return found.st_mtime_ns, found.st_size

    def expired(self) -> bool:
        """Whether no client has renewed the lease for too long and none asked to keep going."""
        stamp, now = self._read(), time.monotonic()
        if now - self._looked > self._seconds / 2:
            self._changed += now - self._looked
        self._looked = now
        if stamp != self._stamp:
            self._stamp, self._changed = stamp, now
        return stamp[1] == 0 and now - self._changed > self._seconds
