"""A Core ML package of the student, where Apple’s coremltools is installed (``pip install coremltools``).

It is made from the PyTorch network and computes in FP16. Like the file for pictures as they are, it prepares its
picture itself and answers with probabilities; in Xcode it becomes a class with the labels in it. Core ML runs on
Apple’s systems alone, so the package is made here but not measured.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from kdstudio.core.deliverable import OtherFormat
from kdstudio.core.inputs import ImageInput
from kdstudio.engine.data.dataset import Dataset
from kdstudio.export.others.base import Format

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


def write(folder: Path, module: nn.Module, dataset: Dataset, input: ImageInput) -> OtherFormat:
    """Convert with coremltools."""
    coreml: Any = importlib.import_module("coremltools")
    shape = (1, input.channels, input.size, input.size)
    program = torch.export.export(Prepared(module, input).eval(), (torch.zeros(shape),)).run_decompositions()
    layout = coreml.colorlayout.GRAYSCALE if input.channels == 1 else coreml.colorlayout.RGB
    made = coreml.convert(
        program,
        inputs=[coreml.ImageType(name="image", shape=shape, color_layout=layout)],
        classifier_config=coreml.ClassifierConfig(list(dataset.labels)),
        minimum_deployment_target=coreml.target.iOS16,
        skip_model_load=True,
    )
    (folder / FILE).parent.mkdir(parents=True)
    made.save(str(folder / FILE))
    return OtherFormat(
        title=FORMAT.title,
        file=FILE,
        note="FP16, made from PyTorch by coremltools: an image in, class probabilities out. Drop it into an Xcode "
        "project. It was not measured, because Core ML runs on Apple’s systems alone; compare its answers with those "
        "of onnx/model.onnx on the device.",
    )


FORMAT = Format("Core ML", "coremltools", "coreml", write)
