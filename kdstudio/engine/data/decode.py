"""Reading images into a store: look at every header, choose size and colour, decode every image once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

import numpy as np
from PIL import Image

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput
from kdstudio.core.recipe import DataSpec
from kdstudio.engine.data import images
from kdstudio.engine.data.hashes import digest_of
from kdstudio.engine.data.source import Record, Source, UnreadableError
from kdstudio.engine.data.store import RowWriter, StoreWriter, changed
from kdstudio.engine.progress import Reporter
from kdstudio.runs.files import free_bytes

_SMALL = 96
_LARGE = 224
_REPORT = 64
_CHUNK = 1024


def settings_key(spec: DataSpec) -> str:
    """Hash of the settings that change a decoded pixel."""
    return digest_of(str(spec.image_size), spec.channels, spec.background, str(spec.max_megapixels))


def build(source: Source, spec: DataSpec, folder: Path, reporter: Reporter) -> None:
    """Write a store with ``image.npy``, uint8 ``(M, size, size, channels)``; unreadable images stay black."""
    with StoreWriter(folder) as writer:
        size, gray = _survey(source, spec, writer, reporter)
        count, channels = len(writer), 1 if gray or spec.channels == "gray" else 3
        input = ImageInput(
            size=size,
            channels=channels,
            mean=(),
            std=(),
            background=spec.background,
            max_megapixels=spec.max_megapixels,
        )
        shape = (size, size, channels)
        _check_space(folder, count * size * size * channels)
        digests = bytearray(16 * count)
        colour = spec.channels != "auto" or channels == 1
        with RowWriter(folder / "image.npy", count, shape) as pixels:
            for row, record in _numbered(source, count, reporter):
                image = None if row in writer.errors else _decoded(record, row, spec, writer)
                if image is None:
                    pixels.append(np.zeros(shape, np.uint8))
                    continue
                fitted = images.fit(image, input)
                pixels.append(fitted)
                digests[16 * row : 16 * row + 16] = images.digest(image)
                colour = colour or not images.is_gray(fitted)
        if not colour and len(writer.errors) < count:
            channels = 1
            _collapse(folder / "image.npy", shape)
        writer.finish(digests, image_size=size, channels=channels)


def _check_space(folder: Path, needed: int) -> None:
    free = free_bytes(folder)
    if needed > free:
        raise KDError(
            Code.DISK_FULL,
            f"The decoded images need {needed / 1e9:,.1f} GB, {free / 1e9:,.1f} GB are free.",
            "Free some space, choose a smaller data.image_size, or put the workspace on another disk.",
        )


def _decoded(record: Record, row: int, spec: DataSpec, writer: StoreWriter) -> Image.Image | None:
    try:
        return images.decode(_image(record), spec.max_megapixels)
    except UnreadableError as error:
        writer.errors[row] = str(error)
        return None


def _survey(source: Source, spec: DataSpec, writer: StoreWriter, reporter: Reporter) -> tuple[int, bool]:
    """Note every record; the side to resize to, and whether all images are stored as gray."""
    sizes: Counter[tuple[int, int]] = Counter()
    gray = spec.channels == "auto"
    for record in source.records():
        row = writer.add(record)
        if row % _REPORT == 0:
            reporter.progress(row, max(source.total, row), "headers")
        if row in writer.errors:
            continue
        try:
            width, height, is_gray = images.header(_image(record), spec.max_megapixels)
        except UnreadableError as error:
            writer.errors[row] = str(error)
            continue
        sizes[width, height] += 1
        gray = gray and is_gray
    return spec.image_size or _side(sizes), gray


def _side(sizes: Counter[tuple[int, int]]) -> int:
    """Small images keep their most frequent side, the larger one of equals; large ones are shrunk to 224."""
    sides: Counter[int] = Counter()
    for (width, height), count in sizes.items():
        sides[max(width, height)] += count
    if not sides or max(sides) > _SMALL:
        return _LARGE
    return max(sides, key=lambda side: (sides[side], side))


def _image(record: Record) -> images.Raw:
    if isinstance(record.payload, str):
        raise UnreadableError("This is a text, not an image.", "Choose the column that holds the images.")
    return record.payload


def _numbered(source: Source, count: int, reporter: Reporter) -> Iterator[tuple[int, Record]]:
    """The records again, as many as at first."""
    end = Record("the end", None, None, "")
    for row, record in enumerate(chain(source.records(), repeat(end, 1))):
        if row == count and record is end:
            return
        if row >= count or record is end:
            raise changed(record.id)
        if row % _REPORT == 0:
            reporter.progress(row, count, "images")
        yield row, record


def _collapse(path: Path, shape: tuple[int, int, int]) -> None:
    """Keep one of three equal channels."""
    wide = np.load(path, mmap_mode="r")
    narrow = path.with_name("gray.npy")
    with RowWriter(narrow, len(wide), (*shape[:2], 1)) as pixels:
        for start in range(0, len(wide), _CHUNK):
            pixels.append(wide[start : start + _CHUNK, ..., :1])
    del wide
    narrow.replace(path)
