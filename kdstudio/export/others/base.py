"""What a format beside ONNX is: made by its owner’s own package, where that is installed."""

from __future__ import annotations

import contextlib
import importlib.util
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import torch
from torch import nn

from kdstudio.core.deliverable import OtherFormat
from kdstudio.core.inputs import ImageInput
from kdstudio.engine.data.dataset import Dataset
from kdstudio.export.quiet import quiet


class Write(Protocol):
    """Write the file of an image network, which is on the CPU and in evaluation mode, into an export folder."""

    def __call__(self, folder: Path, module: nn.Module, dataset: Dataset, input: ImageInput) -> OtherFormat:
        """What was written; any exception means that it could not be."""


@dataclass(frozen=True)
class Format:
    """A format: the package that makes it, the folder that its files go to, and how."""

    title: str
    package: str
    folder: str
    write: Write

    def available(self) -> bool:
        """Whether its package is installed."""
        return importlib.util.find_spec(self.package) is not None


@contextlib.contextmanager
def still(module: nn.Module) -> Iterator[None]:
    """The network on the CPU in evaluation mode, converters quiet; everything is as before at the end."""
    was_training, device = module.training, next(module.parameters(), torch.empty(0)).device
    module.to("cpu").eval()
    try:
        with quiet(), contextlib.redirect_stderr(io.StringIO()), torch.no_grad():
            yield
    finally:
        module.to(device).train(was_training)
