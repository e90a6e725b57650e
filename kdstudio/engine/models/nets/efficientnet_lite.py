"""EfficientNet-Lite: the EfficientNet that was made for integers.

Google's own variant (Liu, 2020: *Higher accuracy on vision models with EfficientNet-Lite*; layers as in
``efficientnet/lite`` of github.com/tensorflow/tpu): EfficientNet-B0 (Tan, Le 2019, arXiv 1905.11946) without
squeeze-and-excitation, with ReLU6 for SiLU, and with a stem, a head and outer stages that are not scaled. Every
activation merges into the convolution before it, so that nothing is left in float.

Padding is PyTorch's symmetric one, as everywhere here: it equals TensorFlow's where an odd side is halved, and is one
pixel off where an even one is. For small images the stride of the second group is taken away, as in the
small-image MobileNetV2.
"""

from __future__ import annotations

import math
from typing import Annotated, Literal

import msgspec
from torch import Tensor, nn

from kdstudio.core.inputs import ImageInput
from kdstudio.core.params import param
from kdstudio.engine.models.nets.layers import GlobalPool, initialise
from kdstudio.engine.models.registry import architecture

_STEM, _LAST, _DIVISOR, _EPSILON, _LARGE = 32, 1280, 8, 1e-3, 96
_STAGES = {
    "layer1": ((16, 1, 3, 1, 1), (24, 2, 3, 2, 6)),
    "layer2": ((40, 2, 5, 2, 6),),
    "layer3": ((80, 3, 3, 2, 6), (112, 3, 5, 1, 6)),
    "layer4": ((192, 4, 5, 2, 6), (320, 1, 3, 1, 6)),
}
"""Groups of inverted residuals: (channels at width 1, blocks at depth 1, kernel, stride of the first, expansion)."""
_OUTER = (16, 320)
"""The groups whose number of blocks is fixed."""


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of the network."""

    width: Annotated[float, param("Factor on the channels (Lite0 has 1.0).", ge=0.25, le=2)] = 1.0
    depth: Annotated[float, param("Factor on the blocks of each stage (Lite0 has 1.0).", ge=0.25, le=4)] = 1.0
    dropout: Annotated[float, param("Share of values dropped before the classifier.", ge=0, lt=1)] = 0.2
    strides: Annotated[
        Literal["auto", "small", "full"],
        param("How far images are shrunk: to a sixteenth (small), as published to a 32nd (full), or by their size."),
    ] = "auto"


def _conv(inputs: int, outputs: int, kernel: int = 1, stride: int = 1, *, depthwise: bool = False) -> nn.Sequential:
    """Convolution and batch norm, with TensorFlow's epsilon."""
    groups = inputs if depthwise else 1
    conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(outputs, eps=_EPSILON))


class Block(nn.Module):
    """Expand with 1×1 (where there is an expansion), filter depthwise, project with a linear 1×1, add the input."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        hidden = inputs * expansion
        self.layers = nn.Sequential()
        if expansion != 1:
            self.layers.extend((_conv(inputs, hidden), nn.ReLU6(inplace=True)))
        self.layers.extend((_conv(hidden, hidden, kernel, stride, depthwise=True), nn.ReLU6(inplace=True)))
        self.layers.append(_conv(hidden, outputs))
        self.adds = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        """``(B, inputs, H, W)`` to ``(B, outputs, H / stride, W / stride)``."""
        y: Tensor = self.layers(x)
        return x + y if self.adds else y


class EfficientNetLite(nn.Module):
    """A strided ``stem``, four stages of inverted residuals, a wide 1×1 ``last``, pooling and a linear ``head``."""

    def __init__(self, channels: int, classes: int, params: Params, *, small: bool) -> None:
        super().__init__()
        self.stem = nn.Sequential(_conv(channels, _STEM, 3, 2), nn.ReLU6(inplace=True))
        inputs = _STEM
        for name, groups in _STAGES.items():
            blocks: list[nn.Module] = []
            for base, count, kernel, stride, expansion in groups:
                outputs = _scaled(base, params.width)
                repeats = count if base in _OUTER else math.ceil(count * params.depth)
                for number in range(repeats):
                    step = 1 if number or (small and name == "layer1") else stride
                    blocks.append(Block(inputs, outputs, kernel, step, expansion))
                    inputs = outputs
            self.add_module(name, nn.Sequential(*blocks))
        self.last = nn.Sequential(_conv(inputs, _LAST), nn.ReLU6(inplace=True))
        self.pool = GlobalPool()
        self.dropout = nn.Dropout(params.dropout)
        self.head = nn.Linear(_LAST, classes)
        initialise(self)

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Logits ``(B, classes)`` of images ``(B, channels, H, W)``."""
        x = self.stem(pixel_values)
        for name in _STAGES:
            x = self.get_submodule(name)(x)
        logits: Tensor = self.head(self.dropout(self.pool(self.last(x))))
        return logits


def _scaled(channels: int, width: float) -> int:
    """A multiple of 8 near ``channels × width``, never more than a tenth below it."""
    wanted = channels * width
    found = max(_DIVISOR, int(wanted + _DIVISOR / 2) // _DIVISOR * _DIVISOR)
    return found if found >= 0.9 * wanted else found + _DIVISOR


@architecture(
    "efficientnet-lite",
    title="EfficientNet-Lite",
    family="EfficientNet",
    summary="EfficientNet for integers: ReLU6, no squeeze-and-excitation; the defaults are Lite0.",
    params=Params,
    reference_size=224,
)
def efficientnet_lite(params: Params, input: ImageInput, classes: int) -> nn.Module:
    """Images below 96 pixels get the small strides unless told otherwise."""
    small = params.strides == "small" or (params.strides == "auto" and input.size < _LARGE)
    return EfficientNetLite(input.channels, classes, params, small=small)
