"""A Core ML package of the student, where Apple’s coremltools is installed (``pip install "kdstudio[coreml]"``).

It is made from the PyTorch network and computes in FP16. Like the file for pictures as they are, it prepares its
picture itself and answers with probabilities; in Xcode it becomes a class with the labels in it. Core ML runs on
Apple’s systems alone, so the package is made here but not measured.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import io
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from kdstudio.core.inputs import ImageInput
from kdstudio.export.quiet import quiet

FILE = "coreml/Classifier.mlpackage"


class Prepared(nn.Module):
    """A network behind the preparation of its picture: bytes ``(1, channels, size, size)`` to probabilities."""

    def __init__(self, network: nn.Module, input: ImageInput) -> None:
        super().__init__()
        self.network = network
        self.mean, self.std = (nn.Buffer(torch.tensor(x).view(1, -1, 1, 1)) for x in (input.mean, input.std))

    def forward(self, image: Tensor) -> Tensor:
        """Probabilities ``(1, classes)``; ``image`` counts from 0 to 255."""
        return torch.softmax(self.network(pixel_values=(image / 255 - self.mean) / self.std), -1)


def available() -> bool:
    """Whether coremltools is installed."""
    return importlib.util.find_spec("coremltools") is not None


def write(folder: Path, module: nn.Module, input: ImageInput, labels: tuple[str, ...]) -> str:
    """Write the package into an export folder; returns why it could not be made, or an empty string."""
    was_training, device = module.training, next(module.parameters(), torch.empty(0)).device
    prepared = Prepared(module, input).to("cpu").eval()
    try:
        with quiet(), contextlib.redirect_stderr(io.StringIO()), torch.no_grad():
            _convert(prepared, input, labels, folder / FILE)
    except OSError:
        raise
    except Exception as error:  # the converter lets errors of every kind through
        detail = (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")[:300]
        return f"Core ML was left out; its converter gave up: {detail}."
    finally:
        module.to(device).train(was_training)
    return ""


def _convert(prepared: Prepared, input: ImageInput, labels: tuple[str, ...], path: Path) -> None:
    coreml: Any = importlib.import_module("coremltools")
    shape = (1, input.channels, input.size, input.size)
    program = torch.export.export(prepared, (torch.zeros(shape),)).run_decompositions()
    layout = coreml.colorlayout.GRAYSCALE if input.channels == 1 else coreml.colorlayout.RGB
    made = coreml.convert(
        program,
        inputs=[coreml.ImageType(name="image", shape=shape, color_layout=layout)],
        classifier_config=coreml.ClassifierConfig(list(labels)),
        minimum_deployment_target=coreml.target.iOS16,
        skip_model_load=True,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(str(path))
