"""Measuring a classifier on a split."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support
from torch import Tensor, nn

from kdstudio.core.inputs import InputSpec
from kdstudio.core.metrics import ClassScore, Evaluation
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.device import Runtime
from kdstudio.engine.models.teacher import Query, Teacher
from kdstudio.engine.probabilities import calibration_error, softmax
from kdstudio.engine.progress import Reporter, Silent
from kdstudio.engine.tasks import Task

_BATCH = 256


def logits_of(
    model: nn.Module,
    task: Task,
    examples: Examples,
    input: InputSpec,
    runtime: Runtime,
    reporter: Reporter | None = None,
) -> NDArray[np.float32]:
    """Logits float32 ``(N, C)`` of unchanged examples, in evaluation mode."""
    was_training = model.training
    model.eval()
    with torch.inference_mode():
        parts = [
            model(**inputs).float().cpu().numpy()
            for inputs, _ in _batches(task, examples, input, runtime, reporter or Silent())
        ]
    model.train(was_training)
    return np.concatenate(parts)


def teacher_logits(
    teacher: Teacher, task: Task, dataset: Dataset, examples: Examples, runtime: Runtime, reporter: Reporter
) -> NDArray[np.float32]:
    """A teacher's logits float32 ``(N, C)`` for unchanged examples, wherever it comes from."""
    return np.concatenate(
        [
            teacher.logits(Query(inputs, examples, index)).cpu().numpy()
            for inputs, index in _batches(task, examples, dataset.input, runtime, reporter)
        ]
    )


def _batches(
    task: Task, examples: Examples, input: InputSpec, runtime: Runtime, reporter: Reporter
) -> Iterator[tuple[dict[str, Tensor], NDArray[np.int64]]]:
    for start in range(0, len(examples), _BATCH):
        index = np.arange(start, min(start + _BATCH, len(examples)))
        yield runtime.place_inputs(task.batch(examples, index, input, None)), index
        reporter.progress(int(index[-1]) + 1, len(examples), "examples")


def accuracy_of(logits: NDArray[np.float32], labels: NDArray[np.int64]) -> float:
    """Share of examples whose largest logit is the label's."""
    return float((logits.argmax(1) == labels).mean())


def evaluate(
    logits: NDArray[np.float32],
    labels: NDArray[np.int64],
    names: Sequence[str],
    split: str,
    teacher: NDArray[np.float32] | None = None,
) -> Evaluation:
    """Everything the results page shows of one model on one split.

    Args:
        logits: ``(N, C)``.
        labels: ``(N,)``.
        names: the C class names.
        split: name of the split.
        teacher: the teacher's logits ``(N, C)``, for the agreement.
    """
    guess = logits.argmax(1)
    probabilities = softmax(logits)
    everything = list(range(len(names)))
    precision, recall, f1, support = precision_recall_fscore_support(labels, guess, labels=everything, zero_division=0)
    matrix = confusion_matrix(labels, guess, labels=everything)
    error, reliability = calibration_error(probabilities, labels)
    own = np.clip(probabilities[np.arange(len(labels)), labels], 1e-12, 1)
    return Evaluation(
        split=split,
        examples=len(labels),
        accuracy=float((guess == labels).mean()),
        loss=float(-np.log(own).mean()),
        calibration_error=error,
        agreement=None if teacher is None else float((guess == teacher.argmax(1)).mean()),
        classes=tuple(
            ClassScore(name=name, precision=float(p), recall=float(r), f1=float(f), support=int(s))
            for name, p, r, f, s in zip(names, precision, recall, f1, support, strict=True)
        ),
        confusion=tuple(tuple(int(cell) for cell in row) for row in matrix),
        reliability=reliability,
    )
