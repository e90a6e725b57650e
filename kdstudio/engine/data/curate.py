"""From a store's rows to examples: the user's exclusions, relabels and merges, then the split."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.recipe import DataSpec
from kdstudio.engine.data import split as splits
from kdstudio.engine.data.near import Pairs, components
from kdstudio.engine.data.store import Store, rows_of


@dataclass(frozen=True)
class Examined:
    """The N usable examples of a store.

    ``rows`` int64 ``(N,)`` into the store, ascending; ``labels`` int64 ``(N,)`` into ``classes``; ``given``
    int8 ``(N,)``, the split that the data names (-1: none); ``split`` int8 ``(N,)``, the split used; ``groups``
    int64 ``(N,)``, equal for exact duplicates; ``alike`` int64 ``(N,)``, equal for those and for near duplicates;
    ``unknown`` ids of the recipe's curation that do not exist.
    """

    rows: NDArray[np.int64]
    labels: NDArray[np.int64]
    classes: tuple[str, ...]
    given: NDArray[np.int8]
    split: NDArray[np.int8]
    groups: NDArray[np.int64]
    alike: NDArray[np.int64]
    unknown: tuple[str, ...]
    made: tuple[str, ...]

    def in_split(self, number: int) -> NDArray[np.int64]:
        """Positions of the examples of a split."""
        return np.flatnonzero(self.split == number)

    def without_empty(self) -> Examined:
        """The same without the classes that have no example."""
        filled, labels = np.unique(self.labels, return_inverse=True)
        classes = tuple(self.classes[number] for number in filled)
        return replace(self, labels=labels.astype(np.int64), classes=classes)


def examine(store: Store, spec: DataSpec, folders: tuple[str, ...], near: Pairs) -> Examined:
    """Apply the recipe's curation and make the missing splits. ``folders`` are classes that exist in any case."""
    found = rows_of(store.ids, (*spec.exclude, *spec.relabel))
    unknown = tuple(id for id in (*spec.exclude, *spec.relabel) if id not in found)
    usable = store.labels >= 0
    usable[[found[id] for id in spec.exclude if id in found]] = False
    names = [merged(name, spec.merge_classes) for name in store.meta.names]
    relabelled = {found[id]: merged(to, spec.merge_classes) for id, to in spec.relabel.items() if id in found}
    extra = [merged(name, spec.merge_classes) for name in folders]
    classes = sort_classes({*names, *relabelled.values(), *extra})
    code = {name: number for number, name in enumerate(classes)}
    labels = np.array([*(code[name] for name in names), -1], np.int64)[store.labels]
    for row, name in relabelled.items():
        labels[row] = code[name]
        usable[row] = usable[row] or store.labels[row] < 0
    broken = {row for row in store.meta.errors if not (row in relabelled and store.labels[row] < 0)}
    usable[list(broken)] = False
    rows = np.flatnonzero(usable)
    labels, given = labels[rows], store.splits[rows]
    keys = store.digests[rows]
    groups, alike = _alike(store, rows, near)
    together = alike if spec.similar_together else groups
    split, made = _split(labels, given, together, keys, spec)
    return Examined(rows, labels, classes, given, split, groups, alike, unknown, made)


def _alike(store: Store, rows: NDArray[np.int64], near: Pairs) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Group numbers of exact and of near duplicates, each ``(N,)``.

    The pairs name one row for each content, which need not be among ``rows`` for a copy of it to be.
    """
    contents = _groups(store.digests[np.concatenate([rows, near.rows.reshape(-1)])])
    groups, pairs = contents[: len(rows)], contents[len(rows) :].reshape(-1, 2)
    used = np.isin(pairs, groups).all(1)
    return groups, components(int(contents.max(initial=-1)) + 1, pairs[used])[groups]


def _groups(keys: NDArray[np.void]) -> NDArray[np.int64]:
    """A number for every different key, ``(N,)``; as ``np.unique`` gives, in a third of the memory."""
    if not len(keys):
        return np.zeros(0, np.int64)
    halves = np.ascontiguousarray(keys).view(np.uint64).reshape(-1, 2)
    order = np.lexsort((halves[:, 1], halves[:, 0]))
    new = np.zeros(len(keys), np.bool_)
    new[1:] = (halves[order[1:]] != halves[order[:-1]]).any(1)
    groups = np.empty(len(keys), np.int64)
    groups[order] = np.cumsum(new)
    return groups


def merged(name: str, merges: dict[str, str]) -> str:
    """The class that a name is read as, through any chain of merges."""
    seen = set()
    while name in merges and name not in seen:
        seen.add(name)
        name = merges[name]
    return name


def sort_classes(names: set[str]) -> tuple[str, ...]:
    """Class names in label order: numbers by value, otherwise by character."""
    if all(name.isascii() and name.isdigit() for name in names):
        return tuple(sorted(names, key=lambda name: (int(name), name)))
    return tuple(sorted(names))


def _split(
    labels: NDArray[np.int64],
    given: NDArray[np.int8],
    groups: NDArray[np.int64],
    keys: NDArray[np.void],
    spec: DataSpec,
) -> tuple[NDArray[np.int8], tuple[str, ...]]:
    """The split of each example, and the names of the splits that were made here.

    Examples that name no split are drawn from like training examples, which they otherwise are.
    """
    result = np.where(given < 0, splits.TRAIN, given).astype(np.int8)
    missing = [number for number in (splits.VALIDATION, splits.TEST) if not (given == number).any()]
    pool = np.flatnonzero(result == splits.TRAIN)
    if not missing or not len(pool):
        return result, ()
    shares = (
        spec.validation if splits.VALIDATION in missing else 0.0,
        spec.test if splits.TEST in missing else 0.0,
    )
    result[pool] = splits.assign(labels[pool], groups[pool], keys[pool], shares, spec.seed)
    return result, tuple(("train", "validation", "test")[number] for number in missing)
