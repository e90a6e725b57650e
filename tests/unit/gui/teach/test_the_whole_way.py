"""From the Home page to the data of a student, with the real worker and a teacher over a real socket."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kdstudio.client import keys
from kdstudio.gui.pages.examples import ExamplesPage
from kdstudio.gui.pages.home import HomePage
from kdstudio.gui.pages.task import TaskPage
from kdstudio.gui.pages.teacher import TeacherPage
from kdstudio.gui.settings import Settings
from kdstudio.gui.studio import Studio
from kdstudio.gui.theme import Look
from kdstudio.gui.window import MainWindow
from kdstudio.runs.workspace import Workspace
from tests import author
from tests.llm_server import LLMServer

pytestmark = pytest.mark.usefixtures("socket_enabled")
_LONG = 60_000
KEY = "sk-canary-5f2d9a"


@pytest.fixture
def server() -> Iterator[LLMServer]:
    with LLMServer(answer=author.answer, key=KEY) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> Iterator[MainWindow]:
    studio = Studio(Workspace(), Settings())
    made = MainWindow(studio)
    qtbot.addWidget(made)
    made.show_page("home")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    studio.close()
    studio.deleteLater()


def test_from_home_to_the_data(qtbot: QtBot, window: MainWindow, server: LLMServer) -> None:
    studio, work = window.studio, window.studio.teaching.work
    assert isinstance(window.page, HomePage)
    window.page.begin_task.click()
    assert isinstance(window.page, TaskPage)
    studio.teaching.change_brief(author.BRIEF, "brief")
    window.page.primary.click()
    _choose_the_teacher(qtbot, window, server)

    page = window.page
    assert isinstance(page, ExamplesPage)
    page.amounts.rows["per_class"].changed.emit(10)
    assert studio.blocked("data") == "The examples are not finished."
    page.primary.click()
    _rate_the_pilot(qtbot, page)
    assert page.primary.text() == "Write all 20"
    page.primary.click()
    qtbot.waitUntil(lambda: work.stage == "full" and work.report is not None, timeout=_LONG)

    page.open_tab("held-out")
    _hold_out(qtbot, page)
    assert len(work.examples()) == 5
    assert work.step == "update"
    page.primary.click()
    qtbot.waitUntil(lambda: work.step == "done" and page.primary.isEnabled(), timeout=_LONG)
    assert work.report is not None
    assert work.report.held_out is not None
    assert work.report.held_out.examples == 5
    assert server.count()["twice"] <= 2, "nothing is paid for twice but what the test of the teacher asked"

    page.primary.click()
    assert window.page.key == "data"
    qtbot.waitUntil(lambda: studio.health is not None, timeout=_LONG)
    assert studio.health is not None
    assert [item.name for item in studio.health.classes] == ["bad", "good"]
    assert studio.recipe.teacher.kind == "predictions"
    assert studio.blocked("models") == ""
    files = [file for file in studio.workspace.root.rglob("*") if file.is_file()]
    assert not any(KEY.encode() in file.read_bytes() for file in files)
    keys.forget(server.address)


def _choose_the_teacher(qtbot: QtBot, window: MainWindow, server: LLMServer) -> None:
    """Without its key first, which is then asked for and never stays in the window."""
    page = window.page
    assert isinstance(page, TeacherPage)
    assert not page.primary.isEnabled()
    for field, text in ((page.address, server.address), (page.model, "small")):
        assert isinstance(field.editor, QLineEdit)
        qtbot.keyClicks(field.editor, text)
    page.probe.test.click()
    qtbot.waitUntil(window.banner.isVisible, timeout=_LONG)
    assert "key" in window.banner.message.text()
    assert page.key_field.edit.hasFocus()
    qtbot.keyClicks(page.key_field.edit, KEY)
    with qtbot.waitSignal(page.key_field.kept):
        qtbot.keyClick(page.key_field.edit, Qt.Key.Key_Return)
    assert page.key_field.edit.text() == ""
    assert "in memory alone" in page.key_field.state.text()
    window.banner.retry.click()
    qtbot.waitUntil(lambda: page.teaching.probe is not None, timeout=_LONG)
    page.prices.rows["price_in"].changed.emit(0.5)
    page.primary.click()


def _rate_the_pilot(qtbot: QtBot, page: ExamplesPage) -> None:
    """By keyboard alone: one is left out, one held out, one has another label."""
    work, rows = page.work, page.rows.view
    qtbot.waitUntil(lambda: work.step == "rate", timeout=_LONG)
    qtbot.waitUntil(lambda: len(rows.rows.shown) == 10)
    assert page.reason.text() == "Rate the pilot first: 10 are left."
    assert rows.hasFocus()
    for key in (Qt.Key.Key_X, Qt.Key.Key_Return, *[Qt.Key.Key_Space] * 6, Qt.Key.Key_H):
        qtbot.keyClick(rows, key)
    (last,) = work.unjudged()
    assert rows.current == last
    qtbot.keyClicks(rows, "2" if last.label == "good" else "1")
    assert work.agreement() == (8, 10)
    assert sorted({review.label for review in work.reviews.values()}) == ["", "bad", "good"]
    assert [review.held_out for review in work.reviews.values()].count(True) == 1


def _hold_out(qtbot: QtBot, page: ExamplesPage) -> None:
    held = page.held_out
    for text, label in author.HELD_OUT:
        qtbot.keyClicks(held.text, text)
        held.choice.setCurrentIndex(held.choice.findText(label))
        held.choice.activated.emit(held.choice.currentIndex())
        held.add.click()
