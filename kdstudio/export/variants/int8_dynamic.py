"""Dynamic INT8 for transformers: weights as integers, activation ranges found for each input.

Convolutions stay in float: their dynamic kernel was .1–.3 × as fast.
"""

from __future__ import annotations

from pathlib import Path

from onnxruntime.quantization import QuantType, quantize_dynamic

from kdstudio.export.quiet import quiet
from kdstudio.export.variants.base import Plan, Source, not_quantizable

OPERATORS = ("MatMul", "Gemm", "Gather")


def build(source: Source, plan: Plan, path: Path) -> None:
    """Write the quantized file. Raises ``EXPORT_UNSUPPORTED`` where the quantizer gives up."""
    try:
        with quiet():
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
    except OSError:
        raise
    except Exception as error:  # the quantizer raises bare exceptions
        raise not_quantizable(error) from error
