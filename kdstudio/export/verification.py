"""What was measured on a written file, as plain data for the lineage record and the model card."""

from __future__ import annotations

import msgspec


class FileCheck(msgspec.Struct, frozen=True, kw_only=True):
    """One model file as ONNX Runtime runs it.

    ``accuracy`` and ``agreement`` (with the FP32 file) are shares by split; ``precise_agreement`` is the agreement on
    the validation split with the kernel that cannot saturate. ``integer_share`` of the multiplying nodes run on
    integers. ``parity`` is the FP32 file’s largest difference to PyTorch. ``steps`` says how the file came about.
    """

    variant: str
    file: str
    size_bytes: int
    accuracy: dict[str, float]
    agreement: dict[str, float]
    precise_agreement: float | None = None
    integer_share: float | None = None
    parity: float | None = None
    steps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
