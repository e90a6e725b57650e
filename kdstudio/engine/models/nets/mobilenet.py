"""MobileNetV2 for small images.

Sandler et al.: *MobileNetV2: Inverted Residuals and Linear Bottlenecks*, CVPR 2018, table 2 (arXiv 1801.04381). The
small-image form of the distillation literature (Tian et al. 2020): width 0.5, a last layer of 1,280, and half the
strides taken away, so that 32×32 ends as 2×2. ReLU stands for the paper's ReLU6, as there.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from torch import Tensor, nn

from kdstudio.core.inputs import ImageInput
from kdstudio.core.params import param
from kdstudio.engine.models.nets.layers import ConvNorm, GlobalPool, conv1x1, conv3x3, initialise
from kdstudio.engine.models.registry import architecture

_LAST = 1280
_STAGES = {
    "layer1": ((16, 1, 1, 1), (24, 2, 1, 6)),
    "layer2": ((32, 3, 2, 6),),
    "layer3": ((64, 4, 2, 6), (96, 3, 1, 6)),
    "layer4": ((160, 3, 2, 6), (320, 1, 1, 6)),
}
"""Groups of inverted residuals: (channels at width 1, blocks, stride of the first, expansion)."""


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of the network."""

    width: Annotated[float, param("Factor on the channels of every layer but the last.", ge=0.25, le=2)] = 0.5


class InvertedResidual(nn.Module):
    """Expand with 1×1, filter with depthwise 3×3, project with a linear 1×1; added to the input where shapes allow."""

    def __init__(self, inputs: int, outputs: int, stride: int, expansion: int) -> None:
        super().__init__()
        hidden = inputs * expansion
        self.layers = nn.Sequential(
            ConvNorm(conv1x1(inputs, hidden)),
            ConvNorm(conv3x3(hidden, hidden, stride, groups=hidden)),
            ConvNorm(conv1x1(hidden, outputs), linear=True),
        )
        self.adds = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        """``(B, inputs, H, W)`` to ``(B, outputs, H / stride, W / stride)``."""
        y: Tensor = self.layers(x)
        return x + y if self.adds else y


class MobileNetV2(nn.Module):
    """A strided ``stem``, four stages of inverted residuals, a wide 1×1 ``last``, pooling and a linear ``head``."""

    def __init__(self, channels: int, classes: int, width: float) -> None:
        super().__init__()
        inputs = int(32 * width)
        self.stem = ConvNorm(conv3x3(channels, inputs, stride=2))
        for name, groups in _STAGES.items():
            blocks: list[nn.Module] = []
            for base, count, stride, expansion in groups:
                outputs = int(base * width)
                for number in range(count):
                    blocks.append(InvertedResidual(inputs, outputs, stride if number == 0 else 1, expansion))
                    inputs = outputs
            self.add_module(name, nn.Sequential(*blocks))
        self.last = ConvNorm(conv1x1(inputs, _LAST))
        self.pool = GlobalPool()
        self.head = nn.Linear(_LAST, classes)
        initialise(self)

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Logits ``(B, classes)`` of images ``(B, channels, H, W)``."""
        x = self.stem(pixel_values)
        for name in _STAGES:
            x = self.get_submodule(name)(x)
        logits: Tensor = self.head(self.pool(self.last(x)))
        return logits


@architecture(
    "mobilenetv2-small",
    title="MobileNetV2 (small images)",
    family="MobileNet",
    summary="Inverted residuals of half width: few multiply–adds, made for phones.",
    params=Params,
)
def mobilenetv2_small(params: Params, input: ImageInput, classes: int) -> nn.Module:
    """The small-image form."""
    return MobileNetV2(input.channels, classes, params.width)
