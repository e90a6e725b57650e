"""What was measured, as plain data, and the sentences drawn from it."""

from __future__ import annotations

from typing import Literal

import msgspec

from kdstudio.core.difference import Difference
from kdstudio.core.phrases import percent, phrase

_EQUAL = 0.05
"""Points below which two accuracies are the same."""

Role = Literal["teacher", "control", "student"]
Variant = Literal["teacher", "control", "student", "fp32", "int8"]


class ClassScore(msgspec.Struct, frozen=True, kw_only=True):
    """Precision, recall and F1 of one class (scikit-learn's definitions) and its number of examples."""

    name: str
    precision: float
    recall: float
    f1: float
    support: int


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """One model on one split. ``confusion[i][j]`` counts class i predicted as j.

    ``calibration_error`` is the expected calibration error over 15 equal-width bins (Guo et al. 2017, eq. 3).
    ``agreement`` is the share of examples on which it gives the teacher's answer.
    """

    split: str
    examples: int
    accuracy: float
    loss: float
    calibration_error: float
    agreement: float | None = None
    classes: tuple[ClassScore, ...] = ()
    confusion: tuple[tuple[int, ...], ...] = ()
    reliability: tuple[tuple[float, float, int], ...] = ()


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the result table. Latency is the median of single-example runs in ONNX Runtime."""

    variant: Variant
    title: str
    accuracy: float
    size_bytes: int | None
    parameters: int | None
    latency_ms: float | None
    latency_p95_ms: float | None = None
    agreement: float | None = None
    path: str = ""


class Robustness(msgspec.Struct, frozen=True, kw_only=True):
    """Accuracy by variant on test examples made worse in one way; ``clean`` is the same examples as they are."""

    name: str
    title: str
    examples: int
    accuracy: dict[str, float]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The result of a distillation: ``artifacts/report.json``.

    ``gain`` sets the distilled student against the student alone, example by example; older reports lack it.
    """

    rows: tuple[Row, ...]
    evaluations: dict[str, Evaluation]
    export_dir: str
    labels: tuple[str, ...] = ()
    seconds: float = 0.0
    notes: tuple[str, ...] = ()
    robustness: tuple[Robustness, ...] = ()
    gain: Difference | None = None

    def row(self, variant: str) -> Row | None:
        """The line of one variant, where it was measured."""
        return next((row for row in self.rows if row.variant == variant), None)


def summary(report: Report) -> dict[str, float | int | str | None]:
    """The flat figures that ``--json`` prints."""
    teacher, control, student = report.row("teacher"), report.row("control"), report.row("student")
    fp32, int8, gain = report.row("fp32"), report.row("int8"), report.gain
    return {
        "teacher_accuracy": teacher.accuracy if teacher else None,
        "control_accuracy": control.accuracy if control else None,
        "student_accuracy": student.accuracy if student else None,
        "fp32_accuracy": fp32.accuracy if fp32 else None,
        "int8_accuracy": int8.accuracy if int8 else None,
        "gain_points": gain.points if gain else None,
        "gain_low": gain.interval[0] if gain else None,
        "gain_high": gain.interval[1] if gain else None,
        "gain_p_value": gain.p_value if gain else None,
        "student_parameters": student.parameters if student else None,
        "teacher_parameters": teacher.parameters if teacher else None,
        "teacher_bytes": teacher.size_bytes if teacher else None,
        "fp32_bytes": fp32.size_bytes if fp32 else None,
        "int8_bytes": int8.size_bytes if int8 else None,
        "fp32_latency_ms": fp32.latency_ms if fp32 else None,
        "int8_latency_ms": int8.latency_ms if int8 else None,
        "int8_agreement": int8.agreement if int8 else None,
        "export_dir": report.export_dir,
        "seconds": report.seconds,
    }


def recommended(report: Report, tolerance: float) -> Row | None:
    """The file to deliver: INT8 where it lost at most ``tolerance`` points against FP32, FP32 otherwise."""
    fp32, int8 = report.row("fp32"), report.row("int8")
    if fp32 is None or int8 is None:
        return int8 or fp32
    return int8 if 100 * (fp32.accuracy - int8.accuracy) <= tolerance else fp32


def verdict(report: Report) -> str:
    """The one sentence at the top of the results. Accuracy and size are of one and the same file."""
    teacher, control, student = report.row("teacher"), report.row("control"), report.row("student")
    best = report.row("int8") or report.row("fp32") or student
    if student is None or best is None:
        return "No student was measured."
    if teacher and control and control.accuracy > teacher.accuracy:
        return (
            f"{_name(best)} is right on {percent(best.accuracy)} of the test examples; trained alone it reaches "
            f"{percent(control.accuracy)}, more than this teacher’s {percent(teacher.accuracy)}, so distilling is the "
            "wrong tool until a stronger teacher is found."
        )
    kept = _kept(best, teacher)
    if control is None:
        return f"{kept}; what distilling gained is not known, because the student was not trained alone."
    points = 100 * (student.accuracy - control.accuracy)
    if abs(points) < _EQUAL:
        return f"{kept}; training it alone came out the same, so distillation did not pay here."
    if report.gain and report.gain.may_be_chance:
        told = f"{report.gain.examples:,}"
        if points > 0:
            return f"{kept}; distilling gained {points:.1f} points, which may be chance on {told} test examples."
        return f"{kept}; training it alone was {-points:.1f} points better, or equal: {told} test examples cannot tell."
    if points > 0:
        return f"{kept}; distilling gained {points:.1f} points over training it alone."
    return f"{kept}; training it alone was {-points:.1f} points better, so distillation did not pay here."


def _kept(best: Row, teacher: Row | None) -> str:
    """The first half of the verdict: how good the delivered file is."""
    if teacher is None or not teacher.accuracy:
        return phrase(f"{_name(best)} is right on {percent(best.accuracy)} of the test examples")
    share = f"{percent(best.accuracy / teacher.accuracy)}"
    if not teacher.size_bytes or not best.size_bytes:
        return phrase(f"{_name(best)} keeps {share} of the teacher’s accuracy")
    times = max(1, round(teacher.size_bytes / best.size_bytes))
    return phrase(f"{_name(best)} keeps {share} of the teacher’s accuracy at 1/{times} of the size")


def _name(best: Row) -> str:
    if best.variant == "int8":
        return phrase("The INT8 student")
    return phrase("The exported student") if best.variant == "fp32" else phrase("The student")
