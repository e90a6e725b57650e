"""What a graph is made of: the layers worth quantizing, and how many of them run on integers."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import onnx

from kdstudio.engine import ort

LAYERS = frozenset({"Conv", "ConvTranspose", "MatMul", "Gemm"})
_INTEGER = frozenset(
    {
        "QLinearConv",
        "ConvInteger",
        "QGemm",
        "QLinearMatMul",
        "MatMulInteger",
        "MatMulIntegerToFloat",
        "DynamicQuantizeMatMul",
        "MatMulNBits",
    }
)
_FLOAT = LAYERS | {"FusedConv", "NhwcFusedConv", "FusedGemm", "FusedMatMul", "Attention", "MultiHeadAttention"}


@dataclass(frozen=True)
class Graph:
    """A network’s make-up: ``layers`` names the nodes that multiply by weights, in order of execution.

    ``products`` are those that multiply two activations, as attention does; ``silus`` counts x · sigmoid(x).
    """

    layers: tuple[str, ...]
    products: tuple[str, ...]
    operators: frozenset[str]
    silus: int = 0

    @property
    def attention(self) -> bool:
        """Whether it is a transformer."""
        return bool(self.products)

    @property
    def encoder(self) -> bool:
        """Whether it is a transformer or normalises within a layer; quantizing such a net's additions breaks it."""
        return self.attention or "LayerNormalization" in self.operators


def inspect(path: Path) -> Graph:
    """Read a graph's make-up."""
    graph = onnx.load(str(path), load_external_data=False).graph
    constants = {tensor.name for tensor in graph.initializer}
    constants |= {node.output[0] for node in graph.node if node.op_type == "Constant"}
    multiplying = [node for node in graph.node if node.op_type in LAYERS]
    products = [node.name for node in multiplying if not any(name in constants for name in node.input)]
    sigmoids = {node.output[0]: node.input[0] for node in graph.node if node.op_type == "Sigmoid"}
    gated = [
        {sigmoids.get(name) for name in node.input} & {*node.input} for node in graph.node if node.op_type == "Mul"
    ]
    return Graph(
        layers=tuple(node.name for node in multiplying if node.name not in products),
        products=tuple(products),
        operators=frozenset(node.op_type for node in graph.node),
        silus=sum(map(bool, gated)),
    )


def integer_share(path: Path) -> float:
    """Share (0–1) of the multiplying nodes that run on integers in the graph as ONNX Runtime optimises it here."""
    with tempfile.TemporaryDirectory(prefix="kdstudio-") as folder:
        optimized = Path(folder) / "optimized.onnx"
        ort.session(path, threads=1, optimized=optimized)
        nodes = [node.op_type for node in onnx.load(str(optimized)).graph.node]
    integer = sum(name in _INTEGER for name in nodes)
    total = integer + sum(name in _FLOAT for name in nodes)
    return integer / total if total else 0.0
