"""How fast files are on this machine, measured in turns so that a busy moment hits all alike."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from kdstudio.core.deliverable import FileCheck, Timing
from kdstudio.engine import ort
from kdstudio.export import cpu
from kdstudio.export.feeds import Feed
from kdstudio.export.footprint import footprint
from kdstudio.export.runtime import fitted

_TURN = 4
_CERTAIN = 2.58
"""Standard deviations to either side that hold 99 % of a normal distribution."""


@dataclass(frozen=True)
class Latency:
    """Times of one answer in milliseconds: the median and the 95th percentile of ``runs``, and each turn’s median."""

    median_ms: float
    p95_ms: float
    runs: int
    turns: tuple[float, ...]

    def over(self, other: Latency) -> tuple[float, float]:
        """The range that holds, with 99 % certainty, this file’s time as a multiple of another’s of the same turns.

        It is the median of the turns’ ratios with its distribution-free interval (order statistics by the binomial
        distribution’s normal approximation), so that what slowed both within a turn cancels out.
        """
        ratios = np.sort(np.divide(self.turns, other.turns))
        outside = max(0, int(len(ratios) / 2 - _CERTAIN * math.sqrt(len(ratios)) / 2))
        return float(ratios[outside]), float(ratios[len(ratios) - 1 - outside])


def latency(
    files: Mapping[str, tuple[Path, Feed]],
    *,
    threads: int = 1,
    seconds: float = 2.0,
    runs: int = 200,
    pad: int = 0,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, Latency]:
    """Measure single runs of several files in one process, taking turns.

    Each file comes with the inputs it is fed. A turn is a run that is not counted, which brings the weights back into
    the processor's cache after the others had it, and up to four that are. Every file gets the same number of runs:
    ``runs``, or as many as fit ``seconds`` a file by the slowest's pace, at least 5, after a warm-up. On a machine that
    is busy throughout, ``time.thread_time`` as ``clock`` leaves out the moments in which others had the one thread.
    """
    sessions = {name: ort.session(path, threads=threads) for name, (path, _) in files.items()}
    inputs = {name: next(fitted(session, files[name][1], pad)) for name, session in sessions.items()}

    def once(name: str) -> float:
        start = clock()
        sessions[name].run(None, inputs[name])
        return 1000 * (clock() - start)

    warm = {name: min(once(name) for _ in range(3)) for name in files}
    pace = max(warm.values(), default=0.0)
    count = max(5, min(runs, int(1000 * seconds / max(pace, 1e-3))))
    turns: dict[str, list[list[float]]] = {name: [] for name in files}
    for done in range(0, count, _TURN):
        for name in files:
            once(name)
            turns[name].append([once(name) for _ in range(min(_TURN, count - done))])
    return {name: _summary(found) for name, found in turns.items()}


def _summary(turns: list[list[float]]) -> Latency:
    times = np.concatenate(turns)
    return Latency(
        float(np.median(times)),
        float(np.percentile(times, 95)),
        len(times),
        tuple(float(np.median(turn)) for turn in turns),
    )


def timed(folder: Path, checks: Sequence[FileCheck], one: Feed, pad: int) -> list[FileCheck]:
    """The same checks with times at one thread and at one a core, and with what each file costs in a fresh process."""
    files = {check.variant: (folder / check.file, one) for check in checks}
    measured = {threads: latency(files, threads=threads, pad=pad) for threads in sorted({1, cpu.cores()})}
    return [
        msgspec.structs.replace(
            check,
            timings=tuple(
                _timing(threads, found[check.variant], found.get("fp32")) for threads, found in measured.items()
            ),
            footprint=footprint(folder / check.file, next(fitted(ort.session(folder / check.file), one, pad))),
        )
        for check in checks
    ]


def _timing(threads: int, found: Latency, fp32: Latency | None) -> Timing:
    return Timing(
        threads=threads,
        median_ms=found.median_ms,
        p95_ms=found.p95_ms,
        runs=found.runs,
        over_fp32=None if fp32 is None else found.over(fp32),
    )
