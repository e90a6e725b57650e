"""From trained networks to the delivery: test answers, export, latency, and one report that says it all."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from torch import nn

from kdstudio.core.difference import Difference
from kdstudio.core.errors import KDError
from kdstudio.core.metrics import Evaluation, Report, Robustness, Row, Variant
from kdstudio.core.phrases import phrase
from kdstudio.engine import traits
from kdstudio.engine.data import originals
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.evaluate import accuracy_of, evaluate, logits_of, teacher_logits
from kdstudio.engine.models.onnx_teacher import OnnxTeacher
from kdstudio.engine.models.teacher import Teacher, size_bytes
from kdstudio.engine.probabilities import softmax
from kdstudio.engine.progress import Silent
from kdstudio.engine.robustness import Ask, robustness
from kdstudio.export import feeds, lineage, pipeline
from kdstudio.export.measure import TeacherAnswers, unknown
from kdstudio.export.pipeline import Exported, ExportResult
from kdstudio.export.pytorch import Architecture
from kdstudio.export.runtime import OnnxModel
from kdstudio.export.timing import Latency, latency
from kdstudio.export.trace import export_fp32
from kdstudio.protocol.events import EvalDone
from kdstudio.runs import record
from kdstudio.runs.files import write_atomic
from kdstudio.runs.layout import RunFolder
from kdstudio.worker.artifacts import announce, write_json
from kdstudio.worker.preview import show
from kdstudio.worker.work import Work

_SHOWN = 1000
_TITLES: dict[Variant, str] = {
    "teacher": phrase("Teacher"),
    "control": phrase("Student alone"),
    "student": phrase("Student, distilled"),
    "fp32": phrase("Exported FP32"),
    "int8": phrase("Exported INT8"),
}


@dataclass(frozen=True)
class Measured:
    """One line of the report before latencies are known."""

    variant: Variant
    logits: NDArray[np.float32]
    size_bytes: int | None
    parameters: int | None
    path: Path | None = None


def deliver(work: Work, teacher: Teacher, control: nn.Module | None, student: nn.Module) -> None:
    """Measure every network on the test split, export the student, and write the report and all test answers."""
    context = work.context
    context.phase("evaluate")
    measured = [*_teacher_test(work, teacher)]
    networks: list[tuple[Variant, nn.Module | None]] = [("control", control), ("student", student)]
    for variant, network in networks:
        if network is not None:
            measured.append(_network_test(work, variant, network))

    context.phase("export")
    exported = export_student(work, student, _answers(work, teacher, measured))
    worse = _robustness(work, teacher, networks, exported)
    measured += [
        Measured(variant, file.logits["test"], file.size_bytes, measured[-1].parameters, file.path)
        for variant, file in _listed(exported)
    ]
    latencies = _latencies(work, teacher, exported)
    notes = exported.notes if any(row.variant == "teacher" for row in measured) else (*exported.notes, _NO_TEACHER)
    finish(work, measured, latencies, exported.folder, notes, worse)


_NO_TEACHER = "The teacher’s answers to the test examples are not known, so it is not in the table."


def _teacher_test(work: Work, teacher: Teacher) -> list[Measured]:
    """The teacher on the test split; a file of predictions need not cover it."""
    dataset = work.dataset
    try:
        logits = teacher_logits(teacher, work.task, dataset, dataset.test, work.runtime, work.context)
    except KDError as error:
        work.context.notice(error.code, f"{error.message} {_NO_TEACHER}", error.hint)
        return []
    _announce(work, "teacher", logits)
    return [Measured("teacher", logits, teacher.size_bytes, teacher.parameters)]


def _network_test(work: Work, variant: Variant, network: nn.Module) -> Measured:
    dataset = work.dataset
    network = work.runtime.place(network)
    logits = logits_of(network, work.task, dataset.test, dataset.input, work.runtime, work.context)
    _announce(work, variant, logits)
    parameters = sum(parameter.numel() for parameter in network.parameters())
    return Measured(variant, logits, size_bytes(network), parameters)


def _robustness(
    work: Work, teacher: Teacher, networks: list[tuple[Variant, nn.Module | None]], exported: ExportResult
) -> tuple[Robustness, ...]:
    """Every model and the files on test examples made worse; a file of predictions has no answers to those."""
    dataset = work.dataset
    asks: dict[str, Ask] = {}
    if teacher.sees_views:
        asks["teacher"] = lambda examples: teacher_logits(teacher, work.task, dataset, examples, work.runtime, Silent())
    for variant, network in networks:
        if network is not None:
            asks[variant] = partial(_ask, work, work.runtime.place(network))
    for variant, file in _listed(exported):
        asks[variant] = partial(_ask_file, work, OnnxModel.open(file.path))
    return robustness(asks, work.task, dataset, work.context)


def _ask(work: Work, network: nn.Module, examples: Examples) -> NDArray[np.float32]:
    return logits_of(network, work.task, examples, work.dataset.input, work.runtime)


def _ask_file(work: Work, model: OnnxModel, examples: Examples) -> NDArray[np.float32]:
    batches = feeds.Batches(work.task, examples, work.dataset.input)
    return np.concatenate([model.logits(feed) for feed in batches])


def _announce(work: Work, variant: Variant, logits: NDArray[np.float32]) -> None:
    accuracy = accuracy_of(logits, work.dataset.test.labels)
    work.context.emit(EvalDone(role=variant, split="test", step=0, values={"accuracy": accuracy}))


def _answers(work: Work, teacher: Teacher, measured: list[Measured]) -> TeacherAnswers:
    """What the export may ask of the teacher: its test answers, and those to training examples should it need them."""
    known = next((row.logits for row in measured if row.variant == "teacher"), None)

    def answers(split: str) -> NDArray[np.float32] | None:
        if split != "train":
            return known if split == "test" else None
        try:
            return teacher_logits(teacher, work.task, work.dataset, work.dataset.train, work.runtime, work.context)
        except KDError:  # a file of predictions need not cover every example; the student then learns from itself
            return None

    return answers


def _listed(exported: ExportResult) -> Iterator[tuple[Variant, Exported]]:
    """The files that the report compares with the networks; ``measured.json`` of the export folder has them all."""
    variants: tuple[Variant, ...] = ("fp32", "int8")
    for variant in variants:
        if (file := exported.file(variant)) is not None:
            yield variant, file


def export_student(work: Work, student: nn.Module, teacher: TeacherAnswers = unknown) -> ExportResult:
    """Write the export folder: the one the recipe names, or ``artifacts/export``."""
    recipe, context = work.recipe, work.context
    folder = (
        Path(recipe.export.directory).expanduser() if recipe.export.directory else context.folder.artifacts / "export"
    )
    origin: dict[str, Any] = {
        "name": recipe.name,
        "run": context.folder.path.name,
        "recipe": msgspec.to_builtins(recipe),
        "teacher": lineage.teacher(recipe.teacher),
        "made": lineage.made(recipe.data.path),
    }
    exported = pipeline.export(
        student.cpu(),
        task=work.task,
        dataset=work.dataset,
        spec=recipe.export,
        folder=folder.resolve(),
        lineage=origin,
        reporter=context,
        teacher=teacher,
        architecture=Architecture(recipe.student.architecture, recipe.student.params),
        pictures=partial(originals.pictures, recipe.data, work.dataset.test),
    )
    announce(context, "export", exported.folder)
    return exported


def _latencies(work: Work, teacher: Teacher | None, exported: ExportResult) -> dict[str, Latency]:
    """Single answers of every file in turn, one thread; a teacher that is a network is exported for this alone."""
    dataset = work.dataset
    feed = feeds.feed(work.task, dataset.train, np.arange(1), dataset.input)
    files: dict[str, tuple[Path, feeds.Feed]] = {name: (file.path, feed) for name, file in _listed(exported)}
    with tempfile.TemporaryDirectory(prefix="kdstudio-") as folder:
        if teacher is not None and teacher.module is not None:
            path = Path(folder) / "teacher.onnx"
            try:
                export_fp32(
                    teacher.module.cpu(), work.task, dataset.input, dataset.train, path, work.recipe.export.opset
                )
                files["teacher"] = (path, feed)
            except KDError as error:
                work.context.notice(error.code, f"The teacher’s latency was not measured: {error.message}", error.hint)
        elif isinstance(teacher, OnnxTeacher):
            example = work.task.batch(dataset.train, np.arange(1), dataset.input, None)
            files["teacher"] = (teacher.path, teacher.feed(example))
        return latency(files, threads=1)


def finish(
    work: Work,
    measured: list[Measured],
    latencies: dict[str, Latency],
    folder: Path,
    notes: tuple[str, ...],
    worse: tuple[Robustness, ...],
) -> None:
    """Write ``report.json``, every test answer, and pictures of the examples that somebody got wrong."""
    dataset, context = work.dataset, work.context
    teacher = next((row.logits for row in measured if row.variant == "teacher"), None)
    evaluations: dict[str, Evaluation] = {
        row.variant: evaluate(row.logits, dataset.test.labels, dataset.labels, "test", teacher) for row in measured
    }
    _write_answers(work, measured)
    report = Report(
        rows=tuple(_row(row, evaluations[row.variant], latencies, context.folder.path) for row in measured),
        evaluations=evaluations,
        export_dir=str(folder),
        labels=dataset.labels,
        seconds=context.seconds(),
        notes=notes,
        robustness=worse,
        gain=_gain(measured, dataset.test.labels),
    )
    write_json(context, "report", report)


def _gain(measured: list[Measured], labels: NDArray[np.int64]) -> Difference | None:
    """The distilled student against the student alone, where there is one."""
    right = {row.variant: row.logits.argmax(1) == labels for row in measured}
    if "control" not in right or "student" not in right:
        return None
    alone, distilled = right["control"], right["student"]
    won, lost = int(np.sum(distilled & ~alone)), int(np.sum(alone & ~distilled))
    return Difference(examples=len(labels), won=won, lost=lost)


def redeliver(work: Work, source: RunFolder, exported: ExportResult, parameters: int, seconds: float) -> None:
    """Write the ``report.json`` of a later export: networks as their run measured them, files as measured now."""
    dataset, folder = work.dataset, work.context.folder.path
    earlier = record.report(source)
    rows = [row for row in earlier.rows if row.variant in ("teacher", "control", "student")] if earlier else []
    teacher = recorded_answers(source, dataset.test.ids)
    latencies = _latencies(work, None, exported)
    evaluations = dict(earlier.evaluations) if earlier else {}
    for variant, file in _listed(exported):
        row = Measured(variant, file.logits["test"], file.size_bytes, parameters, file.path)
        found = evaluate(row.logits, dataset.test.labels, dataset.labels, "test", teacher)
        evaluations[row.variant] = found
        rows.append(_row(row, found, latencies, folder))
    report = Report(
        rows=tuple(rows),
        evaluations=evaluations,
        export_dir=str(exported.folder),
        labels=dataset.labels,
        seconds=seconds,
        notes=exported.notes,
        gain=earlier.gain if earlier else None,
    )
    write_json(work.context, "report", report)


def recorded_answers(source: RunFolder, ids: Sequence[str]) -> NDArray[np.float32] | None:
    """What the teacher of a run answered to these very test examples, where that is on record."""
    path = source.artifacts / "predictions.npz"
    if not path.exists():
        return None
    with np.load(path) as answers:
        known = "teacher_logits" in answers and answers["ids"].tolist() == list(ids)
        return answers["teacher_logits"] if known else None


def _row(row: Measured, evaluation: Evaluation, latencies: dict[str, Latency], folder: Path) -> Row:
    timed = latencies.get("fp32" if row.variant in ("control", "student") else row.variant)
    return Row(
        variant=row.variant,
        title=_TITLES[row.variant],
        accuracy=evaluation.accuracy,
        size_bytes=row.size_bytes,
        parameters=row.parameters,
        latency_ms=timed.median_ms if timed else None,
        latency_p95_ms=timed.p95_ms if timed else None,
        agreement=evaluation.agreement,
        path=_relative(row.path, folder) if row.path else "",
    )


def _relative(path: Path, folder: Path) -> str:
    """A path inside the job folder from there, so that the folder can be moved."""
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)


def _write_answers(work: Work, measured: list[Measured]) -> None:
    """``predictions.npz`` (logits by variant, labels, ids, traits), ``test/<row>.png`` for what is worth looking at."""
    test, artifacts = work.dataset.test, work.context.folder.artifacts
    buffer = io.BytesIO()
    columns = {f"{row.variant}_logits": row.logits for row in measured}
    columns |= {f"trait_{name}": values for name, values in traits.traits(test).items()}
    beside = traits.columns(work.recipe, test)
    columns |= {f"column_{name}": np.array(values, dtype=np.str_) for name, values in beside.items()}
    np.savez_compressed(buffer, **columns, labels=test.labels, ids=np.array(list(test.ids), dtype=np.str_))  # type: ignore[arg-type] # numpy types the keywords as its flag
    write_atomic(artifacts / "predictions.npz", buffer.getvalue())
    announce(work.context, "predictions", artifacts / "predictions.npz")
    order = worth_showing([row.logits for row in measured], test.labels)[:_SHOWN]
    shown = {int(i): show(work.dataset, test, int(i), artifacts / "test") for i in order}
    write_json(work.context, "mistakes", {str(i): {"image": image, "text": text} for i, (image, text) in shown.items()})


def worth_showing(logits: Sequence[NDArray[np.float32]], labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """All rows, those first that a person will look for: logits ``(N, C)`` of every model, the delivered one last.

    First the delivered model's mistakes, the surest of them first, then those of the others, then what is right,
    the surest of every class in turn.
    """
    chances = softmax(logits[-1])
    sure, guess = chances.max(axis=1), chances.argmax(axis=1)
    wrong = np.any([found.argmax(1) != labels for found in logits], axis=0)
    group = np.where(guess != labels, 0, np.where(wrong, 1, 2))
    place = np.zeros(len(labels))  # how many of the same class and group are surer
    for label in np.unique(labels):
        rows = np.flatnonzero((labels == label) & (group == 2))
        place[rows[np.argsort(-sure[rows], kind="stable")]] = np.arange(len(rows))
    order: NDArray[np.int64] = np.lexsort((-sure, place, group))
    return order
