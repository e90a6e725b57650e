"""Two rewrites of a graph that leave its answers as they are and give ONNX Runtime faster kernels."""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

_ELEMENTWISE = frozenset({"Relu", "Clip", "LeakyRelu", "HardSwish", "HardSigmoid", "Sigmoid", "Gelu", "Mul"})
_LANES = 16


def pool_globally(model: onnx.ModelProto) -> None:
    """Say a mean over both axes of a picture as ``GlobalAveragePool``, in place.

    PyTorch's exporter writes ``ReduceMean``, which ONNX Runtime can neither keep in the blocked layout of FP32
    convolutions nor compute on integers.
    """
    graph = model.graph
    axes = _constants(graph)
    ranks = {value.name: len(value.type.tensor_type.shape.dim) for value in (*graph.value_info, *graph.input)}
    nodes: list[onnx.NodeProto] = []
    for node in graph.node:
        keep = next((entry.i for entry in node.attribute if entry.name == "keepdims"), 1)
        over = axes.get(node.input[1]) if node.op_type == "ReduceMean" and len(node.input) == 2 else None
        if over is None or ranks.get(node.input[0]) != 4 or {int(axis) % 4 for axis in over.flat} != {2, 3}:
            nodes.append(node)
            continue
        pooled = node.output[0] if keep else f"{node.output[0]}_pooled"
        nodes.append(helper.make_node("GlobalAveragePool", [node.input[0]], [pooled], name=node.name))
        if not keep:
            squeeze = helper.make_node(
                "Squeeze", [pooled, node.input[1]], [node.output[0]], name=f"{node.name}_squeeze"
            )
            nodes.append(squeeze)
    del graph.node[:]
    graph.node.extend(nodes)
    used = {name for node in nodes for name in node.input}
    kept = [tensor for tensor in graph.initializer if tensor.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)


def _constants(graph: onnx.GraphProto) -> dict[str, NDArray[np.int64]]:
    found = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer if tensor.data_type == 7}
    for node in graph.node:
        if node.op_type == "Constant" and node.attribute[0].name == "value":
            found[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
    return found


def fill_lanes(model: onnx.ModelProto) -> None:
    """Widen depthwise convolutions to a multiple of 16 channels with channels of zeros, in place.

    ONNX Runtime's integer kernel for depthwise convolutions takes 16 channels at a time and no others; 72 channels took
    three times as long as 80. Only channels that stay between two further convolutions are added, so that no shape
    outside changes.
    """
    wiring = _Wiring(model.graph)
    for before in [node for node in model.graph.node if wiring.is_own(node)]:
        depthwise = wiring.reader(before)
        after = wiring.reader(depthwise) if depthwise is not None else None
        if depthwise is None or after is None or not (_groups(before) == _groups(after) == 1):
            continue
        channels, inputs = wiring.weights[depthwise.input[1]].dims[:2]
        if inputs != 1 or channels != _groups(depthwise):
            continue
        more = -channels % _LANES
        for node in (before, depthwise):
            for name in node.input[1:]:
                _widen(wiring.weights[name], more, 0)
        _widen(wiring.weights[after.input[1]], more, 1)
        next(entry for entry in depthwise.attribute if entry.name == "group").i = channels + more
    del model.graph.value_info[:]


def _widen(tensor: onnx.TensorProto, more: int, axis: int) -> None:
    values = numpy_helper.to_array(tensor)
    padding = [(0, more if number == axis else 0) for number in range(values.ndim)]
    tensor.CopyFrom(numpy_helper.from_array(np.pad(values, padding), tensor.name))


def _groups(node: onnx.NodeProto) -> int:
    return next((int(entry.i) for entry in node.attribute if entry.name == "group"), 1)


class _Wiring:
    """Who reads what in a graph."""

    def __init__(self, graph: onnx.GraphProto) -> None:
        self.weights = {tensor.name: tensor for tensor in graph.initializer}
        self._outputs = {value.name for value in graph.output}
        self._readers: dict[str, list[onnx.NodeProto]] = defaultdict(list)
        for node in graph.node:
            for name in node.input:
                self._readers[name].append(node)

    def is_own(self, node: onnx.NodeProto) -> bool:
        """Whether it is a convolution whose weights no other node uses."""
        return node.op_type == "Conv" and all(
            name in self.weights and len(self._readers[name]) == 1 for name in node.input[1:]
        )

    def reader(self, node: onnx.NodeProto) -> onnx.NodeProto | None:
        """The convolution that alone reads what a node gives, with at most elementwise work between the two."""
        inside, between, found = [node.output[0]], [], []
        for tensor in inside:
            for reader in self._readers[tensor]:
                if reader.op_type in _ELEMENTWISE and reader not in between:
                    between.append(reader)
                    inside.append(reader.output[0])
                elif reader.op_type not in _ELEMENTWISE:
                    found.append(reader)
        foreign = {name for other in between for name in other.input} - set(inside)
        if any(name and not self._is_number(name) for name in foreign) or self._outputs & set(inside):
            return None
        return found[0] if len(found) == 1 and self.is_own(found[0]) and found[0].input[0] in inside else None

    def _is_number(self, name: str) -> bool:
        return name in self.weights and math.prod(self.weights[name].dims) == 1
