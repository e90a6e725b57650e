"""What another device measured of an export’s files, and what a class of devices is estimated to need.

The browser page and ``samples/benchmark`` of an export write a :class:`Measurement` as JSON; it is read back here,
where nothing of it is trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from kdstudio.core.deliverable import Deliverable, DeviceEstimate, FileCheck
from kdstudio.core.errors import Code, KDError
from kdstudio.core.targets import TARGETS

VERSION = 2
_LARGEST = 1 << 20
_HINT = "Measure again with the export’s page or its samples/benchmark, and give the file as it is."

Milliseconds = Annotated[float, msgspec.Meta(ge=0, le=3_600_000)]
Engine = Literal["cpu", "gpu"]
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class MeasuredFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One model file: ``load_ms`` to open it and ``first_ms`` for its first answer are the cold start.

    ``on`` says whether the device’s processor or its graphics processor (WebGPU) answered.
    """

    file: Words
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    load_ms: Milliseconds
    first_ms: Milliseconds
    median_ms: Milliseconds
    p95_ms: Milliseconds
    runs: Annotated[int, msgspec.Meta(ge=1)]
    on: Engine = "cpu"


class Measurement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The files of one export on one device, in single answers that took turns.

    ``graphics`` is the graphics adapter as the browser names it, for files that ran on it. Version 2 brought it; a
    record without is written as version 1, which a KD Studio of before reads too.
    """

    format: Literal["kdstudio-measurement"]
    version: Annotated[int, msgspec.Meta(ge=1)]
    device: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    runtime: Words
    threads: Annotated[int, msgspec.Meta(ge=1, le=1024)]
    measured_at: Annotated[datetime, msgspec.Meta(tz=True)]
    files: Annotated[tuple[MeasuredFile, ...], msgspec.Meta(min_length=1, max_length=64)]
    graphics: Words | None = None

    def file(self, name: str, on: Engine = "cpu") -> MeasuredFile | None:
        """What was measured of one file on one of the device’s processors."""
        return next((found for found in self.files if (found.file, found.on) == (name, on)), None)

    @property
    def engines(self) -> tuple[Engine, ...]:
        """The processors that answered."""
        return tuple(sorted({file.on for file in self.files}))


def read(path: Path) -> Measurement:
    """Read a record. Raises ``MEASUREMENT_INVALID``, naming file and field, or ``NEWER_VERSION``."""
    try:
        if path.stat().st_size > _LARGEST:
            raise _invalid(path, "it is larger than any record of a measurement")
        raw = path.read_bytes()
    except OSError as error:
        raise _invalid(path, f"it cannot be read ({error.strerror})") from None
    try:
        version = msgspec.json.decode(raw, type=_Versioned).version
        if version > VERSION:
            raise KDError(
                Code.NEWER_VERSION, f"{path.name} was written by a newer KD Studio.", "Open it with that version."
            )
        return msgspec.json.decode(raw, type=Measurement)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$")
        field = where.rstrip("`").lstrip(".")
        raise _invalid(path, f"field {field}: {what}" if field else what) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _invalid(path, f"it is not JSON ({error})") from None


class _Versioned(msgspec.Struct):
    version: int = VERSION


def require_same(measured: Measurement, hashes: Mapping[str, str], path: Path) -> None:
    """Raise ``MEASUREMENT_INVALID`` where the record is of other files than those with these hashes by name."""
    for number, file in enumerate(measured.files):
        if hashes.get(file.file) != file.sha256:
            raise _invalid(path, f"field files[{number}].sha256: {file.file} of this export is another file")


def _invalid(path: Path, what: str) -> KDError:
    return KDError(Code.MEASUREMENT_INVALID, f"{path.name} is no measurement of this export: {what}.", _HINT)


def estimates(multiply_adds: int, files: Iterable[FileCheck]) -> tuple[DeviceEstimate, ...]:
    """What each class of device would need for one answer, by file; see :mod:`kdstudio.core.targets`.

    FP32 is the network’s multiply–adds at the device’s pace. The other files take that times the share of FP32’s time
    that they took here; a file that was not timed here gets no figure. An ORT file takes what its ONNX file does: it
    is optimised for Arm, and what it lacks here are the layouts of this processor.
    """
    times = {check.file: check.timings[0].median_ms for check in files if check.timings}
    times = {name: times.get(f"{name.removesuffix('.ort')}.onnx", time) for name, time in times.items()}
    fp32 = next((times.get(check.file) for check in files if check.variant == "fp32"), None)
    if not multiply_adds or not fp32:
        return ()
    return tuple(
        DeviceEstimate(
            device=target.title,
            pace=target.pace,
            milliseconds={name: multiply_adds / (target.pace * 1e6) * time / fp32 for name, time in times.items()},
            basis=(
                f"An estimate, not a measurement: {multiply_adds / 1e6:,.1f} million multiply–adds at "
                f"{target.pace:g} billion a second, a round figure for one core of such a device, times what the file "
                "took of FP32’s time where it was exported. It may be wrong by a factor of two either way."
            ),
        )
        for target in TARGETS
        if target.pace
    )


def of_device(made: Deliverable, measured: Measurement, on: Engine = "cpu") -> dict[str, MeasuredFile]:
    """What one processor of a device measured of an export’s files, by variant."""
    return {check.variant: found for check in made.files if (found := measured.file(check.file, on)) is not None}
