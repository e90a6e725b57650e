"""Every answer that was paid for, kept: one file for each teacher, a line for each answer, only ever added to.

A line is with the system before its answer is used, so that a killed worker loses none; the disk is told to keep them
twice a second, which is what a power cut may cost.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from filelock import FileLock, Timeout

from kdstudio.core.errors import Code, KDError
from kdstudio.runs.files import disk_error
from kdstudio.runs.writer import LineFile

_SYNC_SECONDS = 0.5


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line. ``key`` is a hash of all that was asked; ``text`` or ``shares`` is what came."""

    key: str
    at: float
    text: str = ""
    shares: tuple[float, ...] = ()
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0


class Ledger:
    """The answers of one teacher; use as a context, one at a time. Safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(path.with_suffix(".lock"))
        self._writing = threading.Lock()
        self._synced = time.monotonic()

    def __enter__(self) -> Self:
        """Take the ledger and read it; a torn last line is cut off.

        Raises:
            KDError: ``RUN_BUSY`` while another job asks this teacher.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=2, poll_interval=0.05)
            self._file = LineFile(self.path)
            self._answers = _read(self.path)
        except Timeout:
            raise KDError(
                Code.RUN_BUSY, "Another job is asking this teacher.", "Wait until it has ended, or stop it."
            ) from None
        except OSError as error:
            raise disk_error(error, self.path) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._file.close()
        finally:
            self._lock.release()

    def __len__(self) -> int:
        return len(self._answers)

    def find(self, key: str) -> Answer | None:
        """The answer to this very question."""
        return self._answers.get(key)

    def keep(self, answer: Answer) -> None:
        """Add an answer; it may be used once this returns. Raises ``DISK_FULL``, and the ledger stays whole."""
        with self._writing:
            self._file.append(msgspec.json.encode(answer) + b"\n")
            self._answers[answer.key] = answer
            if time.monotonic() - self._synced >= _SYNC_SECONDS:
                self._file.sync()
                self._synced = time.monotonic()


def _read(path: Path) -> dict[str, Answer]:
    """All lines that can be read, the first of each key; what an editor may have spoilt is left where it is."""
    found: dict[str, Answer] = {}
    with path.open("rb") as stream:
        for line in stream:
            try:
                answer = msgspec.json.decode(line, type=Answer)
            except (msgspec.DecodeError, UnicodeDecodeError):
                continue
            found.setdefault(answer.key, answer)
    return found
