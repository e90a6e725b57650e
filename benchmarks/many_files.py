"""How late the window's event loop is, and how much memory it takes, while a folder of 100,000 pictures is checked.

    python benchmarks/many_files.py [--files 100000]

Most of the small gray pictures are different, one in ten is a hard link to an earlier one, so that the report has
thousands of duplicates to show. The real window opens the folder on its data page; the check runs in a child process,
as always. A timer of 10 ms is the heartbeat; its lateness is the time by which a beat comes after the 10 ms. The beats
go on while the report is shown, every class is chosen and the duplicates are opened. The bars: p99 < 16 ms, max
< 100 ms.

Needs no display; the machine should be otherwise idle.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

BEAT_MS = 10
CLASSES = 20
SIDE = 24


def make(folder: Path, files: int) -> None:
    """Class folders with binary PGM pictures of soft noise; every tenth is a hard link."""
    dice = random.Random(0)
    header = b"P5 %d %d 255\n" % (SIDE, SIDE)
    places = [folder / f"class {number:02}" for number in range(CLASSES)]
    for place in places:
        place.mkdir(parents=True)
    made: list[Path] = []
    for number in range(files):
        path = places[number % CLASSES] / f"{number:06}.pgm"
        if number % 10 == 9:
            os.link(dice.choice(made), path)
        else:
            path.write_bytes(header + dice.randbytes(SIDE * SIDE))
            made.append(path)


def main() -> int:
    parser = argparse.ArgumentParser(description="The data page with very many files.")
    parser.add_argument("--files", type=int, default=100_000)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as place:
        os.environ["KDSTUDIO_WORKSPACE"] = str(Path(place) / "workspace")
        start = time.monotonic()
        make(Path(place) / "pictures", options.files)
        print(f"made {options.files:,} files in {time.monotonic() - start:.0f} s")
        beats, seconds = measure(Path(place) / "pictures")
    beats.sort()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{options.files:,} files checked in {seconds:.0f} s and shown: lateness "
        f"median {beats[len(beats) // 2][0]:.1f} ms, p99 {beats[int(0.99 * len(beats))][0]:.1f} ms, "
        f"max {beats[-1][0]:.1f} ms ({beats[-1][1]}); "
        f"window at most {peak:,.0f} MB, worker {worker:,.0f} MB; load {os.getloadavg()[0]:.1f}"
    )
    return 0


class Heart:
    """Beats every 10 ms; ``beats`` holds how late each came in ms, and what went on then."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.beats: list[tuple[float, str]] = []
        self.stage = ""
        self._last = time.perf_counter()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.beats.append((max(0.0, 1e3 * (now - self._last) - BEAT_MS), self.stage))
        self._last = now

    def stop(self) -> None:
        self._timer.stop()


def measure(folder: Path) -> tuple[list[tuple[float, str]], float]:
    """Lateness of every beat in ms and what went on, from the drop to the resolved duplicates; seconds of the check."""
    from PySide6.QtWidgets import QApplication

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
    window.show_page("data")
    window.show()
    until(lambda: False, 1.0)
    heart = Heart()
    seconds = walk(studio, window.page, folder, heart)
    heart.stop()
    studio.close()
    window.close()
    window.deleteLater()
    return heart.beats, seconds


def walk(studio: object, page: object, folder: Path, heart: Heart) -> float:
    """Drop the folder, wait for the report, look at every class and every finding, resolve the duplicates."""
    heart.stage, start = "the check", time.monotonic()
    page.choose(folder)
    until(lambda: studio.health is not None, 900.0)
    assert studio.health is not None, studio.check.failure
    seconds = time.monotonic() - start
    heart.stage = "showing the report"
    until(lambda: False, 1.0)
    heart.stage = "choosing classes"
    for row in range(CLASSES + 1):
        page.overview.classes.setCurrentIndex(page.overview.classes.model().index(row, 0))
        until(lambda: False, 0.05)
    for line in [line for line in page.overview.lines if line.isEnabled()]:
        heart.stage = f"opening {line.finding.code}"
        line.click()
        until(lambda: False, 0.5)
        page.finding.examples.verticalScrollBar().setValue(page.finding.examples.verticalScrollBar().maximum() // 2)
        until(lambda: False, 0.5)
        page.finding.back.click()
        until(lambda: False, 0.2)
    heart.stage = "keeping one of each"
    next(line for line in page.overview.lines if line.finding.code in ("duplicates", "label-conflicts")).click()
    page.finding.keep_first.click()
    until(lambda: False, 1.0)
    return seconds


def until(holds: object, seconds: float = 20.0) -> None:
    """Run the event loop until something holds."""
    from PySide6.QtCore import QEventLoop, QTimer

    deadline = time.monotonic() + seconds
    while not holds() and time.monotonic() < deadline:
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


if __name__ == "__main__":
    sys.exit(main())
