"""Windows with a graphics card: ONNX Runtime’s DirectML provider.

It implements the ONNX operators up to set 20 (ONNX Runtime, docs/OperatorKernels.md, DmlExecutionProvider) on
tensors of at most 8 axes.
"""

from __future__ import annotations

from collections.abc import Iterator

from kdstudio.core.deliverable import Remark
from kdstudio.export.targets.base import FLOAT_AND_INTEGER, Facts, Target

_MOST_AXES = 8


def _rules(facts: Facts) -> Iterator[Remark]:
    axes = max((len(value.type.tensor_type.shape.dim) for value in facts.model.graph.value_info), default=0)
    if axes > _MOST_AXES:
        yield Remark("stop", f"DirectML takes tensors of at most {_MOST_AXES} axes; this network has {axes}.")
    if facts.dynamic_inputs:
        yield Remark("note", "DirectML compiles for every new batch size; fix it with AddFreeDimensionOverrideByName.")
    if facts.quantized:
        yield Remark("note", "A graphics card gains little from INT8 beyond the size; FP16 is usually faster there.")


TARGET = Target(
    name="windows-directml",
    title="Windows with DirectML",
    summary="Any DirectX 12 graphics card, through ONNX Runtime’s DirectML provider.",
    variants=("fp16", "fp32", "int8"),
    largest_opset=20,
    types=FLOAT_AND_INTEGER | {"FLOAT16"},
    rules=_rules,
    advice=(
        "Add Microsoft.ML.OnnxRuntime.DirectML and append the DirectML provider with device 0.",
        "DirectML needs sequential execution and the memory pattern switched off (EnableMemoryPattern = false).",
    ),
)
