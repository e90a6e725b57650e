"""The table of exported students: what was measured, which bars it holds, and how it reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from kdstudio.runs.files import write_atomic

_RESULTS = Path(__file__).with_name("results") / "export_students.json"
_LARGE, _SLOWER = 10_000_000, 0.98
_INTRODUCTION = """\
Made by `python -m benchmarks.export_students --data DATA`, once as this processor is and once with `--avx2`. Sizes and
speeds are ratios to the FP32 file (a speed above 1 is faster), of medians of single answers, the files taking turns: by
the processor's time at one thread / by the clock at one thread a core, on a machine that others used meanwhile.
Accuracy, points and agreement with FP32 are of the test split. “default / precise” is the agreement on the validation
split, on which is decided, with either integer kernel. ★ marks the file that is recommended: never one that is slower
with certainty at either number of threads. A later round of a student replaces an earlier one; of the second number,
which was taken by the clock while others used both cores, only large differences mean anything. EfficientNet-B0 is the
whole network on pictures of 96×96; EfficientNet is half as wide and half as deep. It, MobileViT and ConvNeXt see 64×64.
"""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One file. ``agreement`` is with FP32 on the test split, the kernels' on the validation split.

    ``speed`` is how many times as fast as FP32 it is, by the processor's time at one thread and by the clock at one a
    core; ``median_ms`` likewise. None was not timed.
    """

    variant: str
    title: str
    size_bytes: int
    accuracy: float
    points: float
    agreement: float
    default_kernel: float
    precise_kernel: float | None
    integer_share: float | None
    parity: float | None
    median_ms: tuple[float | None, float]
    speed: tuple[float | None, float]
    steps: tuple[str, ...]
    recommended: bool


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """One student, exported on one processor."""

    student: str
    processor: str
    threads: int
    saturates: bool
    encoder: bool
    examples: dict[str, int]
    lines: tuple[Line, ...]
    reason: str
    notes: tuple[str, ...]

    def line(self, variant: str) -> Line:
        """One of its files."""
        return next(line for line in self.lines if line.variant == variant)

    @property
    def misses(self) -> list[str]:
        """The bars that the INT8 file, or whatever is recommended, does not hold."""
        return list(_misses(self))


def _misses(found: Round) -> Iterator[str]:
    fp32, int8 = found.line("fp32"), found.line("int8")
    size = int8.size_bytes / fp32.size_bytes
    most = 0.28 if fp32.size_bytes >= _LARGE else 0.32
    coverage, faster = (0.75, 1.3) if found.encoder else (1.0, 1.2)
    one_answer = 1 / found.examples["test"]
    if size > most:
        yield f"size {size:.3f} > {most}"
    if int8.points < -0.5:
        yield f"accuracy {int8.points:+.2f} points"
    for words, agreement in (
        ("agreement", int8.agreement),
        ("default kernel", int8.default_kernel),
        ("precise kernel", int8.precise_kernel or 0.0),
    ):
        if agreement < 0.99 - one_answer / 2:
            yield f"{words} {agreement:.2%}"
    if (int8.integer_share or 0.0) < coverage - 1e-9:
        yield f"integer kernels {int8.integer_share:.0%} < {coverage:.0%}"
    if (int8.speed[0] or 0.0) < faster:
        yield f"speed {int8.speed[0] or 0.0:.2f} < {faster}"
    if fp32.parity is None or fp32.parity > 1e-4:
        yield f"FP32 parity {fp32.parity}"
    for line in found.lines:
        if line.variant.endswith("-ort") and line.parity != 0:
            yield f"{line.title} parity {line.parity}"
        if line.recommended and (line.speed[0] or 1.0) < _SLOWER:
            yield f"{line.title} is recommended and slower"


def _speed(line: Line) -> str:
    return " / ".join("–" if value is None else f"{value:.2f}" for value in line.speed)


def add(found: Round) -> None:
    """Put a round in the place of the same student's on the same processor."""
    rounds = [r for r in _read() if (r.student, r.processor) != (found.student, found.processor)]
    write_atomic(_RESULTS, msgspec.json.format(msgspec.json.encode([*rounds, found]), indent=1) + b"\n")


def _read() -> list[Round]:
    return msgspec.json.decode(_RESULTS.read_bytes(), type=list[Round]) if _RESULTS.exists() else []


def write() -> None:
    """Write the Markdown beside the data."""
    write_atomic(_RESULTS.with_suffix(".md"), "\n".join(_page(_read())).encode() + b"\n")


def _page(rounds: list[Round]) -> Iterator[str]:
    from benchmarks.students import STUDENTS

    order = list(STUDENTS)
    rounds.sort(key=lambda found: (found.saturates, order.index(found.student)))
    yield "# Students exported to every kind of file\n"
    yield _INTRODUCTION
    for processor in dict.fromkeys(found.processor for found in rounds):
        own = [found for found in rounds if found.processor == processor]
        kernel = "products may saturate" if own[0].saturates else "products cannot saturate"
        yield f"## INT8 against the bars: {processor} ({kernel})\n"
        yield "| student | FP32 | size | points | agreement | default / precise | integer | speed | made by | misses |"
        yield "|---|--:|--:|--:|--:|--:|--:|--:|---|---|"
        yield from map(_bars, own)
        yield ""
    yield "## Every file\n"
    yield "| student | processor | file | size | points | agreement | integer | speed | parity |"
    yield "|---|---|---|--:|--:|--:|--:|--:|--:|"
    for found in rounds:
        yield from _lines(found)
    yield "\n## What the guard tried\n"
    for found in rounds:
        yield f"- **{found.student}**, {found.processor}: {' → '.join(found.line('int8').steps)}."


def _bars(found: Round) -> str:
    fp32, int8 = found.line("fp32"), found.line("int8")
    cells = [
        found.student,
        f"{fp32.size_bytes / 1e6:.1f} MB, {fp32.accuracy:.1%}",
        f"{int8.size_bytes / fp32.size_bytes:.3f}",
        f"{int8.points:+.2f}",
        f"{int8.agreement:.2%}",
        f"{int8.default_kernel:.2%} / {int8.precise_kernel or 0:.2%}",
        f"{int8.integer_share or 0:.0%}",
        _speed(int8),
        int8.steps[-1].removeprefix("kept: ").partition(",")[0].partition(":")[0],
        "; ".join(found.misses) or "none",
    ]
    return f"| {' | '.join(cells)} |"


def _lines(found: Round) -> Iterator[str]:
    fp32 = found.line("fp32")
    for line in found.lines:
        cells = [
            found.student if line is fp32 else "",
            found.processor.rpartition(", ")[2] if line is fp32 else "",
            line.title + (" ★" if line.recommended else ""),
            f"{line.size_bytes / fp32.size_bytes:.3f}",
            f"{line.points:+.2f}" if line is not fp32 else f"{line.accuracy:.2%}",
            f"{line.agreement:.2%}",
            "" if line.integer_share is None else f"{line.integer_share:.0%}",
            _speed(line),
            "" if line.parity is None else f"{line.parity:.1g}",
        ]
        yield f"| {' | '.join(cells)} |"
