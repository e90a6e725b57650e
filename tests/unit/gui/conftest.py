"""What holds for every test of the window: nothing of Qt is left behind, and the look is the shipped one."""

from __future__ import annotations

import gc
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from kdstudio.core.health import ClassCount, Finding, Health, PreviewRow
from kdstudio.core.job import DataCheckJob
from kdstudio.gui import start, theme
from kdstudio.gui.studio import Studio
from kdstudio.runs.files import write_atomic
from kdstudio.runs.workspace import Workspace


@pytest.fixture(autouse=True)
def _no_leaks(qapp: QApplication) -> Iterator[None]:
    """Fail on top-level widgets, running timers or threads that a test leaves behind."""
    QTimer.singleShot(0, qapp.quit)  # an earlier real main() may have left Qt in the state of quitting, in which
    qapp.exec()  # every event loop returns at once; a loop that ends properly takes it out of it
    before = {id(item) for item in _alive()}
    yield
    deadline = time.monotonic() + 5
    QThreadPool.globalInstance().waitForDone(5000)
    while True:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type] # None: all
        qapp.processEvents()
        late = [item for item in _alive() if id(item) not in before]
        if not late:
            return
        gc.collect()
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
    qt = [item for item in gc.get_objects() if issubclass(type(item), QTimer | QThread) and shiboken6.isValid(item)]
    found += [item for item in qt if (item.isActive() if isinstance(item, QTimer) else item.isRunning())]
    return found


@pytest.fixture
def look(qapp: QApplication) -> theme.Look:
    """The light look, as the application applies it."""
    qapp.setStyle("Fusion")
    return theme.apply(qapp, "light")


@pytest.fixture
def studio(look: theme.Look) -> Iterator[Studio]:
    """A studio on an empty workspace of its own. It waits too long before a job to start a worker in these tests."""
    made = Studio(Workspace())
    for kept in (made.check, made.probe, made.bench):
        kept._timer.setInterval(600_000)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def icons(tmp_path: Path) -> Path:
    """Real pictures in class folders: a red, a green and a copied square each."""
    folder = tmp_path / "icons"
    for name, color in (("apple", "red"), ("leaf", "green")):
        for number in range(4):
            image = QImage(24, 24, QImage.Format.Format_RGB32)
            image.fill(QColor(color).lighter(100 + 10 * number))
            (folder / name).mkdir(parents=True, exist_ok=True)
            assert image.save(str(folder / name / f"{number}.png"))
    (folder / "leaf" / "copy.png").write_bytes((folder / "apple" / "0.png").read_bytes())
    return folder


@pytest.fixture
def health(icons: Path) -> Health:
    """What a data check says about :func:`icons`."""
    return Health(
        path=str(icons),
        format="folder",
        layout="class/",
        fingerprint="f",
        examples=9,
        input="24 × 24 pixels, RGB",
        classes=(
            ClassCount(name="apple", train=2, validation=1, test=1),
            ClassCount(name="leaf", train=3, validation=1, test=1),
        ),
        split_made=True,
        findings=(
            Finding(code="classes", severity="pass", message="9 images in 2 classes."),
            Finding(
                code="label-conflicts",
                severity="stop",
                message="1 image has more than one label.",
                hint="Relabel or exclude the wrong ones.",
                count=1,
                items=(("apple/0.png", "leaf/copy.png"),),
                details=("apple/0.png: apple, leaf/copy.png: leaf",),
            ),
        ),
        preview=(
            PreviewRow(id="apple/1.png", label="apple", image="1.png"),
            PreviewRow(id="leaf/2.png", label="leaf", image="2.png"),
        ),
    )


@pytest.fixture
def checked(studio: Studio, icons: Path, health: Health) -> Studio:
    """A studio whose recipe uses :func:`icons`, with the report of a data check in a real job folder."""
    recipe = start.recipe_for(icons, studio.workspace)
    folder = studio.workspace.new(DataCheckJob(), recipe)
    thumbnails = folder.artifacts / "thumbnails"
    thumbnails.mkdir(parents=True)
    for number in (1, 2):
        shutil.copy(icons / "apple" / f"{number}.png", thumbnails / f"{number}.png")
    write_atomic(folder.artifacts / "health.json", msgspec.json.encode(health))
    studio.check.adopt(folder)
    studio.new_recipe(recipe)
    assert studio.health == health
    return studio
