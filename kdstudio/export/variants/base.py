"""What a smaller file is made from, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from kdstudio.core.errors import Code, KDError
from kdstudio.export.feeds import Feed
from kdstudio.export.graph import Graph, inspect
from kdstudio.export.quiet import quiet

Calibration = Literal["minmax", "entropy", "percentile"]


@dataclass(frozen=True)
class Source:
    """The FP32 file, ready to be quantized, and the training examples that calibrate.

    ``folder`` holds what can be used again, such as measured ranges. There is no test data in here.
    """

    model: Path
    graph: Graph
    calibration: Callable[[], Iterator[Feed]]
    folder: Path


@dataclass(frozen=True)
class Plan:
    """One way to quantize: integers computed from fixed ranges (static), or from each input’s own (dynamic).

    ``operators`` are the types quantized, empty for all that ONNX Runtime can. ``keep_float`` names nodes left alone,
    ``only`` those quantized where that is not empty.
    """

    dynamic: bool = False
    calibration: Calibration = "minmax"
    operators: tuple[str, ...] = ()
    reduce_range: bool = False
    keep_float: tuple[str, ...] = ()
    only: tuple[str, ...] = ()

    def keeping(self, nodes: tuple[str, ...]) -> Plan:
        """The same plan with some layers left in float."""
        return replace(self, keep_float=nodes)

    def __str__(self) -> str:
        how = "ranges found for each input" if self.dynamic else f"ranges fixed by {self.calibration} calibration"
        kept = len(self.keep_float)
        return how + (f", {kept} layer{'s' if kept > 1 else ''} in float" if kept else "")


def prepare(fp32: Path, calibration: Callable[[], Iterator[Feed]], folder: Path) -> Source:
    """Fold constants and infer shapes as the quantizer wants it.

    Symbolic shape inference is skipped: the exporter has written every shape already, it fails on encoders, and it
    leaves files in the working directory.
    """
    from onnxruntime.quantization.shape_inference import quant_pre_process

    prepared = folder / "prepared.onnx"
    try:
        with quiet():
            quant_pre_process(fp32, prepared, skip_symbolic_shape=True)
    except OSError:
        raise
    except Exception as error:  # the quantizer raises bare exceptions
        raise not_quantizable(error) from error
    return Source(prepared, inspect(prepared), calibration, folder)


def not_quantizable(error: Exception) -> KDError:
    """The quantizer gave up."""
    detail = (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")[:300]
    return KDError(
        Code.EXPORT_UNSUPPORTED,
        f"ONNX Runtime could not quantize this network: {detail}.",
        "Switch INT8 off to export the FP32 file alone, or choose another architecture.",
    )
