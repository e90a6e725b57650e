"""IDX files, plain or gzipped, under the names that MNIST gave them.

Format: two zero bytes, a type code (8 = uint8), the number of axes, each length as a big-endian uint32,
then the values (LeCun, http://yann.lecun.com/exdb/mnist/). ``train-…`` and ``t10k-…`` are the splits.
"""

from __future__ import annotations

import gzip
import math
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.errors import Code, KDError
from kdstudio.core.health import Split
from kdstudio.core.recipe import DataSpec, TaskKind
from kdstudio.engine.data.hashes import FileHashes, digest_of
from kdstudio.engine.data.source import SPLITS, Record, Skipped, split_of

_UINT8 = 8
_LARGEST = 256 << 20
"""Bytes of one image."""
_PIECE = 1 << 20
"""Bytes read at once: a header may promise more than there is."""


@dataclass(frozen=True)
class _Pair:
    split: Split
    images: Path
    labels: Path


class IdxSource:
    """Pairs of an image file and a label file. Ids are ``train/0`` and so on, counted from 0 as everywhere."""

    format = "idx"
    columns: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()

    def __init__(self, path: Path, pairs: list[_Pair]) -> None:
        self.path = path
        self.layout = " + ".join(pair.images.name for pair in pairs)
        self.roles: dict[str, str] = {}
        self._pairs = pairs
        self.total = sum(_header(pair.images)[0] for pair in pairs)

    def key(self, hashes: FileHashes) -> str:
        """Hash of all files."""
        return digest_of(*(f"{p.split}:{hashes.of(p.images)}:{hashes.of(p.labels)}" for p in self._pairs))

    def records(self) -> Iterator[Record]:
        """Every image with its label."""
        for pair in self._pairs:
            count, *shape = _header(pair.images)
            if (count,) != (said := _header(pair.labels)):
                raise KDError(
                    Code.DATA_ROW,
                    f"{pair.images.name} holds {count:,} images, {pair.labels.name} {math.prod(said):,} labels.",
                    "Use the label file that belongs to the images.",
                )
            labels = _read(pair.labels).tolist()
            for row, (pixels, label) in enumerate(zip(_rows(pair.images, shape), labels, strict=True)):
                yield Record(f"{pair.split}/{row}", str(label), pair.split, pixels)


def recognises(path: Path) -> bool:
    """Whether the folder holds, or the file is, an IDX image file with its labels beside it."""
    return bool(_pairs(path))


def open(path: Path, spec: DataSpec, kind: TaskKind) -> IdxSource:
    """Open every pair found."""
    pairs = _pairs(path)
    if not pairs:
        raise KDError(
            Code.DATA_LAYOUT,
            f"{path} holds no pair of IDX files.",
            "Expected are names such as train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz.",
        )
    if kind != "image-classification":
        raise KDError(Code.DATA_TASK, "IDX files hold images.", "Set the task to image-classification.")
    for pair in pairs:
        shape = _header(pair.images)
        if len(shape) not in (3, 4) or 0 in shape[1:] or (len(shape) == 4 and shape[3] > 4):
            raise KDError(
                Code.DATA_LAYOUT,
                f"{pair.images.name} does not hold images.",
                "Expected are the axes image, row, column and, for colour, channel.",
            )
        if math.prod(shape[1:]) > _LARGEST:
            raise KDError(
                Code.DATA_TOO_LARGE, f"{pair.images.name} says its images have {shape[1]:,} rows.", "Check the file."
            )
    return IdxSource(path, pairs)


def _pairs(path: Path) -> list[_Pair]:
    files = [path] if path.is_file() else sorted(path.iterdir()) if path.is_dir() else []
    found = []
    for images in files:
        stem, middle, rest = images.name.partition("-images")
        split = split_of("test" if stem == "t10k" else stem)
        if not middle or "idx" not in rest or split is None or not images.is_file():
            continue
        plain = images.name.removesuffix(".gz").replace("-images", "-labels").replace("idx3", "idx1")
        labels = [images.with_name(name) for name in (plain, f"{plain}.gz") if images.with_name(name).is_file()]
        if labels:
            found.append(_Pair(split, images, labels[0]))
    return sorted(found, key=lambda pair: SPLITS.index(pair.split))


def _header(path: Path) -> tuple[int, ...]:
    with _stream(path) as stream:
        return _shape(stream, path)


def _stream(path: Path) -> BufferedIOBase:
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")


def _shape(stream: BufferedIOBase, path: Path) -> tuple[int, ...]:
    head = _take(stream, 4, path)
    if head[:2] != b"\0\0" or head[2] != _UINT8 or not 1 <= head[3] <= 4:
        raise KDError(Code.DATA_UNREADABLE, f"{path.name} is not an IDX file of bytes.", "Download it again.")
    return struct.unpack(f">{head[3]}I", _take(stream, 4 * head[3], path))


def _take(stream: BufferedIOBase, size: int, path: Path) -> bytes:
    data = bytearray()
    try:
        while len(data) < size:
            piece = stream.read(min(size - len(data), _PIECE))
            if not piece:
                raise _damaged(path, "the file ends early")
            data += piece
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(path, str(error)) from None
    return bytes(data)


def _end(stream: BufferedIOBase, path: Path) -> None:
    """Read on to the end, where gzip keeps its checksum."""
    try:
        rest = stream.read(1)
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(path, str(error)) from None
    if rest:
        raise _damaged(path, "the file is longer than its header says")


def _damaged(path: Path, why: str) -> KDError:
    return KDError(Code.DATA_UNREADABLE, f"{path.name} is damaged: {why}.", "Download or copy it again.")


def _read(path: Path) -> NDArray[np.uint8]:
    with _stream(path) as stream:
        shape = _shape(stream, path)
        values = np.frombuffer(_take(stream, math.prod(shape), path), np.uint8).reshape(shape)
        _end(stream, path)
        return values


def _rows(path: Path, shape: list[int]) -> Iterator[NDArray[np.uint8]]:
    """Images one by one, so that a large file is never in memory as a whole."""
    size = math.prod(shape)
    with _stream(path) as stream:
        count = _shape(stream, path)[0]
        per_read = max(1, _PIECE // size)
        for start in range(0, count, per_read):
            block = _take(stream, size * min(per_read, count - start), path)
            yield from np.frombuffer(block, np.uint8).reshape(-1, *shape)
        _end(stream, path)
