"""A window in a process of its own that a test may kill: ``python -m tests.e2e.acting WORKSPACE ACT [RECIPE]``.

It is the real ``main()``; what a person would have done by then is done through the studio, and then said.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kdstudio.core import recipe_file
from kdstudio.core.recipe import Recipe
from kdstudio.gui import door
from kdstudio.gui.window import MainWindow
from kdstudio.runs import queue

_LOOK_MS = 20


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def when(holds: Callable[[], bool], then: Callable[[], None]) -> None:
    """Do something once a condition holds."""
    timer = QTimer(QApplication.instance(), interval=_LOOK_MS)

    def look() -> None:
        if holds():
            timer.stop()
            then()

    timer.timeout.connect(look)
    timer.start()


def train(window: MainWindow, recipe: Recipe, *, keep: bool) -> None:
    """Start a run, look at its charts, and perhaps choose that it goes on without the window."""
    studio = window.studio
    studio.new_recipe(recipe)
    studio.start_run()

    def learning() -> bool:
        run = studio.run
        return run is not None and run.view.checkpoint is not None and "student/train/loss" in run.view.series

    def said() -> None:
        assert studio.run is not None
        if not keep:
            say("training")
            return
        studio.run.keep_running()
        lease = studio.run.folder.lease if studio.run.folder else None
        when(lambda: lease is not None and lease.read_text(encoding="utf-8") == "keep", lambda: say("training"))

    when(learning, said)


def work_through(window: MainWindow, recipe: Recipe) -> None:
    """Queue two runs and have the first one begin."""
    studio = window.studio
    for name in ("first", "second"):
        queue.add(studio.workspace, Recipe(name=name))
    studio.go("runs")
    studio.queue.start()
    when(lambda: studio.queue.run is not None and studio.queue.run.view.checkpoint is not None, lambda: say("training"))


def main(arguments: list[str]) -> int:
    workspace, act, *rest = arguments
    recipe = recipe_file.load(Path(rest[0])) if rest else Recipe(name="Digits")

    def begin() -> None:
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        if act == "queue":
            work_through(window, recipe)
        elif act == "open":
            say("open")
        elif act == "prepare":
            window.studio.new_recipe(recipe)
            window.studio.go("data")
            when((window.studio.workspace.root / "draft.toml").is_file, lambda: say("prepared"))
        else:
            train(window, recipe, keep=act == "keep")

    QApplication([])
    QTimer.singleShot(0, begin)
    return door.main(["--workspace", workspace])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
