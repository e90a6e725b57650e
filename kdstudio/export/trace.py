"""From a PyTorch network to an FP32 ONNX file that answers the same at every batch size and length."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from torch import Tensor, nn
from torch.export import Dim

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import InputSpec, TextInput
from kdstudio.engine import ort
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.tasks.base import Task
from kdstudio.export.quiet import quiet
from kdstudio.export.rewrite import pool_globally

PARITY = 1e-4
_MAX_BATCH = 1024
_PROTOBUF_LIMIT = 2_000_000_000


def export_fp32(
    module: nn.Module, task: Task, input: InputSpec, examples: Examples, path: Path, opset: int = 20
) -> float:
    """Write ``module`` to ``path`` and return its parity: the largest difference of a logit to PyTorch’s.

    It is measured on ``examples``, relative where logits exceed 1, and at most :data:`PARITY`. Raises
    ``EXPORT_UNSUPPORTED`` where the network cannot be said in ONNX, ``EXPORT_PARITY`` where the file answers
    differently.
    """
    weights = sum(t.numel() * t.element_size() for t in (*module.parameters(), *module.buffers()))
    if weights > _PROTOBUF_LIMIT:
        raise KDError(
            Code.EXPORT_UNSUPPORTED,
            f"The network’s weights take {weights / 1e9:.1f} GB; one ONNX file holds at most 2 GB.",
            "Choose a smaller student.",
        )
    was_training, device = module.training, next(module.parameters(), torch.empty(0)).device
    module.eval().to("cpu")
    try:
        with torch.no_grad():
            _trace(module, task.sample(input, 2), input, path, opset)
            _tidy(path)
            return _parity(module, task, input, examples, path)
    finally:
        module.to(device).train(was_training)


def _trace(module: nn.Module, sample: dict[str, Tensor], input: InputSpec, path: Path, opset: int) -> None:
    batch = Dim("batch", min=1, max=_MAX_BATCH)
    axes: dict[int, Any] = {0: batch}
    if isinstance(input, TextInput):
        axes[1] = Dim("length", min=1, max=input.max_length)
    shapes = {name: dict(axes) for name in sample}
    try:
        with quiet(), _named_arguments(module, list(sample)):
            torch.onnx.export(
                module,
                (),
                str(path),
                kwargs=sample,
                dynamic_shapes=shapes,
                input_names=list(sample),
                output_names=["logits"],
                opset_version=opset,
                dynamo=True,
                external_data=False,
                verbose=False,
            )
    except OSError:
        raise
    except Exception as error:  # the exporter lets errors of many packages through
        if isinstance(error.__cause__, OSError):
            raise error.__cause__ from error
        raise _unsupported(error) from error


@contextmanager
def _named_arguments(module: nn.Module, names: list[str]) -> Iterator[None]:
    """Give a ``forward`` that collects its inputs in ``**inputs`` a signature that names them, as the tracer needs."""
    forward = module.forward
    parameters = inspect.signature(forward).parameters
    if all(name in parameters for name in names):
        yield
        return

    def named(**inputs: Tensor) -> Tensor:
        logits: Tensor = forward(**inputs)
        return logits

    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    named.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # read by inspect, unknown to the checker
        [inspect.Parameter(name, kind) for name in names]
    )
    module.forward = named
    try:
        yield
    finally:
        del module.__dict__["forward"]


def _unsupported(error: Exception) -> KDError:
    text = re.sub(r"\x1b\[\d+m", "", str(error))
    operator = re.search(r"OpOverload\(op='([\w.:]+)'|target=torch\.ops\.([\w.]+?)\.\w+\]", text)
    if operator:
        name = operator.group(1) or operator.group(2)
        return KDError(
            Code.EXPORT_UNSUPPORTED,
            f"The network uses the operator {name}, which has no counterpart in ONNX.",
            "Choose an architecture without it.",
        )
    cause = re.search(r"<class '[\w.]+'>: (.+)", text)
    detail = (cause.group(1) if cause else text.partition("\n")[0]).strip().rstrip(".")[:300]
    return KDError(
        Code.EXPORT_UNSUPPORTED,
        f"PyTorch could not turn the network into a graph: {detail}.",
        "A network whose code decides by the values of its input cannot be exported; choose another architecture.",
    )


def _tidy(path: Path) -> None:
    """Drop the exporter's notes, which hold paths of this machine and outweigh a small net's weights; name nodes."""
    model = onnx.load(str(path))
    del model.metadata_props[:]
    graph = model.graph
    for entry in (*graph.node, *graph.input, *graph.output, *graph.value_info, *graph.initializer, graph):
        del entry.metadata_props[:]
        entry.doc_string = ""
    for number, node in enumerate(graph.node):
        node.name = node.name or f"{node.op_type}_{number}"
    for function in model.functions:
        del function.metadata_props[:]
        for node in function.node:
            del node.metadata_props[:]
            node.doc_string = ""
    pool_globally(model)
    onnx.save(model, str(path))


def _parity(module: nn.Module, task: Task, input: InputSpec, examples: Examples, path: Path) -> float:
    session = ort.session(path, threads=1)
    worst = 0.0
    for size in (1, 2, 5):
        batch = task.batch(examples, np.arange(size) % len(examples), input, None)
        for inputs in (batch, _halved(batch)) if isinstance(input, TextInput) else (batch,):
            expected = module(**inputs).float().numpy()
            try:
                found = session.run(None, {name: tensor.numpy() for name, tensor in inputs.items()})[0]
            except Exception as error:
                raise _differs(f"it fails on {_shape(inputs)}") from error
            if found.shape != expected.shape:
                raise _differs(f"on {_shape(inputs)} it answers {found.shape} instead of {expected.shape}")
            scale = max(1.0, float(np.abs(expected).max()))
            worst = max(worst, float(np.abs(found - expected).max()) / scale)
    if not worst <= PARITY:
        raise _differs(f"its answers differ by {worst:.2g}, where {PARITY:g} is accepted")
    return worst


def _halved(batch: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor[:, : max(1, tensor.shape[1] // 2)].contiguous() for name, tensor in batch.items()}


def _shape(inputs: dict[str, Tensor]) -> str:
    return " and ".join(f"{name} {tuple(tensor.shape)}" for name, tensor in inputs.items())


def _differs(how: str) -> KDError:
    return KDError(
        Code.EXPORT_PARITY,
        f"The exported file does not do what the trained network does: {how}.",
        "Choose another ONNX operator set, or another architecture; nothing was written.",
    )
