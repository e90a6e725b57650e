"""What an export made and how each file came out, as plain data: ``measured.json`` of an export folder."""

from __future__ import annotations

from typing import Literal

import msgspec

TargetName = Literal["laptop-cpu", "android", "iphone", "windows-directml", "browser"]


class Remark(msgspec.Struct, frozen=True):
    """Something a person should know of a file on its target; ``stop`` keeps it from being recommended."""

    severity: Literal["note", "warn", "stop"]
    message: str


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """Single answers on this machine, interleaved with those of the other files.

    ``over_fp32`` is the range (99 % certain) of its time as a multiple of the FP32 file’s in the same moments.
    """

    threads: int
    median_ms: float
    p95_ms: float
    runs: int
    over_fp32: tuple[float, float] | None = None


class Footprint(msgspec.Struct, frozen=True, kw_only=True):
    """A fresh process on this machine: time to open the file and to give the first answer, and memory taken."""

    load_ms: float
    first_ms: float
    memory_bytes: int


class ClassChange(msgspec.Struct, frozen=True, kw_only=True):
    """Points of recall that one class won or lost on the test split."""

    name: str
    points: float


class FileCheck(msgspec.Struct, frozen=True, kw_only=True):
    """One model file as ONNX Runtime runs it.

    ``accuracy``, ``agreement`` (with the FP32 file), ``teacher_agreement`` and ``calibration_error`` are by split.
    ``precise_agreement`` is the agreement on the validation split with the kernel that cannot saturate.
    ``integer_share`` of the multiplying nodes run on integers. ``parity`` is the largest difference of a logit to
    what the file was made from: PyTorch for FP32, the ONNX file for an ORT file. ``steps`` says how it came about.
    ``classes`` are those that changed against the FP32 file, ``teacher_classes`` against the teacher, worst first.
    ``changed`` names the test examples whose answer differs from FP32’s, the surest ones first. Of ``errors`` on the
    test split ``inherited_errors`` are the very answers of the teacher.
    """

    variant: str
    title: str
    file: str
    size_bytes: int
    accuracy: dict[str, float]
    agreement: dict[str, float]
    calibration_error: dict[str, float] = {}
    teacher_agreement: dict[str, float] = {}
    precise_agreement: float | None = None
    integer_share: float | None = None
    parity: float | None = None
    steps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    timings: tuple[Timing, ...] = ()
    footprint: Footprint | None = None
    classes: tuple[ClassChange, ...] = ()
    teacher_classes: tuple[ClassChange, ...] = ()
    changed: tuple[str, ...] = ()
    errors: int = 0
    inherited_errors: int | None = None


class OtherFormat(msgspec.Struct, frozen=True, kw_only=True):
    """The student in a format beside ONNX, such as Core ML; ``note`` says what it takes and what is known of it."""

    title: str
    file: str
    note: str


class PixelsCheck(msgspec.Struct, frozen=True, kw_only=True):
    """The file that takes pictures as they are, made of ``variant`` and held against it on the test pictures.

    ``file`` is empty where it was left out; ``note`` says why. Of the ``pictures`` at their original size the share
    ``agreement`` got the same answer, with probabilities at most ``largest_difference`` apart.
    """

    variant: str
    file: str = ""
    size_bytes: int = 0
    pictures: int
    agreement: float
    largest_difference: float
    note: str = ""


class DeviceEstimate(msgspec.Struct, frozen=True, kw_only=True):
    """What a class of device is thought to need for one answer of each file, by name; never a measurement.

    ``pace`` is in billions of multiply–adds a second; ``basis`` says in words how the times are known.
    """

    device: str
    pace: float
    milliseconds: dict[str, float]
    basis: str


class Deliverable(msgspec.Struct, frozen=True, kw_only=True):
    """The finished folder. ``recommended`` is a variant, ``reason`` the sentence that says why.

    ``notes`` are further sentences that a person should read: of the calibration, or of what was left out.
    ``fixed_shape`` files take one example of full length. ``examples`` counts those of each split,
    ``teacher_accuracy`` is by split where the teacher’s answers are known. ``pixels`` is the file that prepares its
    pictures itself, where the target and the task have one; ``others`` are in formats beside ONNX. ``estimates`` are
    those of devices that nothing was measured on.
    """

    target: TargetName
    target_title: str
    processor: str
    threads: int
    measured_on_target: bool
    files: tuple[FileCheck, ...]
    recommended: str
    reason: str
    notes: tuple[str, ...] = ()
    fixed_shape: bool = False
    examples: dict[str, int] = {}
    teacher_accuracy: dict[str, float] = {}
    advice: tuple[str, ...] = ()
    pixels: PixelsCheck | None = None
    others: tuple[OtherFormat, ...] = ()
    estimates: tuple[DeviceEstimate, ...] = ()

    def file(self, variant: str) -> FileCheck | None:
        """What is known of one variant."""
        return next((check for check in self.files if check.variant == variant), None)


class FileTimes(msgspec.Struct, frozen=True, kw_only=True):
    """One file of an export, timed again."""

    title: str
    file: str
    size_bytes: int
    timings: tuple[Timing, ...]
    footprint: Footprint | None = None


class Bench(msgspec.Struct, frozen=True, kw_only=True):
    """The files of an export on some machine: ``artifacts/bench.json``."""

    folder: str
    processor: str
    threads: int
    files: tuple[FileTimes, ...]
