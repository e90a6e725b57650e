"""Android phones: ONNX Runtime’s CPU or XNNPACK kernels on Arm; NNAPI is deprecated, Snapdragon NPUs want QNN."""

from __future__ import annotations

from collections.abc import Iterator

from kdstudio.core.deliverable import Remark
from kdstudio.export.targets.base import Facts, Target
from kdstudio.export.targets.partition import nnapi


def _rules(facts: Facts) -> Iterator[Remark]:
    found = nnapi(facts.path)
    if found.whole:
        yield Remark(
            "note", "NNAPI would take the whole network, but Android has deprecated it; use the CPU or XNNPACK."
        )
    else:
        outside = f" without {', '.join(found.outside[:4])}" if found.outside else ""
        yield Remark("note", f"NNAPI would take {found.share:.0%} of the operators in {found.parts} parts{outside}.")


TARGET = Target(
    name="android",
    title="Android",
    summary="Phones and tablets with an Arm processor, through ONNX Runtime’s CPU or XNNPACK kernels.",
    variants=("int8-ort", "int8", "fp32-ort", "fp32"),
    largest_opset=21,
    fixed_shape=True,
    rules=_rules,
    advice=(
        "Add com.microsoft.onnxruntime:onnxruntime-android; the .ort file also opens in a reduced build of it.",
        "With XNNPACK, give its provider the threads and set ONNX Runtime’s own to 1 without spinning.",
        "For a Snapdragon NPU, quantize again with get_qnn_qdq_config of onnxruntime.quantization.",
    ),
)
