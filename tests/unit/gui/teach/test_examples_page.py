from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kdstudio.core.errors import Code
from kdstudio.core.synthesis import Review
from kdstudio.gui.pages.examples import ExamplesPage
from kdstudio.gui.studio import Studio
from kdstudio.gui.teach.row_view import RowModel
from kdstudio.gui.widgets.ask import Ask
from kdstudio.gui.window import MainWindow
from kdstudio.protocol.commands import Stop
from kdstudio.protocol.events import JobFailed, RowsMade
from kdstudio.runs.reader import tail_commands
from kdstudio.runs.task_folder import TaskFolder
from tests.unit.gui.teach import made
from tests.unit.gui.worker_at import worker_at


@pytest.fixture
def folder() -> TaskFolder:
    return made.task_folder()


@pytest.fixture
def page(qtbot: QtBot, studio: Studio) -> Iterator[ExamplesPage]:
    shown = ExamplesPage(studio)
    qtbot.addWidget(shown)
    shown.resize(1000, 760)
    shown.show()
    yield shown
    studio.teaching.leave()
    QThreadPool.globalInstance().waitForDone(3000)


def opened(qtbot: QtBot, page: ExamplesPage, folder: TaskFolder) -> None:
    """As a window that is started anew does."""
    with qtbot.waitSignal(page.work.judged):
        page.studio.teaching.show(folder)
    qtbot.waitUntil(lambda: page.work.folder == folder and bool(page.work.held_out))


def test_what_was_made_is_there_again_after_a_restart(qtbot: QtBot, page: ExamplesPage, folder: TaskFolder) -> None:
    made.done(folder, "pilot")
    made.done(folder)
    folder.review(Review(id="00000003", label="delivery"))
    opened(qtbot, page, folder)
    qtbot.waitUntil(lambda: page.work.report is not None)
    assert [row.id for row in page.rows.view.rows.shown] == [row.id for row in made.rows()]
    assert page.making.title.text() == "All examples are there"
    assert "31 requests and 4 answers from earlier" in page.making.figures.text()
    assert page.score.score.text() == "1 of 2 right (50.0\u00a0%)"
    assert page.work.reviews["00000003"].label == "delivery"


def test_a_decision_after_the_end_asks_for_the_data_set_anew(
    qtbot: QtBot, page: ExamplesPage, folder: TaskFolder
) -> None:
    made.done(folder)
    opened(qtbot, page, folder)
    qtbot.waitUntil(lambda: page.work.step == "done")
    assert page.primary.text() == "Next"
    assert page.primary.isEnabled(), page.reason.text()
    page.rows.show_state("waiting")
    row = page.work.unjudged()[0]
    assert page.rows.view.current == row
    qtbot.keyClicks(page.rows.view, "1")
    assert page.work.reviews[row.id] == Review(id=row.id, label="delivery")
    assert page.primary.text() == "Finish the data set"
    qtbot.waitUntil(lambda: folder.read_reviews() == page.work.reviews)


