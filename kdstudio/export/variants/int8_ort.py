"""The INT8 file in ONNX Runtime’s own format."""

from __future__ import annotations

from functools import partial

from kdstudio.export.variants import ort_format
from kdstudio.export.variants.base import Variant

VARIANT = Variant(
    name="int8-ort",
    title="INT8, ORT format",
    file="onnx/model_quantized.ort",
    summary="The INT8 file, optimised ahead for phones.",
    make=partial(ort_format.make, source="onnx/model_quantized.onnx"),
    needs=("int8",),
    quantized=True,
)
