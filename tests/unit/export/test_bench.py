"""An export's files are timed again on whatever machine this is."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.export.bench import bench
from kdstudio.export.pipeline import ExportResult
from kdstudio.runs import devices
from kdstudio.runs.layout import RunFolder
from tests.unit.export.conftest import Student


def test_files_are_timed_again(encoder_export: tuple[Student, ExportResult]) -> None:
    folder = encoder_export[1].folder
    found = bench(folder)
    assert [file.file for file in found.files] == ["onnx/model.onnx", "onnx/model_quantized.onnx"]
    for file in found.files:
        assert [timing.threads for timing in file.timings] == sorted({1, found.threads})
        assert all(0 < timing.median_ms <= timing.p95_ms for timing in file.timings)
        assert file.footprint is not None
        assert file.size_bytes == (folder / file.file).stat().st_size
    assert found.processor


def test_a_folder_that_is_no_export(tmp_path: Path) -> None:
    with pytest.raises(KDError) as caught:
        bench(tmp_path)
    assert caught.value.code == Code.MODEL_NOT_FOUND


@pytest.mark.parametrize("link", [False, True])
def test_no_file_outside_the_export_is_opened(
    encoder_export: tuple[Student, ExportResult], tmp_path: Path, link: bool
) -> None:
    """S3, where the list of files is somebody else's."""
    folder = shutil.copytree(encoder_export[1].folder, tmp_path / "out")
    if link:
        (folder / "onnx/model.onnx").unlink()
        (folder / "onnx/model.onnx").symlink_to(encoder_export[1].folder / "onnx/model.onnx")
    else:
        shutil.copy(folder / "onnx/model.onnx", tmp_path / "model.onnx")
        listed = (folder / "measured.json").read_text(encoding="utf-8").replace("onnx/model.onnx", "../model.onnx")
        (folder / "measured.json").write_text(listed, encoding="utf-8")
    with pytest.raises(KDError, match="outside") as caught:
        bench(folder)
    assert caught.value.code == Code.MODEL_FORMAT


def test_the_benchmark_of_the_export_runs_by_itself_and_its_record_is_taken_in(
    encoder_export: tuple[Student, ExportResult], tmp_path: Path
) -> None:
    folder = encoder_export[1].folder
    run = RunFolder(tmp_path / "run")
    shutil.copytree(folder, run.artifacts / "export")
    script = run.artifacts / "export" / "samples" / "benchmark" / "benchmark.py"
    command = [sys.executable, "-I", str(script), "--device", "Board", "--runs", "5", "--output", "board.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "onnx/model_quantized.onnx: median" in done.stdout
    measured = devices.add(run, tmp_path / "board.json")
    assert measured.device == "Board"
    assert [file.file for file in measured.files] == ["onnx/model.onnx", "onnx/model_quantized.onnx"]
    assert all(0 < file.median_ms <= file.p95_ms for file in measured.files)
    assert devices.load(run) == (measured,)


def test_a_file_that_a_device_cannot_run_is_named_and_the_others_are_timed(
    encoder_export: tuple[Student, ExportResult], tmp_path: Path
) -> None:
    folder = tmp_path / "export"
    shutil.copytree(encoder_export[1].folder, folder)
    command = [sys.executable, "-I", str(folder / "samples" / "benchmark" / "benchmark.py"), "--runs", "5"]
    (folder / "onnx" / "model.onnx").write_bytes(b"of a later runtime")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("onnx/model.onnx does not run here: ")
    assert "onnx/model_quantized.onnx: median" in done.stdout
    record = json.loads((tmp_path / "measurement.json").read_text(encoding="utf-8"))
    assert [file["file"] for file in record["files"]] == ["onnx/model_quantized.onnx"]
    (folder / "onnx" / "model_quantized.onnx").write_bytes(b"of a later runtime")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "No file of the export runs here.\n"
