"""What a target is: the files it wants, what it accepts, and what to say of a file that does not suit it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx
import onnx.numpy_helper

from kdstudio.core.deliverable import Remark, TargetName
from kdstudio.core.phrases import percent

_SEVEN_BITS = 64
FLOAT_AND_INTEGER = frozenset({"FLOAT", "INT64", "INT32", "INT8", "UINT8", "BOOL"})


@dataclass(frozen=True)
class Facts:
    """A model file as a target’s rules look at it."""

    path: Path
    variant: str
    model: onnx.ModelProto

    @property
    def opset(self) -> int:
        """Version of the ONNX operators."""
        return max((entry.version for entry in self.model.opset_import if entry.domain in ("", "ai.onnx")), default=0)

    @property
    def operators(self) -> Counter[str]:
        """How many nodes of each type there are; operators of another domain carry its name."""
        return Counter(
            node.op_type if node.domain in ("", "ai.onnx") else f"{node.domain}:{node.op_type}"
            for node in self.model.graph.node
        )

    @property
    def types(self) -> set[str]:
        """Element types of inputs, outputs and weights."""
        graph = self.model.graph
        found = {entry.type.tensor_type.elem_type for entry in (*graph.input, *graph.output)}
        found |= {tensor.data_type for tensor in graph.initializer}
        return {onnx.TensorProto.DataType.Name(number) for number in found}

    @property
    def dynamic_inputs(self) -> list[str]:
        """Inputs with an axis whose length is left open."""
        return [
            entry.name
            for entry in self.model.graph.input
            if any(not axis.HasField("dim_value") for axis in entry.type.tensor_type.shape.dim)
        ]

    @property
    def quantized(self) -> bool:
        """Whether weights or activations are integers in QDQ form."""
        return "DequantizeLinear" in self.operators

    @property
    def seven_bits(self) -> bool:
        """Whether weights that are multiplied leave one of their 8 bits unused, so that no integer kernel saturates."""
        nodes = self.model.graph.node
        looked_up = {node.input[0] for node in nodes if node.op_type == "Gather"}
        looked_up |= {n.input[0] for n in nodes if n.op_type == "DequantizeLinear" and n.output[0] in looked_up}
        kinds = (onnx.TensorProto.INT8, onnx.TensorProto.UINT8)
        weights = (
            onnx.numpy_helper.to_array(tensor).astype(np.int16)
            for tensor in self.model.graph.initializer
            if tensor.data_type in kinds and len(tensor.dims) > 1 and tensor.name not in looked_up
        )
        return all(np.abs(values).max(initial=0) <= _SEVEN_BITS for values in weights)


Rules = Callable[[Facts], Iterator[Remark]]


@dataclass(frozen=True)
class Target:
    """A kind of device.

    ``variants`` are its usual files in the order in which they are recommended where nothing can be measured here.
    ``here`` tells whether this machine is such a device, so that measured times decide. ``fixed_shape`` targets get
    files for one example of full length. ``pixels`` says that it runs a graph that takes pictures of any size as bytes,
    as ONNX Runtime’s CPU kernels do beside whatever accelerator; ``others`` are formats beside ONNX.
    ``operators`` are those accepted on its accelerator, None for all of ONNX Runtime’s. ``advice`` is for the app.
    """

    name: TargetName
    title: str
    summary: str
    variants: tuple[str, ...]
    largest_opset: int
    types: frozenset[str] = FLOAT_AND_INTEGER
    operators: frozenset[str] | None = None
    fixed_shape: bool = False
    pixels: bool = True
    others: tuple[str, ...] = ()
    here: Callable[[], bool] = field(default=lambda: False)
    rules: Rules = field(default=lambda facts: iter(()))
    advice: tuple[str, ...] = ()

    @property
    def accepts(self) -> str:
        """Operators, types and shapes, in a sentence."""
        shapes = "one example at a time" if self.fixed_shape else "any number of examples at once"
        operators = (
            "every operator (on the CPU what an accelerator lacks)"
            if self.operators is None
            else f"{len(self.operators)} operators on its accelerator and the others on the CPU"
        )
        types = ", ".join(sorted(self.types))
        return f"It takes operator set {self.largest_opset} at most, {operators}, {shapes}, and numbers of {types}."

    def remarks(self, facts: Facts) -> list[Remark]:
        """Everything to be said of a file on this target."""
        return [*self._general(facts), *self.rules(facts)]

    def _general(self, facts: Facts) -> Iterator[Remark]:
        if facts.opset > self.largest_opset:
            yield Remark(
                "stop",
                f"The file uses ONNX operator set {facts.opset}; {self.title} takes at most {self.largest_opset}.",
            )
        if self.fixed_shape and facts.dynamic_inputs:
            yield Remark("stop", f"{self.title} wants fixed shapes, but {facts.dynamic_inputs[0]} has an open axis.")
        if strange := sorted(facts.types - self.types):
            yield Remark("stop", f"{self.title} does not take numbers of type {', '.join(strange)}.")
        if self.operators is not None:
            outside = {name: count for name, count in facts.operators.items() if name not in self.operators}
            if outside:
                share = sum(outside.values()) / sum(facts.operators.values())
                names = ", ".join(sorted(outside)[:6])
                yield Remark("note", f"{percent(share, 0)} of the operators ({names}) run on the CPU instead.")


def facts_of(path: Path, variant: str) -> Facts:
    """Read a file for a target’s rules."""
    return Facts(path, variant, onnx.load(str(path), load_external_data=False))
