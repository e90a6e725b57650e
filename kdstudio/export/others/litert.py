"""A LiteRT (TensorFlow Lite) file of the student, where litert-torch is installed (``pip install litert-torch``).

It takes what the ONNX file takes, one example at a time, and computes in FP32. LiteRT runs here too, so its answers are
held against those of PyTorch.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import numpy as np
from torch import Tensor, nn

from kdstudio.core.deliverable import OtherFormat
from kdstudio.core.inputs import ImageInput
from kdstudio.core.phrases import percent
from kdstudio.engine import tasks
from kdstudio.engine.data.dataset import Dataset
from kdstudio.export.feeds import spread
from kdstudio.export.others.base import Format

FILE = "litert/model.tflite"
_MOST = 200


class Positional(nn.Module):
    """A network that is called without names, as the converter does."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Logits ``(1, classes)``."""
        logits: Tensor = self.network(pixel_values=pixel_values)
        return logits


def write(folder: Path, module: nn.Module, dataset: Dataset, input: ImageInput) -> OtherFormat:
    """Convert with litert-torch and compare answers on validation examples."""
    litert: Any = importlib.import_module("litert_torch")
    rows = spread(dataset.validation.labels, _MOST)
    pixels = tasks.get("image-classification").batch(dataset.validation, rows, input, None)["pixel_values"]
    expected = module(pixel_values=pixels).numpy()
    made = litert.convert(Positional(module).eval(), (pixels[:1],))
    found = np.concatenate([np.asarray(made(pixels[row : row + 1])) for row in range(len(rows))])
    (folder / FILE).parent.mkdir(parents=True)
    made.export(str(folder / FILE))
    same, apart = np.mean(found.argmax(1) == expected.argmax(1)), np.abs(found - expected).max(initial=0)
    return OtherFormat(
        title=FORMAT.title,
        file=FILE,
        note="FP32, made from PyTorch by litert-torch: the input and output of onnx/model.onnx, one example at a time. "
        f"On {len(rows)} validation examples it gave {percent(same)} of PyTorch’s answers, with logits at most "
        f"{apart:.2g} apart.",
    )


FORMAT = Format("LiteRT", "litert_torch", "litert", write)
