"""Residual networks for small images.

He, Zhang, Ren, Sun: *Deep Residual Learning for Image Recognition*, CVPR 2016, section 4.2 (arXiv 1512.03385), with
a projection where a stage changes the width. The ×4 nets have a wider stem and stages four times as wide, as in
Tian et al. 2020 (CRD, arXiv 1910.10699) and the comparisons after it.
"""

from __future__ import annotations

from torch import Tensor, nn

from kdstudio.core.inputs import ImageInput
from kdstudio.engine.models.architecture import NoParams
from kdstudio.engine.models.nets.layers import ConvNorm, GlobalPool, conv1x1, conv3x3, initialise
from kdstudio.engine.models.registry import architecture


class BasicBlock(nn.Module):
    """Two 3×3 convolutions added to the input: y = relu(x + F(x))."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.residual = nn.Sequential(
            ConvNorm(conv3x3(inputs, outputs, stride)), ConvNorm(conv3x3(outputs, outputs), linear=True)
        )
        same = stride == 1 and inputs == outputs
        self.shortcut = nn.Identity() if same else ConvNorm(conv1x1(inputs, outputs, stride), linear=True)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        """``(B, inputs, H, W)`` to ``(B, outputs, H / stride, W / stride)``."""
        y: Tensor = self.relu(self.residual(x) + self.shortcut(x))
        return y


class ResNet(nn.Module):
    """Depth 6n + 2: a 3×3 ``stem``, three stages of n blocks with widths ``w1, w2, w3``, pooling, a linear ``head``."""

    def __init__(self, channels: int, classes: int, depth: int, widths: tuple[int, int, int, int]) -> None:
        super().__init__()
        blocks = (depth - 2) // 6
        stem, first, second, third = widths
        self.stem = ConvNorm(conv3x3(channels, stem))
        self.layer1 = _stage(stem, first, blocks, stride=1)
        self.layer2 = _stage(first, second, blocks, stride=2)
        self.layer3 = _stage(second, third, blocks, stride=2)
        self.pool = GlobalPool()
        self.head = nn.Linear(third, classes)
        initialise(self)

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Logits ``(B, classes)`` of images ``(B, channels, H, W)``."""
        x = self.stem(pixel_values)
        x = self.layer3(self.layer2(self.layer1(x)))
        logits: Tensor = self.head(self.pool(x))
        return logits


def _stage(inputs: int, outputs: int, blocks: int, stride: int) -> nn.Sequential:
    first = BasicBlock(inputs, outputs, stride)
    return nn.Sequential(first, *(BasicBlock(outputs, outputs, 1) for _ in range(blocks - 1)))


def _register(name: str, depth: int, widths: tuple[int, int, int, int], summary: str) -> None:
    @architecture(name, title=name.replace("resnet", "ResNet-").replace("x", "×"), family="ResNet", summary=summary)
    def build(params: NoParams, input: ImageInput, classes: int) -> nn.Module:
        return ResNet(input.channels, classes, depth, widths)


_NARROW, _WIDE = (16, 16, 32, 64), (32, 64, 128, 256)

_register("resnet8", 8, _NARROW, "The smallest residual network; fits where every kilobyte counts.")
_register("resnet20", 20, _NARROW, "The usual small student for images of 32×32.")
_register("resnet32", 32, _NARROW, "A little deeper and better than ResNet-20.")
_register("resnet56", 56, _NARROW, "The usual teacher of ResNet-20.")
_register("resnet110", 110, _NARROW, "A deep teacher that is still small on disk.")
_register("resnet8x4", 8, _WIDE, "Shallow and wide: quick on a phone, the usual student of ResNet-32×4.")
_register("resnet32x4", 32, _WIDE, "A strong teacher for small images.")
