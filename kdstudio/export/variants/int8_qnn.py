"""INT8 for the NPU of a Snapdragon, as ONNX Runtime’s QNN provider wants it.

Everything is quantized by the configuration that ONNX Runtime itself has for QNN: unsigned bytes and no float islands,
whose way to the CPU and back costs more than they give. Where bytes lose too much, activations get 16 bits, which the
NPU computes as well. Nothing was timed on such a chip. A transformer is left alone: the −3e38 of its attention mask
takes the whole range, and a toy one kept 92 % of its answers with either.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import QuantType, quantize
from onnxruntime.quantization.execution_providers.qnn import get_qnn_qdq_config, qnn_preprocess_model

from kdstudio.core.phrases import percent
from kdstudio.engine import ort
from kdstudio.export.guard import AGREEMENT
from kdstudio.export.quiet import onnxruntime_tool
from kdstudio.export.runtime import run
from kdstudio.export.variants.base import Made, Source, Variant, Workshop
from kdstudio.export.variants.int8_static import Reader

_ACTIVATIONS = ((8, QuantType.QUInt8), (16, QuantType.QUInt16))


def build(source: Source, activations: QuantType, path: Path) -> None:
    """Write the quantized file. Raises ``EXPORT_UNSUPPORTED`` where the quantizer gives up."""
    prepared = source.folder / "qnn.onnx"
    model = onnx.load(str(source.model))
    del model.metadata_props[:]  # the tool of onnxruntime 1.32 stumbles over any
    with onnxruntime_tool("quantized for QNN", source.folder):
        fused = prepared if qnn_preprocess_model(model, prepared) else source.model
        config = get_qnn_qdq_config(
            fused,
            Reader(source.calibration),
            activation_type=activations,
            weight_type=QuantType.QUInt8,
            stride=1,
        )
        quantize(fused, path, config)


def make(shop: Workshop, path: Path) -> Made:
    """Bytes where they give FP32’s answers on the validation split, otherwise activations of 16 bits."""
    steps, best = [], 0.0
    for bits, kind in _ACTIVATIONS:
        build(shop.source, kind, path)
        found = run(ort.session(path), shop.reference.feeds, shop.pad)
        best = float(np.mean(found.argmax(1) == shop.reference.logits.argmax(1)))
        steps.append(f"activations of {bits} bits: {percent(best)} of the answers as in FP32")
        if best >= AGREEMENT:
            break
    notes = (
        () if best >= AGREEMENT else (f"INT8 for QNN gives {percent(best)} of FP32’s answers on the validation split.",)
    )
    return Made(tuple(steps), notes)


VARIANT = Variant(
    name="int8-qnn",
    title="INT8 for Snapdragon",
    file="onnx/model_qnn.onnx",
    summary="Quantized as a whole for the NPU of a Snapdragon, through the QNN provider.",
    make=make,
    suits=lambda graph: not graph.encoder,
    quantized=True,
    targets=("android",),
)
