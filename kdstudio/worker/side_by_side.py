"""What the teacher and every exported file of a finished run say to a person's own inputs."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
import torch

from kdstudio.core.errors import Code, KDError
from kdstudio.core.prediction import Prediction, Predictions
from kdstudio.engine import tasks
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.models import saved, sources
from kdstudio.engine.models.teacher import ModuleTeacher, Query, Teacher, fingerprint
from kdstudio.engine.probabilities import softmax
from kdstudio.engine.tasks import Task
from kdstudio.export.runtime import OnnxModel
from kdstudio.runs import record
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace
from kdstudio.worker.context import Context

_TOP = 5


def answer(source: RunFolder, raw: Sequence[str], context: Context) -> dict[str, Predictions]:
    """Answers by variant; raises ``RUN_NOT_READY`` when the run has no report.

    A teacher that is a file of predictions knows only the examples in it, so it is left out.
    """
    report = record.report(source)
    if report is None:
        raise KDError(Code.RUN_NOT_READY, f"{source.path.name} has no results yet.", "Let it finish, or resume it.")
    found: dict[str, Predictions] = {}
    recipe = source.recipe()
    if recipe.teacher.kind != "predictions":
        task = tasks.get(recipe.task)
        dataset = task.load(recipe, Workspace().cache, context)
        found["teacher"] = _ask(_teacher(source, dataset, task), dataset, task, raw)
    for row in report.rows:
        if row.path:
            model = OnnxModel.open(source.path / row.path)
            model.predict(raw[:1])  # the first call of a session is slower than all that follow
            found[row.variant] = model.predict(raw)
    return found


def _teacher(source: RunFolder, dataset: Dataset, task: Task) -> Teacher:
    place = source.artifacts / "models" / "teacher"
    if saved.is_saved(place):
        module = saved.load(place).module
        return ModuleTeacher(module, "Teacher", fingerprint(module))
    return sources.load_teacher(source.recipe(), dataset, task, torch.device("cpu"))


def _ask(teacher: Teacher, dataset: Dataset, task: Task, raw: Sequence[str]) -> Predictions:
    return Predictions(model=teacher.title, items=tuple(_one(teacher, dataset, task, text) for text in raw))


def _one(teacher: Teacher, dataset: Dataset, task: Task, text: str) -> Prediction:
    try:
        encoded = task.encode(dataset.input, [text])
    except KDError as error:
        return Prediction(input=text, problem=str(error))
    inputs = {name: torch.from_numpy(array) for name, array in encoded.items()}
    query = Query(inputs, dataset.test, np.zeros(1, dtype=np.int64))
    teacher.logits(query)  # the first call of a network is slower than all that follow
    start = time.perf_counter()
    logits = teacher.logits(query)
    taken = 1000 * (time.perf_counter() - start)
    chances = softmax(logits.numpy())[0]
    best = np.argsort(-chances, kind="stable")[:_TOP]
    scores = tuple((dataset.labels[i], float(chances[i])) for i in best)
    return Prediction(input=text, label=scores[0][0], scores=scores, milliseconds=taken)
