from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kdstudio.core.errors import Code, KDError
from kdstudio.gui.studio import Studio
from kdstudio.gui.window import MainWindow

HEAVY = ("torch", "transformers", "onnx", "onnxruntime", "PIL", "pyarrow", "sklearn", "pyqtgraph", "numpy")

FIRST_PAINT = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kdstudio.gui import app, door, window

class Watching(window.MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        found = [name for name in {HEAVY!r} if name in sys.modules]
        print("painted with", found)
        QTimer.singleShot(0, QApplication.quit)

app.MainWindow = Watching
sys.exit(door.main([]))
"""


@pytest.fixture
def window(qtbot: QtBot, studio: Studio) -> MainWindow:
    made = MainWindow(studio)
    qtbot.addWidget(made)
    made.show_page("home")
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT], capture_output=True, text=True, timeout=60, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "painted with []"


def test_a_blocked_page_says_why(window: MainWindow, qtbot: QtBot) -> None:
    window.rail.items["models"].click()
    assert window.page.key == "home"
    assert window.toast.isVisible()
    assert window.toast.accessibleName() == "Choose the data first."
    assert window.rail.items["models"].accessibleDescription() == "Choose the data first."


def test_an_error_offers_retry_and_its_details(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    tried: list[bool] = []
    error = KDError(Code.DISK_FULL, "The disk is full.", "Free some space.")
    studio.show_error(error, lambda: tried.append(True))
    assert window.banner.isVisible()
    assert window.banner.message.text() == "The disk is full."
    assert window.banner.hint.text() == "Free some space."
    window.banner.copy.click()
    assert QGuiApplication.clipboard().text() == "disk-full: The disk is full. Free some space."
    window.banner.retry.click()
    assert tried == [True]
    assert not window.banner.isVisible()
