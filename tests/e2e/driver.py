"""A person at the real window: ``main()`` in this process, clicked with real mouse events."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdstudio.gui import door
from kdstudio.gui.window import MainWindow


class Person:
    """Clicks what can be seen, and counts the clicks."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.clicks = 0

    def click(self, target: QWidget) -> None:
        """Click the middle of a widget, which must be visible, enabled and in view."""
        assert target.isVisible(), target
        assert target.isEnabled(), f"{target} {target.accessibleDescription()}"
        self.wait(lambda: not target.visibleRegion().isEmpty(), 2)  # what has just appeared is laid out in a moment
        place = QPoint(target.width() // 2, target.height() // 2)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)
        self.clicks += 1

    def press(self, text: str) -> None:
        """Click the button that says ``text``."""
        found = [
            made
            for made in self.window.findChildren(QPushButton)
            if made.isVisible() and text in (made.text(), made.accessibleName())
        ]
        assert len(found) == 1, f"{len(found)} buttons say “{text}” on {self.page}"
        self.click(found[0])

    @property
    def page(self) -> str:
        """The page that is shown."""
        return self.window.page.key

    def wait(self, condition: Callable[[], bool], seconds: float) -> None:
        """Wait without hurry, saying where one waited in vain."""
        self.qtbot.waitUntil(condition, timeout=round(1000 * seconds))


def at_the_window(qtbot: QtBot, workspace: Path, act: Callable[[Person], None], *arguments: str) -> int:
    """Open the window with its real ``main()``, let a person act, close it; returns the exit code."""
    failures: list[BaseException] = []

    def begin() -> None:
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
        window.resize(1280, 800)  # the screen of the offscreen platform is smaller
        try:
            act(Person(window, qtbot))
        except BaseException as error:
            failures.append(error)
            window.grab().save(str(workspace / "failure.png"))
        finally:
            window.studio.close()
            QApplication.exit(0)  # quit() closes the window first, which would ask while a worker is just ending

    QTimer.singleShot(0, begin)
    code = door.main(["--workspace", str(workspace), *arguments])
    if failures:
        raise failures[0]
    return code
