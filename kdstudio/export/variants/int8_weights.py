"""Eight-bit weights for transformers."""

from __future__ import annotations

from functools import partial

from kdstudio.export.variants import weight_only
from kdstudio.export.variants.base import Variant

VARIANT = Variant(
    name="int8-weights",
    title="INT8 weights",
    file="onnx/model_w8.onnx",
    summary="Eight-bit weights with arithmetic in float: as accurate as FP32 at a quarter of the size.",
    make=partial(weight_only.make, bits=8),
    suits=lambda graph: graph.attention,
    quantized=True,
)
