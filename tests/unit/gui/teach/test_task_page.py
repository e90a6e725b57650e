from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from kdstudio.core.brief import Brief, Label
from kdstudio.core.synthesis import Synthesis
from kdstudio.gui import place
from kdstudio.gui.models.problems import Problems
from kdstudio.gui.pages.home import HomePage
from kdstudio.gui.pages.task import TaskPage
from kdstudio.gui.place import PlaceKeeper
from kdstudio.gui.studio import Studio
from kdstudio.gui.teach.rows import EditRows
from kdstudio.gui.widgets.text_area import TextArea
from kdstudio.gui.window import MainWindow
from tests.unit.gui.teach.briefs import BRIEF


@pytest.fixture
def page(qtbot: QtBot, studio: Studio) -> Iterator[TaskPage]:
    studio.begin_task()
    made = TaskPage(studio)
    qtbot.addWidget(made)
    made.show()
    yield made
    studio.teaching.leave()
    QThreadPool.globalInstance().waitForDone(3000)
    QCoreApplication.processEvents()


def typed(qtbot: QtBot, page: TaskPage, name: str, text: str) -> None:
    qtbot.keyClicks(page.form.fields[name].editor, text)


def said(page: TaskPage, name: str) -> list[str]:
    """What stands below a field."""
    shown = page.form.fields[name].findChild(Problems)
    assert shown is not None
    return [problem.message for problem in shown._shown] if shown.isVisibleTo(page) else []


def kept(page: TaskPage) -> Synthesis:
    """What is in the folder once everything is written."""
    page.teaching.flush()
    QThreadPool.globalInstance().waitForDone(3000)
    assert page.teaching.folder is not None
    return page.teaching.folder.read()


def test_an_untouched_form_does_not_nag(qtbot: QtBot, page: TaskPage) -> None:
    assert all(not said(page, name) for name in page.form.fields)
    assert page.first_focus() is page.form.fields["name"].editor
    typed(qtbot, page, "input", "mails")
    assert said(page, "input") == ["What goes in is not described."]
    assert not said(page, "labels")
    typed(qtbot, page, "input", " to the support of a shop")
    assert not said(page, "input")


def test_what_is_typed_is_kept_in_a_folder_named_after_the_task(qtbot: QtBot, page: TaskPage) -> None:
    typed(qtbot, page, "name", "Support mail")
    typed(qtbot, page, "topics", "Shoes")
    qtbot.keyClick(page.form.fields["topics"].editor, Qt.Key.Key_Return)
    typed(qtbot, page, "topics", "Furniture")
    brief = kept(page).brief
    assert (brief.name, brief.topics) == ("Support mail", ("Shoes", "Furniture"))
    assert page.teaching.folder is not None
    assert page.teaching.folder.path == page.studio.workspace.tasks / "support-mail"


def test_a_whole_brief_by_keyboard(qtbot: QtBot, page: TaskPage) -> None:
    """From the first field to the last one with Tab alone, typing what belongs there."""
    for name in ("name", "about", "input"):
        typed(qtbot, page, name, getattr(BRIEF, name))
    for number, label in enumerate(BRIEF.labels):
        for editor, text in zip(page.form.labels.rows[number].editors, (label.name, label.meaning), strict=True):
            qtbot.keyClicks(editor, text)
    for number, good in enumerate(BRIEF.good):
        text, choice = page.form.good.rows[number].editors
        qtbot.keyClicks(text, good.text)
        assert isinstance(choice, QComboBox)
        qtbot.keyClick(choice, Qt.Key.Key_Home if good.label == "delivery" else Qt.Key.Key_End)
    for number, bad in enumerate(BRIEF.bad):
        for editor, text in zip(page.form.bad.rows[number].editors, (bad.text, bad.why), strict=True):
            qtbot.keyClicks(editor, text)
    assert [problem.message for problem in page.teaching.problems()] == []
    assert page.teaching.blocked("teacher") == ""
    brief = kept(page).brief
    assert (brief.labels, brief.good, brief.bad) == (BRIEF.labels, BRIEF.good, BRIEF.bad)


def test_lines_are_added_and_removed(qtbot: QtBot, page: TaskPage) -> None:
    page.teaching.change_brief(BRIEF, "all")
    labels: EditRows = page.form.labels
    labels.add.click()
    assert len(labels.rows) == 3
    assert labels.rows[2].editors[0].hasFocus() or not page.isActiveWindow()
    qtbot.keyClicks(labels.rows[2].editors[0], "return")
    assert page.teaching.task.brief.names == ("delivery", "billing", "return")
    assert said(page, "labels") == ["It is not said when “return” is right."]
    labels.rows[1].remove.click()
    assert page.teaching.task.brief.names == ("delivery", "return")
    assert [row.values[0] for row in labels.rows] == ["delivery", "return"]
    labels.rows[0].remove.click()
    assert [row.values[0] for row in labels.rows] == ["return", ""]


