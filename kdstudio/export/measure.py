"""How fast model files answer on this machine, measured side by side."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kdstudio.engine import ort
from kdstudio.export.feeds import Feed


@dataclass(frozen=True)
class Latency:
    """Times of one answer in milliseconds: the median and the 95th percentile of ``runs``."""

    median_ms: float
    p95_ms: float
    runs: int


def latency(
    files: Mapping[str, tuple[Path, Feed]], *, threads: int = 1, seconds: float = 2.0, runs: int = 200
) -> dict[str, Latency]:
    """Measure single runs of several files in one process, taking turns, so that a busy moment hits all alike.

    Each file comes with the inputs it is fed. Every file gets the same number of runs: ``runs``, or as many as fit
    ``seconds`` a file by the slowest’s pace, at least 5, after a warm-up.
    """
    sessions = {name: ort.session(path, threads=threads) for name, (path, _) in files.items()}

    def once(name: str) -> float:
        start = time.perf_counter()
        sessions[name].run(None, files[name][1])
        return 1000 * (time.perf_counter() - start)

    warm = {name: min(once(name) for _ in range(3)) for name in files}
    pace = max(warm.values(), default=0.0)
    count = max(5, min(runs, int(1000 * seconds / max(pace, 1e-3))))
    taken: dict[str, list[float]] = {name: [] for name in files}
    for _ in range(count):
        for name in files:
            taken[name].append(once(name))
    return {
        name: Latency(float(np.median(times)), float(np.percentile(times, 95)), count) for name, times in taken.items()
    }
