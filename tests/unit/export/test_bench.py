"""An export's files are timed again on whatever machine this is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.export.bench import bench
from kdstudio.export.pipeline import ExportResult
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
