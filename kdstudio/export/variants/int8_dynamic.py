"""Dynamic INT8 for transformers: weights as integers, activation ranges found for each input.

Convolutions stay in float: their dynamic kernel was .1–.3 × as fast.
"""

from __future__ import annotations

from pathlib import Path

from onnxruntime.quantization import QuantType, quantize_dynamic

from kdstudio.core.recipe import ExportSpec
from kdstudio.export.quiet import onnxruntime_tool
from kdstudio.export.variants.base import Made, Source, Variant, Workshop
from kdstudio.export.variants.plan import Plan

OPERATORS = ("MatMul", "Gemm", "Gather")


def build(source: Source, plan: Plan, path: Path) -> None:
    """Write the quantized file. Raises ``EXPORT_UNSUPPORTED`` where the quantizer gives up."""
    with onnxruntime_tool("quantized"):
        quantize_dynamic(
            source.model,
            path,
            op_types_to_quantize=plan.operators or OPERATORS,
            per_channel=True,
            reduce_range=plan.reduce_range,
            weight_type=QuantType.QInt8,
            nodes_to_quantize=plan.only,
            nodes_to_exclude=plan.keep_float,
            extra_options={"MatMulConstBOnly": True},
        )


def plan(spec: ExportSpec) -> Plan:
    """The whole network. Weights of 7 bits cannot saturate on any processor, and cost nothing measurable."""
    return Plan(dynamic=True, reduce_range=spec.reduce_range != "no")


def make(shop: Workshop, path: Path) -> Made:
    """Quantize as a whole."""
    build(shop.source, plan(shop.spec), path)
    return Made((str(plan(shop.spec)),))


VARIANT = Variant(
    name="int8-dynamic",
    title="INT8, dynamic",
    file="onnx/model_int8.onnx",
    summary="Eight-bit weights; ranges found for each input, so nothing is calibrated.",
    make=make,
    suits=lambda graph: graph.encoder,
    quantized=True,
)
