"""iPhones and iPads: Core ML through ONNX Runtime’s execution provider, or its CPU kernels.

The Core ML provider does not take QDQ: a quantized network falls into dozens of parts between CPU and accelerator.
"""

from __future__ import annotations

from collections.abc import Iterator

from kdstudio.core.deliverable import Remark
from kdstudio.core.phrases import percent
from kdstudio.export.targets.base import Facts, Target
from kdstudio.export.targets.partition import coreml


def _rules(facts: Facts) -> Iterator[Remark]:
    if facts.quantized:
        yield Remark("note", "Core ML does not take quantized layers; this file is for the CPU provider.")
        return
    found = coreml(facts.path)
    if found.whole:
        yield Remark("note", "Core ML takes the whole network in one piece, as an ML Program.")
        return
    outside = f"; {', '.join(found.outside[:4])} run on the CPU" if found.outside else ""
    words = f"Core ML takes {percent(found.share, 0)} of the operators in {found.parts} parts{outside}."
    yield Remark("note", words) if found.parts <= 2 and found.share > 0.75 else Remark("warn", words)


TARGET = Target(
    name="iphone",
    title="iPhone and iPad",
    summary="Core ML for FP32 through ONNX Runtime’s provider, or INT8 on the CPU.",
    variants=("fp32", "int8"),
    largest_opset=21,
    fixed_shape=True,
    others=("coreml",),
    rules=_rules,
    advice=(
        "Add the onnxruntime-objc pod or the Swift package; append the Core ML provider with ModelFormat=MLProgram.",
        "Core ML computes FP32 files in FP16 on the Neural Engine; compare answers on the device.",
    ),
)
