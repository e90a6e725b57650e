"""Multilayer perceptron on the pixels, as in the MNIST experiments of Hinton et al. 2015 (arXiv 1503.02531)."""

from __future__ import annotations

from typing import Annotated

import msgspec
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput
from kdstudio.core.params import param
from kdstudio.engine.models.registry import architecture


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of the perceptron."""

    widths: Annotated[tuple[int, ...], param("Units of each hidden layer, such as 800-800.")] = (800, 800)
    dropout: Annotated[float, param("Share of hidden units dropped in training.", ge=0, lt=1)] = 0.0
    input_dropout: Annotated[float, param("Share of pixels dropped in training.", ge=0, lt=1, advanced=True)] = 0.0


class MLP(nn.Module):
    """Flattened pixels, hidden layers ``layer1`` … of linear, ReLU and dropout, and a linear ``head``."""

    def __init__(self, pixels: int, classes: int, params: Params) -> None:
        super().__init__()
        self.input = nn.Sequential(nn.Flatten(1), nn.Dropout(params.input_dropout))
        self.depth = len(params.widths)
        width = pixels
        for number, next_width in enumerate(params.widths, 1):
            hidden = nn.Sequential(nn.Linear(width, next_width), nn.ReLU(inplace=True), nn.Dropout(params.dropout))
            self.add_module(f"layer{number}", hidden)
            width = next_width
        self.head = nn.Linear(width, classes)

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Logits ``(B, classes)`` of images ``(B, channels, size, size)``."""
        x = self.input(pixel_values)
        for number in range(1, self.depth + 1):
            x = self.get_submodule(f"layer{number}")(x)
        logits: Tensor = self.head(x)
        return logits


@architecture(
    "mlp",
    title="MLP",
    family="Perceptron",
    summary="Fully connected layers of any widths on the flattened image; for small, centred pictures such as digits.",
    params=Params,
)
def mlp(params: Params, input: ImageInput, classes: int) -> nn.Module:
    """A perceptron for this input size; raises ``RECIPE_INVALID`` for a width below one."""
    if any(width < 1 for width in params.widths):
        raise KDError(
            Code.RECIPE_INVALID,
            f"The widths {'-'.join(map(str, params.widths))} of the MLP hold a layer without units.",
            "Give every hidden layer at least 1 unit, such as 800-800.",
        )
    return MLP(input.channels * input.size**2, classes, params)
