from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kdstudio.core.recipe import MethodSpec, Recipe
from kdstudio.gui.pages.runs import RunsPage
from kdstudio.gui.studio import Studio
from kdstudio.protocol.events import JobFinished, PhaseChanged, Progress, StateChanged
from kdstudio.runs import notes, queue
from kdstudio.runs.notes import Notes
from kdstudio.runs.workspace import Workspace
from tests.unit.gui.pages.test_results import texts
from tests.unit.gui.results.finished import finished_run
from tests.unit.gui.worker_at import new_run, worker_at


@pytest.fixture
def page(qtbot: QtBot, studio: Studio) -> Iterator[RunsPage]:
    made = RunsPage(studio)
    qtbot.addWidget(made)
    made.resize(1060, 760)
    made.watch.timer.setInterval(100)
    made.show()
    yield made
    made.left()


def names(page: RunsPage) -> list[str]:
    return [row[0] for row in texts(page.table)]


def state(page: RunsPage, name: str) -> str:
    return next((row[1] for row in texts(page.table) if row[0] == name), "")


def choose(page: RunsPage, *wanted: str) -> None:
    page.table.choose([place for place, entry in enumerate(page._shown) if entry.title in wanted])


def test_a_run_of_the_terminal_appears_and_moves_on_by_itself(page: RunsPage, qtbot: QtBot) -> None:
    page.entered()
    qtbot.waitUntil(lambda: page.empty.title.text() == "There are no runs yet.")
    folder = new_run(Recipe(name="From the terminal"))
    with worker_at(folder) as worker:
        worker.begin()
        qtbot.waitUntil(lambda: state(page, "From the terminal") == "Running")
        worker.say(PhaseChanged(phase="train"), Progress(phase="train", done=1, total=4))
        qtbot.waitUntil(lambda: state(page, "From the terminal") == "Running 25.0\u00a0%")
        worker.say(StateChanged(state="paused"))
        qtbot.waitUntil(lambda: state(page, "From the terminal").startswith("Paused"))
        worker.end(JobFinished(outcome="done"))
    qtbot.waitUntil(lambda: state(page, "From the terminal") == "Done")


def test_a_run_whose_worker_died_is_interrupted(page: RunsPage, qtbot: QtBot) -> None:
    with worker_at(new_run(Recipe(name="Unlucky"))) as worker:
        worker.begin()
        page.entered()
        qtbot.waitUntil(lambda: state(page, "Unlucky") == "Running")
    qtbot.waitUntil(lambda: state(page, "Unlucky") == "Interrupted")


def test_searching_looks_at_names_models_tags_and_notes(page: RunsPage, qtbot: QtBot) -> None:
    tagged = finished_run(Recipe(name="First"))
    notes.save(tagged, Notes(tags=("baseline",), text="weak teacher"))
    finished_run(Recipe(name="Second"))
    page.entered()
    qtbot.waitUntil(lambda: len(names(page)) == 2)
    for words, found in (("second", ["Second"]), ("base resnet8", ["First"]), ("WEAK", ["First"]), ("nothing", [])):
        page.search.setText(words)
        assert names(page) == found
    assert page.empty.title.text() == "No run fits the search."
    page.search.clear()
    assert page.empty.isHidden()


def test_one_chosen_run_is_shown_in_full_and_opened(page: RunsPage, studio: Studio, qtbot: QtBot) -> None:
    folder = finished_run(Recipe(name="Animals"))
    page.entered()
    qtbot.waitUntil(lambda: names(page) == ["Animals"])
    choose(page, "Animals")
    assert page.detail.isVisible()
    assert "keeps" in page.detail.verdict.text()
    assert not page.detail.resume.isVisible()
    with qtbot.waitSignal(studio.page_wanted) as wanted:
        qtbot.mouseClick(page.detail.open, Qt.MouseButton.LeftButton)
    assert wanted.args == ["results"]
    assert studio.run is not None
    assert studio.run.folder == folder
    page.table.setCurrentIndex(page.table.model().index(0, 0))
    page.table.setFocus()
    with qtbot.waitSignal(studio.page_wanted):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)


def test_what_is_chosen_stays_chosen_while_the_list_moves(page: RunsPage, qtbot: QtBot) -> None:
    finished_run(Recipe(name="Older"))
    page.entered()
    qtbot.waitUntil(lambda: names(page) == ["Older"])
    choose(page, "Older")
    finished_run(Recipe(name="Newer"))
    qtbot.waitUntil(lambda: len(names(page)) == 2)
    assert [entry.title for entry in page._chosen()] == ["Older"]


