"""ShuffleNetV2 for small images.

Ma, Zhang, Zheng, Sun: *ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture Design*, ECCV 2018
(arXiv 1807.11164), width 1. The small-image form of the distillation literature has a 1×1 stem without stride
and no pooling after it (Tian et al. 2020).
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from kdstudio.core.inputs import ImageInput
from kdstudio.engine.models.architecture import NoParams
from kdstudio.engine.models.nets.layers import ConvNorm, GlobalPool, conv1x1, conv3x3, initialise
from kdstudio.engine.models.registry import architecture

_STEM, _LAST = 24, 1024
_STAGES = ((116, 4), (232, 8), (464, 4))
"""Channels and units of each stage; the first unit halves the size."""


def shuffle(left: Tensor, right: Tensor) -> Tensor:
    """Interleave the channels of two halves ``(B, C, H, W)``: left 0, right 0, left 1, right 1 … (figure 3)."""
    return F.channel_shuffle(torch.cat((left, right), dim=1), 2)


class Unit(nn.Module):
    """Half of the channels pass untouched, the other half through 1×1, depthwise 3×3, 1×1; then both are shuffled."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        half = channels // 2
        self.branch = _branch(half, half, stride=1)

    def forward(self, x: Tensor) -> Tensor:
        """``(B, channels, H, W)``, unchanged in shape."""
        left, right = x.chunk(2, dim=1)
        return shuffle(left, self.branch(right))


class DownUnit(nn.Module):
    """Both branches see all channels, halve the size and give half of the outputs each."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        half = outputs // 2
        self.shortcut = nn.Sequential(
            ConvNorm(conv3x3(inputs, inputs, stride=2, groups=inputs), linear=True), ConvNorm(conv1x1(inputs, half))
        )
        self.branch = _branch(inputs, half, stride=2)

    def forward(self, x: Tensor) -> Tensor:
        """``(B, inputs, H, W)`` to ``(B, outputs, H / 2, W / 2)``."""
        return shuffle(self.shortcut(x), self.branch(x))


class ShuffleNetV2(nn.Module):
    """A 1×1 ``stem``, three stages, a wide 1×1 ``last``, pooling and a linear ``head``."""

    def __init__(self, channels: int, classes: int) -> None:
        super().__init__()
        self.stem = ConvNorm(conv1x1(channels, _STEM))
        inputs = _STEM
        for number, (outputs, units) in enumerate(_STAGES, 1):
            stage = nn.Sequential(DownUnit(inputs, outputs), *(Unit(outputs) for _ in range(units - 1)))
            self.add_module(f"layer{number}", stage)
            inputs = outputs
        self.last = ConvNorm(conv1x1(inputs, _LAST))
        self.pool = GlobalPool()
        self.head = nn.Linear(_LAST, classes)
        initialise(self)

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Logits ``(B, classes)`` of images ``(B, channels, H, W)``."""
        x = self.stem(pixel_values)
        x = self.get_submodule("layer3")(self.get_submodule("layer2")(self.get_submodule("layer1")(x)))
        logits: Tensor = self.head(self.pool(self.last(x)))
        return logits


def _branch(inputs: int, outputs: int, stride: int) -> nn.Sequential:
    return nn.Sequential(
        ConvNorm(conv1x1(inputs, outputs)),
        ConvNorm(conv3x3(outputs, outputs, stride, groups=outputs), linear=True),
        ConvNorm(conv1x1(outputs, outputs)),
    )


@architecture(
    "shufflenetv2-small",
    title="ShuffleNetV2 (small images)",
    family="ShuffleNet",
    summary="Split, filter and shuffle: quick on phones for its accuracy.",
)
def shufflenetv2_small(params: NoParams, input: ImageInput, classes: int) -> nn.Module:
    """The small-image form."""
    return ShuffleNetV2(input.channels, classes)
