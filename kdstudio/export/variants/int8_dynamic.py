"""Dynamic INT8 for transformers: weights as integers, the ranges of a product's input found anew for each input.

That is one kernel for rounding, product and bias where fixed ranges take three. Convolutions get fixed ranges all the
same: their dynamic kernel was .1–.3 × as fast as FP32.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from onnxruntime.quantization import QuantType, quantize_dynamic

from kdstudio.core.recipe import ExportSpec
from kdstudio.export.quiet import onnxruntime_tool
from kdstudio.export.variants import int8_static
from kdstudio.export.variants.base import Made, Source, Variant, Workshop
from kdstudio.export.variants.plan import Plan

OPERATORS = ("MatMul", "Gemm", "Gather")


def build(source: Source, plan: Plan, path: Path) -> None:
    """Write the quantized file. Raises ``EXPORT_UNSUPPORTED`` where the quantizer gives up."""
    model = source.model
    fixed = tuple(name for name in int8_static.operators(source.graph) if name not in OPERATORS)
    if "Conv" in source.graph.operators:
        model = source.folder / "int8-convolutions.onnx"
        int8_static.build(source, replace(plan, operators=fixed), model)
    with onnxruntime_tool("quantized", source.folder):
        quantize_dynamic(
            model,
            path,
            op_types_to_quantize=OPERATORS,
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
