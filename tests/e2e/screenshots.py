"""Pictures of every page, light and dark, at 1280×800 and at twice the pixels, of the real sample.

    python -m tests.e2e.screenshots [--workspace FOLDER] [--out docs/images]
    python -m tests.e2e.screenshots --out FOLDER --size 800x600 --font 200 --language de --scale 1

The workspace must hold a finished run of the sample, or one is made first (``kdstudio demo``, some minutes).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SCALES = (1, 2)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workspace", type=Path, help="workspace with a finished run of the sample")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    parser.add_argument("--scale", type=int, help="take the pictures of this scale only")
    parser.add_argument("--size", default="1280x800", help="of the window, in logical pixels")
    parser.add_argument("--font", type=int, default=100, help="size of the font in percent")
    parser.add_argument("--language", default="en")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        _take(options)
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        workspace = (options.workspace or Path(temporary)).resolve()
        environment = os.environ | {"KDSTUDIO_WORKSPACE": str(workspace), "PYTHONPATH": str(ROOT)}
        if not any(workspace.glob("runs/*/artifacts/report.json")):
            subprocess.run([sys.executable, "-m", "kdstudio", "demo"], env=environment, check=True)
        looks = ["--size", options.size, "--font", str(options.font), "--language", options.language]
        for scale in (options.scale,) if options.scale else SCALES:
            command = [sys.executable, "-m", "tests.e2e.screenshots", "--out", str(options.out), "--scale", str(scale)]
            command += [*looks, "--here"]
            own = environment | {"QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"}
            subprocess.run(command, env=own, check=True, cwd=ROOT)
    return 0


def _take(options: argparse.Namespace) -> None:
    from PySide6.QtWidgets import QApplication

    from kdstudio.gui import theme
    from kdstudio.gui.language import Speaker
    from kdstudio.gui.settings import Settings
    from kdstudio.gui.studio import Studio
    from kdstudio.gui.window import MainWindow
    from kdstudio.runs.workspace import Workspace

    app = QApplication([])
    app.setStyle("Fusion")
    speaker = Speaker(app)
    speaker.speak(options.language)
    studio = Studio(Workspace(), Settings())
    theme.apply(app, "light", options.font)
    window = MainWindow(studio)
    window.show_page("home")
    window.show()
    window.resize(*map(int, options.size.split("x")))  # the screen of the offscreen platform is smaller
    *_, done = (folder for folder in studio.workspace.all_runs() if (folder.artifacts / "report.json").exists())

    def keep(name: str) -> None:
        for mode in ("light", "dark"):
            theme.apply(app, mode, options.font)
            studio.theme_changed.emit()
            _wait(300)
            _save(window.grab(), options.out / f"{name}-{mode}{'@2x' if options.scale == 2 else ''}.png")

    _wait(1500)
    keep("home")
    _of_a_task(studio, window, keep)
    studio.try_sample()
    studio.go("data")
    _wait_for(lambda: studio.health is not None)
    _wait(800)
    keep("data")
    studio.go("models")
    _wait_for(lambda: studio.probe.current(studio.recipe) is not None)
    keep("models")
    studio.go("plan")
    keep("plan")
    window.page.customise.click()  # type: ignore[attr-defined] # the plan page has it
    _wait(1500)
    keep("customise")
    studio.open_run(done)
    _wait_for(lambda: studio.run is not None and studio.run.view.ended)
    _of_a_run(window, keep)
    studio.close()


def _of_a_task(studio: Any, window: Any, keep: Callable[[str], None]) -> None:
    """The pages before the data, with examples that a teacher on this machine really writes."""
    from tests import author
    from tests.llm_server import LLMServer

    work = studio.teaching.work
    studio.begin_task()
    with LLMServer(answer=author.answer) as server:
        studio.teaching.change(author.task(server.address, per_class=60), "task")
        _wait(300)
        keep("task")
        studio.go("teacher")
        window.page.probe.start()
        _wait_for(lambda: studio.teaching.probe is not None)
        keep("teacher")
        studio.go("examples")
        window.page.primary.click()
        _wait_for(lambda: work.step == "rate")
        while work.unjudged():
            window.page.rows.judge("right")
        window.page.primary.click()
        _wait_for(lambda: work.step == "done")
        window.page.rows.show_state("all")
        keep("examples")
    studio.teaching.leave()


def _of_a_run(window: Any, keep: Callable[[str], None]) -> None:
    """The pages that show a run that is done, and the others that are left."""
    for page in ("run", "results", "export", "settings"):
        window.show_page(page)
        _wait(2500)
        keep(page)
    window.show_page("runs")
    _wait(2500)
    window.page.table.choose([0, 1, 2])
    _wait(500)
    keep("runs")
    window.show_page("results")
    _results(window.page, keep)


def _results(page: Any, keep: Callable[[str], None]) -> None:
    """Two more tabs of the results: what was lost, and a drawing answered by all models."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    page.open_tab("classes")
    _wait(1500)
    keep("lost")
    page.open_tab("try")
    panel, left = page.panels["try"], Qt.MouseButton.LeftButton
    _wait_for(lambda: not page.studio.asker.loading)
    strokes = ((60, 60), (110, 58), (160, 60), (140, 110), (110, 175))
    QTest.mousePress(panel.pad, left, pos=QPoint(*strokes[0]))
    for place in strokes[1:]:
        QTest.mouseMove(panel.pad, QPoint(*place))
    QTest.mouseRelease(panel.pad, left, pos=QPoint(*strokes[-1]))
    _wait_for(lambda: bool(panel.cards))
    _wait(800)
    keep("try")
    page.studio.asker.let_go()


def _save(pixmap: object, path: Path) -> None:
    """As a picture of 256 colours, which is a quarter of the size and looks the same here."""
    from PIL import Image
    from PySide6.QtGui import QImage, QPixmap

    assert isinstance(pixmap, QPixmap)
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = image.width(), image.height()
    picture = Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine(), 1)
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


def _wait(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _wait_for(condition: Callable[[], bool], seconds: float = 120) -> None:
    for _ in range(round(10 * seconds)):
        if condition():
            return
        _wait(100)
    raise SystemExit("waited in vain")


if __name__ == "__main__":
    sys.exit(main())
