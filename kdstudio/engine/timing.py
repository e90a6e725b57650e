"""How long one answer takes, as an app would see it that asks again and again."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_MOST, _ENOUGH = 5, 0.03


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What ``work`` gives, and the median of its milliseconds.

    A single call after a pause pays for threads and caches that had gone to sleep, and may take ten times as long as
    the next. So a quick one is done up to five times, for at most 30 milliseconds, and its first time left out.
    """
    times: list[float] = []
    begun = time.perf_counter()
    while True:
        start = time.perf_counter()
        found = work()
        end = time.perf_counter()
        times.append(1000 * (end - start))
        if len(times) == _MOST or end - begun > _ENOUGH:
            return found, statistics.median(times[1:] or times)
