"""The real ``main()``, opened and closed in this process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdstudio.gui import door, settings, theme
from kdstudio.gui.settings import Settings
from kdstudio.gui.widgets.ask import Ask
from kdstudio.gui.window import MainWindow
from kdstudio.runs.workspace import Workspace

ROOT = Path(__file__).resolve().parents[3]


def while_open(*arguments: str, do: Callable[[MainWindow], None]) -> int:
    """Run ``main()``, call ``do`` with the window once it is there, close it."""
    failures: list[BaseException] = []

    def step() -> None:
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
        try:
            do(window)
        except BaseException as error:
            failures.append(error)
        window.close()

    QTimer.singleShot(50, step)
    code = door.main(list(arguments))
    if failures:
        raise failures[0]
    return code


def test_main_opens_the_wanted_page_in_the_wanted_look(qtbot: QtBot, tmp_path: Path) -> None:
    def look(window: MainWindow) -> None:
        assert window.page.key == "settings"
        assert window.windowTitle() == "Settings – KD Studio"
        assert theme.current().tokens.name == "dark"
        window.resize(1000, 700)

    assert while_open("--workspace", str(tmp_path / "w"), "--page", "settings", "--theme", "dark", do=look) == 0
    assert settings.load(Workspace(tmp_path / "w")).width == 1000


def test_the_look_follows_the_settings_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    settings.save(Workspace(tmp_path), Settings(theme="light", font_percent=130))

    def change(window: MainWindow) -> None:
        assert theme.current().px("body") == 18
        with qtbot.waitSignal(window.studio.theme_changed):
            window.studio.set_settings(Settings(theme="dark"))
        assert theme.current() == theme.Look(theme.DARK, 1.0)

    while_open("--workspace", str(tmp_path), do=change)
    assert settings.load(Workspace(tmp_path)).theme == "dark"


def test_an_exception_in_a_slot_is_shown_and_logged_and_the_window_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    def slot() -> None:
        raise ZeroDivisionError("nobody foresaw this")

    def provoke(window: MainWindow) -> None:
        QTimer.singleShot(0, slot)
        qtbot.waitUntil(lambda: bool(window.findChildren(Ask)))
        dialog = window.findChildren(Ask)[0]
        assert "nobody foresaw this" in dialog.accessibleDescription()
        QTimer.singleShot(0, slot)  # a second one does not bury the window
        qtbot.wait(50)
        assert len(window.findChildren(Ask)) == 1
        dialog.buttons[1].click()
        assert "ZeroDivisionError: nobody foresaw this" in QGuiApplication.clipboard().text()
        window.studio.go("settings")
        assert window.page.key == "settings"

    hook = sys.excepthook
    assert while_open("--workspace", str(tmp_path), do=provoke) == 0
    assert sys.excepthook is hook
    assert (tmp_path / "window.log").read_text(encoding="utf-8").count("ZeroDivisionError: nobody foresaw this") == 2


def test_a_workspace_that_cannot_be_written_still_opens(qtbot: QtBot, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")

    def look(window: MainWindow) -> None:
        window.studio.set_settings(Settings(theme="dark"))
        assert window.banner.isVisible()

    assert while_open("--workspace", str(blocked), do=look) == 0


def test_a_window_that_lies_in_the_dock_comes_up_when_another_start_wishes_to_see_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def look(window: MainWindow) -> None:
        window.showMinimized()
        assert window.isMinimized()
        assert door.main(["--workspace", str(tmp_path)]) == 0  # the second start, which ends at once
        qtbot.waitUntil(lambda: not window.isMinimized())
        assert window.isVisible()

    assert while_open("--workspace", str(tmp_path), do=look) == 0


def test_a_second_start_is_over_before_qt_is_loaded() -> None:
    way = "import sys; from kdstudio.gui import door; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", way], cwd=ROOT, check=False).returncode == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_a_sentence_is_said_and_qt_does_not_crash() -> None:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {name: value for name, value in os.environ.items() if name not in named}
    done = app(bare)
    assert done.returncode == 1
    assert done.stderr.startswith("There is no display here")
    assert "“kdstudio --help”" in done.stderr


def test_a_library_that_the_system_lacks_is_named(tmp_path: Path) -> None:
    """As Python says it where Qt’s extension links to a library that is not installed."""
    (tmp_path / "PySide6").mkdir()
    message = "libEGL.so.1: cannot open shared object file: No such file or directory"
    (tmp_path / "PySide6" / "__init__.py").write_text(f"raise ImportError({message!r})\n")
    done = app({**os.environ, "PYTHONPATH": str(tmp_path)})
    assert done.returncode == 1
    assert done.stderr.startswith("The window needs libEGL.so.1, which this system does not have.")
    assert "Traceback" not in done.stderr


def app(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kdstudio", "app"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_an_unknown_page_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        door.main(["--page", "nowhere"])
    assert "nowhere" in capsys.readouterr().err
