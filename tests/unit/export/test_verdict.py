"""Which file is recommended, and which never is."""

from __future__ import annotations

import pytest

from kdstudio.core.deliverable import FileCheck, Remark, Timing
from kdstudio.export.targets import all_targets
from kdstudio.export.verdict import recommend

LAPTOP, IPHONE, BROWSER = (all_targets()[name] for name in ("laptop-cpu", "iphone", "browser"))


def _file(variant: str, accuracy: float, size: int, ms: float = 0.0, remark: str = "") -> FileCheck:
    return FileCheck(
        variant=variant,
        title=variant.upper(),
        file=f"onnx/{variant}.onnx",
        size_bytes=size,
        accuracy={"validation": accuracy, "test": 1.0},
        agreement={"validation": 1.0, "test": 1.0},
        timings=(Timing(threads=1, median_ms=ms, p95_ms=ms, runs=9),) if ms else (),
        remarks=(Remark(remark, "…"),) if remark else (),  # type: ignore[arg-type]
    )


FP32 = _file("fp32", 0.90, 1000, 2.0)


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ([FP32], "fp32"),
        ([FP32, _file("int8", 0.90, 260, 1.0)], "int8"),
        ([FP32, _file("int8", 0.90, 260, 2.1)], "fp32"),  # slower than FP32
        ([FP32, _file("int8", 0.89, 260, 1.0)], "fp32"),  # a point lost
        ([FP32, _file("int8", 0.896, 260, 1.0)], "int8"),  # within the tolerance
        ([FP32, _file("int8", 0.90, 260, 1.0), _file("int4-weights", 0.90, 160, 1.9)], "int8"),  # the faster
        ([FP32, _file("int8", 0.90, 260, 1.0), _file("int4-weights", 0.90, 160, 1.04)], "int4-weights"),  # as fast
        ([FP32, _file("fp16", 0.90, 500, 1.0, "stop")], "fp32"),
    ],
)
def test_on_the_target_itself_times_decide(files: list[FileCheck], wanted: str) -> None:
    verdict = recommend(LAPTOP, files, 0.5)
    assert verdict.variant == wanted
    assert verdict.reason.endswith(".")


@pytest.mark.parametrize(("ms", "words"), [(1.0, "is 2.0 times as fast as FP32"), (1.98, "is as fast as FP32")])
def test_speed_is_said_where_it_shows(ms: float, words: str) -> None:
    assert words in recommend(LAPTOP, [FP32, _file("int8", 0.90, 260, ms)], 0.5).reason


def test_elsewhere_the_targets_order_decides_with_warned_files_last() -> None:
    int8 = _file("int8", 0.9, 260, 0.1)
    assert recommend(IPHONE, [FP32, int8], 0.5).variant == "fp32"
    assert recommend(IPHONE, [_file("fp32", 0.9, 1000, 2.0, "warn"), int8], 0.5).variant == "int8"
    assert recommend(BROWSER, [FP32, int8, _file("fp16", 0.9, 500)], 0.5).variant == "int8"
    assert "not measured" in recommend(BROWSER, [FP32, int8], 0.5).reason


def test_where_nothing_suits_it_is_said() -> None:
    verdict = recommend(IPHONE, [_file("fp32", 0.9, 1000, 2.0, "stop")], 0.5)
    assert verdict.variant == "fp32"
    assert "No file suits" in verdict.reason


def test_the_test_split_never_decides() -> None:
    lost = _file("int8", 0.80, 260, 1.0)
    assert lost.accuracy["test"] == 1.0
    assert recommend(LAPTOP, [FP32, lost], 0.5).variant == "fp32"
