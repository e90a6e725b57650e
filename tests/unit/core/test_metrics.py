from __future__ import annotations

import msgspec
import pytest

from kdstudio.core.difference import Difference
from kdstudio.core.metrics import Report, Row, Variant, summary, verdict

ASKED_FOR = {
    "teacher_accuracy",
    "control_accuracy",
    "student_accuracy",
    "int8_accuracy",
    "fp32_bytes",
    "int8_bytes",
    "fp32_latency_ms",
    "int8_latency_ms",
    "int8_agreement",
    "export_dir",
}


def row(variant: Variant, accuracy: float, size: int | None = 1000) -> Row:
    return Row(
        variant=variant, title=variant, accuracy=accuracy, size_bytes=size, parameters=9, latency_ms=0.5, agreement=0.9
    )


def report(*rows: Row) -> Report:
    return Report(rows=rows, evaluations={}, export_dir="/export")


UNKNOWN = "what distilling gained is not known, because the student was not trained alone."

FULL = report(
    row("teacher", 0.98, 9000),
    row("control", 0.94),
    row("student", 0.965),
    row("fp32", 0.965),
    row("int8", 0.96, 300),
)


def test_the_summary_has_what_scripts_rely_on() -> None:
    found = summary(FULL)
    assert set(found) >= ASKED_FOR
    assert (found["teacher_accuracy"], found["int8_bytes"], found["export_dir"]) == (0.98, 300, "/export")
    assert set(summary(report(row("student", 0.5)))) == set(found)


def test_the_verdict_speaks_of_one_file() -> None:
    assert verdict(FULL) == (
        "The INT8 student keeps 98.0\u00a0% of the teacher’s accuracy at 1/30 of the size; "
        "distilling gained 2.5 points over training it alone."
    )


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ((), "No student was measured."),
        ((row("student", 0.5),), f"The student is right on 50.0\u00a0% of the test examples; {UNKNOWN}"),
        (
            (row("student", 0.5), row("fp32", 0.49)),
            f"The exported student is right on 49.0\u00a0% of the test examples; {UNKNOWN}",
        ),
        (
            (row("teacher", 0.0), row("student", 0.5)),
            f"The student is right on 50.0\u00a0% of the test examples; {UNKNOWN}",
        ),
        (
            (row("teacher", 0.5, None), row("student", 0.5)),
            f"The student keeps 100.0\u00a0% of the teacher’s accuracy; {UNKNOWN}",
        ),
        (
            (row("student", 0.5), row("control", 0.53)),
            "The student is right on 50.0\u00a0% of the test examples; training it alone was 3.0 points better, "
            "so distillation did not pay here.",
        ),
        (
            (row("teacher", 0.54, 9000), row("control", 0.62), row("student", 0.63), row("int8", 0.635, 300)),
            "The INT8 student is right on 63.5\u00a0% of the test examples; trained alone it reaches 62.0\u00a0%, more "
            "than this teacher’s 54.0\u00a0%, so distilling is the wrong tool until a stronger teacher is found.",
        ),
        (
            (row("student", 0.5), row("control", 0.5)),
            "The student is right on 50.0\u00a0% of the test examples; training it alone came out the same, "
            "so distillation did not pay here.",
        ),
    ],
)
def test_the_verdict_is_honest(rows: tuple[Row, ...], says: str) -> None:
    assert verdict(report(*rows)) == says


def test_a_report_survives_its_file() -> None:
    assert msgspec.json.decode(msgspec.json.encode(FULL), type=Report) == FULL


@pytest.mark.parametrize(
    ("alone", "won", "lost", "says"),
    [
        (0.945, 20, 5, "distilling gained 1.5 points over training it alone."),
        (0.945, 45, 30, "distilling gained 1.5 points, which may be chance on 1,000 test examples."),
        (0.975, 30, 45, "training it alone was 1.5 points better, or equal: 1,000 test examples cannot tell."),
        (0.975, 5, 20, "training it alone was 1.5 points better, so distillation did not pay here."),
    ],
)
def test_the_verdict_says_what_may_be_chance(alone: float, won: int, lost: int, says: str) -> None:
    gain = Difference(examples=1000, won=won, lost=lost)
    found = msgspec.structs.replace(report(row("student", 0.96), row("control", alone)), gain=gain)
    assert verdict(found) == f"The student is right on 96.0\u00a0% of the test examples; {says}"
    figures = summary(found)
    assert figures["gain_points"] == pytest.approx((won - lost) / 10)
    assert (figures["gain_low"] < 0 < figures["gain_high"]) == ("chance" in says or "tell" in says)  # type: ignore[operator] # both are numbers here
