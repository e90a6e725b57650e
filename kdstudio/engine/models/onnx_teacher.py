"""A teacher in an ONNX file of any framework, run by ONNX Runtime on the CPU."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput, InputSpec, TextInput
from kdstudio.core.recipe import TeacherSpec
from kdstudio.engine import onnx_safety, ort
from kdstudio.engine.models import adapt, answers, classes, scan, weights
from kdstudio.engine.models.teacher import Query
from kdstudio.runs.files import sha256

Arrays = dict[str, NDArray[Any]]

_TYPES: dict[str, Any] = {
    "tensor(float)": np.float32,
    "tensor(float16)": np.float16,
    "tensor(double)": np.float64,
    "tensor(uint8)": np.uint8,
    "tensor(int64)": np.int64,
    "tensor(int32)": np.int32,
}
_OWN = "kdstudio."


@dataclass(frozen=True)
class Port:
    """One input of the file: its name, its sizes (None where any will do) and its number type."""

    name: str
    shape: tuple[int | None, ...]
    type: Any


class Feed(Protocol):
    """Turns the student's inputs into the file's."""

    def __call__(self, inputs: dict[str, Tensor]) -> Arrays:
        """Arrays by input name, B rows each."""


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
        self.title = f"The teacher {path.name}"
        self.parameters: int | None = sum(math.prod(tensor.dims) for tensor in model.graph.initializer)
        self.size_bytes: int | None = path.stat().st_size + _external_bytes(path, model)
        self.fingerprint = hashlib.sha256(f"{_content(path, model)} {spec!r} {labels}".encode()).hexdigest()
        self._spec, self._labels = spec, labels
        self._names = spec.classes or tuple(about.get("labels", ()))
        self._session = ort.session(path, threads=torch.get_num_threads())
        ports = [_port(found.name, found.shape, found.type, path.name) for found in self._session.get_inputs()]
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
        rows = self._run(self._feed(query.inputs))
        if self._reading is None:
            self._reading = answers.reading(self._spec.output, rows)
            self._order = classes.order(self._names, self._reading.columns(rows), self._labels, self.title)
        logits = torch.from_numpy(self._reading.logits(rows))
        return (logits if self._order is None else logits[:, self._order]).to(device)

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
                f"{self.title} does not take this data: {(str(error).strip().splitlines() or ['?'])[0][:300]}",
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
    weights.require_memory(path.stat().st_size, path)
    model = onnx_safety.load_checked(path)
    weights.require_memory(path.stat().st_size + _external_bytes(path, model), path)
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


def _port(name: str, shape: list[Any], type_: str, file: str) -> Port:
    if type_ not in _TYPES:
        raise KDError(
            Code.MODEL_MISMATCH, f"The input “{name}” of {file} is a {type_}, not numbers.", "Export it without it."
        )
    return Port(name, tuple(size if isinstance(size, int) and size > 0 else None for size in shape), _TYPES[type_])


def _rows(array: NDArray[Any], start: int, size: int) -> NDArray[Any]:
    """``size`` rows from ``start``, the last one repeated where there are fewer."""
    part = array[start : start + size]
    return np.concatenate([part, part[-1:].repeat(size - len(part), 0)]) if len(part) < size else part


class ImageFeed:
    """One array of images, in the file's axes, size, colours, normalisation and number type."""

    def __init__(self, ports: list[Port], data: ImageInput, spec: TeacherSpec, own: dict[str, Any], title: str) -> None:
        if len(ports) != 1:
            raise KDError(
                Code.MODEL_MISMATCH,
                f"{title} has {len(ports)} inputs, but the data gives one image.",
                "Export the image classifier alone.",
            )
        self._port = port = ports[0]
        self._last = spec.layout == "nhwc" or (spec.layout == "auto" and _channels_last(port.shape))
        channels, height, width = _sizes(port, data, title, last=self._last)
        mean, std = _normalisation(spec, own, data, channels, title)
        self._whole = port.type is np.uint8  # such a file normalises by itself
        if self._whole:
            mean, std = (0.0,) * channels, (1 / 255,) * channels
        wanted = ImageInput(size=height, channels=channels, mean=mean, std=std)
        self._adapt = adapt.ImageAdapter(data, wanted, (height, width))

    def __call__(self, inputs: dict[str, Tensor]) -> Arrays:
        """Prepare ``pixel_values``."""
        with torch.no_grad():
            images = self._adapt(inputs["pixel_values"].cpu().float())
        if self._whole:
            images = images.round().clamp(0, 255)
        if self._last:
            images = images.permute(0, 2, 3, 1)
        if len(self._port.shape) < 4:
            images = images.flatten(1) if len(self._port.shape) == 2 else images.flatten(1).unflatten(1, self._inner())
        return {self._port.name: np.ascontiguousarray(images.numpy().astype(self._port.type))}

    def _inner(self) -> tuple[int, int]:
        return self._adapt.size


