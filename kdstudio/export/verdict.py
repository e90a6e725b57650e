"""Which file to ship: decided on the validation split and, where this machine is such a device, by measured times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from kdstudio.core.deliverable import FileCheck
from kdstudio.core.phrases import percent
from kdstudio.export.graph import Graph
from kdstudio.export.targets.base import Target

_AS_FAST, _NOTICEABLE, _WORTHWHILE = 1.1, 1.05, 1.2
_SLOWER = 1.02
"""Where a certain range of times over FP32’s begins; that of two copies of one file began at 1.008 at most."""


@dataclass(frozen=True)
class Verdict:
    """The variant to ship, and why."""

    variant: str
    reason: str


def recommend(target: Target, files: Sequence[FileCheck], tolerance: float) -> Verdict:
    """Choose among the files that lose at most ``tolerance`` points of accuracy against FP32 on the validation split.

    On the target itself a file that is slower than FP32 at one thread or at one a core is never chosen, because an app
    may open it either way; the fastest is, and the smallest of those that are as fast. Elsewhere the target’s own order
    decides, with files it warns of last.
    """
    fp32 = next(check for check in files if check.variant == "fp32")
    usable = [check for check in files if not _stopped(check) and _points_lost(check, fp32) <= tolerance]
    if not usable:
        return Verdict("fp32", f"No file suits {target.title} without a remark; FP32 loses nothing.")
    if not (target.here() and fp32.timings):
        return _by_rule(target, usable, fp32)
    quick = [check for check in usable if not _slower_at(check, fp32)]
    fastest = min(map(_median, quick), default=0.0)
    best = min((c for c in quick if _median(c) <= _AS_FAST * fastest), key=lambda c: c.size_bytes, default=fp32)
    if best.variant == "fp32":
        return Verdict("fp32", _why_fp32(usable, fp32))
    times = _median(fp32) / _median(best)
    faster = f"{times:.1f} times as fast" if times >= _NOTICEABLE else "as fast"
    return Verdict(
        best.variant,
        f"{best.title} is {faster} as FP32 here, at "
        f"{percent(best.size_bytes / fp32.size_bytes, 0)} of its size, and {_loss_words(best, fp32)}.",
    )


def _why_fp32(usable: Sequence[FileCheck], fp32: FileCheck) -> str:
    smallest = min(usable, key=lambda check: check.size_bytes)
    threads = _slower_at(smallest, fp32)
    if threads == 1:
        return f"{smallest.title} is slower than FP32 here at one thread, so FP32 is recommended."
    if threads:
        return f"{smallest.title} is slower than FP32 here at {threads} threads, so FP32 is recommended."
    return "No smaller file was at least as fast as FP32 here within the tolerance."


def _slower_at(check: FileCheck, fp32: FileCheck) -> int:
    """The fewest threads at which it is slower than FP32 with certainty, 0 where it is at none."""
    for timing, own in zip(check.timings, fp32.timings, strict=True):
        ratio = timing.median_ms / own.median_ms
        if (timing.over_fp32 or (ratio, ratio))[0] > _SLOWER:
            return timing.threads
    return 0


def explained(files: Sequence[FileCheck], graph: Graph) -> list[FileCheck]:
    """The files, the INT8 one with a note where SiLU leaves it hardly faster than FP32 at one thread."""
    fp32 = next(check for check in files if check.variant == "fp32")
    return [
        msgspec.structs.replace(check, notes=(*check.notes, *_silu_note(check, fp32, graph)))
        if check.variant == "int8"
        else check
        for check in files
    ]


def _silu_note(int8: FileCheck, fp32: FileCheck, graph: Graph) -> Iterator[str]:
    faster = fp32.timings[0].median_ms / int8.timings[0].median_ms
    if not graph.silus or faster >= _WORTHWHILE:
        return
    if faster < _NOTICEABLE:
        yield (
            "INT8 is no faster than FP32 here, because SiLU is two steps on integers and one in float; a student with "
            "ReLU, such as EfficientNet-Lite or MobileNetV2, gains more."
        )
        return
    yield (
        f"INT8 is only {faster:.2f} times as fast as FP32 here, because SiLU is two steps on integers and one in "
        "float; a student with ReLU, such as EfficientNet-Lite or MobileNetV2, gains more."
    )


def _by_rule(target: Target, usable: list[FileCheck], fp32: FileCheck) -> Verdict:
    order = {name: place for place, name in enumerate(target.variants)}
    best = min(usable, key=lambda check: (_warned(check), order.get(check.variant, len(order))))
    if best.variant == "fp32":
        return Verdict("fp32", f"FP32 suits {target.title} best; nothing was timed on such a device.")
    return Verdict(
        best.variant,
        f"{best.title} is {percent(best.size_bytes / fp32.size_bytes, 0)} of FP32’s size and "
        f"{_loss_words(best, fp32)}; its speed there was not measured.",
    )


def _loss_words(check: FileCheck, fp32: FileCheck) -> str:
    lost = _points_lost(check, fp32)
    return f"loses {lost:.2f} points of accuracy on the validation split" if lost > 0 else "loses no accuracy"


def _points_lost(check: FileCheck, fp32: FileCheck) -> float:
    return 100 * (fp32.accuracy["validation"] - check.accuracy["validation"])


def _median(check: FileCheck) -> float:
    return min((timing.median_ms for timing in check.timings), default=float("inf"))


def _stopped(check: FileCheck) -> bool:
    return any(remark.severity == "stop" for remark in check.remarks)


def _warned(check: FileCheck) -> bool:
    return any(remark.severity == "warn" for remark in check.remarks)
