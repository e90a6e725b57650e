"""Finished files, measured: what they answer, what became of each class, and how fast they are on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from kdstudio.core.deliverable import ClassChange, FileCheck, Timing
from kdstudio.core.inputs import TextInput
from kdstudio.engine import ort
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.probabilities import calibration_error, softmax
from kdstudio.engine.tasks.base import Task
from kdstudio.export import cpu
from kdstudio.export.feeds import Batches, Feed, feed
from kdstudio.export.footprint import footprint
from kdstudio.export.graph import integer_share
from kdstudio.export.runtime import fitted, run
from kdstudio.export.targets.base import Target, facts_of
from kdstudio.export.variants.base import Made, Variant

Logits = dict[str, NDArray[np.float32]]
TeacherAnswers = Callable[[str], NDArray[np.float32] | None]
"""The teacher’s logits ``(N, C)`` of a split by its name, or None."""
_CHANGED = 50
_TURN = 4


def unknown(split: str) -> None:
    """A teacher of whom nothing is known."""


@dataclass
class Splits:
    """The two splits that files are measured on. FP32 comes first and is what the others are held against."""

    task: Task
    dataset: Dataset
    teacher: Logits
    pad: int
    one: Feed
    fp32: Logits

    @classmethod
    def of(cls, task: Task, dataset: Dataset, teacher: TeacherAnswers) -> Splits:
        """Ready for the first file."""
        pad = dataset.input.pad_id if isinstance(dataset.input, TextInput) else 0
        known = {name: logits for name in ("validation", "test") if (logits := teacher(name)) is not None}
        return cls(task, dataset, known, pad, feed(task, dataset.train, np.arange(1), dataset.input), {})

    @property
    def examples(self) -> dict[str, Examples]:
        """Validation, on which is decided, and test, which is only reported."""
        return {"validation": self.dataset.validation, "test": self.dataset.test}

    @property
    def teacher_accuracy(self) -> dict[str, float]:
        """By split, where the teacher’s answers are known."""
        return {
            name: float(np.mean(self.teacher[name].argmax(1) == part.labels))
            for name, part in self.examples.items()
            if name in self.teacher
        }


def checked(folder: Path, variant: Variant, made: Made, target: Target, splits: Splits) -> tuple[FileCheck, Logits]:
    """Run a finished file over both splits; the logits come along."""
    path = folder / variant.file
    session = ort.session(path)
    task, data, pad = splits.task, splits.dataset, splits.pad
    logits = {name: run(session, Batches(task, part, data.input), pad) for name, part in splits.examples.items()}
    splits.fp32 = splits.fp32 or logits
    answers = {name: values.argmax(1) for name, values in logits.items()}
    check = FileCheck(
        variant=variant.name,
        title=variant.title,
        file=variant.file,
        size_bytes=path.stat().st_size,
        accuracy={name: float(np.mean(answers[name] == part.labels)) for name, part in splits.examples.items()},
        agreement={name: float(np.mean(answers[name] == splits.fp32[name].argmax(1))) for name in answers},
        calibration_error={
            name: calibration_error(softmax(logits[name]), part.labels)[0] for name, part in splits.examples.items()
        },
        teacher_agreement={
            name: float(np.mean(answers[name] == splits.teacher[name].argmax(1)))
            for name in answers
            if name in splits.teacher
        },
        precise_agreement=made.precise_agreement,
        integer_share=integer_share(path) if variant.quantized and variant.is_onnx else None,
        parity=made.parity,
        steps=made.steps,
        notes=made.notes,
        remarks=tuple(target.remarks(facts_of(path, variant.name))) if variant.is_onnx else (),
        classes=_class_changes(answers["test"], splits.fp32["test"], splits),
        teacher_classes=_class_changes(answers["test"], splits.teacher.get("test"), splits),
        changed=_changed(logits["test"], splits),
        errors=int((answers["test"] != splits.dataset.test.labels).sum()),
        inherited_errors=_inherited(answers["test"], splits),
    )
    return check, logits


def _inherited(answers: NDArray[np.int64], splits: Splits) -> int | None:
    """Errors on the test split that are the teacher’s own."""
    if "test" not in splits.teacher:
        return None
    return int(((answers != splits.dataset.test.labels) & (answers == splits.teacher["test"].argmax(1))).sum())


def _class_changes(
    answers: NDArray[np.int64], reference: NDArray[np.float32] | None, splits: Splits
) -> tuple[ClassChange, ...]:
    """Classes whose recall on the test split is not that of the reference’s logits, the worst loss first."""
    if reference is None:
        return ()
    labels, before, found = splits.dataset.test.labels, reference.argmax(1), []
    for number, name in enumerate(splits.dataset.labels):
        own = labels == number
        if own.any() and (points := 100 * float(np.mean(answers[own] == number) - np.mean(before[own] == number))):
            found.append(ClassChange(name=name, points=points))
    return tuple(sorted(found, key=lambda change: change.points))


def _changed(logits: NDArray[np.float32], splits: Splits) -> tuple[str, ...]:
    """Test examples answered otherwise than by FP32, those first of which FP32 was surest."""
    before = splits.fp32["test"]
    rows = np.flatnonzero(logits.argmax(1) != before.argmax(1))
    surest = rows[np.argsort(-softmax(before[rows]).max(1, initial=0.0), kind="stable")]
    return tuple(str(splits.dataset.test.ids[row]) for row in surest[:_CHANGED])


@dataclass(frozen=True)
class Latency:
    """Times of one answer in milliseconds: the median and the 95th percentile of ``runs``."""

    median_ms: float
    p95_ms: float
    runs: int


def latency(
    files: Mapping[str, tuple[Path, Feed]],
    *,
    threads: int = 1,
    seconds: float = 2.0,
    runs: int = 200,
    pad: int = 0,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, Latency]:
    """Measure single runs of several files in one process, taking turns, so that a busy moment hits all alike.

    Each file comes with the inputs it is fed. A turn is a run that is not counted, which brings the weights back into
    the processor's cache after the others had it, and up to four that are. Every file gets the same number of runs:
    ``runs``, or as many as fit ``seconds`` a file by the slowest's pace, at least 5, after a warm-up. On a machine that
    is busy throughout, ``time.thread_time`` as ``clock`` leaves out the moments in which others had the one thread.
    """
    sessions = {name: ort.session(path, threads=threads) for name, (path, _) in files.items()}
    inputs = {name: next(fitted(session, files[name][1], pad)) for name, session in sessions.items()}

    def once(name: str) -> float:
        start = clock()
        sessions[name].run(None, inputs[name])
        return 1000 * (clock() - start)

    warm = {name: min(once(name) for _ in range(3)) for name in files}
    pace = max(warm.values(), default=0.0)
    count = max(5, min(runs, int(1000 * seconds / max(pace, 1e-3))))
    taken: dict[str, list[float]] = {name: [] for name in files}
    for done in range(0, count, _TURN):
        for name in files:
            once(name)
            taken[name] += [once(name) for _ in range(min(_TURN, count - done))]
    return {
        name: Latency(float(np.median(times)), float(np.percentile(times, 95)), count) for name, times in taken.items()
    }


def timed(folder: Path, checks: Sequence[FileCheck], one: Feed, pad: int) -> list[FileCheck]:
    """The same checks with times at one thread and at one a core, and with what each file costs in a fresh process."""
    files = {check.variant: (folder / check.file, one) for check in checks}
    measured = {threads: latency(files, threads=threads, pad=pad) for threads in sorted({1, cpu.cores()})}
    return [
        msgspec.structs.replace(
            check,
            timings=tuple(
                Timing(
                    threads=threads,
                    median_ms=found[check.variant].median_ms,
                    p95_ms=found[check.variant].p95_ms,
                    runs=found[check.variant].runs,
                )
                for threads, found in measured.items()
            ),
            footprint=footprint(folder / check.file, next(fitted(ort.session(folder / check.file), one, pad))),
        )
        for check in checks
    ]
