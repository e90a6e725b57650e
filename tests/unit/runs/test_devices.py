"""Measurements of other devices are kept with the run, as long as they are of its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.runs import devices, manifest
from kdstudio.runs.layout import RunFolder
from tests.unit.core.test_measurement import RECORD, changed, written


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    folder = RunFolder(tmp_path / "run")
    export = folder.artifacts / "export"
    (export / "onnx").mkdir(parents=True)
    (export / "onnx" / "model.onnx").write_bytes(b"model")
    manifest.write(export)
    return folder


def record_of(run: RunFolder, **fields: object) -> dict[str, object]:
    record = changed("sha256", manifest.read(run.artifacts / "export")["onnx/model.onnx"])
    return {**record, **fields}


def test_a_record_is_kept_and_a_later_one_takes_its_place(run: RunFolder, tmp_path: Path) -> None:
    assert devices.load(run) == ()
    first = devices.add(run, written(tmp_path, record_of(run)))
    later = devices.add(run, written(tmp_path, record_of(run, measured_at="2026-11-25T00:00:00Z", threads=2)))
    other = devices.add(run, written(tmp_path, record_of(run, device="Ünï / phone ..")))
    assert first.device == later.device
    assert devices.load(run) == (later, other)
    assert sorted(path.name for path in run.devices.iterdir())[0].startswith("pixel-8-onnx-runtime-web")


def test_a_record_of_another_export_is_refused(run: RunFolder, tmp_path: Path) -> None:
    with pytest.raises(KDError) as caught:
        devices.add(run, written(tmp_path, RECORD))
    assert caught.value.code == Code.MEASUREMENT_INVALID
    assert "field files[0].sha256: onnx/model.onnx of this export is another file" in caught.value.message
    assert not run.devices.exists()


def test_records_of_a_former_export_are_passed_over(run: RunFolder, tmp_path: Path) -> None:
    devices.add(run, written(tmp_path, record_of(run)))
    (run.artifacts / "export" / "onnx" / "model.onnx").write_bytes(b"another")
    manifest.write(run.artifacts / "export")
    (run.devices / "broken.json").write_text("{")
    assert devices.load(run) == ()


def test_a_run_without_an_export_takes_none(tmp_path: Path) -> None:
    with pytest.raises(KDError) as caught:
        devices.add(RunFolder(tmp_path / "new"), written(tmp_path, RECORD))
    assert caught.value.code == Code.RUN_NOT_READY
