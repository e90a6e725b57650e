"""An input that is nobody’s, and what every file of an export answers to it.

Whoever builds the model into an app has no test data and may not get any. A drawing or a made-up sentence shows
whether the app prepares its inputs as the training did: its answers must be those of ``example/answers.json``. The
drawing is broader than high, in all colours and with fine lines, so that a swapped axis, a swapped channel or a resize
without antialiasing changes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from kdstudio.core.deliverable import Deliverable
from kdstudio.core.inputs import ImageInput, InputSpec
from kdstudio.core.recipe import TaskKind
from kdstudio.engine import ort, tasks
from kdstudio.engine.probabilities import softmax
from kdstudio.export import pixels
from kdstudio.export.runtime import OnnxModel

FOLDER = "example"
PICTURE, PLAIN_PICTURE, TEXT, ANSWERS = "picture.png", "picture.ppm", "text.txt", "answers.json"
_CANDIDATES, _RATHER_SURE = 16, 0.8
_TOLERANCES, _TOLERANCE = {"fp32": 0.001, "fp16": 0.01}, 0.1
"""Shares of the range of the values, by the first word of the variant, and of all others."""
_LARGEST = 160
_CONTRASTS = (1.0, 0.7, 0.5, 0.35)
_TEXTS = (
    "A short text, to see whether the app answers as the model does: 42 × 7 = 294.",
    "The café in Besançon opens at 9:30 – bring 2 friends, 1 camera and good shoes!",
    "Straße, naïve, 東京 and Ελλάδα are four words; does the app see them as the model does?",
    "It’s a quick brown fox that jumps over 13 lazy dogs in the library of Łódź.",
    "This game of numbers is free software, easy to read and hard to win 🍎.",
)


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The likeliest class with its probability, and the ``values`` of the file’s own ``output`` (logits mostly).

    On another processor the values may differ by ``tolerance``: hardly for FP32, where a larger difference means that
    the input was prepared otherwise; more for integers, which not every kernel adds up alike.
    """

    label: str
    probability: float
    output: str
    values: tuple[float, ...]
    tolerance: float


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """``example/answers.json``: the input’s file beside it, and what each model file answers, by name."""

    input: str
    answers: dict[str, Answer]


def write(folder: Path, kind: TaskKind, input: InputSpec, made: Deliverable) -> Example:
    """Write the example and its answers; the model files, and a tokenizer, are in ``folder`` already.

    Of some candidates it is the one that the recommended file is rather sure of: the kernels of another processor,
    which round a little otherwise, give the same class, and an input prepared wrongly another probability.
    """
    place = folder / FOLDER
    place.mkdir()
    models = {check.variant: OnnxModel.open(folder / check.file) for check in made.files}

    def off(number: int) -> float:
        return abs(_ask(models[made.recommended], kind, _put(place, input, number)).probability - _RATHER_SURE)

    raw = _put(place, input, min(range(_CANDIDATES), key=off))
    answers = {check.file: _ask(models[check.variant], kind, raw, check.variant) for check in made.files}
    if made.pixels is not None and made.pixels.file:
        answers[made.pixels.file] = _ask_pixels(folder / made.pixels.file, models["fp32"].labels, Path(raw))
    example = Example(input=PICTURE if isinstance(input, ImageInput) else TEXT, answers=answers)
    (place / ANSWERS).write_bytes(msgspec.json.format(msgspec.json.encode(example), indent=2) + b"\n")
    return example


def drawing(size: int, number: int) -> Image.Image:
    """A picture in RGB, about twice as large as the model’s of ``size`` pixels: shapes on a ground that changes."""
    width = 4 * (min(2 * size, _LARGEST) // 4)
    height = 3 * width // 4
    rng = np.random.default_rng(number)
    edge = rng.integers(0, 256, (2, 2, 3), dtype=np.uint8)
    picture = Image.fromarray(edge).resize((width, height), Image.Resampling.BILINEAR)
    draw = ImageDraw.Draw(picture)
    for _ in range(4):
        x, y = rng.integers(0, (3 * width // 4, 3 * height // 4))
        box = (x, y, x + rng.integers(width // 8, width // 2), y + rng.integers(height // 8, height // 2))
        color = tuple(int(value) for value in rng.integers(0, 256, 3))
        shape = draw.ellipse if rng.random() < 0.5 else draw.rectangle
        shape(tuple(int(value) for value in box), fill=color)
    for x in range(0, width // 3, 2):
        draw.line((x, 0, x, height // 4), fill=(255, 255, 255) if x % 4 else (0, 0, 0))
    return Image.blend(Image.new("RGB", picture.size, "gray"), picture, _CONTRASTS[number % len(_CONTRASTS)])


def _put(place: Path, input: InputSpec, number: int) -> str:
    """Write a candidate; what the task is asked with, which is a file’s path or a text."""
    if isinstance(input, ImageInput):
        picture = drawing(input.size, number)
        picture.save(place / PICTURE)
        picture.save(place / PLAIN_PICTURE)
        return str(place / PICTURE)
    text = _TEXTS[number % len(_TEXTS)]
    (place / TEXT).write_text(text, encoding="utf-8", newline="\n")
    return text


def _ask(model: OnnxModel, kind: TaskKind, raw: str, variant: str = "") -> Answer:
    logits = model.logits(tasks.get(kind).encode(model.input, [raw]))[0]
    share = _TOLERANCES.get(variant.partition("-")[0], _TOLERANCE)
    return _answer(model.labels, "logits", logits, softmax(logits), share * float(np.ptp(logits)))


def _ask_pixels(path: Path, labels: Sequence[str], picture: Path) -> Answer:
    with Image.open(picture) as opened:
        (chances,) = ort.session(path).run([pixels.OUTPUT], {pixels.INPUT: np.asarray(opened.convert("RGB"))})
    return _answer(labels, pixels.OUTPUT, chances, chances, _TOLERANCE)


def _answer(
    labels: Sequence[str], output: str, values: NDArray[Any], chances: NDArray[Any], tolerance: float
) -> Answer:
    return Answer(
        label=labels[int(chances.argmax())],
        probability=round(float(chances.max()), 4),
        output=output,
        values=tuple(round(float(value), 5) for value in values),
        tolerance=round(tolerance, 4),
    )
