"""Networks of the transformers library behind our call: keyword arguments in, logits out."""

from __future__ import annotations

import importlib
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from torch import Tensor, nn


class TransformersNet(nn.Module):
    """Holds a ``PreTrainedModel`` under ``network``; layers are tapped by paths such as ``network.vit.layers.0``."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network


class ImageNetwork(TransformersNet):
    """An image classifier."""

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Logits ``(B, classes)`` of images ``(B, channels, H, W)``."""
        return cast("Tensor", self.network(pixel_values=pixel_values).logits)


class TextNetwork(TransformersNet):
    """A text classifier."""

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Logits ``(B, classes)`` of tokens int64 ``(B, L)``; the mask is 0 on padding."""
        return cast("Tensor", self.network(input_ids=input_ids, attention_mask=attention_mask).logits)


@contextmanager
def quiet_transformers() -> Iterator[Any]:
    """Import the library when first needed (it takes seconds), offline, without its bars and advice."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        transformers: Any = importlib.import_module("transformers")
        transformers.logging.set_verbosity_error()
        transformers.logging.disable_progress_bar()
        yield transformers
