"""Nothing is cut off, covered or out of reach on an 800×600 screen, with the font doubled neither, in both languages.

Pixels are Qt's logical ones, as a window sees them at any scaling of the screen: what is right at 800×600 is right on a
screen of 1600×1200 at 200 %. The font size of the settings comes on top of that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdstudio.core.errors import Code, KDError
from kdstudio.gui import theme
from kdstudio.gui.language import Speaker
from kdstudio.gui.pages.data import DataPage
from kdstudio.gui.pages.models import ModelsPage
from kdstudio.gui.pages.plan import PlanPage
from kdstudio.gui.pages.run import RunPage
from kdstudio.gui.pages.task import TaskPage
from kdstudio.gui.pages.teacher import TeacherPage
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.ask import Ask
from kdstudio.gui.window import MainWindow
from tests.unit.gui.layout import faults
from tests.unit.gui.test_accessibility import OF_A_RUN, OF_A_TASK, PAGES, go


def _finding(window: MainWindow, qtbot: QtBot) -> None:
    """What the data check has found, opened."""
    go(window, qtbot, "data")
    assert isinstance(window.page, DataPage)
    assert window.studio.health is not None
    window.studio.open_finding(window.studio.health.findings[1])


def _teacher(kind: str) -> Callable[[MainWindow, QtBot], None]:
    def show(window: MainWindow, qtbot: QtBot) -> None:
        go(window, qtbot, "models")
        assert isinstance(window.page, ModelsPage)
        window.page.teacher.kind.buttons[kind].click()

    return show


def _drawer(window: MainWindow, qtbot: QtBot) -> None:
    """Every setting, all of them built."""
    go(window, qtbot, "plan")
    page = window.page
    assert isinstance(page, PlanPage)
    page.customise.click()
    qtbot.waitUntil(lambda: not page.drawer._builder.isActive() and bool(page.drawer.rows))


def _log(window: MainWindow, qtbot: QtBot) -> None:
    go(window, qtbot, "run")
    assert isinstance(window.page, RunPage)
    window.page.log.toggle.click()


def _error(window: MainWindow, qtbot: QtBot) -> None:
    go(window, qtbot, "home")
    error = KDError(Code.DISK_FULL, "The disk is full: 1.2 GB are needed.", "Free some space, then resume the run.")
    window.show_error(error, lambda: None)
    window.banner.offer("Resume", lambda: None)


def _no_data(window: MainWindow, qtbot: QtBot) -> None:
    window.banner.hide()
    window.studio.new_recipe()
    go(window, qtbot, "data")


def _teacher_file(window: MainWindow, qtbot: QtBot) -> None:
    go(window, qtbot, "teacher")
    assert isinstance(window.page, TeacherPage)
    window.page.kind.buttons["gguf"].click()


def _new_task(window: MainWindow, qtbot: QtBot) -> None:
    """Nothing is filled in, and everything is said to be lacking."""
    window.studio.teaching.begin()
    go(window, qtbot, "task")
    assert isinstance(window.page, TaskPage)
    for field in window.page.form.fields.values():
        field.use()
    qtbot.wait(50)


def _question(window: MainWindow, qtbot: QtBot) -> None:
    """The largest dialog: three answers."""
    window._ask_before_closing()
    qtbot.waitUntil(lambda: window.findChild(Ask) is not None)


PLACES: dict[str, Callable[[MainWindow, QtBot], None]] = {
    **{key: lambda window, qtbot, key=key: go(window, qtbot, key) for key in PAGES},
    "a finding": _finding,
    **{f"teacher: {kind}": _teacher(kind) for kind in ("checkpoint", "onnx", "predictions")},
    "drawer": _drawer,
    **{key: lambda window, qtbot, key=key: go(window, qtbot, key) for key in OF_A_RUN},
    **{key: lambda window, qtbot, key=key: go(window, qtbot, key) for key in OF_A_TASK},
    "a file as teacher": _teacher_file,
    "home beside a task": lambda window, qtbot: go(window, qtbot, "home"),
    "a new task": _new_task,
    "log": _log,
    "error": _error,
    "no data": _no_data,
    "question": _question,
}
"""Everything that the window can show, in the order in which one test can show it."""


@dataclass(frozen=True)
class Screen:
    """Size of the window, font size in percent, language."""

    width: int
    height: int
    percent: int
    language: str


SCREENS = [
    Screen(800, 600, 100, "de"),
    Screen(800, 600, 200, "en"),
    Screen(800, 600, 200, "de"),
    Screen(1280, 800, 100, "de"),
    Screen(1280, 800, 200, "de"),
]


@pytest.fixture
def speaker(qapp: QApplication) -> Iterator[Speaker]:
    made = Speaker(qapp)
    yield made
    made.silence()


def _settled(window: MainWindow, qtbot: QtBot) -> list[str]:
    """What is wrong once the layouts have come to rest, which the reading of files in the background may delay."""
    found = faults(window)
    for _ in range(20):
        if not found:
            break
        qtbot.wait(50)
        found = faults(window)
    return found


@pytest.mark.parametrize("screen", SCREENS, ids=lambda s: f"{s.width}x{s.height}-{s.percent}-{s.language}")
def test_nothing_is_cut_off(
    qtbot: QtBot, qapp: QApplication, checked: Studio, speaker: Speaker, screen: Screen
) -> None:
    speaker.speak(screen.language)
    theme.apply(qapp, "light", screen.percent)
    window = MainWindow(checked)
    qtbot.addWidget(window)
    window.resize(screen.width, screen.height)
    window.show()
    found = []
    for place, show in PLACES.items():
        show(window, qtbot)
        found += [f"{place}: {fault}" for fault in _settled(window, qtbot)]
        assert window.size().toTuple() == (screen.width, screen.height), f"{place} made the window larger"
    question = window.findChild(Ask)
    assert question is not None
    assert question.width() <= screen.width
    assert question.height() <= screen.height
    question.close()
    assert not found, "\n".join(found)
