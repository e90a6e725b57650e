"""What a reader gives: a stream of examples that can be read again, whatever they are stored in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.health import Split
from kdstudio.engine.data.hashes import FileHashes

Payload = Path | bytes | str | NDArray[np.uint8]

SPLITS: tuple[Split, ...] = ("train", "validation", "test")

_SPLIT_NAMES: dict[str, Split] = {
    "train": "train",
    "training": "train",
    "val": "validation",
    "valid": "validation",
    "validation": "validation",
    "dev": "validation",
    "test": "test",
    "testing": "test",
}


def split_of(name: str) -> Split | None:
    """The split that a folder, file or cell names, or None."""
    return _SPLIT_NAMES.get(name.strip().casefold())


class UnreadableError(Exception):
    """Why one example cannot be used, as a sentence, and what may be done about it."""

    def __init__(self, cause: str, fix: str = "") -> None:
        super().__init__(f"{cause} {fix}".strip())


@dataclass(frozen=True, slots=True)
class Record:
    """One example as it is stored.

    ``payload`` is the path or the bytes of an image file, its pixels ``(H, W)`` or ``(H, W, C)``, or a text.
    A record with an ``error`` was found but cannot be used; it is listed, never lost.
    """

    id: str
    label: str | None
    split: Split | None
    payload: Payload
    error: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something beside the examples that was left alone, and why."""

    id: str
    reason: str


class Source(Protocol):
    """Opened data. ``records`` gives the same records in the same order every time, without holding them all.

    ``total`` is the number of records where it is known beforehand, else 0. ``classes`` are names that exist
    even without an example (a folder). ``notes`` are sentences about how the data was understood.
    """

    path: Path
    format: str
    layout: str
    columns: tuple[str, ...]
    roles: dict[str, str]
    classes: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...]
    total: int

    def key(self, hashes: FileHashes) -> str:
        """Hash of everything that the records are made of."""

    def records(self) -> Iterator[Record]:
        """Every record, unreadable ones included."""
