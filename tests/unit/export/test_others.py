"""Formats beside ONNX, where their packages are installed: read back, and run where that can be done here."""

from __future__ import annotations

import importlib
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import torch
from torch import Tensor, nn

from kdstudio.core.inputs import ImageInput
from kdstudio.engine.models import registry
from kdstudio.export import others
from kdstudio.export.others import coreml, litert
from kdstudio.export.others.base import still
from kdstudio.export.targets import all_targets
from tests.unit.export.conftest import SPEC, Student, image_data, run_export


def package(name: str) -> Any:
    if not others.FORMATS[name].available():
        pytest.skip(f"{others.FORMATS[name].package} is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module(others.FORMATS[name].package)


@pytest.mark.parametrize(("name", "channels"), [("resnet8", 1), ("mobilenetv2-small", 3)])
def test_core_ml_takes_an_image_and_names_its_class(name: str, channels: int, tmp_path: Path) -> None:
    coremltools = package("coreml")
    input = ImageInput(size=32, channels=channels, mean=(0.4,) * channels, std=(0.2,) * channels)
    data = replace(image_data(), input=input)
    network = registry.build(name, {}, input, len(data.labels)).train()
    made, problems = others.write(tmp_path, network, data, ["coreml"])
    assert not problems
    assert [other.file for other in made] == [coreml.FILE]
    assert network.training, "the network is left as it was"
    spec = coremltools.models.MLModel(str(tmp_path / coreml.FILE), skip_model_load=True).get_spec()
    (image,) = spec.description.input
    assert (image.name, image.type.imageType.width) == ("image", 32)
    gray = image.type.imageType.colorSpace == image.type.imageType.GRAYSCALE
    assert gray == (channels == 1)
    assert spec.description.predictedFeatureName == "classLabel"
    assert data.labels[2].encode() in (tmp_path / coreml.FILE / "Data/com.apple.CoreML/model.mlmodel").read_bytes()


@pytest.mark.parametrize(("target", "name"), [("iphone", "coreml"), ("android", "litert")])
def test_an_export_for_a_phone_holds_it(convnet: Student, tmp_path: Path, target: Any, name: str) -> None:
    package(name)
    result = run_export(convnet, tmp_path / "out", msgspec.structs.replace(SPEC, target=target, int8=False))
    (other,) = result.deliverable.others
    assert (result.folder / other.file).exists()
    assert f"`{other.file}` ({other.title}): {other.note}" in (result.folder / "README.md").read_text(encoding="utf-8")


def test_lite_rt_answers_as_pytorch(convnet: Student, tmp_path: Path) -> None:
    package("litert")
    made, problems = others.write(tmp_path, convnet.module, convnet.dataset, ["litert"])
    assert not problems
    assert "100.0\u00a0% of PyTorch’s answers" in made[0].note
    interpreter: Any = importlib.import_module("ai_edge_litert.interpreter")
    ready = interpreter.Interpreter(model_path=str(tmp_path / litert.FILE))
    ready.allocate_tensors()
    (taken,), (given,) = ready.get_input_details(), ready.get_output_details()
    data = convnet.dataset
    for row in range(5):
        batch = convnet.task.batch(data.test, np.array([row]), data.input, None)
        ready.set_tensor(taken["index"], batch["pixel_values"].numpy())
        ready.invoke()
        with torch.no_grad():
            expected = convnet.module(**batch).numpy()
        np.testing.assert_allclose(ready.get_tensor(given["index"]), expected, atol=1e-4)


class Odd(nn.Module):
    """Decides by what it sees, which no graph can."""

    def forward(self, pixel_values: Tensor) -> Tensor:
        return pixel_values.sum((2, 3)) if pixel_values.sum() > 0 else pixel_values.mean((2, 3))


@pytest.mark.parametrize("name", ["coreml", "litert"])
def test_a_network_that_cannot_be_converted_is_said_in_a_sentence(name: str, tmp_path: Path) -> None:
    package(name)
    made, (problem,) = others.write(tmp_path, Odd(), image_data(), [name])
    assert made == ()
    assert problem.startswith(f"{others.FORMATS[name].title} was left out; its converter gave up: ")
    assert not list(tmp_path.iterdir())


def test_every_format_of_a_target_is_there() -> None:
    wanted = {name for target in all_targets().values() for name in target.others}
    assert wanted == set(others.FORMATS) == {"coreml", "litert"}


def test_without_its_package_nothing_is_made_and_nothing_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, found in others.FORMATS.items():
        monkeypatch.setitem(others.FORMATS, name, replace(found, package="kdstudio_has_no_such_package"))
    assert others.write(tmp_path, nn.Linear(2, 2), image_data(), list(others.FORMATS)) == ((), [])


def test_a_network_is_left_as_it_was() -> None:
    network = nn.Sequential(nn.Linear(2, 2)).train()
    with still(network):
        assert not network.training
    assert network.training


def test_what_core_ml_prepares_is_what_the_network_takes() -> None:
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
