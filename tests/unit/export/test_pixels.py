"""The file that takes a picture as it is: the same pixels, the same answers, at any size and in any colour."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from PIL import Image

from kdstudio.core.deliverable import FileCheck
from kdstudio.core.inputs import ImageInput
from kdstudio.core.recipe import DataSpec
from kdstudio.engine import ort
from kdstudio.engine.data import images, originals
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.probabilities import softmax
from kdstudio.engine.progress import Silent
from kdstudio.export import pixels
from kdstudio.export.pipeline import ExportResult
from kdstudio.export.runtime import OnnxModel
from tests.unit.export.conftest import SPEC, Student, run_export

SHAPES = ((16, 16), (61, 47), (300, 200), (9, 13), (40, 240))


def smooth(height: int, width: int, seed: int = 0) -> NDArray[np.uint8]:
    """A colourful picture with edges and gradients, as photographs have them."""
    rng = np.random.default_rng(seed)
    small = Image.fromarray(rng.integers(0, 256, (5, 7, 3), np.uint8))
    return np.asarray(small.resize((width, height), Image.Resampling.BICUBIC))


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("size", [16, 32, 96])
def test_its_pixels_are_pillows_but_for_a_step_here_and_there(channels: int, size: int) -> None:
    """The preparation alone, around a model that does nothing."""
    input = ImageInput(size=size, channels=channels, mean=(0.4,) * channels, std=(0.2,) * channels)
    shape = [1, channels, size, size]
    value = onnx.helper.make_tensor_value_info
    graph = onnx.helper.make_graph(
        [onnx.helper.make_node("Flatten", ["pixel_values"], ["logits"])],
        "nothing",
        [value("pixel_values", onnx.TensorProto.FLOAT, shape)],
        [value("logits", onnx.TensorProto.FLOAT, [1, channels * size * size])],
    )
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 18)], ir_version=10)
    wrapped = pixels.wrap(model, input)
    onnx.checker.check_model(wrapped, full_check=True)
    wrapped.graph.output.append(value("logits", onnx.TensorProto.FLOAT, None))
    session = ort.session(wrapped.SerializeToString())
    for height, width in SHAPES:
        picture = smooth(height, width)
        found = session.run(["logits"], {"image": picture})[0].reshape(channels, size, size).transpose(1, 2, 0)
        found = np.rint((found * 0.2 + 0.4) * 255).astype(int)
        difference = np.abs(found - images.fit(Image.fromarray(picture), input))
        assert difference.max() <= 2
        assert (difference > 0).mean() < 0.06


@pytest.mark.parametrize("export", ["convnet_export", "perceptron_export"])
def test_the_answers_are_those_of_the_file_it_is_made_of(export: str, request: pytest.FixtureRequest) -> None:
    found: tuple[Student, ExportResult] = request.getfixturevalue(export)
    student, result = found
    check = result.deliverable.pixels
    assert check is not None
    assert check.pictures == len(student.dataset.test)
    assert check.agreement == 1.0
    assert check.largest_difference < 1e-3
    assert check.size_bytes == (result.folder / check.file).stat().st_size
    assert check.variant == result.deliverable.recommended
    text = (result.folder / "README.md").read_text(encoding="utf-8")
    assert f"`{check.file}`" in text


def test_any_size_of_picture_gets_the_answer_of_the_plain_road(
    convnet_export: tuple[Student, ExportResult], tmp_path: Path
) -> None:
    student, result = convnet_export
    check = result.deliverable.pixels
    assert check is not None
    plain = result.file(check.variant)
    assert plain is not None
    session, model = ort.session(result.folder / check.file), OnnxModel.open(plain.path)
    assert [entry.shape for entry in session.get_outputs()] == [[len(student.dataset.labels)]]
    for number, (height, width) in enumerate(SHAPES):
        path = tmp_path / f"{number}.png"
        picture = smooth(height, width, number)
        Image.fromarray(picture).save(path)
        (chances,) = session.run(None, {"image": picture})
        expected = dict(model.predict([str(path)]).items[0].scores)
        for label, chance in zip(student.dataset.labels, chances, strict=True):
            assert chance == pytest.approx(expected[label], abs=0.05)


def test_a_file_that_answers_otherwise_is_left_out_and_said(
    convnet_export: tuple[Student, ExportResult], tmp_path: Path
) -> None:
    """The pictures belong to other answers than the ones it is held against."""
    student, result = convnet_export
    fp32 = result.file("fp32")
    assert fp32 is not None
    assert isinstance(student.dataset.input, ImageInput)
    (tmp_path / "onnx").mkdir()
    (tmp_path / "onnx" / "model.onnx").write_bytes(fp32.path.read_bytes())
    source: FileCheck = msgspec.structs.replace(fp32.check, file="onnx/model.onnx")

    def shifted() -> Iterator[tuple[int, NDArray[np.uint8]]]:
        for position, picture in pixels.of_examples(student.dataset.test)():
            yield (position + 1) % len(student.dataset.test), picture

    seen = pixels.make(tmp_path, source, student.dataset.input, fp32.logits["test"], shifted, Silent())
    assert seen.file == ""
    assert seen.agreement < 0.9
    assert "left out" in seen.note
    assert [path.name for path in (tmp_path / "onnx").iterdir()] == ["model.onnx"]
    assert softmax(fp32.logits["test"]).shape == (len(student.dataset.test), 4)


def test_a_phone_gets_it_from_the_onnx_file_behind_its_ort_file(convnet: Student, tmp_path: Path) -> None:
    result = run_export(convnet, tmp_path / "out", msgspec.structs.replace(SPEC, target="android"))
    assert result.deliverable.recommended.endswith("-ort")
    check = result.deliverable.pixels
    assert check is not None
    assert check.file == "onnx/model_quantized_pixels.onnx"
    assert check.agreement == 1.0


def test_pictures_come_back_at_their_original_size(tmp_path: Path) -> None:
    """From a folder of classes, with transparency laid over the background, and one that is gone left out."""
    for name, sizes in (("cat", ((20, 30), (50, 10))), ("dog", ((7, 9),))):
        (tmp_path / name).mkdir()
        for number, (height, width) in enumerate(sizes):
            Image.fromarray(smooth(height, width)).save(tmp_path / name / f"{number}.png")
    clear = Image.new("RGBA", (4, 4), (255, 0, 0, 0))
    clear.save(tmp_path / "dog" / "1.png")
    rows = np.array([3, 1, 0])
    examples = Examples({}, np.zeros(3, np.int64), ["d1", "c1", "c0"], rows)
    found = dict(originals.pictures(DataSpec(path=str(tmp_path), background="black"), examples))
    assert {position: picture.shape for position, picture in found.items()} == {
        0: (4, 4, 3),
        1: (50, 10, 3),
        2: (20, 30, 3),
    }
    assert not found[0].any(), "black shows through"
    (tmp_path / "cat" / "1.png").write_bytes(b"not a picture")
    assert set(dict(originals.pictures(DataSpec(path=str(tmp_path)), examples))) == {0, 2}
