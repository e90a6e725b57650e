"""The FP32 file in ONNX Runtime’s own format."""

from __future__ import annotations

from functools import partial

from kdstudio.export.variants import ort_format
from kdstudio.export.variants.base import Variant

VARIANT = Variant(
    name="fp32-ort",
    title="FP32, ORT format",
    file="onnx/model.ort",
    summary="The FP32 file, optimised ahead for phones.",
    make=partial(ort_format.make, source="onnx/model.onnx"),
    needs=("fp32",),
    quantized=False,
)
