"""A teacher in an ONNX file of any framework, run by ONNX Runtime on the CPU."""

from __future__ import annotations

import hashlib
import json
import math
import re
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError, first_line
from kdstudio.core.inputs import ImageInput, InputSpec
from kdstudio.core.recipe import TeacherSpec
from kdstudio.engine import onnx_safety, ort
from kdstudio.engine.memory import require_memory
from kdstudio.engine.models import answers, classes, scan
from kdstudio.engine.models.onnx_feeds import Arrays, Feed, ImageFeed, TextFeed, port
from kdstudio.engine.models.teacher import Query
from kdstudio.runs.files import sha256

_OWN = "kdstudio."
_NAMES = ("names", "labels", "classes", "class_names", "id2label")
_LONGEST = 1 << 20
_PAIR = re.compile(r"""(\d+)\s*:\s*(?:'([^']*)'|"([^"]*)")""")


class OnnxTeacher:
    """See :class:`kdstudio.engine.models.teacher.Teacher`.

    The file may have a fixed batch, either order of axes, logits or probabilities, one answer for two classes, and
    images of another size, colour or normalisation than the student's.
    """

    module: nn.Module | None = None
    sees_views = True

    def __init__(self, path: Path, spec: TeacherSpec, data: InputSpec, labels: tuple[str, ...]) -> None:
        """Raises what :func:`open_checked` raises, or ``MODEL_MISMATCH`` where file and data do not fit."""
        model = open_checked(path)
        about = _own_metadata(model)
        self.path = path
        self.title = f"The teacher {path.name}"
        self.parameters: int | None = sum(math.prod(tensor.dims) for tensor in model.graph.initializer)
        self.size_bytes: int | None = path.stat().st_size + _external_bytes(path, model)
        self.fingerprint = hashlib.sha256(f"{_content(path, model)} {spec!r} {labels}".encode()).hexdigest()
        self._spec, self._labels = spec, labels
        self._names = spec.classes or tuple(about.get("labels", ())) or _foreign_names(model)
        self.named = bool(self._names)
        self._session = ort.session(path, threads=torch.get_num_threads())
        ports = [port(found.name, found.shape, found.type, path.name) for found in self._session.get_inputs()]
        self._batch = next((port.shape[0] for port in ports if port.shape and port.shape[0]), None)
        self._feed: Feed
        if isinstance(data, ImageInput):
            self._feed = ImageFeed(ports, data, spec, about.get("input", {}), self.title)
        else:
            self._feed = TextFeed(ports, data, self.title)
        self._reading: answers.Reading | None = None
        self._order: Tensor | None = None

    def logits(self, query: Query) -> Tensor:
        """Logits float32 ``(B, C)``, on the device of the inputs."""
        device = next(iter(query.inputs.values())).device
        rows = self._run(self.feed(query.inputs))
        if self._reading is None:
            self._reading = answers.reading(self._spec.output, rows)
            self._order = classes.order(self._names, self._reading.columns(rows), self._labels, self.title)
        logits = torch.from_numpy(self._reading.logits(rows))
        return (logits if self._order is None else logits[:, self._order]).to(device)

    def feed(self, inputs: dict[str, Tensor]) -> Arrays:
        """The student's inputs as the file takes them, by input name."""
        return self._feed(inputs)

    def _run(self, feed: Arrays) -> NDArray[np.float32]:
        count = len(next(iter(feed.values())))
        size = self._batch or count
        parts = [
            self._once({name: _rows(a, start, size) for name, a in feed.items()}) for start in range(0, count, size)
        ]
        return np.concatenate(parts)[:count]

    def _once(self, feed: Arrays) -> NDArray[np.float32]:
        try:
            found = self._session.run(None, feed)
        except Exception as error:  # onnxruntime has a dozen error classes without a common base
            raise KDError(
                Code.MODEL_MISMATCH,
                f"{self.title} does not take this data: {first_line(error)}.",
                "Check its input size and axes, and the tokenizer of the data.",
            ) from error
        tables = [table for value in found if (table := _table(value, len(next(iter(feed.values()))))) is not None]
        wanted = len(self._names or self._labels)
        for table in sorted(tables, key=lambda table: table.shape[1] != wanted):
            return table
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{self.title} does not answer with one row of numbers for each example.",
            "Export the classifier with its head, and without a post-processing that picks labels.",
        )


def _table(value: Any, count: int) -> NDArray[np.float32] | None:
    """An output as one row of numbers for each example, or None where it is something else, such as a picked label."""
    if not isinstance(value, np.ndarray) or value.dtype.kind != "f" or value.shape[:1] != (count,) or not value.size:
        return None
    flat = value.reshape(count, -1)
    return flat.astype(np.float32) if flat.shape[1] == max(value.shape[1:], default=1) else None


def open_checked(path: Path) -> onnx.ModelProto:
    """Parse the file without its weights, refusing code, data outside its folder, and what memory cannot hold."""
    if scan.kind_of(path) != "other":
        raise KDError(
            Code.MODEL_FORMAT,
            f"{path.name} is a file of weights, not an ONNX model.",
            "Choose the teacher kind “checkpoint” for it.",
        )
    require_memory(path.stat().st_size, path)
    model = onnx_safety.load_checked(path)
    require_memory(path.stat().st_size + _external_bytes(path, model), path)
    return model


def _places(path: Path, model: onnx.ModelProto) -> list[Path]:
    """The files with weights beside the model."""
    entries = [entry for tensor in onnx_safety.tensors(model) for entry in tensor.external_data]
    return [path.parent / name for name in sorted({entry.value for entry in entries if entry.key == "location"})]


def _external_bytes(path: Path, model: onnx.ModelProto) -> int:
    return sum(place.stat().st_size for place in _places(path, model))


def _content(path: Path, model: onnx.ModelProto) -> str:
    return " ".join(sha256(place) for place in (path, *_places(path, model)))


def _own_metadata(model: onnx.ModelProto) -> dict[str, Any]:
    """What a file that was exported here says about itself."""
    found = {}
    for entry in model.metadata_props:
        if entry.key.startswith(_OWN):
            try:
                found[entry.key.removeprefix(_OWN)] = json.loads(entry.value)
            except ValueError:
                continue
    return found


def _foreign_names(model: onnx.ModelProto) -> tuple[str, ...]:
    """Class names that another exporter wrote into the file: a JSON list, or a map from numbers as Ultralytics has."""
    for entry in model.metadata_props:
        if entry.key.casefold() in _NAMES and len(entry.value) <= _LONGEST:
            try:
                found = json.loads(entry.value)
            except ValueError:
                pairs = _PAIR.findall(entry.value)
                found = {int(number): first or second for number, first, second in pairs}
            if isinstance(found, dict) and found and all(str(key).isdecimal() for key in found):
                found = [found[key] for key in sorted(found, key=int)]
            if isinstance(found, list) and found and all(isinstance(name, str) for name in found):
                return tuple(found)
    return ()


def _rows(array: NDArray[Any], start: int, size: int) -> NDArray[Any]:
    """``size`` rows from ``start``, the last one repeated where there are fewer."""
    part = array[start : start + size]
    return np.concatenate([part, part[-1:].repeat(size - len(part), 0)]) if len(part) < size else part
