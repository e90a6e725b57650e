"""From a trained student to a folder of verified model files, written whole or not at all."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from torch import nn

from kdstudio.core import measurement
from kdstudio.core.deliverable import Deliverable, FileCheck
from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput, TextInput
from kdstudio.core.recipe import ExportSpec
from kdstudio.engine import ort
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.models import figures
from kdstudio.engine.progress import Reporter
from kdstudio.engine.tasks.base import Task
from kdstudio.export import bundle, cpu, feeds, metadata, others, pixels, pytorch, shapes, tokens
from kdstudio.export.finetune import finetune
from kdstudio.export.lineage import complete, portable, versions
from kdstudio.export.measure import Logits, Splits, TeacherAnswers, checked, unknown
from kdstudio.export.pixels import Pictures
from kdstudio.export.runtime import run
from kdstudio.export.targets import all_targets
from kdstudio.export.targets.base import Target
from kdstudio.export.timing import timed
from kdstudio.export.trace import export_fp32
from kdstudio.export.variants import chosen, left_out
from kdstudio.export.variants.base import Made, Reference, Source, Variant, Workshop, prepare
from kdstudio.export.verdict import explained, recommend
from kdstudio.runs.files import recover, replacing

_CALIBRATION_BATCH = 32


@dataclass(frozen=True)
class Exported:
    """One file: its variant (``fp32``, ``int8`` …), and its logits ``(N, C)`` on “validation” and “test”."""

    variant: str
    path: Path
    size_bytes: int
    logits: Logits
    check: FileCheck


@dataclass(frozen=True)
class ExportResult:
    """The finished folder. ``notes`` are the sentences a person should read."""

    folder: Path
    files: tuple[Exported, ...]
    deliverable: Deliverable
    notes: tuple[str, ...]

    def file(self, variant: str) -> Exported | None:
        """The file of one variant, where it was made."""
        return next((file for file in self.files if file.variant == variant), None)


def export(  # noqa: PLR0913 - one keyword for each thing that an export depends on
    module: nn.Module,
    *,
    task: Task,
    dataset: Dataset,
    spec: ExportSpec,
    folder: Path,
    lineage: dict[str, Any],
    reporter: Reporter,
    teacher: TeacherAnswers = unknown,
    architecture: pytorch.Architecture | None = None,
    pictures: Pictures | None = None,
    timing: bool = True,
) -> ExportResult:
    """Write the files that ``spec`` asks for, with all that belongs to them, into ``folder``.

    INT8 is calibrated on training examples and decided on the validation split; the test split is only reported.
    ``lineage`` is plain data about where the student comes from: ``name`` titles the model card, ``teacher`` is what
    :func:`kdstudio.export.lineage.teacher` says, ``run`` and ``recipe`` are those of the run.
    ``teacher`` gives the teacher’s logits of a split where they are known: “train” is only asked for where an INT8
    model has to be fine-tuned, “validation” and “test” give the agreement with the teacher. ``architecture`` says what
    ``module`` is, so that its weights can be loaded again; ``pictures`` are the test pictures at their original size.
    Without ``timing`` nothing is timed, and the target’s own order decides which file is recommended.

    Raises ``EXPORT_UNSUPPORTED``, ``EXPORT_PARITY``, ``CALIBRATION``, ``EXPORT_FOLDER``, ``RECIPE_INVALID``,
    ``DISK_FULL`` or ``WORKSPACE_READONLY``; then ``folder`` is as it was before.
    """
    target = _target(spec)
    notes = _calibration_notes(dataset, spec) if spec.int8 else []
    caution = str((lineage.get("teacher") or {}).get("caution") or "")
    recover(folder)
    bundle.refuse_foreign(folder)
    with replacing(folder) as staging:
        shop = _workshop(staging, module, task, dataset, spec, target, reporter, teacher)
        origin = portable({**lineage, "versions": versions(), "data": dataset.fingerprint})
        description = metadata.describe(task.kind, dataset.labels, dataset.input, origin)
        made = _make_all(shop, dataset, description, notes)
        shutil.rmtree(shop.source.folder)
        splits = Splits.of(task, dataset, teacher)
        checks, logits = _measure(shop, made, splits, timing=timing)
        work = figures.multiply_adds(module, dataset.input) if timing else 0
        deliverable = _deliverable(target, checks, spec, splits, timing=timing, multiply_adds=work)
        if isinstance(dataset.input, ImageInput):
            plain = _plain(deliverable.recommended, made, checks, logits)
            shown = pictures or pixels.of_examples(dataset.test)
            deliverable, problems = _for_pictures(shop, module, deliverable, plain, dataset, shown)
            notes += problems
        else:
            notes += tokens.write(staging, dataset.input, dataset.test)
        deliverable = msgspec.structs.replace(deliverable, notes=tuple(notes))
        story = complete(origin, task.kind, dataset, spec, deliverable, staging)
        pytorch.write(staging, module, architecture, dataset.input, dataset.labels)
        bundle.write(staging, story, deliverable, dataset.labels, dataset.input)
    notes += [deliverable.pixels.note] if deliverable.pixels and deliverable.pixels.note else []
    notes += [note for check in checks for note in check.notes] + [caution] * bool(caution)
    for note in notes:
        reporter.notice("export", note)
    exported = [
        Exported(check.variant, folder / check.file, check.size_bytes, found, check)
        for check, found in zip(checks, logits, strict=True)
    ]
    return ExportResult(folder, tuple(exported), deliverable, tuple(notes))


def _target(spec: ExportSpec) -> Target:
    target = all_targets()[spec.target]
    if spec.opset > target.largest_opset:
        raise KDError(
            Code.EXPORT_UNSUPPORTED,
            f"{target.title} takes ONNX operator set {target.largest_opset} at most, and {spec.opset} is asked for.",
            f"Set export.opset to {target.largest_opset} or less.",
        )
    return target


def _workshop(
    staging: Path,
    module: nn.Module,
    task: Task,
    dataset: Dataset,
    spec: ExportSpec,
    target: Target,
    reporter: Reporter,
    teacher: TeacherAnswers,
) -> Workshop:
    """Trace the student and lay out what every variant is made from."""
    scratch = staging / ".work"
    (staging / "onnx").mkdir(parents=True)
    chosen_rows = feeds.spread(dataset.train.labels, spec.calibration_examples)
    size = min(_CALIBRATION_BATCH, feeds.batch_size(task, dataset.input))

    calibration = feeds.Batches(task, dataset.train, dataset.input, chosen_rows, size)

    def traced(network: nn.Module, folder: Path) -> Source:
        folder.mkdir()
        path = folder / "fp32.onnx"
        parity = export_fp32(network, task, dataset.input, dataset.train, path, spec.opset)
        return prepare(path, parity, calibration, folder)

    def finetuned(reduce_range: bool) -> Source:
        reporter.notice("int8-finetune", "Fine-tuning the student with INT8 simulated.", warning=False)
        learnt = finetune(
            module,
            task,
            dataset,
            teacher("train"),
            spec.finetune_epochs,
            reduce_range=reduce_range,
            reporter=reporter,
        )
        return traced(learnt, scratch / "finetuned")

    source = traced(module, scratch)
    validation = feeds.Batches(task, dataset.validation, dataset.input)
    logits = run(ort.session(source.fp32), validation)
    return Workshop(
        source=source,
        reference=Reference(validation, dataset.validation.labels, logits),
        spec=spec,
        target=target,
        reporter=reporter,
        folder=staging,
        pad=dataset.input.pad_id if isinstance(dataset.input, TextInput) else 0,
        finetune=finetuned if spec.finetune_epochs else None,
    )


def _make_all(
    shop: Workshop, dataset: Dataset, description: metadata.Description, notes: list[str]
) -> list[tuple[Variant, Made]]:
    """Make every file. One that fails is left out with a note; without FP32 there is nothing to deliver."""
    notes += left_out(shop.target, shop.spec.variants, shop.source.graph, int8=shop.spec.int8)
    wanted = chosen(shop.target, shop.spec.variants, shop.source.graph, int8=shop.spec.int8)
    made: list[tuple[Variant, Made]] = []
    for number, variant in enumerate(wanted):
        shop.reporter.progress(number, 2 * len(wanted) + 1, "files")
        if not set(variant.needs) <= {done.name for done, _ in made}:
            continue
        path = shop.folder / variant.file
        try:
            how = variant.make(shop, path)
        except KDError as error:
            if variant.name == "fp32" or error.code not in (Code.EXPORT_UNSUPPORTED, Code.EXPORT_PARITY):
                raise
            path.unlink(missing_ok=True)
            notes.append(f"{variant.title} was left out. {error.message}")
            continue
        if variant.is_onnx:
            if shop.target.fixed_shape:
                shapes.fix(path, dataset.input)
            metadata.write(path, description)
        made.append((variant, how))
    return made


def _measure(
    shop: Workshop, made: list[tuple[Variant, Made]], splits: Splits, *, timing: bool
) -> tuple[list[FileCheck], list[Logits]]:
    """Check every file, then time them all in turn."""
    found = []
    for number, (variant, how) in enumerate(made):
        shop.reporter.progress(len(made) + number, 2 * len(made) + 1, "files")
        found.append(checked(shop.folder, variant, how, shop.target, splits))
    checks = [check for check, _ in found]
    shop.reporter.progress(2 * len(made), 2 * len(made) + 1, "files")
    if timing:
        checks = explained(timed(shop.folder, checks, splits.one, splits.pad), shop.source.graph)
    return checks, [logits for _, logits in found]


def _deliverable(
    target: Target, checks: list[FileCheck], spec: ExportSpec, splits: Splits, *, timing: bool, multiply_adds: int
) -> Deliverable:
    verdict = recommend(target, checks, spec.tolerance)
    return Deliverable(
        target=target.name,
        target_title=target.title,
        processor=cpu.name(),
        threads=cpu.cores(),
        measured_on_target=timing and target.here(),
        files=tuple(checks),
        recommended=verdict.variant,
        reason=verdict.reason,
        fixed_shape=target.fixed_shape,
        examples={name: len(splits.dataset.split(name)) for name in ("train", "validation", "test")},
        teacher_accuracy=splits.teacher_accuracy,
        advice=(target.accepts, *target.advice),
        estimates=measurement.estimates(multiply_adds, checks),
    )


def _plain(
    recommended: str, made: list[tuple[Variant, Made]], checks: list[FileCheck], logits: list[Logits]
) -> tuple[FileCheck, Logits]:
    """The recommended file with its logits, or the ONNX file that it was converted from."""
    known = {variant.name: place for place, (variant, _) in enumerate(made)}
    place = known[recommended]
    while not made[place][0].is_onnx:
        place = known[made[place][0].needs[0]]
    return checks[place], logits[place]


def _for_pictures(
    shop: Workshop,
    module: nn.Module,
    made: Deliverable,
    plain: tuple[FileCheck, Logits],
    dataset: Dataset,
    pictures: Pictures,
) -> tuple[Deliverable, list[str]]:
    """Add the files that prepare their pictures themselves, and those in other formats; what kept one of these away."""
    assert isinstance(dataset.input, ImageInput)
    if shop.target.pixels:
        check, logits = plain
        seen = pixels.make(shop.folder, check, dataset.input, logits["test"], pictures, shop.reporter)
        made = msgspec.structs.replace(made, pixels=seen)
    written, problems = others.write(shop.folder, module, dataset, shop.target.others)
    return msgspec.structs.replace(made, others=written), problems


def _calibration_notes(dataset: Dataset, spec: ExportSpec) -> list[str]:
    labels = dataset.train.labels
    if not len(labels):
        raise KDError(Code.CALIBRATION, "There are no training examples to calibrate INT8 with.", "Switch INT8 off.")
    count = min(spec.calibration_examples, len(labels))
    seen, classes = len(np.unique(labels[feeds.spread(labels, count)])), len(dataset.labels)
    if count == 1:
        return ["INT8 was calibrated on a single example, so its ranges may not fit others."]
    if seen < classes:
        return [f"The {count} calibration examples show {seen} of {classes} classes; use more of them."]
    return []
