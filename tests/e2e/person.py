"""A person at a real display: the real ``kdstudio app`` under Xvfb with a window manager, driven by xdotool.

    python -m tests.e2e.person [--keyboard] [--shots FOLDER]

Goes from launch to the exported INT8 model on the bundled sample and prints the clicks (or keys) and seconds. By mouse
it looks for the button in the accent colour on a screenshot, as an eye does; by keyboard it presses Return and
Ctrl+Return. Needs Xvfb, openbox, xdotool and ImageMagick's ``import``.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
from PIL import Image

from kdstudio.core.metrics import Report
from kdstudio.gui.theme import LIGHT

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "openbox", "xdotool", "import")


class Display:
    """An X server of its own with a window manager, for as long as the block lasts."""

    def __init__(self, width: int = 1280, height: int = 800, scale: int = 1) -> None:
        self._size = width * scale, height * scale
        self.scale = scale
        self.environment = os.environ | {"QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": str(scale)}
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Display:
        read, write = os.pipe()
        size = f"{self._size[0]}x{self._size[1]}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
        self._processes.append(_quiet(command, pass_fds=(write,)))
        os.close(write)
        with os.fdopen(read) as pipe:
            self.environment["DISPLAY"] = f":{pipe.readline().strip()}"
        self._processes.append(_quiet(["openbox"], env=self.environment))
        time.sleep(0.5)
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._processes):
            process.terminate()
            process.wait(10)

    def xdotool(self, *words: str) -> str:
        """Run one xdotool command."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=20, check=False
        )
        return done.stdout.strip()

    def look(self) -> np.ndarray:
        """What is on the screen, ``(H, W, 3)``."""
        done = subprocess.run(
            ["import", "-window", "root", "png:-"], env=self.environment, capture_output=True, timeout=20, check=True
        )
        return np.asarray(Image.open(io.BytesIO(done.stdout)).convert("RGB"))

    def title(self) -> str:
        """The title of the active window."""
        return self.xdotool("getactivewindow", "getwindowname")


def _quiet(command: list[str], **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)  # type: ignore[call-overload,no-any-return] # options go through


def accent_button(screen: np.ndarray, scale: int) -> tuple[int, int] | None:
    """The middle of the widest bar in the accent colour that is as high as a button, or None."""
    red, green, blue = (int(LIGHT.accent[i : i + 2], 16) for i in (1, 3, 5))
    hit = np.all(np.abs(screen.astype(int) - (red, green, blue)) <= 6, axis=2)
    best: tuple[int, int, int] | None = None
    for row in np.flatnonzero(hit.sum(1) > 40 * scale):
        columns = np.flatnonzero(hit[row])
        runs = np.split(columns, np.flatnonzero(np.diff(columns) > 40 * scale) + 1)  # the text lies between
        for run in runs:
            height = int(hit[max(0, row - 20 * scale) : row + 20 * scale, run[0] + 2].sum())
            if len(run) > 40 * scale and height >= 20 * scale and (best is None or len(run) > best[0]):
                best = len(run), int((run[0] + run[-1]) // 2), int(row)
    return best[1:] if best else None


class Person:
    """Does one thing after another and counts."""

    def __init__(self, display: Display, shots: Path | None) -> None:
        self.display, self.shots = display, shots
        self.acts = 0
        self.start = time.monotonic()

    def wait_for(self, what: str, condition: Callable[[], bool], seconds: float) -> None:
        """Wait for something to be seen."""
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                self.keep("stuck")
                raise SystemExit(f"waited {seconds:g} s in vain for {what}; the window says “{self.display.title()}”")
            time.sleep(0.2)
        print(f"{time.monotonic() - self.start:6.1f} s  {what}")

    def keep(self, name: str) -> None:
        """Keep a picture of the screen."""
        if self.shots is not None:
            self.shots.mkdir(parents=True, exist_ok=True)
            Image.fromarray(self.display.look()).save(self.shots / f"{name}.png")

    def click_accent(self) -> None:
        """Click the button in the accent colour once it is there."""
        deadline = time.monotonic() + 60
        while (place := accent_button(self.display.look(), self.display.scale)) is None:
            if time.monotonic() > deadline:
                self.keep("stuck")
                raise SystemExit(f"no button to click; the window says “{self.display.title()}”")
            time.sleep(0.2)
        self.display.xdotool("mousemove", str(place[0]), str(place[1]), "click", "1")
        self.acts += 1

    def press(self, *keys: str) -> None:
        """Press keys."""
        self.display.xdotool("key", *keys)
        self.acts += 1


def walk(display: Display, workspace: Path, *, keyboard: bool, shots: Path | None) -> tuple[int, float]:
    """From launch to export; returns the number of clicks or key presses, and the seconds."""
    environment = display.environment | {"KDSTUDIO_WORKSPACE": str(workspace), "PYTHONPATH": str(ROOT)}
    person = Person(display, shots)
    app = subprocess.Popen([sys.executable, "-m", "kdstudio", "app", "--theme", "light"], env=environment, cwd=ROOT)
    try:
        person.wait_for("Home", lambda: display.title().startswith("Home"), 30)
        for page in ("Data", "Models", "Plan", "Run", "Results", "Export"):
            _next(person, page, keyboard=keyboard)
            person.keep(page.lower())
        _wait_until_enabled(person)
        return person.acts, time.monotonic() - person.start
    finally:
        app.terminate()
        app.wait(20)


def _next(person: Person, page: str, *, keyboard: bool) -> None:
    """Go to a page; the run page goes to the results by itself."""
    if page != "Results":
        if keyboard:
            _wait_until_enabled(person)
            person.press("Return" if page == "Data" else "ctrl+Return")
        else:
            person.click_accent()
    person.wait_for(page, lambda: person.display.title().startswith(page), 300 if page == "Results" else 30)


def _wait_until_enabled(person: Person) -> None:
    person.wait_for(
        "a button to press", lambda: accent_button(person.display.look(), person.display.scale) is not None, 60
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keyboard", action="store_true", help="use the keyboard alone")
    parser.add_argument("--shots", type=Path, help="keep a picture of every page here")
    parser.add_argument("--scale", type=int, default=1, help="scale of the display")
    options = parser.parse_args()
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        raise SystemExit(f"not installed: {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as folder, Display(scale=options.scale) as display:
        acts, seconds = walk(display, Path(folder), keyboard=options.keyboard, shots=options.shots)
        report_file = next(Path(folder, "runs").glob("*/artifacts/report.json"))
        report = msgspec.json.decode(report_file.read_bytes(), type=Report)
    int8 = report.row("int8")
    assert int8 is not None
    print(
        f"{acts} {'keys' if options.keyboard else 'clicks'}, {seconds:.0f} s from launch to export; "
        f"INT8 {int8.accuracy:.1%}, {int8.size_bytes:,} bytes; load {os.getloadavg()[0]:.1f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
