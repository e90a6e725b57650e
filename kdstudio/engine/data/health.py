"""The data check: every question that is asked of the data, and its answer as a pass, warn or stop line.

One function asks one question. A code that stands in ``data.accept`` turns a stop that can be accepted into a
warning that says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator

import msgspec
import numpy as np

from kdstudio.core.errors import Code, KDError
from kdstudio.core.health import ACCEPTABLE, SETTLED, ClassCount, Finding, full_hint
from kdstudio.core.phrases import phrase
from kdstudio.core.recipe import DataSpec
from kdstudio.engine.data import duplicates
from kdstudio.engine.data.case import GROUPS, Case
from kdstudio.engine.data.curate import Examined
from kdstudio.engine.data.source import SPLITS

_IMBALANCE = 10

_FEW = 100
"""Examples of a split below which one of them is worth more than a point of accuracy."""

_ERRORS = {
    "unreadable": Code.DATA_UNREADABLE,
    "no-examples": Code.DATA_CLASSES,
    "single-class": Code.DATA_CLASSES,
    "empty-class": Code.DATA_CLASSES,
    "unseen-class": Code.DATA_CLASSES,
    "empty-split": Code.DATA_SPLIT,
    "cross-split-duplicates": Code.DATA_SPLIT,
    "label-conflicts": Code.DATA_CLASSES,
}


def findings(case: Case) -> tuple[Finding, ...]:
    """All lines, the most serious first, as the questions are ordered."""
    found = [finding for question in _QUESTIONS for finding in question(case)]
    return tuple(sorted((_accepted(f, case.spec) for f in found), key=lambda f: _ORDER[f.severity]))


def first_error(found: tuple[Finding, ...]) -> KDError | None:
    """What keeps the data from being trained on, as an error."""
    for finding in found:
        if finding.severity == "stop":
            return KDError(_ERRORS[finding.code], finding.message, full_hint(finding))
    return None


def counts(examined: Examined) -> tuple[ClassCount, ...]:
    """Examples of each class in each split."""
    table = np.zeros((len(examined.classes), 3), np.int64)
    np.add.at(table, (examined.labels, examined.split.astype(np.int64)), 1)
    return tuple(
        ClassCount(name=name, train=int(row[0]), validation=int(row[1]), test=int(row[2]))
        for name, row in zip(examined.classes, table, strict=True)
    )


_ORDER = {"stop": 0, "warn": 1, "pass": 2}


def _accepted(finding: Finding, spec: DataSpec) -> Finding:
    if finding.severity == "warn" and finding.code in SETTLED & set(spec.accept):
        return msgspec.structs.replace(finding, severity="pass", message=f"{finding.message} You accepted this.")
    if finding.severity == "stop" and finding.code in ACCEPTABLE & set(spec.accept):
        return msgspec.structs.replace(finding, severity="warn", message=f"{finding.message} You accepted this.")
    return finding


def _unreadable(case: Case) -> Iterator[Finding]:
    errors = case.store.meta.errors
    excluded = set(case.spec.exclude)
    listed = [(case.store.ids[row], why) for row, why in sorted(errors.items())]
    listed = [(id, why) for id, why in listed if id not in excluded]
    total = len(case.store)
    if not listed:
        yield Finding(code="unreadable", severity="pass", message=f"All {total:,} {case.unit}s can be read.")
        return
    stop = case.spec.on_unreadable == "stop"
    bad, (id, why) = len(listed), listed[0]
    if bad == 1:
        stopped = phrase(f"One of {total:,} {case.unit}s cannot be read, {id}: {why}")
        skipped = phrase(f"One of {total:,} {case.unit}s cannot be read and is left out, {id}: {why}")
    else:
        stopped = phrase(f"{bad:,} of {total:,} {case.unit}s cannot be read; the first is {id}: {why}")
        skipped = phrase(f"{bad:,} of {total:,} {case.unit}s cannot be read and are left out; the first is {id}: {why}")
    yield Finding(
        code="unreadable",
        severity="stop" if stop else "warn",
        message=stopped if stop else skipped,
        hint="Repair, replace or leave them out, or have unreadable examples skipped (data.on_unreadable = skip)."
        if stop
        else "Repair, replace or leave them out.",
        count=len(listed),
        items=tuple((id,) for id, _ in listed[:GROUPS]),
        details=tuple(why for _, why in listed[:GROUPS]),
    )


def _skipped(case: Case) -> Iterator[Finding]:
    skipped = case.source.skipped
    if skipped:
        yield Finding(
            code="skipped",
            severity="warn",
            message=f"{len(skipped):,} entries are not files and are left alone, such as {skipped[0].id}: "
            f"{skipped[0].reason}."
            if len(skipped) > 1
            else f"One entry is not a file and is left alone, {skipped[0].id}: {skipped[0].reason}.",
            count=len(skipped),
            items=tuple((entry.id,) for entry in skipped[:GROUPS]),
            details=tuple(f"{entry.id}: {entry.reason}." for entry in skipped[:GROUPS]),
        )


def _notes(case: Case) -> Iterator[Finding]:
    for note in case.source.notes:
        yield Finding(code="reading", severity="warn", message=note)


def _unknown(case: Case) -> Iterator[Finding]:
    unknown = case.examined.unknown
    if unknown:
        yield Finding(
            code="curation",
            severity="warn",
            message=f"{len(unknown):,} examples that the recipe excludes or relabels are not in the data, such as "
            f"{unknown[0]}."
            if len(unknown) > 1
            else f"One example that the recipe excludes or relabels is not in the data: {unknown[0]}.",
            hint="Remove them from data.exclude or data.relabel, or check the data folder.",
            count=len(unknown),
            items=tuple((id,) for id in unknown[:GROUPS]),
        )


def _by_hand(case: Case) -> Iterator[Finding]:
    """What the recipe changes about the data, so that it can be seen and taken back."""
    spec, unknown = case.spec, set(case.examined.unknown)
    left_out = [id for id in spec.exclude if id not in unknown]
    relabelled = {id: to for id, to in spec.relabel.items() if id not in unknown and id not in spec.exclude}
    if left_out or relabelled:
        told = {id: phrase("Left out.") for id in left_out}
        told |= {id: phrase(f"Relabelled as “{to}”.") for id, to in relabelled.items()}
        yield Finding(
            code="by-hand",
            severity="pass",
            message=f"Changed by hand: {len(left_out):,} left out, {len(relabelled):,} relabelled.",
            hint="Select what you want to take back. No file was changed.",
            count=len(told),
            items=tuple((id,) for id in list(told)[:GROUPS]),
            details=tuple(list(told.values())[:GROUPS]),
        )
    if merges := spec.merge_classes:
        first, into = next(iter(merges.items()))
        yield Finding(
            code="merged-classes",
            severity="pass",
            message=f"{len(merges):,} classes count as another one, such as “{first}” as “{into}”."
            if len(merges) > 1
            else f"The class “{first}” counts as “{into}”.",
            hint="No file was changed.",
            count=len(merges),
            items=tuple(merges.items()),
        )


def _classes(case: Case) -> Iterator[Finding]:
    examined = case.examined
    total = np.bincount(examined.labels, minlength=len(examined.classes))
    if not len(examined.labels):
        yield Finding(
            code="no-examples",
            severity="stop",
            message=f"No {case.unit} can be used.",
            hint="Choose another folder or file, or repair what is listed.",
        )
        return
    for name, count in zip(examined.classes, total.tolist(), strict=True):
        if count == 0:
            yield Finding(
                code="empty-class",
                severity="stop",
                message=f"The class “{name}” has no {case.unit} that can be used.",
                hint="Add some, or remove the class.",
                items=((name,),),
            )
    filled = [name for name, count in zip(examined.classes, total.tolist(), strict=True) if count]
    if len(filled) < 2:
        yield Finding(
            code="single-class",
            severity="stop",
            message=f"All {len(examined.labels):,} {case.unit}s are of one class, “{filled[0]}”.",
            hint=f"Add {case.unit}s of at least one other class.",
        )
    else:
        yield Finding(
            code="classes",
            severity="pass",
            message=f"{len(examined.labels):,} {case.unit}s in {len(filled):,} classes.",
            count=len(filled),
        )


def _imbalance(case: Case) -> Iterator[Finding]:
    total = np.bincount(case.examined.labels, minlength=len(case.examined.classes))
    filled = np.flatnonzero(total)
    if len(filled) > 1 and total.max() > _IMBALANCE * total[filled].min():
        most, least = int(total.argmax()), int(filled[total[filled].argmin()])
        yield Finding(
            code="imbalance",
            severity="warn",
            message=f"“{case.examined.classes[most]}” has {total[most]:,} {case.unit}s, "
            f"“{case.examined.classes[least]}” only {total[least]:,}.",
            hint="Accuracy will mostly tell about the frequent classes; look at the figures of each class. "
            "Rare classes can be given more weight (plan.class_weights).",
            items=((case.examined.classes[most],), (case.examined.classes[least],)),
        )


def _similar_names(case: Case) -> Iterator[Finding]:
    alike: dict[str, list[str]] = defaultdict(list)
    for name in case.examined.classes:
        alike[_plain(name)].append(name)
    groups = [tuple(names) for names in alike.values() if len(names) > 1]
    if groups:
        shown = " and ".join(f"“{name}”" for name in groups[0])
        yield Finding(
            code="similar-class-names",
            severity="warn",
            message=f"The class names {shown} differ only by case, space or the form of their characters.",
            hint="Merge them if they mean the same.",
            count=len(groups),
            items=tuple(groups[:GROUPS]),
            details=tuple(" | ".join(ascii(name) for name in names) for names in groups[:GROUPS]),
        )


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", unicodedata.normalize("NFKC", name).casefold()).strip()


def _splits(case: Case) -> Iterator[Finding]:
    sizes = np.bincount(case.examined.split, minlength=3).tolist()
    if not sum(sizes):
        return
    for name, size in zip(SPLITS, sizes, strict=True):
        if size == 0:
            yield Finding(
                code="empty-split",
                severity="stop",
                message=f"There is nothing to put into the {name} split: {sum(sizes):,} {case.unit}s are too few.",
                hint=f"Add {case.unit}s, at least three different ones of each class.",
            )
    drawn = {
        ("validation",): phrase("validation drawn here"),
        ("test",): phrase("test drawn here"),
        ("validation", "test"): phrase("validation and test drawn here"),
    }
    how = phrase("as the data says")
    if made := case.examined.made:
        how = phrase(f"{drawn[made]}: stratified, duplicates together, seed {case.spec.seed}")
    yield Finding(
        code="split",
        severity="pass",
        message=f"{sizes[0]:,} for training, {sizes[1]:,} for validation, {sizes[2]:,} for the test ({how}).",
    )


def _few(case: Case) -> Iterator[Finding]:
    """Splits so small that chance decides: one answer more or less moves the accuracy by more than a point."""
    sizes = np.bincount(case.examined.split, minlength=3).tolist()
    if not all(sizes):
        return
    split, count = min(zip(SPLITS[:0:-1], sizes[:0:-1], strict=True), key=lambda item: item[1])
    if count < _FEW:
        yield Finding(
            code="few-examples",
            severity="warn",
            message=f"The {split} split has only {count:,} {case.unit}s: one more right answer adds "
            f"{100 / count:.1f} points of accuracy."
            if count > 1
            else f"The {split} split has only one {case.unit}: the accuracy can only be 0 or 100 %.",
            hint=f"Small differences will be chance. Add {case.unit}s, or give the split a larger share.",
        )


def _coverage(case: Case) -> Iterator[Finding]:
    table = counts(case.examined)
    unseen = [c.name for c in table if not c.train and (c.validation or c.test)]
    for name in unseen:
        yield Finding(
            code="unseen-class",
            severity="stop",
            message=f"The class “{name}” has no {case.unit} to train on.",
            hint="Add some to the training split, or merge the class with another.",
            items=((name,),),
        )
    tiny = [c.name for c in table if c.train and not (c.validation and c.test)]
    if tiny and len(tiny) < len(table):
        yield Finding(
            code="tiny-classes",
            severity="warn",
            message=f"{len(tiny):,} classes are too small to be in every split, such as “{tiny[0]}”."
            if len(tiny) > 1
            else f"The class “{tiny[0]}” is too small to be in every split.",
            hint=f"Add {case.unit}s: a class needs at least three different ones.",
            count=len(tiny),
            items=tuple((name,) for name in tiny[:GROUPS]),
        )


_QUESTIONS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    _classes,
    _splits,
    _few,
    _coverage,
    duplicates.exact,
    duplicates.near,
    _unreadable,
    _similar_names,
    _imbalance,
    _skipped,
    _notes,
    _by_hand,
    _unknown,
)
