"""The few pieces that several image families share."""

from __future__ import annotations

from torch import Tensor, nn


def conv3x3(inputs: int, outputs: int, stride: int = 1, groups: int = 1) -> nn.Conv2d:
    """A 3×3 convolution that keeps the size (divided by ``stride``), without bias because a norm follows."""
    return nn.Conv2d(inputs, outputs, 3, stride, padding=1, groups=groups, bias=False)


def conv1x1(inputs: int, outputs: int, stride: int = 1) -> nn.Conv2d:
    """A 1×1 convolution without bias."""
    return nn.Conv2d(inputs, outputs, 1, stride, bias=False)


class ConvNorm(nn.Sequential):
    """Convolution, batch norm and, unless ``linear``, ReLU. It fuses into one integer kernel when quantized."""

    def __init__(self, conv: nn.Conv2d, *, linear: bool = False) -> None:
        super().__init__(conv, nn.BatchNorm2d(conv.out_channels))
        if not linear:
            self.append(nn.ReLU(inplace=True))


class GlobalPool(nn.Module):
    """Mean over height and width: ``(B, C, H, W)`` to ``(B, C)``."""

    def forward(self, features: Tensor) -> Tensor:
        """Pool."""
        return features.mean((2, 3))


def initialise(network: nn.Module) -> None:
    """He et al. 2015: normal weights with variance 2 / fan-out for convolutions, norms at one and zero."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
        elif isinstance(module, nn.BatchNorm2d):
            nn.init.ones_(module.weight)
            nn.init.zeros_(module.bias)
