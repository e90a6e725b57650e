"""Half precision: half the size, for graphics processors. On a CPU it was .7–1.0 × as fast as FP32."""

from __future__ import annotations

from pathlib import Path

import onnx

from kdstudio.export.quiet import onnxruntime_tool
from kdstudio.export.variants.base import Made, Variant, Workshop


def make(shop: Workshop, path: Path) -> Made:
    """Convert weights and arithmetic; inputs and outputs stay FP32, so that an app need not change."""
    from onnxruntime.transformers.float16 import convert_float_to_float16

    with onnxruntime_tool("converted to FP16", shop.folder):
        model = convert_float_to_float16(onnx.load(str(shop.source.fp32)), keep_io_types=True)
    onnx.save(model, str(path))
    return Made()


VARIANT = Variant(
    name="fp16",
    title="FP16",
    file="onnx/model_fp16.onnx",
    summary="Half precision, for graphics processors.",
    make=make,
)
