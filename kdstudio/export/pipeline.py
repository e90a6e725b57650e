"""From a trained student to a folder of verified model files, written whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from torch import nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import ExportSpec
from kdstudio.engine import ort
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.progress import Reporter
from kdstudio.engine.tasks.base import Task
from kdstudio.export import bundle, feeds, guard, metadata
from kdstudio.export.card import card
from kdstudio.export.graph import integer_share
from kdstudio.export.runtime import run
from kdstudio.export.trace import export_fp32
from kdstudio.export.variants.base import prepare
from kdstudio.export.verification import FileCheck
from kdstudio.runs.files import recover, replacing

FP32_FILE, INT8_FILE = "onnx/model.onnx", "onnx/model_quantized.onnx"
_CALIBRATION_BATCH = 32
_STEPS = 4.0


@dataclass(frozen=True)
class Exported:
    """One file: its variant (``fp32``, ``int8``), and its logits ``(N, C)`` on “validation” and “test”."""

    variant: str
    path: Path
    size_bytes: int
    logits: dict[str, NDArray[np.float32]]
    check: FileCheck


@dataclass(frozen=True)
class ExportResult:
    """The finished folder. ``notes`` are the sentences a person should read."""

    folder: Path
    files: tuple[Exported, ...]
    notes: tuple[str, ...]

    def file(self, variant: str) -> Exported | None:
        """The file of one variant, where it was made."""
        return next((file for file in self.files if file.variant == variant), None)


@dataclass(frozen=True)
class _Work:
    """An export under way: where its files are made, and from what. ``folder`` is for what is not kept."""

    staging: Path
    folder: Path
    task: Task
    dataset: Dataset
    spec: ExportSpec
    reporter: Reporter


@dataclass(frozen=True)
class _Made:
    """A model file before its final measurement, and what is known of it from being made."""

    variant: str
    file: str
    parity: float | None = None
    attempts: tuple[guard.Attempt, ...] = ()
    notes: tuple[str, ...] = ()


def export(
    module: nn.Module,
    *,
    task: Task,
    dataset: Dataset,
    spec: ExportSpec,
    folder: Path,
    lineage: dict[str, Any],
    reporter: Reporter,
) -> ExportResult:
    """Write FP32 and, where asked, INT8 files of ``module`` with all that belongs to them into ``folder``.

    INT8 is calibrated on training examples and decided on the validation split; the test split is only reported.
    ``lineage`` is plain data about where the student comes from; ``lineage["name"]`` titles the model card.

    Raises ``EXPORT_UNSUPPORTED``, ``EXPORT_PARITY``, ``CALIBRATION``, ``EXPORT_FOLDER``, ``DISK_FULL`` or
    ``WORKSPACE_READONLY``; then ``folder`` is as it was before.
    """
    notes = _calibration_notes(dataset.train, spec) if spec.int8 else []
    recover(folder)
    bundle.refuse_foreign(folder)
    with replacing(folder) as staging:
        (staging / "onnx").mkdir(parents=True)
        work = staging / ".work"
        work.mkdir()
        reporter.progress(0, _STEPS, "steps")
        parity = export_fp32(module, task, dataset.input, dataset.train, staging / FP32_FILE, spec.opset)
        made = [_Made("fp32", FP32_FILE, parity)]
        reporter.progress(1, _STEPS, "steps")
        if spec.int8:
            made.append(_int8(_Work(staging, work, task, dataset, spec, reporter), notes))
        shutil.rmtree(work)
        reporter.progress(2, _STEPS, "steps")
        lineage = {**lineage, "versions": bundle.versions(), "data": dataset.fingerprint}
        description = metadata.describe(task.kind, dataset.labels, dataset.input, lineage)
        for entry in made:
            metadata.write(staging / entry.file, description)
        files = _measure(staging, folder, made, task, dataset)
        reporter.progress(3, _STEPS, "steps")
        checks = [file.check for file in files]
        name = str(lineage.get("name") or "Student")
        text = card(task.kind, dataset.labels, dataset.input, name, checks)
        (staging / "README.md").write_text(text, encoding="utf-8", newline="\n")
        full = {**lineage, "export": msgspec.to_builtins(spec), "files": msgspec.to_builtins(checks)}
        bundle.write_data(staging, dataset.labels, dataset.input, full)
        bundle.write_manifest(staging)
    reporter.progress(_STEPS, _STEPS, "steps")
    return ExportResult(folder, tuple(files), tuple(note for check in checks for note in check.notes))


def _int8(at: _Work, notes: list[str]) -> _Made:
    task, data, tolerance = at.task, at.dataset, at.spec.tolerance
    chosen = feeds.spread(data.train.labels, at.spec.calibration_examples)
    size = min(_CALIBRATION_BATCH, feeds.batch_size(task, data.input))

    def calibration() -> Iterator[feeds.Feed]:
        return feeds.batches(task, data.train, data.input, chosen, size)

    source = prepare(at.staging / FP32_FILE, calibration, at.folder)
    validation = list(feeds.batches(task, data.validation, data.input))
    logits = run(ort.session(at.staging / FP32_FILE), validation)
    attempts = guard.quantize(source, guard.Reference(validation, data.validation.labels, logits), at.spec, at.reporter)
    last = attempts[-1]
    if not last.within(tolerance, len(data.validation)):
        notes.append(
            f"INT8 lost {max(0.0, last.loss):.2f} points on the validation split ({tolerance:g} are accepted) and "
            f"gives {last.agreement:.1%} of FP32’s answers, after {len(attempts) - 1} repairs; the FP32 file is safer."
        )
    for note in notes:
        at.reporter.notice("int8", note)
    shutil.copyfile(last.path, at.staging / INT8_FILE)
    return _Made("int8", INT8_FILE, attempts=tuple(attempts), notes=tuple(notes))


def _calibration_notes(train: Examples, spec: ExportSpec) -> list[str]:
    if not len(train):
        raise KDError(Code.CALIBRATION, "There are no training examples to calibrate INT8 with.", "Switch INT8 off.")
    count = min(spec.calibration_examples, len(train))
    classes, seen = np.unique(train.labels), np.unique(train.labels[feeds.spread(train.labels, count)])
    if count == 1:
        return ["INT8 was calibrated on a single example, so its ranges may not fit others."]
    if len(seen) < len(classes):
        return [f"The {count} calibration examples show {len(seen)} of {len(classes)} classes; use more of them."]
    return []


def _measure(staging: Path, folder: Path, made: list[_Made], task: Task, dataset: Dataset) -> list[Exported]:
    """Run the finished files over both splits, the test split for the first time."""
    splits = {"validation": dataset.validation, "test": dataset.test}
    sessions = {entry.variant: ort.session(staging / entry.file) for entry in made}
    logits: dict[str, dict[str, NDArray[np.float32]]] = {entry.variant: {} for entry in made}
    for split, examples in splits.items():
        for variant, session in sessions.items():
            logits[variant][split] = run(session, feeds.batches(task, examples, dataset.input))
    return [_exported(staging, folder, entry, logits, splits) for entry in made]


def _exported(
    staging: Path,
    folder: Path,
    made: _Made,
    logits: dict[str, dict[str, NDArray[np.float32]]],
    splits: dict[str, Examples],
) -> Exported:
    own, fp32 = logits[made.variant], logits["fp32"]
    path = staging / made.file
    answers = {split: values.argmax(1) for split, values in own.items()}
    check = FileCheck(
        variant=made.variant,
        file=made.file,
        size_bytes=path.stat().st_size,
        accuracy={split: float(np.mean(answers[split] == splits[split].labels)) for split in splits},
        agreement={split: float(np.mean(answers[split] == fp32[split].argmax(1))) for split in splits},
        precise_agreement=made.attempts[-1].precise_agreement if made.attempts else None,
        integer_share=integer_share(path) if made.attempts else None,
        parity=made.parity,
        steps=tuple(str(attempt) for attempt in made.attempts),
        notes=made.notes,
    )
    return Exported(made.variant, folder / made.file, check.size_bytes, own, check)
