"""INT8 as the guard makes it: the fastest way that keeps the accuracy."""

from __future__ import annotations

import shutil
from pathlib import Path

from kdstudio.core.phrases import percent
from kdstudio.export import guard
from kdstudio.export.variants.base import Made, Variant, Workshop


def make(shop: Workshop, path: Path) -> Made:
    """Try plans until one holds the tolerance on the validation split; otherwise take the best and say so."""
    found = guard.quantize(shop)
    best, tolerance, notes = found.best, shop.spec.tolerance, []
    if not best.within(tolerance, len(shop.reference.labels)):
        repairs = len(found.tried) - found.repairs
        notes.append(
            f"INT8 lost {best.loss:.2f} points on the validation split ({tolerance:g} are accepted) and "
            f"gives {percent(best.agreement)} of FP32’s answers, after {repairs} repairs; the FP32 file is safer."
            if best.loss > tolerance
            else f"INT8 lost {max(0.0, best.loss):.2f} points on the validation split ({tolerance:g} are accepted) but "
            f"answers {percent(1 - best.agreement)} of its examples differently from FP32, after {repairs} repairs; "
            "look at those before you ship it."
        )
    shutil.copyfile(best.path, path)
    kept = (f"kept: {best.plan}{found.why}",) if len(found.tried) > 1 else ()
    return Made((*map(str, found.tried), *kept), tuple(notes), precise_agreement=best.precise_agreement)


VARIANT = Variant(
    name="int8",
    title="INT8",
    file="onnx/model_quantized.onnx",
    summary="Eight-bit weights and arithmetic, a quarter of the size: the usual file for a CPU.",
    make=make,
    quantized=True,
)