def test_two_chosen_runs_show_what_differs(page: RunsPage, qtbot: QtBot) -> None:
    finished_run(Recipe(name="Cool"))
    finished_run(Recipe(name="Hot", method=MethodSpec(params={"temperature": 8.0})))
    page.entered()
    qtbot.waitUntil(lambda: len(names(page)) == 2)
    choose(page, "Cool", "Hot")
    assert page.difference.isVisible()
    assert not page.detail.isVisible()
    rows = {row[0]: row[1:] for row in texts(page.difference.table)}
    assert sorted(rows["method.temperature"]) == ["4.0", "8.0"]
    assert rows["Int8"] == ["60.0\u00a0%", "60.0\u00a0%"]
    finished_run(Recipe(name="Warm", method=MethodSpec(params={"temperature": 4.0})))
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    choose(page, "Cool", "Hot", "Warm")
    assert page.difference.head.text().startswith("What differs in these 3 ")
    rows = {row[0]: row[1:] for row in texts(page.difference.table)}
    titles = [page.difference.table.model().headerData(place, Qt.Orientation.Horizontal) for place in (1, 2, 3)]
    values = {"Cool": "4.0", "Hot": "8.0", "Warm": "4.0"}
    assert rows["method.temperature"] == [values[title] for title in titles]


def test_tags_and_a_note_are_kept(page: RunsPage, qtbot: QtBot) -> None:
    folder = finished_run(Recipe(name="Animals"))
    page.entered()
    qtbot.waitUntil(lambda: names(page) == ["Animals"])
    choose(page, "Animals")
    page.detail.tags.setText("good, small")
    page.detail.tags.editingFinished.emit()
    assert notes.load(folder).tags == ("good", "small")
    qtbot.waitUntil(lambda: page._shown[0].notes.tags == ("good", "small"))
    page.detail.note.setPlainText("Keep this one.")
    page.left()  # what is written is kept also when the page is left
    assert notes.load(folder) == Notes(tags=("good", "small"), text="Keep this one.")


def test_to_the_trash_and_back(page: RunsPage, studio: Studio, qtbot: QtBot) -> None:
    folder = finished_run(Recipe(name="Animals"))
    page.entered()
    qtbot.waitUntil(lambda: names(page) == ["Animals"])
    choose(page, "Animals")
    studio.open_run(folder)
    qtbot.mouseClick(page.detail.discard, Qt.MouseButton.LeftButton)
    assert studio.run is None
    qtbot.waitUntil(lambda: names(page) == [])
    qtbot.mouseClick(page.place.buttons["trash"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(page) == ["Animals"])
    choose(page, "Animals")
    assert not page.detail.isVisible()
    qtbot.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.empty.title.text() == "The trash is empty.")
    qtbot.mouseClick(page.place.buttons["runs"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(page) == ["Animals"])


def test_a_live_run_is_not_thrown_away(page: RunsPage, studio: Studio, qtbot: QtBot) -> None:
    with worker_at(new_run(Recipe(name="Busy"))) as worker:
        worker.begin()
        page.entered()
        qtbot.waitUntil(lambda: state(page, "Busy") == "Running")
        choose(page, "Busy")
        assert not page.detail.discard.isEnabled()
        with qtbot.waitSignal(studio.error_wanted) as said:
            page._discard(page._shown[0])
        assert "is running" in said.args[0].message


def test_an_unreadable_run_is_listed_with_its_cause(page: RunsPage, qtbot: QtBot) -> None:
    folder = new_run(Recipe(name="Broken"))
    folder.recipe_file.write_text("version = ")
    page.entered()
    qtbot.waitUntil(lambda: len(page._shown) == 1)
    page.table.choose([0])
    assert "not valid TOML" in page.detail.problem.text()
    assert not page.detail.open.isEnabled()


def test_a_recipe_is_used_again(page: RunsPage, studio: Studio, qtbot: QtBot) -> None:
    recipe = Recipe(name="Again", method=MethodSpec(params={"temperature": 3.0}))
    finished_run(recipe)
    page.entered()
    qtbot.waitUntil(lambda: names(page) == ["Again"])
    choose(page, "Again")
    with qtbot.waitSignal(studio.page_wanted):
        qtbot.mouseClick(page.detail.reuse, Qt.MouseButton.LeftButton)
    assert studio.recipe == recipe


def test_queued_runs_say_their_place_and_can_be_taken_out(page: RunsPage, studio: Studio, qtbot: QtBot) -> None:
    workspace = Workspace()
    queue.add(workspace, Recipe(name="One"))
    queue.add(workspace, Recipe(name="Two"))
    page.entered()
    qtbot.waitUntil(lambda: state(page, "Two") == "Waiting, number 2")
    assert page.waiting.message.text() == "2 run(s) wait for their turn."
    choose(page, "One")
    assert page.detail.about.text().startswith("Number 1 in the queue")
    qtbot.mouseClick(page.detail.dequeue, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: state(page, "Two") == "Waiting, number 1")
    assert state(page, "One") == "Waiting"


def test_what_is_looked_at_can_be_had_as_a_command(page: RunsPage, qtbot: QtBot) -> None:
    one, two = finished_run(Recipe(name="One")), finished_run(Recipe(name="Two"))
    page.entered()
    qtbot.waitUntil(lambda: len(names(page)) == 2)
    assert page.command() == "kdstudio runs"
    choose(page, "One")
    assert page.command() == f"kdstudio results {one.path.name}"
    choose(page, "One", "Two")
    assert set(page.command().split()) == {"kdstudio", "compare", one.path.name, two.path.name}
    page.search.setText("tw o")
    page.table.clearSelection()
    assert page.command() == "kdstudio runs 'tw o'"
