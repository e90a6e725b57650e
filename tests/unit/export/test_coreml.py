"""The Core ML package, where coremltools is installed; its content is read back, since nothing here can run it."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import msgspec
import pytest
import torch
from torch import Tensor, nn

from kdstudio.core.inputs import ImageInput
from kdstudio.engine.models import registry
from kdstudio.export import coreml
from tests.unit.export.conftest import SPEC, Student, run_export

LABELS = ("ant", "bee", "cat")


@pytest.fixture
def coremltools() -> Any:
    if not coreml.available():
        pytest.skip("coremltools is not installed (pip install coremltools)")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import coremltools

        return coremltools


@pytest.mark.parametrize(("name", "channels"), [("resnet8", 1), ("mobilenetv2-small", 3)])
def test_it_takes_an_image_and_names_its_class(coremltools: Any, name: str, channels: int, tmp_path: Path) -> None:
    input = ImageInput(size=32, channels=channels, mean=(0.4,) * channels, std=(0.2,) * channels)
    network = registry.build(name, {}, input, len(LABELS)).train()
    assert coreml.write(tmp_path, network, input, LABELS) == ""
    assert network.training, "the network is left as it was"
    spec = coremltools.models.MLModel(str(tmp_path / coreml.FILE), skip_model_load=True).get_spec()
    (image,) = spec.description.input
    assert (image.name, image.type.imageType.width) == ("image", 32)
    gray = image.type.imageType.colorSpace == image.type.imageType.GRAYSCALE
    assert gray == (channels == 1)
    assert spec.description.predictedFeatureName == "classLabel"
    assert tuple(spec.mlProgram.functions["main"].block_specializations)
    assert LABELS[2].encode() in (tmp_path / coreml.FILE / "Data/com.apple.CoreML/model.mlmodel").read_bytes()


def test_an_iphone_export_holds_it(coremltools: Any, convnet: Student, tmp_path: Path) -> None:
    result = run_export(convnet, tmp_path / "out", msgspec.structs.replace(SPEC, target="iphone", int8=False))
    assert result.deliverable.coreml == coreml.FILE
    assert (result.folder / coreml.FILE / "Manifest.json").is_file()
    assert coreml.FILE in (result.folder / "README.md").read_text(encoding="utf-8")


class Odd(nn.Module):
    def forward(self, pixel_values: Tensor) -> Tensor:
        return pixel_values.sum((2, 3)) if pixel_values.sum() > 0 else pixel_values.mean((2, 3))


def test_a_network_that_cannot_be_converted_is_said_in_a_sentence(coremltools: Any, tmp_path: Path) -> None:
    problem = coreml.write(tmp_path, Odd(), ImageInput(size=8, channels=3, mean=(0,) * 3, std=(1,) * 3), LABELS)
    assert problem.startswith("Core ML was left out; its converter gave up: ")
    assert not (tmp_path / coreml.FILE).exists()


def test_what_it_prepares_is_what_the_network_takes() -> None:
    input = ImageInput(size=2, channels=3, mean=(0.1, 0.2, 0.3), std=(0.5, 0.6, 0.7))
    seen: list[Tensor] = []

    class Spy(nn.Module):
        def forward(self, pixel_values: Tensor) -> Tensor:
            seen.append(pixel_values)
            return pixel_values.mean((2, 3))

    image = torch.randint(0, 256, (1, 3, 2, 2)).float()
    chances = coreml.Prepared(Spy(), input)(image)
    for channel in range(3):
        expected = (image[0, channel] / 255 - input.mean[channel]) / input.std[channel]
        torch.testing.assert_close(seen[0][0, channel], expected)
    assert float(chances.sum()) == pytest.approx(1)
