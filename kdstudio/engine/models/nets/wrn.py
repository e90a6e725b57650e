"""Wide residual networks with pre-activation blocks.

Zagoruyko, Komodakis: *Wide Residual Networks*, BMVC 2016 (arXiv 1605.07146). ``wrn-d-k`` has depth d and width k.
"""

from __future__ import annotations

from torch import Tensor, nn

from kdstudio.core.inputs import ImageInput
from kdstudio.engine.models.architecture import NoParams
from kdstudio.engine.models.nets.layers import GlobalPool, conv1x1, conv3x3, initialise
from kdstudio.engine.models.registry import architecture


class PreActivationBlock(nn.Module):
    """Norm and ReLU before each convolution: y = x + F(relu(norm(x))); a projection starts from the activated input."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.activation = nn.Sequential(nn.BatchNorm2d(inputs), nn.ReLU(inplace=True))
        self.residual = nn.Sequential(
            conv3x3(inputs, outputs, stride),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
            conv3x3(outputs, outputs),
        )
        self.projection = conv1x1(inputs, outputs, stride) if inputs != outputs else None

    def forward(self, x: Tensor) -> Tensor:
        """``(B, inputs, H, W)`` to ``(B, outputs, H / stride, W / stride)``."""
        activated = self.activation(x)
        shortcut = x if self.projection is None else self.projection(activated)
        y: Tensor = shortcut + self.residual(activated)
        return y


class WideResNet(nn.Module):
    """Depth 6n + 4: ``stem``, three stages of n blocks with widths 16k, 32k, 64k, a last norm, pooling, ``head``."""

    def __init__(self, channels: int, classes: int, depth: int, width: int) -> None:
        super().__init__()
        blocks = (depth - 4) // 6
        self.stem = conv3x3(channels, 16)
        self.layer1 = _stage(16, 16 * width, blocks, stride=1)
        self.layer2 = _stage(16 * width, 32 * width, blocks, stride=2)
        self.layer3 = _stage(32 * width, 64 * width, blocks, stride=2)
        self.norm = nn.Sequential(nn.BatchNorm2d(64 * width), nn.ReLU(inplace=True))
        self.pool = GlobalPool()
        self.head = nn.Linear(64 * width, classes)
        initialise(self)

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Logits ``(B, classes)`` of images ``(B, channels, H, W)``."""
        x = self.stem(pixel_values)
        x = self.norm(self.layer3(self.layer2(self.layer1(x))))
        logits: Tensor = self.head(self.pool(x))
        return logits


def _stage(inputs: int, outputs: int, blocks: int, stride: int) -> nn.Sequential:
    first = PreActivationBlock(inputs, outputs, stride)
    return nn.Sequential(first, *(PreActivationBlock(outputs, outputs, 1) for _ in range(blocks - 1)))


def _register(depth: int, width: int, summary: str) -> None:
    @architecture(f"wrn-{depth}-{width}", title=f"WRN-{depth}-{width}", family="Wide ResNet", summary=summary)
    def build(params: NoParams, input: ImageInput, classes: int) -> nn.Module:
        return WideResNet(input.channels, classes, depth, width)


_register(16, 1, "A very small pre-activation network.")
_register(16, 2, "The usual student of WRN-40-2.")
_register(40, 1, "A deep and narrow student.")
_register(40, 2, "A strong teacher of 2.2 million parameters.")
