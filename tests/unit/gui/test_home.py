from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, Qt, QThreadPool
from pytestqt.qtbot import QtBot

from kdstudio.core.metrics import Report, Row
from kdstudio.core.recipe import Recipe
from kdstudio.gui import draft
from kdstudio.gui.pages.home import HomePage
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.run_row import RunRow
from kdstudio.protocol.events import JobFinished
from kdstudio.runs.files import write_atomic
from tests.unit.gui.worker_at import new_run, worker_at


def home(qtbot: QtBot, studio: Studio) -> HomePage:
    page = HomePage(studio)
    qtbot.addWidget(page)
    page.show()
    page.entered()
    qtbot.waitUntil(lambda: bool(page.recent.rows) or page.recent.empty.isVisible())
    return page


def test_the_sample_is_one_click_away(qtbot: QtBot, studio: Studio) -> None:
    page = home(qtbot, studio)
    with qtbot.waitSignal(studio.page_wanted) as caught:
        page.sample.click()
    assert caught.args == ["data"]
    assert studio.recipe.data.path == "sample:digits"
    assert not studio.recipe.runtime.control
    assert page.first_focus() is page.sample


def test_the_machine_is_shown(qtbot: QtBot, studio: Studio) -> None:
    page = home(qtbot, studio)
    qtbot.waitUntil(lambda: "GB" in page._lines["memory"].accessibleName())
    assert "core" in page._lines["cpu"].accessibleName()
    assert "free" in page._lines["disk"].accessibleName()


def test_a_finished_run_opens_at_its_results(qtbot: QtBot, studio: Studio) -> None:
    folder = new_run()
    with worker_at(folder) as worker:
        worker.begin()
        worker.say(JobFinished(outcome="done"))
    row = Row(variant="int8", title="INT8", accuracy=0.9613, size_bytes=103_000, parameters=1, latency_ms=1.0)
    report = Report(rows=(row,), evaluations={}, export_dir="")
    write_atomic(folder.artifacts / "report.json", msgspec.json.encode(report))
    page = home(qtbot, studio)
    shown = page.findChildren(RunRow)[0]
    assert "Done, 96.1\u00a0% · 103 kB" in shown.accessibleName()
    with qtbot.waitSignal(studio.page_wanted) as caught:
        shown.click()
    assert caught.args == ["results"]
    assert not page.welcome.isVisible()


def test_a_run_that_still_trains_is_followed_again(qtbot: QtBot, studio: Studio) -> None:
    folder = new_run()
    with worker_at(folder) as worker:
        worker.begin()
        page = home(qtbot, studio)
        assert "is training" in page.welcome.message.text()
        assert studio.run is not None
        qtbot.waitUntil(lambda: studio.run_is_live)
        with qtbot.waitSignal(studio.page_wanted) as caught:
            page.welcome.buttons[0].click()
        assert caught.args == ["run"]


def test_an_interrupted_run_offers_to_go_on(qtbot: QtBot, studio: Studio) -> None:
    with worker_at(new_run()) as worker:
        worker.begin()
    page = home(qtbot, studio)
    assert "was interrupted" in page.welcome.message.text()
    assert page.welcome.buttons[0].text() == "Resume"


def test_a_recipe_in_preparation_survives_the_window(qtbot: QtBot, studio: Studio, icons: Path) -> None:
    with qtbot.waitSignal(studio.recipe_changed):
        studio.use_data(icons, lambda error: None)
    studio.draft.close()
    qtbot.waitUntil(lambda: draft.load(studio.workspace) is not None)
    again = Studio(studio.workspace)
    again.check._timer.setInterval(600_000)
    page = home(qtbot, again)
    assert page.welcome.message.text() == "You were preparing “icons”."
    page.welcome.buttons[0].click()
    assert again.recipe == studio.recipe
    again.new_recipe(Recipe())
    again.close()
    again.deleteLater()
    QCoreApplication.processEvents()


def test_return_presses_a_button(qtbot: QtBot, studio: Studio) -> None:
    page = home(qtbot, studio)
    with qtbot.waitSignal(studio.page_wanted) as caught:
        qtbot.keyClick(page.sample, Qt.Key.Key_Return)
    assert caught.args == ["data"]


def test_the_sample_task_lacks_nothing_but_a_teacher(qtbot: QtBot, studio: Studio) -> None:
    page = HomePage(studio)
    qtbot.addWidget(page)
    with qtbot.waitSignal(studio.page_wanted) as caught:
        page.sample_task.click()
    assert caught.args == ["task"]
    qtbot.waitUntil(lambda: len(studio.teaching.work.held_out) == 50)
    folder = studio.teaching.folder
    assert folder is not None
    assert folder.path.parent == studio.workspace.tasks
    assert studio.teaching.blocked("teacher") == ""
    assert studio.teaching.blocked("examples")
    qtbot.waitUntil(lambda: len(folder.read_held_out()) == 50)
    studio.teaching.leave()
    QThreadPool.globalInstance().waitForDone(3000)
