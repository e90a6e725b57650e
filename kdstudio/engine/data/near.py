"""Examples that are almost the same: pairs of rows of a store, found once and kept beside it.

What counts as almost the same is told by :mod:`near_images` and :mod:`near_texts`; see ADR 13. Only one row of each
group of exact duplicates takes part, so that many copies of one thing cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kdstudio.engine.data.store import Store, open_or_build
from kdstudio.engine.progress import Reporter

VERSION = 2
"""Raised whenever the search changes."""


@dataclass(frozen=True)
class Pairs:
    """``rows`` int64 ``(P, 2)`` of a store, ``likeness`` float32 ``(P,)`` from 0 to 1: how alike the two are."""

    rows: NDArray[np.int64]
    likeness: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.likeness)


NONE = Pairs(np.zeros((0, 2), np.int64), np.zeros(0, np.float32))

Find = Callable[[Store, NDArray[np.int64], Path, Reporter], Pairs]
"""Looks for pairs among some rows of a store; the folder may hold scratch files, which are removed afterwards."""


def open_or_find(store: Store, find: Find, reporter: Reporter) -> Pairs:
    """The pairs of a store, searched for once."""

    def build(folder: Path) -> None:
        folder.mkdir(parents=True)
        found = find(store, _distinct(store), folder, reporter)
        for scratch in folder.iterdir():
            scratch.unlink()
        np.save(folder / "rows.npy", found.rows)
        np.save(folder / "likeness.npy", found.likeness)

    return open_or_build(store.folder.with_name(f"near-{VERSION}-{store.folder.name}"), _open, build)


def _open(folder: Path) -> Pairs:
    return Pairs(np.load(folder / "rows.npy"), np.load(folder / "likeness.npy"))


def _distinct(store: Store) -> NDArray[np.int64]:
    """One row for each different content that can be read, ascending."""
    readable = np.ones(len(store), np.bool_)
    readable[list(store.meta.errors)] = False
    rows = np.flatnonzero(readable)
    _, first = np.unique(store.digests[rows], return_index=True)
    return np.sort(rows[first])


def components(count: int, edges: NDArray[np.int64]) -> NDArray[np.int64]:
    """A number for each of ``count`` nodes, ``(count,)``, equal where a path of ``edges`` ``(E, 2)`` joins them."""
    parent = list(range(count))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    for one, other in edges.tolist():
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    return np.array([root(node) for node in range(count)], np.int64)