def _channels_last(shape: tuple[int | None, ...]) -> bool:
    return len(shape) == 4 and shape[3] in (1, 3) and shape[1] not in (1, 3)


def _sizes(port: Port, data: ImageInput, title: str, *, last: bool) -> tuple[int, int, int]:
    """Channels, height and width that the file takes, those of the data where it leaves them open."""
    size = data.size
    match (len(port.shape), last):
        case (4, False):
            _, channels, height, width = port.shape
        case (4, True):
            _, height, width, channels = port.shape
        case (3, _):
            (_, height, width), channels = port.shape, 1
        case (2, _):
            channels, height, width = data.channels, size, size
            if port.shape[1] not in (None, channels * size**2):
                raise KDError(
                    Code.MODEL_MISMATCH,
                    f"{title} takes {port.shape[1]:,} numbers, but an image of the data has {channels * size**2:,}.",
                    "Set data.image_size and data.channels to those of the teacher.",
                )
        case _:
            raise KDError(Code.MODEL_MISMATCH, f"{title} does not take images.", "Choose another teacher or task.")
    channels = channels or data.channels
    if channels not in (1, 3):
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{title} takes images of {channels} channels; only gray (1) and RGB (3) are known.",
            "If the order of axes was mistaken, set teacher.layout to nchw or nhwc.",
        )
    return channels, height or size, width or size


def _normalisation(
    spec: TeacherSpec, own: dict[str, Any], data: ImageInput, channels: int, title: str
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    mean = spec.mean or tuple(own.get("mean", ())) or (data.mean if data.channels == channels else data.mean[:1])
    std = spec.std or tuple(own.get("std", ())) or (data.std if data.channels == channels else data.std[:1])
    if {len(mean), len(std)} - {1, channels} or min(std) <= 0:
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{title} takes images of {channels} channels, but is given mean {mean} and standard deviation {std}.",
            "Give one number, or one for each channel, under teacher.mean and teacher.std.",
        )
    return tuple(mean) * (channels // len(mean)), tuple(std) * (channels // len(std))


class TextFeed:
    """``input_ids``, ``attention_mask`` and, where the file asks for them, ``token_type_ids`` of zeros."""

    _KNOWN = ("input_ids", "attention_mask", "token_type_ids")

    def __init__(self, ports: list[Port], data: TextInput, title: str) -> None:
        names = [port.name for port in ports]
        if "input_ids" not in names or any(name not in self._KNOWN for name in names):
            raise KDError(
                Code.MODEL_MISMATCH,
                f"{title} takes the inputs {', '.join(names)}; for texts they are {', '.join(self._KNOWN)}.",
                "Export it with these input names.",
            )
        self._ports = ports
        self._pad = data.pad_id
        self._length = next((port.shape[1] for port in ports if len(port.shape) == 2 and port.shape[1]), None)
        if self._length:
            adapt.require_length(data, self._length, title)

    def __call__(self, inputs: dict[str, Tensor]) -> Arrays:
        """Prepare the tokens, padded to the file's length where it has one."""
        tokens, mask = inputs["input_ids"].cpu(), inputs["attention_mask"].cpu()
        if self._length:
            missing = (0, self._length - tokens.shape[1])
            tokens = nn.functional.pad(tokens, missing, value=self._pad)
            mask = nn.functional.pad(mask, missing)
        values = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": torch.zeros_like(tokens)}
        return {port.name: values[port.name].numpy().astype(port.type) for port in self._ports}
