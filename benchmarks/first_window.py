"""Seconds from the start of the process to the first painted window.

    python benchmarks/first_window.py [RUNS]

Each run is a process of its own (``kdstudio app``) on the offscreen platform, with an empty workspace.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHILD = """
import os, sys, time
from PySide6.QtWidgets import QApplication
from kdstudio.gui import app, door, window

class Timed(window.MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time() - float(os.environ["KDSTUDIO_STARTED"]), flush=True)
        os._exit(0)

app.MainWindow = Timed
door.main([])
"""


def measure() -> float:
    """One start, in seconds."""
    root = str(Path(__file__).resolve().parents[1])
    with tempfile.TemporaryDirectory() as workspace:
        environment = os.environ | {
            "PYTHONPATH": root,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "KDSTUDIO_WORKSPACE": workspace,
            "KDSTUDIO_STARTED": str(time.time()),
        }
        done = subprocess.run(
            [sys.executable, "-c", CHILD], env=environment, capture_output=True, text=True, check=True
        )
    return float(done.stdout.split()[0])


def main() -> None:
    """Print every run and the median."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    measure()  # byte-compile and warm the disk cache
    seconds = [measure() for _ in range(runs)]
    print(" ".join(f"{value:.2f}" for value in seconds))
    median, slowest = statistics.median(seconds), max(seconds)
    print(f"median {median:.2f} s, slowest {slowest:.2f} s, {runs} runs, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
