"""How every model does on test examples made worse: a student may lose here what clean test data does not show."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.metrics import Robustness
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.evaluate import accuracy_of
from kdstudio.engine.progress import Reporter
from kdstudio.engine.tasks import Task

_MOST = 500

Ask = Callable[[Examples], NDArray[np.float32]]


def robustness(asks: Mapping[str, Ask], task: Task, dataset: Dataset, reporter: Reporter) -> tuple[Robustness, ...]:
    """Accuracy of every model on at most 500 evenly chosen test examples, clean and in each worse form.

    Args:
        asks: by variant, a function from examples to logits ``(N, C)``.
        task: knows the ways in which its examples can be made worse.
        dataset: its test split is used.
        reporter: told how far it is.
    """
    test = dataset.test
    chosen = np.linspace(0, len(test) - 1, min(_MOST, len(test))).round().astype(np.int64)
    rows = chosen if test.rows is None else test.rows[chosen]
    sample = Examples(test.arrays, test.labels[chosen], [test.ids[int(i)] for i in chosen], rows)
    kinds = {"": "As they are", **task.corruptions}
    found = []
    for number, (name, title) in enumerate(kinds.items()):
        worse = task.corrupt(name, sample, dataset.input) if name else sample
        accuracy = {variant: accuracy_of(ask(worse), sample.labels) for variant, ask in asks.items()}
        found.append(Robustness(name=name or "clean", title=title, examples=len(sample), accuracy=accuracy))
        reporter.progress(number + 1, len(kinds), "corruptions")
    return tuple(found)
