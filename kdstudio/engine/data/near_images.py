"""Images that look almost the same: saved again, resized, or changed in brightness or contrast.

Each image is shrunk to at most 32 × 32 pixels, given mean 0 and length 1, and freed of the average image of the data,
so that what all images share (a white background, a fixed camera) does not count as likeness. Two are almost the same
when the cosine between what remains is at least 0.99; ADR 13 has the measurements.

The search hashes by random hyperplanes (Charikar 2002) after whitening, so that the bits of real pictures, which mostly
differ in few ways, are as even as those of noise: its cost is bounded whatever the data. Every candidate is compared in
full, so what is found is exact; what is missed is measured in ADR 13 and by the tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kdstudio.engine.data.dataset import release
from kdstudio.engine.data.near import NONE, Pairs
from kdstudio.engine.data.store import RowWriter, Store
from kdstudio.engine.progress import Reporter

ALIKE = 0.99
_SIDE = 32
_DIRECTIONS = 32
_BANDS, _NEXT = 16, 3
"""At a cosine of 0.99 a bit differs with probability 0.045, so 16 bands of 17 bits find 99.98 % of the pairs."""
_CHUNK, _SEEN, _FEW = 1024, 4096, 2000
_FLAT = 1e-3

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class _Small:
    """N images ``(S, S, C)`` with S at most 32: some ``rows`` of an array on disk."""

    pixels: NDArray[np.uint8]
    rows: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.rows)

    def vectors(self, index: NDArray[np.int64]) -> Vectors:
        """Images ``index`` ``(B,)`` as vectors ``(B, D)`` of mean 0 and length 1; 0 where there is no contrast."""
        flat = self.pixels[self.rows[index]].reshape(len(index), -1).astype(np.float32)
        release(self.pixels)
        return _unit(flat - flat.mean(1, keepdims=True))

    def apart(self, index: NDArray[np.int64], average: Vectors) -> Vectors:
        """What sets them apart from the average, of length 1; 0 where there is no contrast."""
        found = self.vectors(index)
        return _unit(np.where(found.any(1, keepdims=True), found - average, 0))

    def chunks(self) -> Iterator[NDArray[np.int64]]:
        """All positions, some at a time."""
        return (np.arange(start, min(start + _CHUNK, len(self))) for start in range(0, len(self), _CHUNK))


def find(store: Store, rows: NDArray[np.int64], scratch: Path, reporter: Reporter) -> Pairs:
    """Pairs of ``rows`` that look almost the same. Images without any contrast are never among them."""
    if len(rows) < 2:
        return NONE
    small = _shrunk(store.array("image"), rows, scratch, reporter)
    average = np.sum([small.vectors(index).sum(0) for index in small.chunks()], 0) / len(small)
    if len(rows) <= _FEW:
        found = _all_pairs(small.apart(np.arange(len(rows)), average))
        return Pairs(rows[found.rows], found.likeness)
    directions = _directions(small, average)
    points = np.empty((len(small), directions.shape[1]), np.float32)
    for index in small.chunks():
        points[index] = small.apart(index, average) @ directions
    alive = np.flatnonzero(points.any(1))
    dice = np.random.default_rng(0)
    parts = [NONE]
    for band in range(_BANDS):
        reporter.progress(band, _BANDS, "searches for look-alikes")
        candidates = _candidates(points, alive, dice)
        likeness = _compare(small, average, candidates)
        kept = likeness >= ALIKE
        parts.append(Pairs(candidates[kept], likeness[kept]))
    pairs, first = np.unique(np.concatenate([part.rows for part in parts]), axis=0, return_index=True)
    return Pairs(rows[pairs], np.concatenate([part.likeness for part in parts])[first])


def _all_pairs(vectors: Vectors) -> Pairs:
    """Every pair of few images compared with every other."""
    cosines = np.triu(vectors @ vectors.T, 1)
    left, right = np.nonzero(cosines >= ALIKE)
    return Pairs(np.stack([left, right], 1), cosines[left, right])


def _shrunk(images: NDArray[np.uint8], rows: NDArray[np.int64], scratch: Path, reporter: Reporter) -> _Small:
    size, channels = images.shape[1], images.shape[3]
    if size <= _SIDE:
        return _Small(images, rows)
    path = scratch / "small.npy"
    with RowWriter(path, len(rows), (_SIDE, _SIDE, channels)) as writer:
        for number, row in enumerate(rows.tolist()):
            if number % _CHUNK == 0:
                reporter.progress(number, len(rows), "images looked at")
                release(images)
            picture = Image.fromarray(images[row][..., 0] if channels == 1 else images[row])
            writer.append(np.asarray(picture.resize((_SIDE, _SIDE), Image.Resampling.BOX)))
    return _Small(np.load(path, mmap_mode="r"), np.arange(len(rows)))


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.where(lengths > _FLAT, vectors / np.maximum(lengths, _FLAT), 0).astype(np.float32)


def _directions(small: _Small, average: Vectors) -> Vectors:
    """Orthonormal directions ``(D, 32)`` in which the images differ most, by subspace iteration on some of them."""
    some = np.linspace(0, len(small) - 1, min(len(small), _SEEN)).astype(np.int64)
    seen = small.apart(some, average)
    width = min(_DIRECTIONS, seen.shape[1])
    basis = np.random.default_rng(0).standard_normal((seen.shape[1], width)).astype(np.float32)
    for _ in range(3):
        basis, _ = np.linalg.qr(seen.T @ (seen @ basis))
    return basis.astype(np.float32)


def _candidates(points: Vectors, alive: NDArray[np.int64], dice: np.random.Generator) -> NDArray[np.int64]:
    """Pairs ``(P, 2)`` on the same side of as many random hyperplanes as make buckets of about one point.

    The hyperplanes go through the middle of the points and are even-handed between directions (whitened). In a bucket
    each point is paired with the next three along the first normal; what is too far apart to be alike is left out.
    """
    some = points[alive[:: max(1, len(alive) // _SEEN)]]
    spread = np.maximum(some.std(0), _FLAT + some.std(0).max() / 20)
    bits = max(8, int(np.ceil(np.log2(max(len(alive), 2)))))
    normals = (dice.standard_normal((points.shape[1], bits)) / spread[:, None]).astype(np.float32)
    sides = points[alive] @ normals - np.median(some, 0) @ normals
    keys = (sides > 0) @ (1 << np.arange(bits, dtype=np.int32))
    order = np.lexsort((sides[:, 0], keys))
    pairs = [np.zeros((0, 2), np.int64)]
    for step in range(1, min(_NEXT, len(order) - 1) + 1):
        left, right = order[:-step], order[step:]
        same = keys[left] == keys[right]
        pairs.append(_close(points, np.stack([alive[left[same]], alive[right[same]]], 1)))
    return np.sort(np.concatenate(pairs), 1)


def _close(points: Vectors, pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """The pairs that may be alike: orthonormal directions shorten every distance, so one too long rules a pair out."""
    near = np.zeros(len(pairs), np.bool_)
    for start in range(0, len(pairs), _CHUNK):
        part = slice(start, start + _CHUNK)
        apart = np.square(points[pairs[part, 0]] - points[pairs[part, 1]]).sum(1)
        near[part] = apart <= 2.001 - 2 * ALIKE
    close: NDArray[np.int64] = pairs[near]
    return close


def _compare(small: _Small, average: Vectors, pairs: NDArray[np.int64]) -> NDArray[np.float32]:
    """The cosine of each pair, ``(P,)``."""
    cosines = np.zeros(len(pairs), np.float32)
    for start in range(0, len(pairs), _CHUNK):
        part = slice(start, start + _CHUNK)
        left, right = (small.apart(pairs[part, side], average) for side in (0, 1))
        cosines[part] = np.einsum("ij,ij->i", left, right)
    return cosines
