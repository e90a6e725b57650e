"""An export’s example: its answers are those of the files, and tell an input that was prepared wrongly."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from kdstudio.core.inputs import ImageInput
from kdstudio.engine import ort
from kdstudio.export import contents, example, pixels
from kdstudio.export.example import Example
from kdstudio.export.pipeline import ExportResult
from tests.unit.export.conftest import Student

Exported = tuple[Student, ExportResult]
RED_AND_BLUE = [2, 1, 0]


def answers(result: ExportResult) -> Example:
    return msgspec.json.decode((result.folder / example.FOLDER / example.ANSWERS).read_bytes(), type=Example)


def by_the_steps(result: ExportResult, picture: Image.Image, method: Image.Resampling) -> NDArray[np.float32]:
    """``pixel_values`` as a stranger makes them of what ``preprocessing.json`` says, without a line of ours."""
    said = json.loads((result.folder / "preprocessing.json").read_text())
    assert [step.partition(" ")[0] for step in said["steps"]] == ["turn", "lay", "make", "resize", "divide", "give"]
    red, green, blue = np.asarray(picture.convert("RGB"), np.int64).transpose(2, 0, 1)
    gray = ((19595 * red + 38470 * green + 7471 * blue + 32768) // 65536).astype(np.uint8)
    small = Image.fromarray(gray).resize((said["size"], said["size"]), method)
    return ((np.asarray(small, np.float32) / 255 - said["mean"][0]) / said["std"][0])[None, None].astype(np.float32)


def test_every_file_answers_what_is_written(convnet_export: Exported) -> None:
    _, result = convnet_export
    found = answers(result)
    made = result.deliverable
    assert made.pixels is not None
    assert set(found.answers) == {*(check.file for check in made.files), made.pixels.file}
    picture = Image.open(result.folder / example.FOLDER / found.input)
    values = by_the_steps(result, picture, Image.Resampling.BILINEAR)
    for name, answer in found.answers.items():
        feed: dict[str, Any] = {"pixel_values": values}
        if name == made.pixels.file:
            feed = {pixels.INPUT: np.asarray(picture.convert("RGB"))}
        (output,) = ort.session(result.folder / name).run([answer.output], feed)
        np.testing.assert_allclose(np.ravel(output), answer.values, atol=1e-4)
        assert json.loads((result.folder / "labels.json").read_text())[int(np.argmax(answer.values))] == answer.label


@pytest.mark.parametrize(
    "wrong",
    [
        lambda picture: picture.transpose(Image.Transpose.TRANSPOSE),
        lambda picture: picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        lambda picture: Image.fromarray(np.asarray(picture)[..., RED_AND_BLUE]),
    ],
    ids=["axes swapped", "upside down", "red for blue"],
)
def test_an_input_prepared_wrongly_is_seen(
    convnet_export: Exported, wrong: Callable[[Image.Image], Image.Image]
) -> None:
    _, result = convnet_export
    picture = wrong(Image.open(result.folder / example.FOLDER / example.PICTURE).convert("RGB"))
    assert not same(result, by_the_steps(result, picture, Image.Resampling.BILINEAR))


def test_a_resize_without_antialiasing_is_seen(convnet_export: Exported) -> None:
    _, result = convnet_export
    picture = Image.open(result.folder / example.FOLDER / example.PICTURE)
    assert same(result, by_the_steps(result, picture, Image.Resampling.BILINEAR))
    assert not same(result, by_the_steps(result, picture, Image.Resampling.NEAREST))


def same(result: ExportResult, values: NDArray[np.float32]) -> bool:
    answer = answers(result).answers["onnx/model.onnx"]
    (output,) = ort.session(result.folder / "onnx" / "model.onnx").run(None, {"pixel_values": values})
    return bool(np.abs(output[0] - answer.values).max() <= answer.tolerance)


def test_the_drawing_is_broad_and_the_same_each_time() -> None:
    for size in (16, 28, 224):
        first, again = example.drawing(size, 3), example.drawing(size, 3)
        assert first.width > first.height > 10
        assert first.width % 4 == 0
        np.testing.assert_array_equal(np.asarray(first), np.asarray(again))


def test_a_text_is_as_it_was_asked(encoder_export: Exported) -> None:
    _, result = encoder_export
    found = answers(result)
    assert found.input == example.TEXT
    assert (result.folder / example.FOLDER / found.input).read_text(encoding="utf-8").isprintable()
    assert set(found.answers) == {check.file for check in result.deliverable.files}


@pytest.mark.parametrize("fixture", ["convnet_export", "encoder_export"])
def test_the_card_says_of_each_file_what_it_is_for(fixture: str, request: pytest.FixtureRequest) -> None:
    student, result = request.getfixturevalue(fixture)
    card = (result.folder / "README.md").read_text(encoding="utf-8")
    table = card.partition("## What is in the folder")[2].partition("\n## ")[0]
    named = {line.split("`")[1] for line in table.splitlines() if line.startswith("| `")}
    files = [path.relative_to(result.folder).as_posix() for path in result.folder.rglob("*") if path.is_file()]
    for name in files:
        assert name in named or f"{name.partition('/')[0]}/" in named, f"the card does not say what {name} is for"
    for name in named:
        assert (result.folder / name).exists(), f"the card tells of {name}, which is not there"
    best = result.deliverable.file(result.deliverable.recommended)
    assert best is not None
    answer = answers(result).answers[best.file]
    assert f"1. **Ship** `{best.file}`" in card
    assert f"“{answer.label}” with {100 * answer.probability:.1f}\u00a0%" in card
    is_image = isinstance(student.dataset.input, ImageInput)
    assert ("library that reads tokenizer.json" in card) is not is_image, "no sample in C++ knows WordLevel"
    assert ("## Pictures as they are" in card) is is_image
    assert "opens them by their `dtype`, `fp32` for FP32, `q8` for INT8." in card


def test_nothing_is_told_of_files_that_are_not_there(convnet_export: Exported) -> None:
    rows = list(contents.rows(["labels.json"], convnet_export[1].deliverable))
    assert any("labels.json" in row for row in rows)
    assert not any("tokenizer.json" in row or "coreml" in row for row in rows)
