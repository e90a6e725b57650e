"""Content hashes of files, computed once: a file is hashed again when its size or time of change differs."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from pathlib import Path

import msgspec

from kdstudio.core.names import escape
from kdstudio.engine.progress import Reporter
from kdstudio.runs.files import write_atomic

_SETTLED_SECONDS = 2.0
"""A file changed this recently may change again within the clock's tick, so its hash is not remembered."""


_REPORT = 256


class FileHashes:
    """The remembered hashes of the files under one data folder; use as a context, which saves them."""

    def __init__(self, cache: Path, data: Path, reporter: Reporter) -> None:
        self._reporter = reporter
        self._asked = 0
        self._file = cache / "hashes" / f"{digest_of(os.fsencode(data.absolute()))}.json"
        self._known: dict[str, tuple[int, int, str]] = {}
        self._used: dict[str, tuple[int, int, str]] = {}

    def __enter__(self) -> FileHashes:
        try:
            self._known = msgspec.json.decode(self._file.read_bytes(), type=dict[str, tuple[int, int, str]])
        except (OSError, msgspec.MsgspecError):
            self._known = {}
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        found = self._known | self._used if error else self._used
        if found != self._known:
            write_atomic(self._file, msgspec.json.encode(found))

    def of(self, path: Path | str, total: int = 0) -> str:
        """Hash of a file's content, or of the reason why it cannot be read; ``total`` files make the progress."""
        name = escape(str(path))
        self._asked += 1
        if total and self._asked % _REPORT == 0:
            self._reporter.progress(min(self._asked, total), total, "files")
        try:
            state = os.stat(path)
            if not stat.S_ISREG(state.st_mode):
                return "not a file"  # a pipe would be waited for, a device read without end
            known = self._known.get(name)
            if known is None or known[:2] != (state.st_size, state.st_mtime_ns):
                known = (state.st_size, state.st_mtime_ns, _hash_file(path))
        except OSError as error:
            return f"unreadable: {error.strerror}"
        except ValueError:
            return "not a name"
        if time.time() - state.st_mtime > _SETTLED_SECONDS:
            self._used[name] = known
        return known[2]


def digest_of(*parts: bytes | str) -> str:
    """A short hash of some values, each kept apart from the next."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "little"))
        found.update(data)
    return found.hexdigest()


def _hash_file(path: Path | str) -> str:
    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
