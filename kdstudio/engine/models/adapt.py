"""Turning the student's input into the teacher's, where a teacher was trained on other images."""

from __future__ import annotations

import json
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput, InputSpec, TextInput

_LUMA = (0.299, 0.587, 0.114)


class ImageAdapter(nn.Module):
    """Undo the data's normalisation, change colours and size, and normalise as the teacher wants it.

    Sizes change bilinearly with antialiasing; gray becomes three equal channels and RGB its ITU-R 601 luma.
    """

    def __init__(self, data: ImageInput, teacher: ImageInput, size: tuple[int, int] | None = None) -> None:
        """``size`` is the teacher's ``(H, W)`` where it is not square."""
        super().__init__()
        self.size = size or (teacher.size, teacher.size)
        self.channels = teacher.channels
        for name, input in (("data", data), ("teacher", teacher)):
            self.register_buffer(f"{name}_mean", torch.tensor(input.mean).view(1, -1, 1, 1), persistent=False)
            self.register_buffer(f"{name}_std", torch.tensor(input.std).view(1, -1, 1, 1), persistent=False)
        self.register_buffer("luma", torch.tensor(_LUMA).view(1, 3, 1, 1), persistent=False)

    def extra_repr(self) -> str:
        """What the buffers do not tell."""
        return f"size={self.size}, channels={self.channels}"

    def forward(self, pixel_values: Tensor) -> Tensor:
        """``(B, channels, H, W)`` as the data has it to ``(B, channels, H, W)`` as the teacher wants it."""
        images = pixel_values * self.get_buffer("data_std") + self.get_buffer("data_mean")
        if images.shape[1] == 3 and self.channels == 1:
            images = (images * self.get_buffer("luma")).sum(1, keepdim=True)
        elif images.shape[1] == 1 and self.channels == 3:
            images = images.expand(-1, 3, -1, -1)
        if images.shape[2:] != self.size:
            # antialiasing changes nothing where an image grows, and one of the exporters does not know it
            shrinks = images.shape[2] > self.size[0] or images.shape[3] > self.size[1]
            images = F.interpolate(images, self.size, mode="bilinear", antialias=shrinks)
        return (images - self.get_buffer("teacher_mean")) / self.get_buffer("teacher_std")


def adapter(data: InputSpec, teacher: InputSpec, title: str) -> nn.Module | None:
    """What stands between the data and a teacher; None where they agree.

    Raises ``MODEL_MISMATCH`` for another kind of input or another tokenizer.
    """
    if isinstance(data, ImageInput) and isinstance(teacher, ImageInput):
        same = (data.size, data.channels, data.mean, data.std) == (
            teacher.size,
            teacher.channels,
            teacher.mean,
            teacher.std,
        )
        return None if same else ImageAdapter(data, teacher)
    if isinstance(data, TextInput) and isinstance(teacher, TextInput):
        require_tokenizer(data, teacher.tokenizer, title)
        require_length(data, teacher.max_length, title)
        return None
    taken, given = ("images", "texts") if isinstance(teacher, ImageInput) else ("texts", "images")
    raise KDError(
        Code.MODEL_MISMATCH, f"{title} takes {taken}, but the data holds {given}.", "Choose another teacher or task."
    )


def require_tokenizer(data: TextInput, tokenizer: str, title: str) -> None:
    """Raise ``MODEL_MISMATCH`` where a teacher's tokenizer would give other numbers than the data's."""
    if _essence(data.tokenizer) != _essence(tokenizer):
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{title} was trained with another tokenizer than the data is read with, so every word would be mistaken.",
            "Set data.tokenizer to the folder with the teacher’s tokenizer.json, or leave it empty to take that one.",
        )


def require_length(data: TextInput, longest: int, title: str) -> None:
    """Raise ``MODEL_MISMATCH`` where texts may be longer than a teacher can take."""
    if data.max_length > longest:
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{title} takes texts of up to {longest:,} tokens, but the data keeps {data.max_length:,}.",
            f"Set data.max_length to {longest} or less.",
        )


def require_vocabulary(data: TextInput, known: int, title: str) -> None:
    """Raise ``MODEL_MISMATCH`` where the data's tokenizer has tokens that a teacher has no row for."""
    if data.vocabulary > known:
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{title} knows {known:,} tokens, but the tokenizer of the data has {data.vocabulary:,}.",
            "Set data.tokenizer to the folder with the teacher’s tokenizer.json.",
        )


def _essence(tokenizer: str) -> Any:
    """The tokenizer without its padding and cutting, which do not change a token's number."""
    from tokenizers import Tokenizer

    try:
        content = json.loads(Tokenizer.from_str(tokenizer).to_str())
    except Exception:  # the library raises bare Exception for every fault of a file
        return tokenizer
    return {key: value for key, value in content.items() if key not in ("padding", "truncation")}
