"""Finished files, measured: what they answer, and what became of each class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.deliverable import ClassChange, FileCheck
from kdstudio.core.inputs import TextInput
from kdstudio.engine import ort
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.probabilities import calibration_error, softmax
from kdstudio.engine.tasks.base import Task
from kdstudio.export.feeds import Batches, Feed, feed
from kdstudio.export.graph import integer_share
from kdstudio.export.runtime import run
from kdstudio.export.targets.base import Target, facts_of
from kdstudio.export.variants.base import Made, Variant

Logits = dict[str, NDArray[np.float32]]
TeacherAnswers = Callable[[str], NDArray[np.float32] | None]
"""The teacher’s logits ``(N, C)`` of a split by its name, or None."""
_CHANGED = 50


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
