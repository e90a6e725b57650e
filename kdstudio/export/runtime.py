"""A KD Studio model file in use: what it takes, what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
from kdstudio.engine.probabilities import softmax
from kdstudio.engine.timing import timed
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
        found = metadata.of_onnx(load_checked(path), path) if path.suffix != ".ort" else None
        session = ort.session(path, threads=threads)
        found = found or metadata.of_entries(session.get_modelmeta().custom_metadata_map, path)
        input = found.input
        if isinstance(input, TextInput):
            input = msgspec.structs.replace(input, tokenizer=metadata.tokenizer_beside(path, found))
        return cls(path, session, found.task, input, found.labels)

    def logits(self, inputs: Feed) -> NDArray[np.float32]:
        """Logits ``(N, C)`` of N examples, run in batches."""
        count = len(next(iter(inputs.values())))
        starts = range(0, count, _BATCH)
        pad = self.input.pad_id if isinstance(self.input, TextInput) else 0
        return run(self.session, ({name: a[i : i + _BATCH] for name, a in inputs.items()} for i in starts), pad)

    def predict(self, raw: Sequence[str]) -> Predictions:
        """Answers for raw inputs: paths of images, or texts. One that cannot be read gets its problem said."""
        return Predictions(model=str(self.path), items=tuple(self._answer(text) for text in raw))

    def _answer(self, text: str) -> Prediction:
        try:
            feed = tasks.get(self.task).encode(self.input, [text])
        except KDError as error:
            return Prediction(input=text, problem=str(error))
        logits, taken = timed(lambda: self.logits(feed))
        chances = softmax(logits)[0]
        best = np.argsort(-chances, kind="stable")[:_TOP]
        scores = tuple((self.labels[i], float(chances[i])) for i in best)
        return Prediction(input=text, label=scores[0][0], scores=scores, milliseconds=taken)


def predict(model: Path, raw: Sequence[str]) -> Predictions:
    """Answers of a model file, for ``kdstudio predict``."""
    return OnnxModel.open(model).predict(raw)


def run(session: ort.Session, feeds: Iterable[Feed], pad: int = 0) -> NDArray[np.float32]:
    """The first output ``(N, C)`` over all batches; raises ``MODEL_MISMATCH`` where the model refuses them.

    A model with fixed shapes gets them :func:`fitted`; ``pad`` is the token that fills up a text.
    """
    try:
        parts = [session.run(None, part)[0] for feed in feeds for part in fitted(session, feed, pad)]
    except Exception as error:  # onnxruntime has a dozen error classes without a common base
        detail = str(error).strip().partition("\n")[0][:300]
        raise KDError(
            Code.MODEL_MISMATCH, f"The model does not take these inputs: {detail}", "Use inputs of the kind it learnt."
        ) from error
    return np.concatenate(parts).astype(np.float32, copy=False)


def fitted(session: ort.Session, feed: Feed, pad: int) -> Iterator[Feed]:
    """A batch as the model’s shapes want it: cut where its batch is fixed, filled up where its length is."""
    shapes = {entry.name: entry.shape for entry in session.get_inputs()}
    known = {name: values for name, values in feed.items() if name in shapes}
    batch, rows = next(iter(shapes.values()))[0], len(next(iter(known.values())))
    for name, values in known.items():
        wanted = shapes[name][1] if values.ndim == 2 else None
        if isinstance(wanted, int) and wanted > values.shape[1]:
            fill = pad if name == "input_ids" else 0
            known[name] = np.pad(values, ((0, 0), (0, wanted - values.shape[1])), constant_values=fill)
    if not isinstance(batch, int) or batch == rows:
        yield known
        return
    for start in range(0, rows, batch):
        yield {name: values[start : start + batch] for name, values in known.items()}