def test_the_pilot_is_rated_before_all_are_written(qtbot: QtBot, page: ExamplesPage, folder: TaskFolder) -> None:
    made.done(folder, "pilot")
    opened(qtbot, page, folder)
    qtbot.waitUntil(lambda: page.work.step == "rate")
    assert page.reason.text() == "Rate the pilot first: 7 are left."
    assert page.first_focus() is page.rows.view
    view = page.rows.view
    for key in (Qt.Key.Key_Return, Qt.Key.Key_X, Qt.Key.Key_K, Qt.Key.Key_J, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    assert view.currentIndex().row() == 3
    while page.work.unjudged():
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert page.making.title.text() == "You find 6 of 7 examples right"
    assert page.primary.text() == "Write all 200"
    assert page.primary.isEnabled()


def test_a_refused_key_makes_the_work_wait_and_leads_to_the_teacher(
    qtbot: QtBot, page: ExamplesPage, folder: TaskFolder
) -> None:
    with worker_at(made.job_of(folder, "full")) as worker:
        worker.begin("synthesis")
        worker.say(RowsMade(rows=made.rows(4), usage=made.USAGE), *made.WAITS)
        opened(qtbot, page, folder)
        qtbot.waitUntil(page.trouble.isVisible)
        assert page.trouble.message.text() == "The teacher refuses the key. The work waits."
        to_teacher, go_on = page.trouble.buttons
        assert to_teacher.isVisible()
        assert go_on.isVisible()
        assert page.making.go_on.isVisible()
        assert not page.making.pause.isVisible()
        with qtbot.waitSignal(page.studio.page_wanted) as caught:
            to_teacher.click()
        assert caught.args == ["teacher"]


def test_a_failure_is_said_and_can_be_gone_on_from(qtbot: QtBot, page: ExamplesPage, folder: TaskFolder) -> None:
    failure = JobFailed(code=Code.LLM_SPEND_CAP, message="The next request might cost too much.", hint="Raise the cap.")
    with worker_at(made.job_of(folder, "full")) as worker:
        worker.begin("synthesis")
        worker.say(RowsMade(rows=made.rows(4), usage=made.USAGE), failure)
    opened(qtbot, page, folder)
    qtbot.waitUntil(lambda: page.work.step == "resume")
    assert page.trouble.message.text() == "The next request might cost too much."
    assert page.trouble.hint.text() == "Raise the cap."
    assert page.primary.text() == "Go on"
    assert len(page.rows.view.rows.shown) == 4


def test_a_window_that_is_closed_while_the_teacher_writes_asks(
    qtbot: QtBot, studio: Studio, folder: TaskFolder
) -> None:
    window = MainWindow(studio)
    qtbot.addWidget(window)
    window.show_page("home")
    window.show()
    with worker_at(made.job_of(folder, "full")) as worker:
        worker.begin("synthesis")
        studio.teaching.show(folder)
        qtbot.waitUntil(lambda: bool(studio.at_work()))
        window.close()
        question = window.findChild(Ask)
        assert question is not None
        assert window.isVisible()
        assert question.windowTitle() == "The teacher is still writing"
        stop = question.buttons[1]
        assert stop.text() == "Stop and keep"
        stop.click()
        assert not window.isVisible()
        qtbot.waitUntil(lambda: [type(c) for c in tail_commands(worker.folder.commands, 0).read()] == [Stop])
    studio.teaching.leave()
    QThreadPool.globalInstance().waitForDone(3000)


def test_rows_are_filtered_and_searched(qtbot: QtBot, page: ExamplesPage, folder: TaskFolder) -> None:
    made.done(folder)
    opened(qtbot, page, folder)
    qtbot.waitUntil(lambda: page.work.report is not None)

    def shown() -> list[str]:
        return [row.id[-1] for row in page.rows.view.rows.shown]

    for state, wanted in (("doubtful", "37"), ("dropped", "6"), ("kept", "01245"), ("judged", "")):
        page.rows.show_state(state)
        assert "".join(shown()) == wanted, state
    page.rows.show_state("all")
    page.rows.label.setCurrentIndex(page.rows.label.findData("billing"))
    page.rows.label.activated.emit(page.rows.label.currentIndex())
    assert shown() == list("1357")
    qtbot.keyClicks(page.rows.search, "message 5")
    assert shown() == ["5"]


def test_ten_thousand_rows_come_and_scroll_without_a_stutter(
    qtbot: QtBot, page: ExamplesPage, folder: TaskFolder
) -> None:
    many = {row.id: row for row in made.rows(10_000)}
    view = page.rows.view
    view.rows.show_rows(dict(list(many.items())[:9_990]))
    began = time.perf_counter()
    view.rows.show_rows(many)
    assert time.perf_counter() - began < 0.1
    assert view.rows.rowCount() == 10_000
    began = time.perf_counter()
    view.setCurrentIndex(view.rows.index(9_999))
    page.rows.view.grab()
    assert time.perf_counter() - began < 0.5


def test_a_shown_row_stays_while_it_changes(qtbot: QtBot) -> None:
    model = RowModel()
    model.set_filter(lambda row: row.state == "doubtful")
    first = {row.id: row for row in made.rows(8)}
    model.show_rows(first)
    assert [row.id[-1] for row in model.shown] == ["3", "7"]
    kept = made.msgspec.structs.replace(first["00000003"], state="kept")
    model.show_rows(first | {kept.id: kept})
    assert [(row.id[-1], row.state) for row in model.shown] == [("3", "kept"), ("7", "doubtful")]
    model.show_rows({row.id: row for row in made.rows(4)})
    assert [row.id[-1] for row in model.shown] == ["3"]


def test_held_out_examples_by_hand_by_paste_and_from_a_file(
    qtbot: QtBot, page: ExamplesPage, folder: TaskFolder, tmp_path: Path
) -> None:
    opened(qtbot, page, folder)
    page.open_tab("held-out")
    held = page.held_out
    assert held._count.text() == "2 of 30 wanted."
    assert not held.add.isEnabled()
    qtbot.keyClicks(held.text, "no invoice yet")
    held.choice.setCurrentIndex(1)
    held.choice.activated.emit(1)
    held.add.click()
    QGuiApplication.clipboard().setText("still no parcel\tdelivery\nwhere is it, then?\tdelivery\n")
    held.paste.click()
    file = tmp_path / "more.csv"
    file.write_text('text,label\n"paid, but no receipt",billing\n', encoding="utf-8")
    with qtbot.waitSignal(page.work.judged):
        held.take_file(file)
    assert page.work.counts() == {"delivery": 3, "billing": 3}
    qtbot.waitUntil(lambda: folder.read_held_out() == page.work.held_out)
    file.write_text("odd one,complaint\n", encoding="utf-8")
    with qtbot.waitSignal(page.studio.error_wanted) as caught:
        held.take_file(file)
    assert "row 1 has the label “complaint”" in caught.args[0].message
    assert len(page.work.held_out) == 6
    held.table.choose([0, 5])
    qtbot.keyClick(held.table, Qt.Key.Key_Delete)
    assert len(page.work.held_out) == 4


def test_a_checked_row_goes_into_the_held_out_set_and_back(
    qtbot: QtBot, page: ExamplesPage, folder: TaskFolder
) -> None:
    made.done(folder)
    opened(qtbot, page, folder)
    qtbot.waitUntil(lambda: page.work.report is not None)
    view = page.rows.view
    view.setCurrentIndex(view.rows.index(0))
    qtbot.keyClicks(view, "h")
    assert page.work.examples()[-1][1:] == ("delivery", "00000000")
    held = page.held_out
    held.table.choose([2])
    held.remove.click()
    assert len(page.work.examples()) == 2
    assert page.work.reviews["00000000"] == Review(id="00000000", label="delivery")


def test_a_label_without_a_held_out_example_keeps_from_going_on(
    qtbot: QtBot, page: ExamplesPage, folder: TaskFolder
) -> None:
    folder.write_held_out(made.HELD_OUT[:1])
    made.done(folder)
    opened(qtbot, page, folder)
    qtbot.waitUntil(lambda: page.work.step == "done")
    assert page.reason.text() == "The held-out set has no example of “billing”."
    assert page.studio.blocked("data") == page.reason.text()
    assert not page.primary.isEnabled()
