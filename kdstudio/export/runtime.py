"""A KD Studio model file in use: what it takes, what it answers."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import InputSpec, TextInput
from kdstudio.core.prediction import Prediction, Predictions
from kdstudio.core.recipe import TaskKind
from kdstudio.engine import ort, tasks
from kdstudio.engine.onnx_safety import load_checked
from kdstudio.export import metadata
from kdstudio.export.feeds import Feed

_TOP = 5
_BATCH = 32


@dataclass(frozen=True)
class OnnxModel:
    """An exported file, opened. ``labels`` are in the order of the logits."""

    path: Path
    session: ort.Session
    task: TaskKind
    input: InputSpec
    labels: tuple[str, ...]

    @classmethod
    def open(cls, path: Path, *, threads: int = 0) -> OnnxModel:
        """Open a file that KD Studio exported.

        Raises ``MODEL_NOT_FOUND``, ``MODEL_DAMAGED``, or ``MODEL_FORMAT`` for a file without KD Studio’s metadata and
        for one that keeps its weights outside its folder.
        """
        found = metadata.read(load_checked(path), path)
        input = found.input
        if isinstance(input, TextInput):
            input = msgspec.structs.replace(input, tokenizer=metadata.tokenizer_beside(path, found))
        return cls(path, ort.session(path, threads=threads), found.task, input, found.labels)

    def logits(self, inputs: Feed) -> NDArray[np.float32]:
        """Logits ``(N, C)`` of N examples, run in batches."""
        count = len(next(iter(inputs.values())))
        starts = range(0, count, _BATCH)
        return run(self.session, ({name: a[i : i + _BATCH] for name, a in inputs.items()} for i in starts))

    def predict(self, raw: Sequence[str]) -> Predictions:
        """Answers for raw inputs: paths of images, or texts. One that cannot be read gets its problem said."""
        return Predictions(model=str(self.path), items=tuple(self._answer(text) for text in raw))

    def _answer(self, text: str) -> Prediction:
        try:
            feed = tasks.get(self.task).encode(self.input, [text])
        except KDError as error:
            return Prediction(input=text, problem=str(error))
        start = time.perf_counter()
        chances = softmax(self.logits(feed))[0]
        taken = 1000 * (time.perf_counter() - start)
        best = np.argsort(-chances, kind="stable")[:_TOP]
        scores = tuple((self.labels[i], float(chances[i])) for i in best)
        return Prediction(input=text, label=scores[0][0], scores=scores, milliseconds=taken)


def predict(model: Path, raw: Sequence[str]) -> Predictions:
    """Answers of a model file, for ``kdstudio predict``."""
    return OnnxModel.open(model).predict(raw)


def run(session: ort.Session, feeds: Iterable[Feed]) -> NDArray[np.float32]:
    """The first output ``(N, C)`` over all batches; raises ``MODEL_MISMATCH`` where the model refuses them."""
    names = {entry.name for entry in session.get_inputs()}
    try:
        parts = [session.run(None, {k: v for k, v in feed.items() if k in names})[0] for feed in feeds]
    except Exception as error:  # onnxruntime has a dozen error classes without a common base
        detail = str(error).strip().partition("\n")[0][:300]
        raise KDError(
            Code.MODEL_MISMATCH, f"The model does not take these inputs: {detail}", "Use inputs of the kind it learnt."
        ) from error
    return np.concatenate(parts).astype(np.float32, copy=False)


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities of each row of ``(N, C)``."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    result: NDArray[np.float32] = powers / powers.sum(axis=1, keepdims=True)
    return result
