"""How late the window's event loop is while a run writes 1,000 metrics a second.

    python benchmarks/event_loop.py [--seconds 20] [--metrics 1000] [--inside]

The real main window shows the run page with its live charts. A timer of 10 ms in it is the heartbeat; its lateness is
the time by which a beat comes after the 10 ms. The trainer computes without pause (Python arithmetic, which holds the
interpreter's lock as data loaders do) and writes one event a metric. The bars: p99 < 16 ms, max < 100 ms.

``--inside`` measures afterwards the same trainer in a QThread of the window's own process, which is why it is not
there. Needs no display; quote both figures from one call on an otherwise idle machine.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

BEAT_MS = 10
NAMES = ("train/loss", "train/kd", "train/ce", "train/learning_rate", "train/examples_per_second")


def main() -> int:
    parser = argparse.ArgumentParser(description="Lateness of the window's event loop while a run goes on.")
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--metrics", type=int, default=1000)
    parser.add_argument("--inside", action="store_true", help="also with the trainer inside the window's process")
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        train(options.worker, options.metrics, options.seconds)
        return 0
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as place:
        os.environ["KDSTUDIO_WORKSPACE"] = place
        for where in ("child process", "QThread of the window")[: 1 + options.inside]:
            beats = measure(where, options.metrics, options.seconds)
            beats.sort()
            p99 = beats[int(0.99 * len(beats))]
            print(
                f"trainer in a {where}, {options.metrics:,} metrics a second for {options.seconds:g} s: "
                f"lateness median {beats[len(beats) // 2]:.1f} ms, p99 {p99:.1f} ms, max {beats[-1]:.1f} ms"
            )
    return 0


def train(path: Path, metrics: int, seconds: float) -> None:
    """A worker's side: hold the lock, compute, and write so many events a second."""
    from kdstudio.protocol.events import JobFinished, JobStarted, MetricBatch, Phase, PhaseChanged
    from kdstudio.runs import lock
    from kdstudio.runs.layout import RunFolder
    from kdstudio.runs.writer import EventWriter

    folder = RunFolder(path)
    with lock.hold(folder):
        writer = EventWriter(folder.events)
        phases = (Phase("student", "Distil the student"),)
        writer.write(JobStarted(kind="distill", session=1, pid=os.getpid(), host="", version="", phases=phases))
        writer.write(PhaseChanged(phase="student"))
        start, written = time.monotonic(), 0
        while (now := time.monotonic() - start) < seconds:
            while written < now * metrics:
                name, step = NAMES[written % len(NAMES)], written // len(NAMES)
                writer.write(MetricBatch(step=step, seconds=now, values={f"student/{name}": 1 / (1 + step)}))
                written += 1
            sum(number * number for number in range(5000))
        writer.write(JobFinished(outcome="done"))
        writer.close()


def measure(where: str, metrics: int, seconds: float) -> list[float]:
    """Lateness of every beat in ms, from the moment the charts are there."""
    from PySide6.QtCore import QThread
    from PySide6.QtWidgets import QApplication

    from kdstudio.core.job import DistillJob
    from kdstudio.core.recipe import Recipe
    from kdstudio.gui import theme
    from kdstudio.gui.studio import Studio
    from kdstudio.gui.window import MainWindow
    from kdstudio.runs.workspace import Workspace

    app = QApplication.instance() or QApplication([])
    app.setStyle("Fusion")
    theme.apply(app, "light")
    studio = Studio(Workspace())
    window = MainWindow(studio)
    window.resize(1280, 800)
    window.show_page("home")
    window.show()
    folder = studio.workspace.new(DistillJob(), Recipe(name="Event loop"))

    class Inside(QThread):
        def run(self) -> None:
            train(folder.path, metrics, seconds + 3)

    thread, child = Inside(), None
    if where == "child process":
        arguments = ["--worker", str(folder.path), "--metrics", str(metrics), "--seconds", str(seconds + 3)]
        child = subprocess.Popen([sys.executable, __file__, *arguments])
    else:
        thread.start()
    studio.open_run(folder)
    page = window.page
    until(app, lambda: page.board is not None and len(page.board.charts) > 2 and page.board.isVisible())
    until(app, lambda: False, 1.0)
    beats = beat_for(app, seconds)
    shown = len(studio.run.view.series["student/train/loss"].values)
    assert shown > 0.15 * metrics * seconds, "the charts did not follow"
    if child is not None:
        child.wait()
    thread.wait()
    until(app, lambda: not studio.training, 15.0)
    studio.close()
    window.close()
    window.deleteLater()
    return beats


def beat_for(app: object, seconds: float) -> list[float]:
    """Run the event loop for so long with a heartbeat in it."""
    from PySide6.QtCore import Qt, QTimer

    beats: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        beats.append(max(0.0, 1e3 * (now - last) - BEAT_MS))
        last = now

    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=BEAT_MS)
    timer.timeout.connect(beat)
    timer.start()
    QTimer.singleShot(round(1e3 * seconds), lambda: app.exit(0))
    app.exec()
    timer.stop()
    return beats


def until(app: object, holds: object, seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not holds() and time.monotonic() < deadline:
        app.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    sys.exit(main())