def test_a_renamed_label_is_so_in_the_examples(qtbot: QtBot, page: TaskPage) -> None:
    page.teaching.change_brief(BRIEF, "all")
    first = page.form.labels.rows[0].editors[0]
    assert isinstance(first, QLineEdit)
    qtbot.keyClicks(first, " problem")
    assert [example.label for example in page.teaching.task.brief.good] == [
        "delivery problem",
        "billing",
        "delivery problem",
    ]
    assert page.form.good.rows[0].values[1] == "delivery problem"


def test_undo_takes_a_field_back_at_once(qtbot: QtBot, page: TaskPage, studio: Studio) -> None:
    typed(qtbot, page, "name", "Support")
    typed(qtbot, page, "about", "To sort")
    studio.page_shown.emit("task")
    with qtbot.waitSignal(studio.told) as caught:
        studio.undo()
    assert caught.args == ["Undone: purpose"]
    about = page.form.fields["about"].editor
    assert isinstance(about, TextArea)
    assert about.toPlainText() == ""
    assert page.teaching.task.brief.name == "Support"
    studio.redo()
    assert about.toPlainText() == "To sort"


def test_a_task_is_gone_on_with_from_home(qtbot: QtBot, page: TaskPage, studio: Studio) -> None:
    page.teaching.change_brief(BRIEF, "all")
    kept(page)
    page.teaching.leave()
    home = HomePage(studio)
    qtbot.addWidget(home)
    home.show()
    qtbot.waitUntil(lambda: bool(home.tasks.buttons))
    (again,) = home.tasks.buttons.values()
    assert again.accessibleName() == "Go on with the task Support mail"
    with qtbot.waitSignal(studio.page_wanted) as caught:
        again.click()
    assert caught.args == ["task"]
    assert page.teaching.task.brief == BRIEF
    assert all(not said(page, name) for name in page.form.fields)


def test_a_damaged_task_is_said_in_words(qtbot: QtBot, studio: Studio) -> None:
    folder = studio.workspace.new_task("Broken")
    folder.task.write_text("version = 1\n[brief]\nnme = 'x'\n", encoding="utf-8")
    with qtbot.waitSignal(studio.error_wanted) as caught:
        studio.open_task(folder)
    assert "nme" in caught.args[0].message
    assert not studio.teaching.is_open


def test_a_copy_is_saved_and_opened(qtbot: QtBot, page: TaskPage, studio: Studio) -> None:
    page.teaching.change_brief(BRIEF, "all")
    file = studio.workspace.root / "copy.toml"
    studio.workspace.root.mkdir(parents=True, exist_ok=True)
    with qtbot.waitSignal(studio.told):
        page.teaching.save_copy(file)
    page.teaching.begin()
    assert page.form.fields["name"].editor.text() == ""  # type: ignore[union-attr] # it is a line
    with qtbot.waitSignal(page.teaching.opened):
        page.teaching.take(file)
    assert page.teaching.task.brief == BRIEF


def test_the_steps_are_there_while_a_task_is_open(qtbot: QtBot, studio: Studio) -> None:
    window = MainWindow(studio)
    qtbot.addWidget(window)
    window.show_page("home")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    assert not window.rail.items["task"].isVisible()
    assert studio.blocked("task") == "Begin a task on the Home page."
    studio.begin_task()
    assert window.page.key == "task"
    assert window.rail.items["task"].isVisible()
    QTest.keySequence(window, "Ctrl+1")
    assert window.page.key == "home"
    QTest.keySequence(window, "Alt+1")
    assert window.page.key == "task"
    studio.try_sample()
    assert not studio.teaching.is_open
    assert not window.rail.items["task"].isVisible()


def test_a_killed_window_opens_on_its_task_again(qtbot: QtBot, page: TaskPage, studio: Studio) -> None:
    keeper = PlaceKeeper(studio)
    studio.page_shown.emit("task")
    page.teaching.change_brief(BRIEF, "all")
    kept(page)
    qtbot.waitUntil(lambda: (was := place.load(studio.workspace)) is not None and was.task == "support-mail")
    was = place.load(studio.workspace)
    assert was is not None
    again = Studio(studio.workspace)
    with qtbot.waitSignal(again.page_wanted) as caught:
        assert place.restore(again, was) == "home"
    assert caught.args == ["task"]
    assert again.teaching.task.brief == BRIEF
    keeper.forget()
    again.close()
    again.deleteLater()


def test_two_new_tasks_of_one_name_have_a_folder_each(qtbot: QtBot, studio: Studio) -> None:
    folders = set()
    for _ in range(2):
        studio.teaching.begin(Synthesis(brief=Brief(name="Mail", labels=(Label(name="a"),))))
        with qtbot.waitSignal(studio.teaching.kept):
            studio.teaching.flush()
        assert studio.teaching.folder is not None
        folders.add(studio.teaching.folder.path.name)
    assert folders == {"mail", "mail-2"}
