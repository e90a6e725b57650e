"""Which file is recommended, and which never is."""

from __future__ import annotations

import msgspec
import pytest
import torch
from torch import Tensor, nn

from kdstudio.core.deliverable import FileCheck, Remark, Timing
from kdstudio.engine.progress import Silent
from kdstudio.export.graph import Graph
from kdstudio.export.pipeline import ExportResult, export
from kdstudio.export.targets import all_targets
from kdstudio.export.timing import Latency
from kdstudio.export.verdict import explained, recommend
from tests.unit.export.conftest import CLASSES, IMAGE, SIZE, SPEC, image_data, train

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


def _opened(int8: dict[int, tuple[float, float]]) -> str:
    """What is recommended of two files, by the ranges of INT8's time over FP32's at so many threads."""
    timings = tuple(
        Timing(threads=threads, median_ms=1.0, p95_ms=1.0, runs=200, over_fp32=over) for threads, over in int8.items()
    )
    fp32, small = (
        msgspec.structs.replace(_file(name, 0.9, size), timings=timings)
        for name, size in (("fp32", 999), ("int8", 260))
    )
    fp32 = msgspec.structs.replace(
        fp32, timings=tuple(msgspec.structs.replace(timing, over_fp32=(1.0, 1.0)) for timing in timings)
    )
    return recommend(LAPTOP, [fp32, small], 0.5).reason


def test_a_file_is_slower_where_it_is_so_at_any_number_of_threads_with_certainty() -> None:
    assert "is as fast" in _opened({1: (0.7, 0.8), 2: (0.9, 1.01)})
    assert "is as fast" in _opened({1: (0.7, 0.8), 2: (0.8, 1.3)}), "a busy machine tells nothing"
    assert _opened({1: (0.7, 0.8), 2: (1.1, 1.3)}) == (
        "INT8 is slower than FP32 here at 2 threads, so FP32 is recommended."
    )
    assert "at one thread" in _opened({1: (1.03, 1.05), 2: (0.7, 0.9)})


def test_what_slows_both_within_a_turn_cancels_out() -> None:
    calm = Latency(1.0, 1.0, 200, tuple(1.0 + 0.001 * (turn % 3) for turn in range(50)))
    busy = Latency(
        1.0, 5.0, 200, tuple(1.2 * time * (5 if 10 < turn < 30 else 1) for turn, time in enumerate(calm.turns))
    )
    low, high = busy.over(Latency(1.0, 1.0, 200, tuple(time / 1.2 for time in busy.turns)))
    assert low == pytest.approx(high) == pytest.approx(1.2)
    assert calm.over(calm) == (1.0, 1.0)
    noisy = Latency(1.0, 1.0, 200, tuple(0.5 if turn % 2 else 2.0 for turn in range(50)))
    assert noisy.over(calm)[0] < 1 < noisy.over(calm)[1]
    few = Latency(1.0, 1.0, 5, (0.9, 1.3))
    assert few.over(Latency(1.0, 1.0, 5, (1.0, 1.0))) == (0.9, 1.3), "all that was seen"


class Sluggish(nn.Module):
    """A chain of SiLUs, each one operator in float and two on integers."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(1, 16, 3, padding=1)
        self.head = nn.Linear(16 * SIZE * SIZE, CLASSES)

    def forward(self, pixel_values: Tensor) -> Tensor:
        x = self.stem(pixel_values)
        for _ in range(12):
            x = nn.functional.silu(x)
        out: Tensor = self.head(x.flatten(1))
        return out


@pytest.fixture(scope="module")
def sluggish(tmp_path_factory: pytest.TempPathFactory) -> ExportResult:
    torch.manual_seed(0)
    student = train(Sluggish(), IMAGE, image_data(), 2, 3e-3)
    return export(
        student.module,
        task=IMAGE,
        dataset=student.dataset,
        spec=msgspec.structs.replace(SPEC, calibration="minmax"),
        folder=tmp_path_factory.mktemp("sluggish") / "out",
        lineage={},
        reporter=Silent(),
    )


def test_int8_of_a_net_that_it_slows_down_is_not_recommended(sluggish: ExportResult) -> None:
    int8, fp32 = sluggish.file("int8"), sluggish.file("fp32")
    assert int8 is not None
    assert fp32 is not None
    assert int8.size_bytes < 0.5 * fp32.size_bytes
    assert int8.check.accuracy["validation"] >= fp32.check.accuracy["validation"] - 0.005, (
        "nothing else speaks against it"
    )
    over = [timing.over_fp32 for timing in int8.check.timings]
    assert all(range is not None and range[0] > 1.1 for range in over), over
    assert sluggish.deliverable.recommended == "fp32"
    assert sluggish.deliverable.reason == "INT8 is slower than FP32 here at one thread, so FP32 is recommended."


def test_what_slows_it_down_and_what_helps_is_said(sluggish: ExportResult) -> None:
    (note,) = [note for note in sluggish.notes if "SiLU" in note]
    assert note.startswith("INT8 is no faster than FP32 here, because SiLU is two steps on integers")
    assert "a student with ReLU, such as EfficientNet-Lite" in note
    assert note in (sluggish.folder / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("ms", "silus", "words"),
    [(1.9, 3, "only 1.05 times as fast"), (2.0, 3, "no faster"), (1.6, 3, ""), (2.0, 0, "")],
)
def test_silu_is_named_where_it_is_to_blame(ms: float, silus: int, words: str) -> None:
    graph = Graph((), (), frozenset(), silus)
    notes = explained([FP32, _file("int8", 0.9, 260, ms)], graph)[1].notes
    assert [words in note for note in notes] == ([True] if words else [])
