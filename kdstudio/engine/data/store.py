"""Data as it was read, once, into a folder of the cache: one row for each example that was found.

``meta.json`` is written last. Labels and splits are those of the data: curation and splitting come after, so
that they cost no second decoding. A store is found again by the hash of all that went into it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import filelock
import msgspec
import numpy as np
from numpy.typing import DTypeLike, NDArray

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.data.source import SPLITS, Record
from kdstudio.engine.data.strings import Strings, StringWriter
from kdstudio.runs.files import disk_error, replacing

VERSION = 1
"""Raised whenever reading or decoding changes, so that no old store is taken for a new one."""


class Meta(msgspec.Struct, frozen=True):
    """What the arrays do not say.

    ``errors`` maps a row to the reason why it cannot be used; ``files`` is the size of every file beside.
    """

    version: int
    names: tuple[str, ...]
    errors: dict[int, str]
    files: dict[str, int]
    image_size: int = 0
    channels: int = 0


class Store:
    """An opened store of M rows.

    ``labels`` int32 ``(M,)`` into ``names`` (-1: none), ``splits`` int8 ``(M,)`` into ``SPLITS`` (-1: none),
    ``digests`` void16 ``(M,)``: equal where the contents are. ``array`` opens a memory-mapped array beside them.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.meta = msgspec.json.decode((folder / "meta.json").read_bytes(), type=Meta)
        if self.meta.version != VERSION or self.meta.files != _sizes(folder):
            raise ValueError("another version, or files that are missing or cut")
        self.ids = Strings(folder / "ids")
        self.labels: NDArray[np.int32] = np.load(folder / "labels.npy")
        self.splits: NDArray[np.int8] = np.load(folder / "splits.npy")
        self.digests: NDArray[np.void] = np.load(folder / "digests.npy", mmap_mode="r")

    def __len__(self) -> int:
        return len(self.labels)

    def array(self, name: str) -> NDArray[Any]:
        """A memory-mapped array with one row for each example."""
        found: NDArray[Any] = np.load(self.folder / f"{name}.npy", mmap_mode="r")
        return found

    @property
    def texts(self) -> Strings:
        """The texts of a store of texts."""
        return Strings(self.folder / "texts")


class RowWriter:
    """Writes an array ``(count, *shape)`` of uint8 or another type row by row, without holding it in memory."""

    def __init__(self, path: Path, count: int, shape: tuple[int, ...], dtype: DTypeLike = np.uint8) -> None:
        self._dtype = np.dtype(dtype)
        self._stream = path.open("wb")
        header = {"descr": np.lib.format.dtype_to_descr(self._dtype), "fortran_order": False, "shape": (count, *shape)}
        np.lib.format.write_array_header_1_0(self._stream, header)

    def __enter__(self) -> RowWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def append(self, rows: NDArray[Any]) -> None:
        """Add one row or several."""
        self._stream.write(np.ascontiguousarray(rows, self._dtype).data)


class StoreWriter:
    """Collects rows in order; use as a context around the reading of the records."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self.errors: dict[int, str] = {}
        self._ids = StringWriter(folder / "ids")
        self._names: dict[str, int] = {}
        self._labels = array("i")
        self._splits = array("b")

    def __enter__(self) -> StoreWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._ids.close()

    def __len__(self) -> int:
        return len(self._labels)

    def add(self, record: Record) -> int:
        """Note a record's id, label and split; returns its row."""
        row = len(self._labels)
        self._ids.append(record.id)
        none = record.label is None
        self._labels.append(-1 if none else self._names.setdefault(str(record.label), len(self._names)))
        self._splits.append(-1 if record.split is None else SPLITS.index(record.split))
        if record.error or none:
            self.errors[row] = record.error or "The example has no label."
        return row

    def finish(self, digests: bytearray, *, image_size: int = 0, channels: int = 0) -> None:
        """Write everything but the arrays that the caller wrote into ``folder``."""
        np.save(self.folder / "labels.npy", np.array(self._labels, np.int32))
        np.save(self.folder / "splits.npy", np.array(self._splits, np.int8))
        np.save(self.folder / "digests.npy", np.frombuffer(digests, "V16"))
        self._ids.close()
        meta = Meta(VERSION, tuple(self._names), self.errors, _sizes(self.folder), image_size, channels)
        (self.folder / "meta.json").write_bytes(msgspec.json.encode(meta))


def _sizes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in folder.iterdir() if path.name != "meta.json"}


Opened = TypeVar("Opened")


def open_or_build(folder: Path, open: Callable[[Path], Opened], build: Callable[[Path], None]) -> Opened:
    """What ``open`` finds at ``folder``; where it fails, ``build`` writes the folder, once, however many ask."""
    faults = (OSError, ValueError, msgspec.MsgspecError)
    with suppress(*faults):
        return open(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(folder.with_suffix(".lock")):
            with suppress(*faults):
                return open(folder)
            with replacing(folder) as staging:
                build(staging)
    except OSError as error:
        raise disk_error(error, folder) from error
    return open(folder)


def changed(where: str) -> KDError:
    """The data changed while it was read."""
    return KDError(Code.DATA_CHANGED, f"The data changed while it was read, at {where}.", "Start again.")


def rows_of(strings: Strings, wanted: Iterable[str]) -> dict[str, int]:
    """The rows of some strings."""
    names = set(wanted)
    return {text: row for row, text in enumerate(strings) if text in names} if names else {}
