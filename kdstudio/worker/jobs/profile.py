"""Measure the recipe's models on its data for a few seconds and write ``artifacts/profile.json``."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import numpy as np
import psutil
import torch
from numpy.typing import NDArray
from torch import nn

from kdstudio.core.errors import KDError
from kdstudio.core.job import ProfileJob
from kdstudio.core.profile import SURE, Dispute, Measured, Profile
from kdstudio.core.recipe import Recipe, StudentSpec
from kdstudio.engine import answers, speed, tasks
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.device import choose_device, settle
from kdstudio.engine.evaluate import teacher_logits
from kdstudio.engine.models import classes, figures, sources
from kdstudio.engine.models.teacher import ModuleTeacher, Teacher
from kdstudio.engine.probabilities import softmax
from kdstudio.engine.speed import Bench
from kdstudio.export.sketch import latency_ms
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace
from kdstudio.worker.artifacts import write_json
from kdstudio.worker.context import Context

_ASKED, _LISTED = 1000, 100


def run(job: ProfileJob, folder: RunFolder, context: Context) -> None:
    """Measure the recipe's teacher and student, then the architectures asked for.

    An architecture that cannot take the data is left out, with a notice.
    """
    recipe = folder.recipe()
    context.phase("data")
    task = tasks.get(recipe.task)
    dataset = task.load(recipe, Workspace().cache, context)
    process = psutil.Process()
    opened = time.time()
    context.phase("measure")
    total = 2 + len(job.architectures)
    context.progress(0, total, "models")
    device = choose_device(recipe.runtime.device, context)
    # a file that cannot teach is said before anything is measured
    given = None if recipe.teacher.kind == "train" else sources.load_teacher(recipe, dataset, task, device)
    begun = time.monotonic()
    torch.manual_seed(recipe.plan.seed)
    student = sources.new(recipe.student, dataset).module
    index = np.arange(min(recipe.plan.micro_batch or recipe.plan.batch_size, len(dataset.train)))
    runtime = settle(recipe.runtime, student, lambda: task.batch(dataset.train, index, dataset.input, None), context)
    settled = time.monotonic()
    bench = Bench(task, dataset, recipe.plan, runtime)
    found = Profile(
        input=figures.describe(dataset.input),
        classes=len(dataset.labels),
        train=len(dataset.train),
        validation=len(dataset.validation),
        test=len(dataset.test),
        threads=runtime.threads,
        start_seconds=max(0.0, opened - process.create_time()),
        settle_seconds=settled - begun,
        student=_trained(bench, recipe.student.architecture, student),
    )
    context.progress(1, total, "models")
    if given is None:
        changes = _teacher_trained_here(recipe, bench, context)
    else:
        views = answers.Views.of(task, recipe.plan, given)
        changes = _given(bench, given, context)
        changes["cached_views"] = answers.cached_views(given, dataset, views, Workspace().cache / "answers")
    context.progress(2, total, "models")
    architectures = tuple(_others(job.architectures, bench, context, total))
    changes |= {"architectures": architectures, "peak_bytes": process.memory_info().rss}
    write_json(context, "profile", msgspec.structs.replace(found, **changes))


def _teacher_trained_here(recipe: Recipe, bench: Bench, context: Context) -> dict[str, Any]:
    """A teacher that will be trained first, with the threads that suit it."""
    module = sources.new(recipe.teacher, bench.dataset).module
    plan, begun = recipe.teacher_plan, time.monotonic()
    query = bench.batch(augmented=False)
    runtime = settle(recipe.runtime, module, lambda: query.inputs, context)
    settled = time.monotonic() - begun
    longer = Bench(bench.task, bench.dataset, plan, runtime)
    return {"teacher": _trained(longer, recipe.teacher.architecture, module), "teacher_settle_seconds": settled}


def _sized(bench: Bench, name: str, module: nn.Module, **times: float) -> Measured:
    counted = figures.figures(module, bench.dataset.input)
    return Measured(
        name=name,
        parameters=counted.parameters,
        size_bytes=counted.size_bytes,
        multiply_adds=counted.multiply_adds,
        latency_ms=latency_ms(module, bench.task, bench.dataset.input),
        **times,
    )


def _trained(bench: Bench, name: str, module: nn.Module) -> Measured:
    """A network that is trained here."""
    step, forward = speed.step_seconds(bench, module), speed.forward_seconds(bench, module)
    times = {"step_seconds": step, "forward_seconds": forward, **_asked(bench, ModuleTeacher(module, name, ""))}
    return _sized(bench, name, module, **times)


def _asked(bench: Bench, teacher: Teacher) -> dict[str, float]:
    """Seconds for one example, as it is and augmented."""
    return {
        "answer_seconds": speed.answer_seconds(bench, teacher),
        "view_seconds": speed.answer_seconds(bench, teacher, augmented=True),
    }


def _given(bench: Bench, teacher: Teacher, context: Context) -> dict[str, Any]:
    """A teacher that is there already: its speed, and how well it knows this data."""
    dataset = bench.dataset
    asked = _some(dataset.validation)
    logits = teacher_logits(teacher, bench.task, dataset, asked, bench.runtime, context)
    right: NDArray[np.bool_] = logits.argmax(1) == asked.labels
    recall = [_mean(right[asked.labels == number]) for number in range(len(dataset.labels))]
    times = _asked(bench, teacher)
    measured = (
        _sized(bench, teacher.title, teacher.module, **times)
        if teacher.module is not None
        else Measured(
            name=teacher.title,
            parameters=teacher.parameters or 0,
            size_bytes=teacher.size_bytes or 0,
            multiply_adds=0,
            **times,
        )
    )
    order, best = ((), 0.0) if teacher.named else classes.likely(logits, asked.labels, dataset.labels)
    disputes = [] if order else _disputes(logits, asked, dataset.labels)
    return {
        "teacher": measured,
        "teacher_accuracy": float(right.mean()),
        "teacher_recall": tuple(recall),
        "teacher_order": order,
        "order_accuracy": best,
        "teacher_asked": len(asked),
        "disputed": len(disputes),
        "disputes": tuple(disputes[:_LISTED]),
    }


def _disputes(logits: NDArray[np.float32], asked: Examples, names: Sequence[str]) -> list[Dispute]:
    """Examples where the teacher is sure of another class than the label says, the surest first."""
    chances = softmax(logits)
    guess, sure = logits.argmax(1), chances.max(1)
    wrong = np.flatnonzero((guess != asked.labels) & (sure >= SURE))
    return [
        Dispute(
            id=asked.ids[int(row)],
            label=names[asked.labels[row]],
            teacher=names[guess[row]],
            confidence=float(sure[row]),
        )
        for row in wrong[np.argsort(-sure[wrong], kind="stable")]
    ]


def _some(examples: Examples) -> Examples:
    """At most a thousand examples, evenly spread, so that the question stays short."""
    chosen = np.linspace(0, len(examples) - 1, min(len(examples), _ASKED)).astype(np.int64)
    rows = chosen if examples.rows is None else examples.rows[chosen]
    return Examples(examples.arrays, examples.labels[chosen], [examples.ids[int(i)] for i in chosen], rows)


def _mean(right: NDArray[np.bool_]) -> float | None:
    return float(right.mean()) if len(right) else None


def _others(names: tuple[str, ...], bench: Bench, context: Context, total: int) -> Iterator[Measured]:
    """Size and latency of architectures with their default settings."""
    for number, name in enumerate(names):
        try:
            module = sources.new(StudentSpec(architecture=name), bench.dataset).module
        except KDError as error:
            context.notice(error.code, error.message, error.hint)
        else:
            yield _sized(bench, name, module)
        context.progress(3 + number, total, "models")
