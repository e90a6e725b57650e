"""What holds for every test of the window: nothing of Qt is left behind, and the look is the shipped one."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from kdstudio.gui import theme
from kdstudio.gui.studio import Studio
from kdstudio.runs.workspace import Workspace


@pytest.fixture(autouse=True)
def _no_leaks(qapp: QApplication) -> Iterator[None]:
    """Fail on top-level widgets, running timers or threads that a test leaves behind."""
    before = {id(item) for item in _alive()}
    yield
    deadline = time.monotonic() + 5
    QThreadPool.globalInstance().waitForDone(5000)
    while True:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type] # None: all
        qapp.processEvents()
        gc.collect()
        late = [item for item in _alive() if id(item) not in before]
        if not late:
            return
        if time.monotonic() > deadline:
            break
        time.sleep(0.05)
    pytest.fail(f"left behind: {late}")


def _alive() -> list[Any]:
    found: list[Any] = [
        widget
        for widget in QApplication.topLevelWidgets()
        if type(widget).__module__ != "PySide6.QtWidgets" or widget.isVisible()
    ]
    qt = [item for item in gc.get_objects() if isinstance(item, QTimer | QThread) and shiboken6.isValid(item)]
    found += [item for item in qt if (item.isActive() if isinstance(item, QTimer) else item.isRunning())]
    return found


@pytest.fixture
def look(qapp: QApplication) -> theme.Look:
    """The light look, as the application applies it."""
    qapp.setStyle("Fusion")
    return theme.apply(qapp, "light")


@pytest.fixture
def studio(look: theme.Look) -> Iterator[Studio]:
    """A studio on an empty workspace of its own."""
    made = Studio(Workspace())
    yield made
    made.close()
    made.deleteLater()
