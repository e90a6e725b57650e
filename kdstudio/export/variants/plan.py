"""One way to quantize to INT8."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Calibration = Literal["minmax", "entropy", "percentile"]


@dataclass(frozen=True)
class Plan:
    """Integers computed from fixed ranges (static), or from each input’s own (dynamic).

    ``operators`` are the types quantized, empty for all that ONNX Runtime can. ``keep_float`` names nodes left alone,
    ``only`` those quantized where that is not empty. ``finetuned`` says that the weights learnt to be quantized.
    """

    dynamic: bool = False
    calibration: Calibration = "minmax"
    operators: tuple[str, ...] = ()
    reduce_range: bool = False
    keep_float: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    finetuned: bool = False

    def keeping(self, nodes: tuple[str, ...]) -> Plan:
        """The same plan with some layers left in float."""
        return replace(self, keep_float=nodes)

    def probing(self, node: str) -> Plan:
        """The same plan for one layer alone."""
        return replace(self, keep_float=(), only=(node,))

    def __str__(self) -> str:
        how = "ranges found for each input" if self.dynamic else f"ranges fixed by {self.calibration} calibration"
        kept = len(self.keep_float)
        return (
            ("fine-tuned with simulated INT8, " if self.finetuned else "")
            + how
            + (f", {kept} layer{'s' if kept > 1 else ''} in float" if kept else "")
        )
