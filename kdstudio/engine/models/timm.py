"""Networks of the timm package, where it is installed: ``timm:<name>`` with fresh weights."""

from __future__ import annotations

import importlib
import re
import warnings
from functools import partial
from importlib.util import find_spec
from typing import Any, cast

from torch import Tensor, nn

from kdstudio.core.catalog import TIMM
from kdstudio.core.errors import Code, KDError, first_line
from kdstudio.core.inputs import ImageInput
from kdstudio.engine.models.architecture import Architecture, NoParams

_SIZE_ARGUMENT = "img_size"


class TimmNetwork(nn.Module):
    """Holds the timm model under ``network``."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Logits ``(B, classes)`` of images ``(B, channels, H, W)``."""
        return cast("Tensor", self.network(pixel_values))


def architecture(name: str) -> Architecture:
    """Describe ``timm:<model>``; raises ``ARCHITECTURE_UNKNOWN`` or ``ENGINE_UNAVAILABLE``."""
    timm, model = _library(name), name.removeprefix(TIMM)
    # names with a colon or slash would make timm ask a hub
    if not re.fullmatch(r"[A-Za-z0-9_.]+", model) or not timm.is_model(model):
        raise KDError(
            Code.ARCHITECTURE_UNKNOWN,
            f"timm {timm.__version__} has no model “{model}”.",
            "timm.list_models() lists those it has.",
        )
    return Architecture(
        name=name,
        title=f"{model} (timm)",
        family="timm",
        summary=f"The model {model} of timm {timm.__version__}.",
        task="image-classification",
        params=NoParams,
        build=partial(_build, timm, model),
    )


def _library(name: str) -> Any:
    if find_spec("timm") is None:
        raise KDError(
            Code.ARCHITECTURE_UNKNOWN,
            f"“{name}” needs the package timm, which is not installed.",
            "Install it with: pip install “kdstudio[timm]”.",
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module("timm")
    except Exception as error:  # a torchvision that does not match torch fails with classes of its own
        raise KDError(
            Code.ENGINE_UNAVAILABLE,
            f"The package timm is installed, but it cannot start: {first_line(error)}.",
            "Install timm and torchvision again, in the versions that go with this PyTorch.",
        ) from error


def _build(timm: Any, model: str, params: NoParams, input: ImageInput, classes: int) -> nn.Module:
    settings = {"pretrained": False, "num_classes": classes, "in_chans": input.channels}
    try:
        network = timm.create_model(model, **settings, **{_SIZE_ARGUMENT: input.size})
    except TypeError:  # convolutional networks take any size and have no such argument
        network = timm.create_model(model, **settings)
    except (AssertionError, ValueError, RuntimeError) as error:
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{model} of timm cannot be built for images of {input.size} pixels: {first_line(error)}.",
            "Choose another data.image_size.",
        ) from error
    return TimmNetwork(network)
