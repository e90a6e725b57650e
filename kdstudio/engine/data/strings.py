"""Many strings on disk: one file of bytes and one of offsets, read by index without loading the rest."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import overload

import numpy as np
from numpy.typing import NDArray


class StringWriter:
    """Appends strings to ``<stem>.utf8``; :meth:`close` writes the offsets to ``<stem>.npy``."""

    def __init__(self, stem: Path) -> None:
        self._stem = stem
        self._stream = stem.with_suffix(".utf8").open("wb")
        self._ends = array("q", [0])

    def append(self, text: str) -> None:
        """Add one string."""
        self._ends.append(self._ends[-1] + self._stream.write(text.encode()))

    def close(self) -> None:
        """Finish the two files; a second call does nothing."""
        if self._stream.closed:
            return
        self._stream.close()
        np.save(self._stem.with_suffix(".npy"), np.frombuffer(self._ends, np.int64))


class Strings(Sequence[str]):
    """Strings written by :class:`StringWriter`; ``rows`` picks and orders them."""

    def __init__(self, stem: Path, rows: NDArray[np.int64] | None = None) -> None:
        self._stem = stem
        self._ends = np.load(stem.with_suffix(".npy"), mmap_mode="r")
        size = stem.with_suffix(".utf8").stat().st_size
        self._bytes = np.memmap(stem.with_suffix(".utf8"), np.uint8, "r") if size else np.zeros(0, np.uint8)
        self._rows = rows

    def __len__(self) -> int:
        return len(self._ends) - 1 if self._rows is None else len(self._rows)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        row = index % len(self) if self._rows is None else int(self._rows[index])
        return self._bytes[self._ends[row] : self._ends[row + 1]].tobytes().decode()

    def pick(self, rows: NDArray[np.int64]) -> Strings:
        """The same strings, only those rows."""
        return Strings(self._stem, rows if self._rows is None else self._rows[rows])
