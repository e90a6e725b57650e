"""What a file is made from, and what a kind of file has to say of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx
import onnx.shape_inference
from numpy.typing import NDArray

from kdstudio.core.deliverable import TargetName
from kdstudio.core.recipe import ExportSpec
from kdstudio.engine.progress import Reporter
from kdstudio.export.feeds import Batches
from kdstudio.export.graph import Graph, inspect
from kdstudio.export.quiet import onnxruntime_tool
from kdstudio.export.rewrite import fill_lanes
from kdstudio.export.targets.base import Target


@dataclass(frozen=True)
class Source:
    """The FP32 file and its parity with PyTorch, and the training examples that calibrate.

    ``model`` is the same network folded and with shapes, as quantizers want it. ``folder`` holds what can be used
    again, such as measured ranges. There is no test data in here.
    """

    fp32: Path
    parity: float
    model: Path
    graph: Graph
    calibration: Batches
    folder: Path


@dataclass(frozen=True)
class Reference:
    """What a file is held against: validation inputs and labels, and the FP32 file’s logits on them ``(N, C)``."""

    feeds: Batches
    labels: NDArray[np.int64]
    logits: NDArray[np.float32]


Finetune = Callable[[bool], Source]
"""Fine-tune the student with simulated INT8 (reduced range or not) and trace it again."""


@dataclass(frozen=True)
class Workshop:
    """Everything a variant may use. ``folder`` is the export under way; files made before lie in it, finished.

    ``pad`` is the token that fills up a short text.
    """

    source: Source
    reference: Reference
    spec: ExportSpec
    target: Target
    reporter: Reporter
    folder: Path
    pad: int = 0
    finetune: Finetune | None = None


@dataclass(frozen=True)
class Made:
    """How a file came about, beyond the file: the steps taken, sentences to be read, and what was measured."""

    steps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    parity: float | None = None
    precise_agreement: float | None = None


@dataclass(frozen=True)
class Variant:
    """A kind of file. ``make`` writes it to a path; ``needs`` names the variants it is made from.

    ``quantized`` files are judged by the tolerance and left out where the recipe says no INT8. ``targets`` are those
    that it is of use on, none for all.
    """

    name: str
    title: str
    file: str
    summary: str
    make: Callable[[Workshop, Path], Made]
    suits: Callable[[Graph], bool] = field(default=lambda graph: True)
    needs: tuple[str, ...] = ()
    quantized: bool = False
    targets: tuple[TargetName, ...] = ()

    @property
    def is_onnx(self) -> bool:
        """Whether the file is an ONNX file that shapes and a description are still written into."""
        return self.file.endswith(".onnx")


def prepare(fp32: Path, parity: float, calibration: Batches, folder: Path) -> Source:
    """Fold constants and infer shapes as the quantizer wants it.

    Symbolic shape inference is skipped: the exporter has written every shape already, it fails on encoders, and it
    leaves files in the working directory.
    """
    from onnxruntime.quantization.shape_inference import quant_pre_process

    prepared = folder / "prepared.onnx"
    with onnxruntime_tool("prepared for quantization", folder):
        quant_pre_process(fp32, prepared, skip_symbolic_shape=True)
        model = onnx.load(str(prepared))
        fill_lanes(model)
        onnx.save(onnx.shape_inference.infer_shapes(model), str(prepared))
    return Source(fp32, parity, prepared, inspect(prepared), calibration, folder)
