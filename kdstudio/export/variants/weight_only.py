"""Weights alone as integers, in blocks with a scale each; the arithmetic stays in float.

The smallest files of a transformer. Embeddings (``Gather``) become INT8, which the block quantizer leaves alone.
"""

from __future__ import annotations

from pathlib import Path

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from kdstudio.export.quiet import onnxruntime_tool
from kdstudio.export.variants.base import Made, Workshop

_BLOCK = 32
_INT8_ARITHMETIC = 4


def make(shop: Workshop, path: Path, bits: int) -> Made:
    """Quantize every product with a constant to ``bits`` bits, then the embeddings."""
    from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

    blocks = shop.source.folder / f"blocks-{bits}.onnx"
    with onnxruntime_tool(f"quantized to {bits}-bit weights", shop.source.folder):
        quantizer = MatMulNBitsQuantizer(
            onnx.load(str(shop.source.model)),
            bits=bits,
            block_size=_BLOCK,
            is_symmetric=True,
            accuracy_level=_INT8_ARITHMETIC,
        )
        quantizer.process()
        quantizer.model.save_model_to_file(str(blocks), False)
        quantize_dynamic(blocks, path, op_types_to_quantize=("Gather",), weight_type=QuantType.QInt8)
    return Made((f"{bits}-bit weights in blocks of {_BLOCK}",))
