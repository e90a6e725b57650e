"""The questions of the data check about examples that are the same, or almost."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.health import Finding
from kdstudio.core.phrases import phrase
from kdstudio.engine.data.case import GROUPS, Case
from kdstudio.engine.data.source import SPLITS

_NAMED = 3
"""Members of a group whose names stand in the sentence; all of them are listed where the finding is opened."""


def exact(case: Case) -> Iterator[Finding]:
    """Examples that are the same: across splits and under two labels they stop, otherwise they are told."""
    examined = case.examined
    across, conflicts, plain = [], [], []
    for members in _repeated(examined.groups):
        apart = len(set(examined.split[members].tolist())) > 1
        disputed = len(set(examined.labels[members].tolist())) > 1
        if apart:
            across.append(members)
        if disputed:
            conflicts.append(members)
        if not apart and not disputed:
            plain.append(members)
    yield from _across(case, across)
    yield from _conflicts(case, conflicts)
    same = phrase("pixel by pixel") if case.unit == "image" else phrase("letter by letter")
    if plain:
        extra = sum(len(members) - 1 for members in plain)
        yield Finding(
            code="duplicates",
            severity="warn",
            message=f"{len(plain):,} {case.unit}s occur more than once ({same}), with the same label; "
            f"{extra:,} copies in all."
            if len(plain) > 1
            else f"One {case.unit} occurs more than once ({same}), with the same label.",
            hint="They count more than the others. Leave the copies out if that is not wanted.",
            count=len(plain),
            items=case.groups(plain),
        )
    elif not across and not conflicts:
        yield Finding(code="duplicates", severity="pass", message=f"No {case.unit} occurs twice ({same}).")


def _repeated(groups: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """The members of every group of more than one, without looking at the others."""
    sizes = np.bincount(groups)
    many = np.flatnonzero(sizes[groups] > 1) if len(groups) else np.zeros(0, np.int64)
    order = many[np.argsort(groups[many], kind="stable")]
    edges = np.flatnonzero(np.diff(groups[order])) + 1
    return sorted(np.split(order, edges), key=lambda members: int(members[0])) if len(order) else []


def _across(case: Case, groups: list[NDArray[np.int64]]) -> Iterator[Finding]:
    if groups:
        named = _named(case, groups[0])
        yield Finding(
            code="cross-split-duplicates",
            severity="stop",
            message=f"{len(groups):,} {case.unit}s are in more than one split, such as {named}. "
            "The test would measure memory."
            if len(groups) > 1
            else f"One {case.unit} is in more than one split: {named}. The test would measure memory.",
            hint="Leave the copies out of all but one split.",
            count=len(groups),
            items=case.groups(groups),
            details=tuple(
                ", ".join(f"{id} ({SPLITS[split]})" for id, split in zip(case.ids(members), splits, strict=False))
                for members, splits in ((m, case.examined.split[m].tolist()) for m in groups[:GROUPS])
            ),
        )


def _conflicts(case: Case, groups: list[NDArray[np.int64]]) -> Iterator[Finding]:
    if groups:
        names, named = case.examined.classes, _differing(case, groups[0], case.examined.labels)
        yield Finding(
            code="label-conflicts",
            severity="stop",
            message=f"{len(groups):,} {case.unit}s have more than one label, such as {named}."
            if len(groups) > 1
            else f"One {case.unit} has more than one label: {named}.",
            hint="Relabel or leave out the wrong ones.",
            count=len(groups),
            items=case.groups(groups),
            details=tuple(
                ", ".join(f"{id}: {names[label]}" for id, label in zip(case.ids(members), labels, strict=False))
                for members, labels in ((m, case.examined.labels[m].tolist()) for m in groups[:GROUPS])
            ),
        )


def near(case: Case) -> Iterator[Finding]:
    """Examples that are almost the same: within a split, across splits, and under two labels."""
    examined, unit = case.examined, case.unit
    groups = [members for members in _repeated(examined.alike) if len(set(examined.groups[members].tolist())) > 1]
    across = [members for members in groups if len(set(examined.split[members].tolist())) > 1]
    disputed = [members for members in groups if len(set(examined.labels[members].tolist())) > 1]
    settled = {id(members) for members in (*across, *disputed)}
    plain = [members for members in groups if id(members) not in settled]
    if disputed:
        yield _near(
            case,
            "near-label-conflicts",
            disputed,
            f"{len(disputed):,} groups of {unit}s that are almost the same have different labels, such as "
            f"{_alike(case, disputed[0])}."
            if len(disputed) > 1
            else f"{len(disputed[0]):,} {unit}s that are almost the same have different labels: "
            f"{_alike(case, disputed[0])}.",
            "Relabel or leave out the wrong ones, or accept them if the small difference matters.",
        )
    if across:
        yield _near(
            case,
            "near-cross-split",
            across,
            f"{len(across):,} groups of {unit}s that are almost the same are in more than one split, such as "
            f"{_alike(case, across[0])}. The test may measure memory."
            if len(across) > 1
            else f"{len(across[0]):,} {unit}s that are almost the same are in different splits: "
            f"{_alike(case, across[0])}. The test may measure memory.",
            "Keep one of each, or keep them together where the split is made here, or accept them.",
        )
    if plain:
        yield _near(
            case,
            "near-duplicates",
            plain,
            f"{len(plain):,} groups of {unit}s are almost the same, such as {_alike(case, plain[0])}."
            if len(plain) > 1
            else f"{len(plain[0]):,} {unit}s are almost the same: {_alike(case, plain[0])}.",
            "They count more than the others. Keep one of each if that is not wanted, or accept them.",
        )
    if not groups:
        yield Finding(code="near-duplicates", severity="pass", message=f"No two {unit}s are almost the same.")


def _near(case: Case, code: str, groups: list[NDArray[np.int64]], message: str, hint: str) -> Finding:
    return Finding(
        code=code,
        severity="warn",
        message=message,
        hint=hint,
        count=len(groups),
        items=case.groups(groups),
        details=tuple(_told(case, members) for members in groups[:GROUPS]),
    )


def _named(case: Case, members: NDArray[np.int64]) -> str:
    """The first members of a group, and how many more there are."""
    shown, more = ", ".join(case.ids(members[:_NAMED])), len(members) - _NAMED
    return phrase(f"{shown} and {more:,} more") if more > 0 else shown


def _alike(case: Case, members: NDArray[np.int64]) -> str:
    """The first members of a group of look-alikes, those that differ before exact copies of them."""
    return _differing(case, members, case.examined.groups)


def _differing(case: Case, members: NDArray[np.int64], values: NDArray[np.int64]) -> str:
    """The same, those first that differ in ``values``, ``(N,)`` of all examples."""
    _, first = np.unique(values[members], return_index=True)
    different = members[np.sort(first)]
    return _named(case, np.concatenate((different, np.setdiff1d(members, different))))


def _told(case: Case, members: NDArray[np.int64]) -> str:
    """Each member with its label and split."""
    examined = case.examined
    labels, split = examined.labels[members].tolist(), examined.split[members].tolist()
    ids = zip(case.ids(members), labels, split, strict=False)
    return ", ".join(f"{name}: {examined.classes[label]} ({SPLITS[number]})" for name, label, number in ids)
