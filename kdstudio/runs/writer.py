"""Appending events: disk first, and a torn last line of a killed worker repaired before anything is added."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from io import FileIO
from pathlib import Path

import msgspec

from kdstudio.protocol import codec
from kdstudio.protocol.commands import Command
from kdstudio.protocol.events import Event
from kdstudio.runs.files import disk_error


class LineFile:
    """A file that lines are added to: a torn last line is cut off at the start, and none is ever left torn.

    Not safe to call from several threads.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open()

    def _open(self) -> None:
        self.torn_bytes = _repair(self._path)
        self._stream = self._path.open("ab", buffering=0)
        self._end = self._path.stat().st_size

    def append(self, line: bytes) -> None:
        """Add a line with its newline; a full disk is said in words, and the line is then not there at all."""
        try:
            _write_all(self._stream, line)
        except OSError as error:
            with contextlib.suppress(OSError):  # a disk that is gone; the torn line is cut when it is back
                self._stream.truncate(self._end)
            raise disk_error(error, self._path) from error
        self._end += len(line)

    def sync(self) -> None:
        """Flush to the disk."""
        os.fsync(self._stream.fileno())

    def close(self) -> None:
        """Flush and close."""
        self.sync()
        self._stream.close()

    def reopen(self) -> None:
        """Go on in the file at the same path after its disk was gone, where the old handle may lead nowhere."""
        with contextlib.suppress(OSError):
            self._stream.close()
        self._open()


class EventWriter:
    """The single writer of a run's ``events.jsonl``. Safe to call from several threads of the worker."""

    def __init__(self, path: Path) -> None:
        self._file = LineFile(path)
        self._lock = threading.Lock()

    @property
    def torn_bytes(self) -> int:
        """How much of a half-written line was cut off."""
        return self._file.torn_bytes

    def write(self, event: Event) -> None:
        """Append one event, stamped with the time; a full disk is said in words."""
        line = codec.encode(msgspec.structs.replace(event, at=time.time()))
        with self._lock:
            self._file.append(line)

    def sync(self) -> None:
        """Flush to the disk."""
        self._file.sync()

    def close(self) -> None:
        """Flush and close."""
        with self._lock:
            self._file.close()

    def reopen(self) -> None:
        """Go on in the file at the same path after its disk was gone."""
        with self._lock:
            self._file.reopen()


def _repair(path: Path) -> int:
    """Cut a last line without its newline; returns how many bytes were cut."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        return 0
    with path.open("rb+") as stream:
        size = stream.seek(0, os.SEEK_END)
        end = size
        while end > 0:
            start = max(0, end - 65_536)
            stream.seek(start)
            cut = stream.read(end - start).rfind(b"\n")
            if cut >= 0:
                end = start + cut + 1
                break
            end = start
        stream.truncate(end)
        return size - end


def send(path: Path, command: Command) -> None:
    """Append one command to ``commands.jsonl``; a single write, so clients never mix their lines.

    Half a line that a full disk or a killed client left is ended first, so that it spoils no command but its own.
    """
    line = codec.encode(msgspec.structs.replace(command, at=time.time()))
    try:
        with path.open("ab+", buffering=0) as stream:
            if stream.seek(0, os.SEEK_END):
                stream.seek(-1, os.SEEK_END)
                line = line if stream.read(1) == b"\n" else b"\n" + line
            _write_all(stream, line)
    except OSError as error:
        raise disk_error(error, path) from error


def _write_all(stream: FileIO, data: bytes) -> None:
    """Write to the last byte: an unbuffered stream may take only some of them, just before a disk is full."""
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) :]
