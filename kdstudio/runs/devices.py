"""What other devices measured of a run's export, kept in ``devices/`` of its folder: one file for each of them."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from kdstudio.core import measurement
from kdstudio.core.errors import Code, KDError
from kdstudio.core.measurement import Measurement
from kdstudio.runs import manifest, record
from kdstudio.runs.files import write_atomic
from kdstudio.runs.layout import RunFolder


def add(run: RunFolder, path: Path, export: Path | None = None) -> Measurement:
    """Take in a record of the run's export, or of a later one in another folder.

    A record of the same device and runtime takes the place of its former one.

    Raises ``MEASUREMENT_INVALID``, ``NEWER_VERSION``, ``RUN_NOT_READY``, ``DISK_FULL`` or ``WORKSPACE_READONLY``.
    """
    hashes = manifest.read(export or _export(run))
    if not hashes:
        raise KDError(Code.RUN_NOT_READY, f"{run.path.name} has no finished export.", "Let it finish, or export it.")
    measured = measurement.read(path)
    measurement.require_same(measured, hashes, path)
    write_atomic(run.devices / f"{_name(measured)}.json", msgspec.json.format(msgspec.json.encode(measured)) + b"\n")
    return measured


def load(run: RunFolder, export: Path | None = None) -> tuple[Measurement, ...]:
    """What was measured of the run's export, or of a later one in another folder; the newest first.

    A record whose files are no longer those of the export is passed over.
    """
    hashes = manifest.read(export or _export(run))
    found = []
    for path in run.devices.glob("*.json"):
        try:
            measured = measurement.read(path)
            measurement.require_same(measured, hashes, path)
        except KDError:
            continue
        found.append(measured)
    return tuple(sorted(found, key=lambda measured: measured.measured_at, reverse=True))


def _export(run: RunFolder) -> Path:
    report = record.report(run)
    return record.export_folder(run, report) if report is not None else run.artifacts / "export"


def _name(measured: Measurement) -> str:
    words = f"{measured.device} {measured.runtime}".lower()
    return re.sub(r"[^\w]+", "-", words).strip("-")[:120] or "device"
