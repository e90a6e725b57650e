"""What stands between the student's inputs and those of somebody else's ONNX file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput, TextInput
from kdstudio.core.recipe import TeacherSpec
from kdstudio.engine.models import adapt

Arrays = dict[str, NDArray[Any]]

_TYPES: dict[str, Any] = {
    "tensor(float)": np.float32,
    "tensor(float16)": np.float16,
    "tensor(double)": np.float64,
    "tensor(uint8)": np.uint8,
    "tensor(int64)": np.int64,
    "tensor(int32)": np.int32,
}


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


def port(name: str, shape: list[Any], type_: str, file: str) -> Port:
    """Describe an input of the file; raises ``MODEL_MISMATCH`` where it does not take numbers."""
    if type_ not in _TYPES:
        raise KDError(
            Code.MODEL_MISMATCH, f"The input “{name}” of {file} is a {type_}, not numbers.", "Export it without it."
        )
    return Port(name, tuple(size if isinstance(size, int) and size > 0 else None for size in shape), _TYPES[type_])


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
