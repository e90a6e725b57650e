"""Four-bit weights for transformers."""

from __future__ import annotations

from functools import partial

from kdstudio.export.variants import weight_only
from kdstudio.export.variants.base import Variant

VARIANT = Variant(
    name="int4-weights",
    title="INT4 weights",
    file="onnx/model_q4.onnx",
    summary="Four-bit weights with arithmetic in float: the smallest file, seldom the fastest.",
    make=partial(weight_only.make, bits=4),
    suits=lambda graph: graph.attention,
    quantized=True,
)
