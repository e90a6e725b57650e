"""The network as it was trained."""

from __future__ import annotations

import shutil
from pathlib import Path

from kdstudio.export.variants.base import Made, Variant, Workshop


def make(shop: Workshop, path: Path) -> Made:
    """Copy the traced file; everything else is made from it."""
    shutil.copyfile(shop.source.fp32, path)
    return Made(parity=shop.source.parity)


VARIANT = Variant(
    name="fp32",
    title="FP32",
    file="onnx/model.onnx",
    summary="Full precision: the file that every other is held against.",
    make=make,
)
