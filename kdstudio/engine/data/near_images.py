"""Images that look almost the same: saved again, resized, or changed in brightness or contrast.

Each image is shrunk to at most 32 × 32 pixels, given mean 0 and length 1, and freed of the average image of the data,
so that what all images share (a white background, a fixed camera) does not count as likeness. Two are almost the same
when the cosine between what remains is at least 0.99; ADR 13 has the measurements.

The search is exact but for a limit on neighbours: projecting onto orthonormal directions shortens every distance, so a
k-d tree over the 32 strongest finds all candidates, and only those are compared in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.spatial import cKDTree

from kdstudio.engine.data.dataset import release
from kdstudio.engine.data.near import NONE, Pairs
from kdstudio.engine.data.store import RowWriter, Store
from kdstudio.engine.progress import Reporter

ALIKE = 0.99
_SIDE = 32
_DIRECTIONS, _NEIGHBOURS = 32, 8
_CHUNK, _SEEN = 1024, 4096
_FLAT = 1e-3
_UNIT = "look-alikes"

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
    directions = _directions(small, average)
    points = np.concatenate([small.apart(index, average) @ directions for index in small.chunks()])
    candidates = _neighbours(points, reporter)
    likeness = _compare(small, average, candidates)
    kept = likeness >= ALIKE
    return Pairs(rows[candidates[kept]], likeness[kept])


def _shrunk(images: NDArray[np.uint8], rows: NDArray[np.int64], scratch: Path, reporter: Reporter) -> _Small:
    size, channels = images.shape[1], images.shape[3]
    if size <= _SIDE:
        return _Small(images, rows)
    path = scratch / "small.npy"
    with RowWriter(path, len(rows), (_SIDE, _SIDE, channels)) as writer:
        for number, row in enumerate(rows.tolist()):
            if number % _CHUNK == 0:
                reporter.progress(number, len(rows), _UNIT)
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


def _neighbours(points: Vectors, reporter: Reporter) -> NDArray[np.int64]:
    """Pairs ``(P, 2)`` that may be alike, at most eight for each point, the smaller index first."""
    radius = float(np.sqrt(2 - 2 * ALIKE))
    alive = np.flatnonzero(np.linalg.norm(points, axis=1) > _FLAT)
    tree = cKDTree(points[alive], balanced_tree=False)
    pairs = [np.zeros((0, 2), np.int64)]
    for start in range(0, len(alive), _CHUNK):
        reporter.progress(start, len(alive), _UNIT)
        some = alive[start : start + _CHUNK]
        _, found = tree.query(points[some], k=_NEIGHBOURS + 1, distance_upper_bound=radius)
        inside = found < len(alive)  # the tree says its own size where there is no further neighbour
        pairs.append(np.stack([np.repeat(some, inside.sum(1)), alive[found[inside]]], 1))
    every = np.sort(np.concatenate(pairs), 1)
    return np.unique(every[every[:, 0] < every[:, 1]], axis=0)


def _compare(small: _Small, average: Vectors, pairs: NDArray[np.int64]) -> NDArray[np.float32]:
    """The cosine of each pair, ``(P,)``."""
    cosines = np.zeros(len(pairs), np.float32)
    for start in range(0, len(pairs), _CHUNK):
        part = slice(start, start + _CHUNK)
        left, right = (small.apart(pairs[part, side], average) for side in (0, 1))
        cosines[part] = np.einsum("ij,ij->i", left, right)
    return cosines
