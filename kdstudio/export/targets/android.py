"""Android phones: ONNX Runtime’s CPU or XNNPACK kernels on Arm; NNAPI is deprecated, Snapdragon NPUs want QNN."""

from __future__ import annotations

from collections.abc import Iterator

from kdstudio.core.deliverable import Remark
from kdstudio.core.phrases import percent
from kdstudio.export.targets.base import FLOAT_AND_INTEGER, Facts, Target
from kdstudio.export.targets.partition import nnapi


def _rules(facts: Facts) -> Iterator[Remark]:
    if facts.variant == "int8-qnn":
        yield Remark("warn", "This file is for a Snapdragon NPU and the QNN provider; on a CPU it is slow.")
        return
    found = nnapi(facts.path)
    if found.whole:
        yield Remark(
            "note", "NNAPI would take the whole network, but Android has deprecated it; use the CPU or XNNPACK."
        )
    else:
        outside = f" without {', '.join(found.outside[:4])}" if found.outside else ""
        yield Remark(
            "note", f"NNAPI would take {percent(found.share, 0)} of the operators in {found.parts} parts{outside}."
        )


TARGET = Target(
    name="android",
    title="Android",
    summary="Phones and tablets with an Arm processor, through ONNX Runtime’s CPU or XNNPACK kernels.",
    variants=("int8-ort", "int8", "fp32-ort", "fp32"),
    largest_opset=21,
    types=FLOAT_AND_INTEGER | {"UINT16"},
    fixed_shape=True,
    others=("litert",),
    rules=_rules,
    advice=(
        "Add com.microsoft.onnxruntime:onnxruntime-android; the .ort file also opens in a reduced build of it.",
        "With XNNPACK, give its provider the threads and set ONNX Runtime’s own to 1 without spinning.",
        "For a Snapdragon NPU, export with the further file int8-qnn and open that with the QNN provider.",
    ),
)
