"""What the teacher and every exported file of a finished run say to a person's own inputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
from kdstudio.engine.timing import timed
from kdstudio.export.runtime import OnnxModel
from kdstudio.runs import record
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace
from kdstudio.worker.context import Context

_TOP = 5


@dataclass(frozen=True)
class SideBySide:
    """A run's models, opened. ``teacher`` is None where it is a file of predictions, which knows only its examples."""

    teacher: AskedTeacher | None
    files: dict[str, OnnxModel]

    @classmethod
    def of(cls, source: RunFolder, context: Context) -> SideBySide:
        """Load the models of a finished run; raises ``RUN_NOT_READY`` when it has no report."""
        report = record.report(source)
        if report is None:
            raise KDError(Code.RUN_NOT_READY, f"{source.path.name} has no results yet.", "Let it finish, or resume it.")
        files: dict[str, OnnxModel] = {
            row.variant: OnnxModel.open(source.path / row.path) for row in report.rows if row.path
        }
        if source.recipe().teacher.kind == "predictions":
            return cls(None, files)
        return cls(AskedTeacher.of(source, context), files)

    def warm_up(self) -> None:
        """Run everything once: the first call of a network or session is slower than all that follow."""
        if self.teacher is not None:
            self.teacher.warm_up()
        for model in self.files.values():
            sample = tasks.get(model.task).sample(model.input, 1)
            model.logits({name: tensor.numpy() for name, tensor in sample.items()})

    def answer(self, raw: Sequence[str]) -> dict[str, Predictions]:
        """Answers by variant, the teacher's first."""
        found = {} if self.teacher is None else {"teacher": self.teacher.predict(raw)}
        return found | {variant: model.predict(raw) for variant, model in self.files.items()}


@dataclass(frozen=True)
class AskedTeacher:
    """A run's teacher with what it needs to take raw inputs."""

    teacher: Teacher
    task: Task
    dataset: Dataset

    @classmethod
    def of(cls, source: RunFolder, context: Context) -> AskedTeacher:
        """The network that the run trained, or the one that its recipe names."""
        recipe = source.recipe()
        task = tasks.get(recipe.task)
        dataset = task.load(recipe, Workspace().cache, context)
        place = source.artifacts / "models" / "teacher"
        if saved.is_saved(place):
            module = saved.load(place).module
            return cls(ModuleTeacher(module, "Teacher", fingerprint(module)), task, dataset)
        return cls(sources.load_teacher(recipe, dataset, task, torch.device("cpu")), task, dataset)

    def warm_up(self) -> None:
        """Run it once."""
        self._logits(self.task.sample(self.dataset.input, 1))

    def predict(self, raw: Sequence[str]) -> Predictions:
        """Its answers, with the time of each."""
        return Predictions(model=self.teacher.title, items=tuple(map(self._one, raw)))

    def _one(self, text: str) -> Prediction:
        try:
            encoded = self.task.encode(self.dataset.input, [text])
        except KDError as error:
            return Prediction(input=text, problem=str(error))
        inputs = {name: torch.from_numpy(array) for name, array in encoded.items()}
        logits, taken = timed(lambda: self._logits(inputs))
        chances = softmax(logits.numpy())[0]
        best = np.argsort(-chances, kind="stable")[:_TOP]
        scores = tuple((self.dataset.labels[i], float(chances[i])) for i in best)
        return Prediction(input=text, label=scores[0][0], scores=scores, milliseconds=taken)

    def _logits(self, inputs: dict[str, torch.Tensor]) -> torch.Tensor:
        return self.teacher.logits(Query(inputs, self.dataset.test, np.zeros(1, dtype=np.int64)))
