"""A quick file of a network, for timing alone: an untrained network's latency is that of the trained one."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from torch import nn

from kdstudio.core.inputs import InputSpec
from kdstudio.engine.tasks import Task
from kdstudio.export.quiet import quiet
from kdstudio.export.timing import latency

_SECONDS, _RUNS = 0.6, 100


def latency_ms(module: nn.Module, task: Task, input: InputSpec) -> float | None:
    """Median milliseconds of one example in ONNX Runtime on one thread, or None where ONNX cannot say the network.

    The file comes from the exporter over TorchScript, which takes a tenth of the time of the one that the delivery
    is made with; the graph's work is the same.
    """
    sample = task.sample(input, 1)
    feed = {name: tensor.numpy() for name, tensor in sample.items()}
    with tempfile.TemporaryDirectory(prefix="kdstudio-") as folder:
        path = Path(folder) / "sketch.onnx"
        try:
            _write(module.to("cpu").eval(), sample, path)
        except (RuntimeError, ValueError, TypeError, torch.onnx.errors.OnnxExporterError):
            return None
        return latency({"sketch": (path, feed)}, seconds=_SECONDS, runs=_RUNS)["sketch"].median_ms


def _write(module: nn.Module, sample: dict[str, torch.Tensor], path: Path) -> None:
    with quiet(), torch.no_grad():
        torch.onnx.export(module, (), path, kwargs=sample, input_names=list(sample), opset_version=20, dynamo=False)
