from __future__ import annotations

import threading

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kdstudio.gui import background


class Keeper(QObject):
    """Something that takes an answer and may be gone before it comes."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[int] = []

    def keep(self, number: int) -> None:
        self.kept.append(number)
        self.objectName()  # fails where the object behind it has been deleted


def test_an_answer_arrives_on_this_thread(qtbot: QtBot) -> None:
    where: list[threading.Thread] = []
    background.run(lambda: 1, lambda _: where.append(threading.current_thread()))
    qtbot.waitUntil(lambda: bool(where), timeout=60_000)  # what earlier tests have begun comes first
    assert where == [threading.current_thread()]


def test_an_answer_to_what_has_been_deleted_is_dropped(qtbot: QtBot) -> None:
    keeper, go, done = Keeper(), threading.Event(), list[int]()
    background.run(go.wait, keeper.keep)
    background.run(go.wait, lambda _: keeper.keep(1))
    shiboken6.delete(keeper)
    go.set()
    background.run(lambda: 1, done.append)
    qtbot.waitUntil(lambda: bool(done) and not background._running)
    assert keeper.kept == []
