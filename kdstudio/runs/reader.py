"""Reading a log while it grows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from kdstudio.core.errors import Code, KDError
from kdstudio.protocol import codec
from kdstudio.protocol.commands import Command
from kdstudio.protocol.events import Event

T = TypeVar("T")

_CHUNK = 1 << 20


class Tail(Generic[T]):
    """Complete lines of a growing file, decoded once each. A line that is not understood is skipped and counted."""

    def __init__(self, path: Path, decode: Callable[[bytes], T], start: int = 0) -> None:
        self._path = path
        self._decode = decode
        self._offset = start
        self.skipped = 0

    def read(self, limit: int = _CHUNK) -> list[T]:
        """What has been appended since the last call, at most about ``limit`` bytes of it.

        The position only ever moves past a newline: a torn line that a resumed worker cuts was never read.
        """
        try:
            with self._path.open("rb") as stream:
                stream.seek(self._offset)
                data = stream.read(limit)
        except FileNotFoundError:
            return []
        end = data.rfind(b"\n") + 1
        if end == 0 and len(data) == limit:
            return self.read(2 * limit)
        self._offset += end
        return [item for item in map(self._try, data[:end].split(b"\n")) if item is not None]

    def _try(self, line: bytes) -> T | None:
        if not line:
            return None
        try:
            return self._decode(line)
        except KDError as error:
            if error.code is Code.NEWER_VERSION:
                raise
            self.skipped += 1
            return None


def tail_events(path: Path) -> Tail[Event]:
    """The events of a run from its beginning."""
    return Tail(path, codec.decode_event)


def tail_commands(path: Path, start: int | None = None) -> Tail[Command]:
    """The commands that arrive from now on, or from the size ``start`` that the file had earlier."""
    return Tail(path, codec.decode_command, size(path) if start is None else start)


def size(path: Path) -> int:
    """Size of a file in bytes; 0 where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
