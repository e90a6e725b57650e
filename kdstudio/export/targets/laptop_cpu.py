"""Laptops and desktops: ONNX Runtime’s CPU kernels on x86 (AVX2, AVX-512, VNNI) and Arm."""

from __future__ import annotations

from collections.abc import Iterator

from kdstudio.core.deliverable import Remark
from kdstudio.export import cpu
from kdstudio.export.targets.base import FLOAT_AND_INTEGER, Facts, Target


def _rules(facts: Facts) -> Iterator[Remark]:
    if facts.variant == "fp16":
        yield Remark("stop", "CPUs compute FP16 in FP32 after converting it, which is slower than FP32.")
    if not facts.quantized or facts.seven_bits:
        return
    if cpu.saturates():
        yield Remark(
            "note",
            "This processor’s integer kernel may saturate; it was measured beside the precise one "
            "(session.x64quantprecision).",
        )
    else:
        yield Remark(
            "note",
            "It was measured on a processor whose integer kernel cannot saturate; for older x86 processors, which "
            "have no VNNI, export with export.reduce_range = yes.",
        )


TARGET = Target(
    name="laptop-cpu",
    title="Laptop or desktop CPU",
    summary="ONNX Runtime on x86 or Arm processors, without a graphics card.",
    variants=("int8", "fp32"),
    largest_opset=23,
    types=FLOAT_AND_INTEGER | {"FLOAT16", "UINT4", "INT4"},
    here=lambda: True,
    rules=_rules,
    advice=(
        "Open the file with CPUExecutionProvider; one thread is often the fastest for a small model.",
        "Switch ONNX Runtime’s telemetry off with ORT_DISABLE_TELEMETRY=1 where your users would want that.",
    ),
)
