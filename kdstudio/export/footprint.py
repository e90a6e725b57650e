"""What it costs to open a model in a fresh process: time to open, time to the first answer, memory.

Imports nothing but ONNX Runtime and psutil, because the child process that measures imports this module first.
"""

from __future__ import annotations

import time
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psutil
from numpy.typing import NDArray

from kdstudio.core.deliverable import Footprint

_PATIENCE_SECONDS = 120


def footprint(path: Path, feed: dict[str, NDArray[Any]]) -> Footprint | None:
    """Measure one file in a process of its own, with one thread; None where that process died.

    The file itself may be in the system’s cache. The child ends by itself, also when this process is killed.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_measure, args=(sender, path, feed), daemon=True)
    child.start()
    sender.close()
    try:
        return receiver.recv() if receiver.poll(_PATIENCE_SECONDS) else None
    except EOFError:
        return None
    finally:
        child.terminate()
        child.join()
        receiver.close()


def _measure(sender: Connection, path: Path, feed: dict[str, NDArray[Any]]) -> None:
    from kdstudio.engine import ort

    process = psutil.Process()
    before = process.memory_info().rss
    start = time.perf_counter()
    session = ort.session(path, threads=1)
    opened = time.perf_counter()
    session.run(None, feed)
    answered = time.perf_counter()
    sender.send(
        Footprint(
            load_ms=1000 * (opened - start),
            first_ms=1000 * (answered - opened),
            memory_bytes=max(0, process.memory_info().rss - before),
        )
    )
