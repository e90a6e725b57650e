from __future__ import annotations

import subprocess
import sys
import warnings
from pathlib import Path

import pytest
import torch
from torch.export import Dim

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput
from kdstudio.engine import ort
from kdstudio.engine.models import registry
from kdstudio.engine.models.figures import figures

LITERATURE = {  # millions of parameters at 100 classes, as CRD, DKD and their followers print them
    "resnet8": 0.08,
    "resnet20": 0.28,
    "resnet32": 0.47,
    "resnet56": 0.86,
    "resnet110": 1.74,
    "resnet8x4": 1.23,
    "resnet32x4": 7.43,
    "wrn-16-1": 0.18,
    "wrn-16-2": 0.70,
    "wrn-40-1": 0.57,
    "wrn-40-2": 2.26,
    "vgg8": 3.96,
    "vgg13": 9.46,
    "mobilenetv2-small": 0.81,
    "shufflenetv2-small": 1.36,
}
ONE_A_FAMILY: dict[str, dict[str, object]] = {
    "mlp": {},
    "resnet20": {},
    "wrn-16-1": {},
    "vgg8": {},
    "mobilenetv2-small": {},
    "shufflenetv2-small": {},
    "efficientnet-lite": {"width": 0.25, "depth": 0.25},
}


@pytest.mark.parametrize(("name", "millions"), LITERATURE.items())
def test_it_has_the_parameters_of_the_literature(name: str, millions: float, rgb: ImageInput) -> None:
    network = registry.build(name, {}, rgb, 100)
    assert figures(network, rgb).parameters / 1e6 == pytest.approx(millions, abs=0.006)


def test_multiply_adds_are_those_of_the_paper(rgb: ImageInput) -> None:
    counted = figures(registry.build("resnet20", {}, rgb, 10), rgb).multiply_adds
    assert counted == pytest.approx(40.8e6, rel=0.005)


@pytest.mark.parametrize("name", ["mlp", "efficientnet-lite", *LITERATURE])
@pytest.mark.parametrize(("size", "channels"), [(8, 1), (28, 1), (37, 3)])
def test_it_takes_any_size_and_channels(name: str, size: int, channels: int) -> None:
    input = ImageInput(size=size, channels=channels, mean=(0.5,) * channels, std=(0.5,) * channels)
    network = registry.build(name, {}, input, 7)
    images = torch.rand(2, channels, size, size)
    logits = network(pixel_values=images)
    assert logits.shape == (2, 7)
    logits.sum().backward()
    assert all(parameter.grad is not None for parameter in network.parameters())
    assert network.eval()(pixel_values=images[:1]).shape == (1, 7)


@pytest.mark.parametrize("name", ONE_A_FAMILY)
def test_it_exports_with_any_batch(name: str, gray: ImageInput, tmp_path: Path) -> None:
    network = registry.build(name, ONE_A_FAMILY[name], gray, 10).eval()
    path = tmp_path / "net.onnx"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            kwargs={"pixel_values": torch.rand(2, 1, 28, 28)},
            f=path,
            dynamo=True,
            external_data=False,
            verbose=False,
            dynamic_shapes={"pixel_values": {0: Dim("batch", min=1, max=1024)}},
        )
    session = ort.session(path, threads=1)
    for batch in (1, 5):
        images = torch.rand(batch, 1, 28, 28)
        (found,) = session.run(None, {"pixel_values": images.numpy()})
        with torch.no_grad():
            torch.testing.assert_close(torch.from_numpy(found), network(pixel_values=images), atol=1e-4, rtol=0)


@pytest.mark.parametrize("name", ONE_A_FAMILY)
def test_stages_can_be_tapped_by_path(name: str, rgb: ImageInput) -> None:
    network = registry.build(name, ONE_A_FAMILY[name], rgb, 10)
    seen = []
    for path in ("layer1", "layer2"):
        network.get_submodule(path).register_forward_hook(lambda module, args, output: seen.append(output))
    network(pixel_values=torch.rand(2, 3, 32, 32))
    assert [len(feature) for feature in seen] == [2, 2]


def test_the_same_seed_gives_the_same_weights(rgb: ImageInput) -> None:
    def weights(seed: int) -> torch.Tensor:
        torch.manual_seed(seed)
        return torch.cat([p.flatten() for p in registry.build("resnet8", {}, rgb, 10).parameters()])

    assert torch.equal(weights(1), weights(1))
    assert not torch.equal(weights(1), weights(2))


def test_the_mlp_has_the_widths_asked_for(gray: ImageInput) -> None:
    network = registry.build("mlp", {"widths": [1200, 1200], "dropout": 0.5, "input_dropout": 0.2}, gray, 10)
    shapes = [tuple(m.weight.shape) for m in network.modules() if isinstance(m, torch.nn.Linear)]
    assert shapes == [(1200, 784), (1200, 1200), (10, 1200)]
    images = torch.rand(2, 1, 28, 28)
    assert not torch.equal(network(pixel_values=images), network(pixel_values=images))


@pytest.mark.parametrize(
    ("name", "params", "code", "words"),
    [
        ("resnet21", {}, Code.ARCHITECTURE_UNKNOWN, "resnet21"),
        ("resnet20", {"width": 3}, Code.RECIPE_INVALID, "width"),
        ("mlp", {"widths": [800, 0]}, Code.RECIPE_INVALID, "800-0"),
        ("mlp", {"dropout": 1.0}, Code.RECIPE_INVALID, "dropout"),
    ],
)
def test_what_cannot_be_built_is_said(
    name: str, params: dict[str, object], code: Code, words: str, rgb: ImageInput
) -> None:
    with pytest.raises(KDError) as caught:
        registry.build(name, params, rgb, 10)
    assert caught.value.code == code
    assert words in caught.value.message


def test_images_too_small_are_refused() -> None:
    tiny = ImageInput(size=4, channels=1, mean=(0.5,), std=(0.5,))
    with pytest.raises(KDError) as caught:
        registry.build("resnet20", {}, tiny, 10)
    assert caught.value.code == Code.MODEL_MISMATCH


def test_building_a_small_net_imports_no_transformers() -> None:
    script = (
        "import sys\n"
        "from kdstudio.core.inputs import ImageInput\n"
        "from kdstudio.engine.models import registry\n"
        "registry.build('resnet20', {}, ImageInput(size=32, channels=3, mean=(.5,)*3, std=(.5,)*3), 10)\n"
        "heavy = {'transformers', 'timm', 'onnxruntime', 'onnx', 'pyarrow', 'sklearn'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
