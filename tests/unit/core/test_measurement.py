"""Records of other devices: what is taken, what is refused and how that is said; and what is only estimated."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from kdstudio.core import measurement
from kdstudio.core.deliverable import FileCheck, Timing
from kdstudio.core.errors import Code, KDError
from kdstudio.core.targets import TARGETS

RECORD: dict[str, Any] = {
    "format": "kdstudio-measurement",
    "version": 1,
    "device": "Pixel 8",
    "runtime": "ONNX Runtime Web 1.30.0, WebAssembly, Chromium 156",
    "threads": 1,
    "measured_at": "2026-11-24T11:03:33Z",
    "files": [
        {
            "file": "onnx/model.onnx",
            "sha256": "0" * 64,
            "load_ms": 7.67,
            "first_ms": 7,
            "median_ms": 0.85,
            "p95_ms": 1.5,
            "runs": 100,
        }
    ],
}


def written(folder: Path, content: object) -> Path:
    path = folder / "phone.json"
    path.write_bytes(content if isinstance(content, bytes) else msgspec.json.encode(content))
    return path


def changed(field: str, value: object) -> dict[str, Any]:
    """The record with one field of it, or of its first file, set or (None) taken out."""
    copy: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(RECORD))
    place = copy["files"][0] if field in copy["files"][0] else copy
    place[field] = value
    if value is None:
        del place[field]
    return copy


def test_a_record_is_read(tmp_path: Path) -> None:
    found = measurement.read(written(tmp_path, RECORD))
    assert found.device == "Pixel 8"
    assert found.measured_at.year == 2026
    file = found.file("onnx/model.onnx")
    assert file is not None
    assert (file.median_ms, file.first_ms) == (0.85, 7.0)
    assert found.file("onnx/other.onnx") is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "it is not JSON"),
        (b"{", "it is not JSON"),
        (b"\xff\xfe", "it is not JSON"),
        (b'"text"', "Expected `object`, got `str`"),
        ({"format": "other"}, "field format: Invalid enum value 'other'"),
        (changed("device", None), "missing required field `device`"),
        (changed("device", ""), "field device: Expected `str` of length >= 1"),
        (changed("device", "x" * 81), "field device: Expected `str` of length <= 80"),
        (changed("threads", 0), "field threads: Expected `int` >= 1"),
        (changed("measured_at", "yesterday"), "field measured_at: Invalid RFC3339 encoded datetime"),
        (changed("measured_at", "2026-11-24T11:03:33"), "field measured_at: Expected `datetime` with a timezone"),
        (changed("files", []), "field files: Expected `array` of length >= 1"),
        (changed("median_ms", "fast"), "field files[0].median_ms: Expected `float`, got `str`"),
        (changed("p95_ms", -1), "field files[0].p95_ms: Expected `float` >= 0"),
        (changed("sha256", "abc"), "field files[0].sha256: Expected `str` matching regex"),
        (changed("runs", 1.5), "field files[0].runs: Expected `int`, got `float`"),
        (RECORD | {"more": 1}, "unknown field `more`"),
        (b" " * (2 << 20), "it is larger than any record"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_field(tmp_path: Path, content: object, words: str) -> None:
    with pytest.raises(KDError) as caught:
        measurement.read(written(tmp_path, content))
    assert caught.value.code == Code.MEASUREMENT_INVALID
    assert caught.value.message.startswith("phone.json is no measurement of this export: ")
    assert words in caught.value.message
    assert "samples/benchmark" in caught.value.hint


def test_a_record_of_tomorrow_and_one_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(KDError) as caught:
        measurement.read(written(tmp_path, {**RECORD, "version": 3, "more": 1}))
    assert caught.value.code == Code.NEWER_VERSION
    with pytest.raises(KDError) as caught:
        measurement.read(tmp_path / "gone.json")
    assert caught.value.code == Code.MEASUREMENT_INVALID


def test_what_ran_on_graphics_is_kept_apart(tmp_path: Path) -> None:
    """The same file twice, of which one on the adapter that the record names."""
    (file,) = RECORD["files"]
    record = {
        **RECORD,
        "version": 2,
        "graphics": "apple metal-3",
        "files": [file, {**file, "on": "gpu", "median_ms": 2}],
    }
    found = measurement.read(written(tmp_path, record))
    assert (found.graphics, found.engines) == ("apple metal-3", ("cpu", "gpu"))
    times = {on: found.file("onnx/model.onnx", on) for on in found.engines}
    assert [time.median_ms for time in times.values() if time] == [0.85, 2.0]
    assert msgspec.json.decode(msgspec.json.encode(found)) == {**record, "files": record["files"]}
    with pytest.raises(KDError, match=r"field files\[0\]\.on: Invalid enum value 'npu'"):
        measurement.read(written(tmp_path, changed("file", "x") | {"files": [{**file, "on": "npu"}]}))


def checked(variant: str, median: float | None) -> FileCheck:
    timings = (Timing(threads=1, median_ms=median, p95_ms=median, runs=9),) if median else ()
    return FileCheck(
        variant=variant,
        title=variant.upper(),
        file=f"onnx/{variant}.onnx",
        size_bytes=1,
        accuracy={},
        agreement={},
        timings=timings,
    )


def test_estimates_are_the_networks_work_at_the_devices_pace() -> None:
    found = measurement.estimates(24_000_000, [checked("fp32", 2.0), checked("int8", 1.0), checked("fp16", None)])
    assert [estimate.device for estimate in found] == [target.title for target in TARGETS if target.pace]
    phone = found[0]
    assert phone.device == "Recent phone"
    assert phone.milliseconds == {"onnx/fp32.onnx": 2.0, "onnx/int8.onnx": 1.0}
    assert phone.basis.startswith("An estimate, not a measurement: 24.0 million multiply–adds at 12 billion a second")
    assert "factor of two" in phone.basis


def test_an_ort_file_is_estimated_as_the_file_that_it_was_made_of() -> None:
    """It is slower here, where it lacks the layouts of an x86 processor, and not on the phone that it is for."""
    ort = msgspec.structs.replace(checked("int8-ort", 3.0), file="onnx/int8.ort")
    alone = msgspec.structs.replace(checked("int8-ort", 3.0), file="onnx/alone.ort")
    found = measurement.estimates(24_000_000, [checked("fp32", 2.0), checked("int8", 1.0), ort, alone])[0].milliseconds
    assert found["onnx/int8.ort"] == found["onnx/int8.onnx"]
    assert found["onnx/alone.ort"] == 3.0


def test_without_times_and_work_no_device_is_estimated() -> None:
    assert measurement.estimates(24_000_000, [checked("fp32", None), checked("int8", 1.0)]) == ()
    assert measurement.estimates(0, [checked("fp32", 2.0)]) == ()
