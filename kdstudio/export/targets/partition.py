"""How an accelerator would cut a network into parts, by ONNX Runtime’s own mobile-usability tool and operator lists."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnx

from kdstudio.export.quiet import onnxruntime_tool


@dataclass(frozen=True)
class Partition:
    """``supported`` of ``nodes`` operators run on the accelerator, in ``parts`` pieces, but none of ``outside``."""

    nodes: int
    supported: int
    parts: int
    outside: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether the accelerator takes the network in one piece."""
        return self.parts == 1 and self.supported == self.nodes

    @property
    def share(self) -> float:
        """Share of the operators that the accelerator takes."""
        return self.supported / self.nodes if self.nodes else 0.0


def coreml(path: Path) -> Partition:
    """Core ML, as an ML Program."""
    from onnxruntime.tools.mobile_helpers.usability_checker import check_coreml_partitions

    return _partition(path, lambda model: check_coreml_partitions(model, True, "coreml_supported_mlprogram_ops.md"))


def nnapi(path: Path) -> Partition:
    """Android’s Neural Networks API, which is deprecated."""
    from onnxruntime.tools.mobile_helpers.usability_checker import check_nnapi_partitions

    return _partition(path, lambda model: check_nnapi_partitions(model, True))


def _partition(path: Path, check: Callable[[onnx.ModelProto], Any]) -> Partition:
    from onnxruntime.tools.onnx_model_utils import ModelProtoWithShapeInfo, optimize_model

    with (
        tempfile.TemporaryDirectory(prefix="kdstudio-") as folder,
        onnxruntime_tool("checked for phones", Path(folder)),
    ):
        folded = Path(folder) / "folded.onnx"
        optimize_model(path, folded)
        found = check(ModelProtoWithShapeInfo(folded).model_with_shape_info)
    return Partition(
        found.num_nodes,
        found.num_supported_nodes,
        found.num_partitions,
        tuple(sorted({*found.unsupported_ops, *found.ops_with_unsupported_rank})),
    )
