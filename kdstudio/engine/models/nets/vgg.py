"""VGG with batch norm for small images.

Simonyan, Zisserman: *Very Deep Convolutional Networks*, ICLR 2015 (arXiv 1409.1556), with one linear layer after
pooling in place of three, as the distillation literature uses it for 32×32 (Tian et al. 2020).
"""

from __future__ import annotations

from itertools import pairwise

from torch import Tensor, nn

from kdstudio.core.inputs import ImageInput
from kdstudio.engine.models.architecture import NoParams
from kdstudio.engine.models.nets.layers import ConvNorm, GlobalPool, conv3x3, initialise
from kdstudio.engine.models.registry import architecture

_WIDTHS = (64, 128, 256, 512, 512)


class VGG(nn.Module):
    """Five stages of ``convolutions`` 3×3 convolutions each; the second to fourth begin by halving the size."""

    def __init__(self, channels: int, classes: int, convolutions: int) -> None:
        super().__init__()
        self.layer1 = _stage(channels, _WIDTHS[0], convolutions, halve=False)
        self.layer2 = _stage(_WIDTHS[0], _WIDTHS[1], convolutions, halve=True)
        self.layer3 = _stage(_WIDTHS[1], _WIDTHS[2], convolutions, halve=True)
        self.layer4 = _stage(_WIDTHS[2], _WIDTHS[3], convolutions, halve=True)
        self.layer5 = _stage(_WIDTHS[3], _WIDTHS[4], convolutions, halve=False)
        self.pool = GlobalPool()
        self.head = nn.Linear(_WIDTHS[4], classes)
        initialise(self)

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Logits ``(B, classes)`` of images ``(B, channels, H, W)``."""
        x = self.layer3(self.layer2(self.layer1(pixel_values)))
        x = self.layer5(self.layer4(x))
        logits: Tensor = self.head(self.pool(x))
        return logits


def _stage(inputs: int, outputs: int, convolutions: int, *, halve: bool) -> nn.Sequential:
    widths = (inputs, *([outputs] * convolutions))
    convs = (ConvNorm(conv3x3(before, after)) for before, after in pairwise(widths))
    return nn.Sequential(*([nn.MaxPool2d(2)] if halve else []), *convs)


@architecture(
    "vgg8", title="VGG-8", family="VGG", summary="Plain 3×3 convolutions; a wide student that quantizes well."
)
def vgg8(params: NoParams, input: ImageInput, classes: int) -> nn.Module:
    """One convolution a stage."""
    return VGG(input.channels, classes, 1)


@architecture("vgg13", title="VGG-13", family="VGG", summary="The usual teacher of VGG-8 and of the mobile students.")
def vgg13(params: NoParams, input: ImageInput, classes: int) -> nn.Module:
    """Two convolutions a stage."""
    return VGG(input.channels, classes, 2)
