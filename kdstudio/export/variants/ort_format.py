"""ONNX Runtime’s own format for phones: already optimised, so that it opens without the optimiser."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np

from kdstudio.core.errors import Code, KDError
from kdstudio.engine import ort
from kdstudio.export.quiet import onnxruntime_tool
from kdstudio.export.runtime import run
from kdstudio.export.variants.base import Made, Workshop


def make(shop: Workshop, path: Path, source: str) -> Made:
    """Convert a finished ONNX file; its answers must be the very same. Raises ``EXPORT_PARITY`` where they are not.

    The style is Fixed: files that carry optimisations for later answered differently (by up to .3) unless a
    session option is set. The platform is Arm whatever the target, because for any other the converter bakes in what
    suits this very processor; the file opens everywhere.
    """
    from onnxruntime.tools.convert_onnx_models_to_ort import OptimizationStyle, convert_onnx_models_to_ort

    folder = shop.source.folder / f"ort-{path.stem}"
    folder.mkdir()
    onnx = shutil.copyfile(shop.folder / source, folder / f"{path.stem}.onnx")
    with onnxruntime_tool("converted to ONNX Runtime’s format", folder):
        convert_onnx_models_to_ort(onnx, optimization_styles=[OptimizationStyle.Fixed], target_platform="arm")
    shutil.copyfile(folder / f"{path.stem}.ort", path)
    feeds = [shop.reference.feeds.first()]
    expected, found = (run(ort.session(file, threads=1, portable=True), feeds, shop.pad) for file in (onnx, path))
    difference = float(np.abs(found - expected).max())
    if difference:
        raise KDError(
            Code.EXPORT_PARITY,
            f"{path.name} answers differently from {Path(source).name}, by {difference:.2g}.",
            "Leave the ORT format out; the ONNX file works on phones as well.",
        )
    return Made((f"converted from {Path(source).name}",), parity=difference)
