"""What it costs to open a model in a fresh process: time to open, time to the first answer, memory.

Imports nothing but ONNX Runtime and psutil, because the child process that measures imports this module first.
"""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import psutil
from numpy.typing import NDArray

from kdstudio.core.deliverable import Footprint


def footprint(path: Path, feed: dict[str, NDArray[Any]]) -> Footprint:
    """Measure one file in a process of its own, with one thread. The file itself may be in the system’s cache."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_measure, path, feed).result()


def _measure(path: Path, feed: dict[str, NDArray[Any]]) -> Footprint:
    from kdstudio.engine import ort

    process = psutil.Process()
    before = process.memory_info().rss
    start = time.perf_counter()
    session = ort.session(path, threads=1)
    opened = time.perf_counter()
    session.run(None, feed)
    answered = time.perf_counter()
    return Footprint(
        load_ms=1000 * (opened - start),
        first_ms=1000 * (answered - opened),
        memory_bytes=max(0, process.memory_info().rss - before),
    )
