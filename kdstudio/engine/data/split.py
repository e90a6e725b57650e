"""Making the splits that the data does not have: stratified, seeded, duplicates kept together.

The order in which examples are drawn depends on their content and the seed alone, not on their place in the
data, so that adding some examples moves few others.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kdstudio.engine.data.mixing import mix

TRAIN, VALIDATION, TEST = 0, 1, 2


def assign(
    labels: NDArray[np.int64], groups: NDArray[np.int64], keys: NDArray[np.void], shares: tuple[float, float], seed: int
) -> NDArray[np.int8]:
    """The split of each of N examples, int8 ``(N,)``.

    ``groups`` ``(N,)`` numbers groups that must stay together; ``keys`` void16 ``(N,)`` are content hashes, of which
    the smallest stands for its group; ``shares`` are those of validation and test. Every class gets its shares within
    rounding, at least one group in each split where it has three, and never less than one in training.
    """
    result = np.zeros(len(labels), np.int8)
    units = _units(labels, groups, keys, seed)
    targets = _targets(units.labels, units.sizes, shares)
    for label, (validation, test) in targets.items():
        members = np.flatnonzero(units.labels == label)
        spare = len(members) - 1
        for split, target in ((TEST, test), (VALIDATION, validation)):
            taken = _take(units.sizes[members], target, spare)
            spare -= len(taken)
            units.splits[members[taken]] = split
            members = np.delete(members, taken)
    result[:] = units.splits[units.of]
    return result


class _Units:
    """Groups in drawing order: the most frequent label of each, its size, and the unit of each example."""

    def __init__(self, labels: NDArray[np.int64], sizes: NDArray[np.int64], of: NDArray[np.int64]) -> None:
        self.labels, self.sizes, self.of = labels, sizes, of
        self.splits = np.zeros(len(labels), np.int8)


def _units(labels: NDArray[np.int64], groups: NDArray[np.int64], keys: NDArray[np.void], seed: int) -> _Units:
    _, of, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    classes = int(labels.max()) + 1
    pairs, counts = np.unique(of * classes + labels, return_counts=True)
    frequent = np.lexsort((pairs, -counts, pairs // classes))
    _, heads = np.unique(pairs[frequent] // classes, return_index=True)
    label = pairs[frequent][heads] % classes
    smallest = np.full(len(sizes), np.iinfo(np.uint64).max)
    np.minimum.at(smallest, of, np.ascontiguousarray(keys).view(np.uint64)[::2])
    drawn = mix(smallest ^ mix(np.array([seed], np.uint64)))
    order = np.argsort(drawn, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return _Units(label[order], sizes[order], place[of])


def _targets(labels: NDArray[np.int64], sizes: NDArray[np.int64], shares: tuple[float, float]) -> dict[int, list[int]]:
    """How many examples of each class go to validation and to test: largest remainders, so that totals fit too."""
    classes = np.unique(labels)
    totals = np.array([sizes[labels == label].sum() for label in classes])
    groups = np.array([(labels == label).sum() for label in classes])
    columns = []
    for share, needed in zip(shares, (3, 2), strict=True):
        exact = totals * share
        target = np.floor(exact).astype(np.int64)
        missing = round(float(exact.sum())) - int(target.sum())
        target[np.argsort(target - exact, kind="stable")[:missing]] += 1
        columns.append(np.where(share > 0, np.maximum(target, groups >= needed), 0))
    return {int(label): [int(v), int(t)] for label, v, t in zip(classes, *columns, strict=True)}


def _take(sizes: NDArray[np.int64], target: int, spare: int) -> list[int]:
    """Units from the front whose sizes add up to the target, skipping those that would overshoot it."""
    taken: list[int] = []
    left = target
    for place, size in enumerate(sizes.tolist()):
        if left <= 0 or len(taken) >= spare:
            break
        if size <= left:
            taken.append(place)
            left -= size
    if not taken and target > 0 and spare > 0:
        taken = [int(np.argmin(sizes))]
    return taken
