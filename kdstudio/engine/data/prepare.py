"""The road that every kind of data takes: open, read once into the cache, curate, split, examine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.errors import KDError
from kdstudio.core.health import Finding, Health, PreviewRow
from kdstudio.core.recipe import DataSpec, TaskKind
from kdstudio.engine.data import health, near, store
from kdstudio.engine.data.case import Case
from kdstudio.engine.data.curate import Examined, examine
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.data.hashes import FileHashes, digest_of
from kdstudio.engine.data.readers import open_source
from kdstudio.engine.data.source import Source
from kdstudio.engine.data.store import Store, rows_of
from kdstudio.engine.data.tables import UnsuitableTableError
from kdstudio.engine.progress import Reporter

_PER_CLASS, _FLAGGED, _MOST = 6, 20, 120
"""Examples of a class, groups of a finding, and examples of either kind that the preview shows."""

Build = Callable[[Source, DataSpec, Path, Reporter], None]


@dataclass(frozen=True)
class Reading:
    """How one kind of data is read.

    ``build`` reads a source into a new store; ``near`` finds near duplicates in it; ``settings`` is the hash of what
    changes the result of ``build``.
    """

    kind: TaskKind
    build: Build
    near: near.Find
    settings: str = ""


@dataclass(frozen=True)
class Prepared:
    """Examples that were read and examined; ``fingerprint`` covers contents, labels, classes and splits."""

    source: Source
    store: Store
    examined: Examined
    findings: tuple[Finding, ...]
    fingerprint: str

    def examples(self, split: int, arrays: dict[str, NDArray[Any]]) -> Examples:
        """One split over the store's arrays."""
        members = self.examined.in_split(split)
        rows = self.examined.rows[members]
        return Examples(arrays, self.examined.labels[members], self.store.ids.pick(rows), rows)


def prepare(reading: Reading, spec: DataSpec, cache: Path, reporter: Reporter) -> Prepared:
    """Open the data, read it into the cache where it is not there yet, and examine it."""
    source = open_source(spec, reading.kind)
    with FileHashes(cache, source.path, reporter) as hashes:
        key = digest_of(str(store.VERSION), reading.kind, reading.settings, source.key(hashes))
    found = store.open_or_build(
        cache / "data" / key, Store, lambda folder: reading.build(source, spec, folder, reporter)
    )
    pairs = near.open_or_find(found, reading.near, reporter)
    examined = examine(found, spec, source.classes, pairs)
    if "empty-class" in spec.accept:
        examined = examined.without_empty()
    unit = "image" if reading.kind == "image-classification" else "text"
    case = Case(source, found, examined, spec, unit)
    fingerprint = digest_of(
        key,
        "\0".join(examined.classes),
        examined.rows.tobytes(),
        examined.labels.tobytes(),
        examined.split.tobytes(),
    )
    return Prepared(source, found, examined, health.findings(case), fingerprint)


def report(spec: DataSpec, prepared: Prepared, input: str, preview: tuple[PreviewRow, ...]) -> Health:
    """Everything the data page shows."""
    return Health(
        path=spec.path,
        format=prepared.source.format,
        layout=prepared.source.layout,
        fingerprint=prepared.fingerprint,
        examples=len(prepared.examined.rows),
        columns=prepared.source.columns,
        roles=prepared.source.roles,
        input=input,
        classes=health.counts(prepared.examined),
        split_made=bool(prepared.examined.made),
        split_seed=spec.seed,
        findings=prepared.findings,
        preview=preview,
    )


def refused(spec: DataSpec, error: KDError) -> Health:
    """The report on data that could not even be opened; of a table that does not suit it names the columns."""
    finding = Finding(code=str(error.code), severity="stop", message=error.message, hint=error.hint)
    return Health(
        path=spec.path,
        format=spec.format,
        layout="",
        fingerprint="",
        examples=0,
        columns=error.columns if isinstance(error, UnsuitableTableError) else (),
        findings=(finding,),
    )


def shown(prepared: Prepared) -> tuple[list[int], list[str]]:
    """Store rows, and their labels, for the preview: a few of every class, then what the findings are about."""
    examined = prepared.examined
    order = np.argsort(examined.labels, kind="stable")
    ranks = np.arange(len(order)) - np.searchsorted(examined.labels[order], examined.labels[order])
    first = order[np.argsort(ranks, kind="stable")]
    few = np.sort(first[: min(_MOST, int((ranks < _PER_CLASS).sum()))])
    groups = (group for finding in prepared.findings for group in finding.items[:_FLAGGED])
    flagged = islice((id for group in groups if len(group) > 1 for id in group), _MOST)
    rows = rows_of(prepared.store.ids, flagged).values()
    places = np.searchsorted(examined.rows, np.fromiter(rows, np.int64))
    positions = dict.fromkeys([*few.tolist(), *places.tolist()])
    return (
        [int(examined.rows[position]) for position in positions],
        [examined.classes[examined.labels[position]] for position in positions],
    )
