"""A fixed handful of validation examples whose answers are shown while the student learns."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from tokenizers import Tokenizer

from kdstudio.core.inputs import TextInput
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.probabilities import softmax
from kdstudio.protocol.events import PreviewItem

_COUNT = 12


class Preview:
    """Examples spread over the classes, with the teacher's answers from the start."""

    def __init__(self, dataset: Dataset, teacher: NDArray[np.float32], artifacts: Path) -> None:
        self._dataset = dataset
        self._teacher = teacher
        examples = dataset.validation
        order = np.argsort(examples.labels, kind="stable")
        self._index = order[np.unique(np.linspace(0, len(order) - 1, min(_COUNT, len(order))).round().astype(int))]
        self._shown = [show(dataset, examples, int(i), artifacts / "preview") for i in self._index]

    def items(self, logits: NDArray[np.float32]) -> tuple[PreviewItem, ...]:
        """Today's answers, from the logits ``(N, C)`` of the whole validation split."""
        names, examples = self._dataset.labels, self._dataset.validation
        chosen = softmax(logits[self._index])
        return tuple(
            PreviewItem(
                id=examples.ids[int(i)],
                label=names[int(examples.labels[i])],
                teacher=names[int(self._teacher[i].argmax())],
                student=names[int(row.argmax())],
                confidence=float(row.max()),
                image=image,
                text=text,
            )
            for i, row, (image, text) in zip(self._index, chosen, self._shown, strict=True)
        )


def show(dataset: Dataset, examples: Examples, index: int, folder: Path) -> tuple[str, str]:
    """What a person sees of an example: the path of a small PNG written to ``folder``, or its text."""
    if isinstance(dataset.input, TextInput):
        row = np.array([index])
        length = int(examples.take("length", row)[0])
        tokenizer = Tokenizer.from_str(dataset.input.tokenizer)
        return "", tokenizer.decode(examples.take("tokens", row)[0, :length].tolist())
    path = folder / f"{index:06d}.png"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        pixels = examples.take("image", np.array([index]))[0]
        Image.fromarray(pixels[..., 0] if pixels.shape[-1] == 1 else pixels).save(path)
    return str(path), ""
