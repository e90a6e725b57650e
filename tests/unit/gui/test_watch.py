from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kdstudio.gui.watch import Watch


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_folder_that_comes_and_fills_is_told_at_once_and_only_while_somebody_looks(
    page: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    folder, found = tmp_path / "runs", list[list[str]]()
    watch = Watch(page, folder, lambda: sorted(path.name for path in folder.glob("*")))
    watch.timer.setInterval(600_000)  # what is seen here is seen because the folder tells
    watch.found.connect(found.append)
    page.show()
    qtbot.waitUntil(lambda: found == [[]])
    folder.mkdir()
    qtbot.waitUntil(lambda: str(folder) in watch._watcher.directories(), timeout=2000)
    (folder / "one").mkdir()
    qtbot.waitUntil(lambda: found[-1] == ["one"], timeout=2000)
    page.hide()
    (folder / "two").mkdir()
    qtbot.wait(400)
    assert found[-1] == ["one"]
    assert not watch.timer.isActive()
    page.show()
    qtbot.waitUntil(lambda: found[-1] == ["one", "two"], timeout=2000)
    assert watch.timer.isActive()


def test_the_same_finding_is_told_once_and_again_only_when_asked(page: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    found, reads = list[object](), list[int]()

    def read() -> str:
        reads.append(1)
        return "the same"

    watch = Watch(page, tmp_path, read)
    watch.timer.setInterval(20)
    watch.found.connect(found.append)
    page.show()
    qtbot.waitUntil(lambda: len(reads) > 5)
    assert found == ["the same"]
    watch.forget()
    qtbot.waitUntil(lambda: len(found) == 2)
    page.hide()
