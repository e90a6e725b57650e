from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kdstudio.client import keys
from kdstudio.core.synthesis import LLMSpec, Probe, Synthesis
from kdstudio.gui.models.problems import Problems
from kdstudio.gui.pages.teacher import TeacherPage
from kdstudio.gui.studio import Studio
from tests.unit.gui.teach import made
from tests.unit.gui.teach.briefs import BRIEF


@pytest.fixture
def page(qtbot: QtBot, studio: Studio) -> Iterator[TeacherPage]:
    studio.teaching.begin(Synthesis(brief=BRIEF))
    shown = TeacherPage(studio)
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    studio.teaching.leave()
    QThreadPool.globalInstance().waitForDone(3000)


def editor(page: TeacherPage) -> QLineEdit:
    assert isinstance(page.address.editor, QLineEdit)
    return page.address.editor


def typed(qtbot: QtBot, page: TeacherPage, address: str) -> None:
    editor(page).clear()
    qtbot.keyClicks(editor(page), address)


def test_what_is_missing_is_said_in_its_order(qtbot: QtBot, page: TeacherPage) -> None:
    assert page.reason.text() == "Enter the base URL."
    assert not page.probe.test.isEnabled()
    assert page.first_focus() is editor(page)
    typed(qtbot, page, "https://api.example.com/v1/")
    assert page.reason.text() == "Enter the model’s name."
    page._put("model", model="large")
    assert page.probe.test.isEnabled()
    assert page.reason.text() == "Test the teacher first."
    assert page.teaching.task.llm.address == "https://api.example.com/v1"
    assert editor(page).text() == "https://api.example.com/v1/", "what is typed is not rewritten under one’s hands"


def test_an_address_with_a_password_is_refused_and_never_kept(qtbot: QtBot, page: TeacherPage) -> None:
    typed(qtbot, page, "https://me:secret@api.example.com/v1")
    assert "secret" not in page.teaching.task.llm.address
    problems = page.address.findChild(Problems)
    assert problems is not None
    assert [problem.message for problem in problems._shown] == [
        "The base URL of api.example.com holds more than a host and a path."
    ]
    assert not page.probe.test.isEnabled()
    typed(qtbot, page, "https://api.example.com/v1")
    assert not problems.isVisible()


def test_plain_http_to_another_machine_needs_consent(qtbot: QtBot, page: TeacherPage) -> None:
    typed(qtbot, page, "http://127.0.0.1:8080/v1")
    assert not page.consent.isVisible()
    typed(qtbot, page, "http://llm.example.com/v1")
    assert page.consent.isVisible()
    page.consent.rows["plain_http"].editor.click()  # type: ignore[attr-defined] # a check box
    assert page.teaching.task.llm.plain_http
    typed(qtbot, page, "http://other.example.com/v1")
    assert not page.teaching.task.llm.plain_http, "consent is for one address"


def test_a_key_leaves_the_field_and_lies_in_no_file(qtbot: QtBot, page: TeacherPage, studio: Studio) -> None:
    typed(qtbot, page, "https://api.example.com/v1")
    field = page.key_field
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    qtbot.waitUntil(lambda: field.state.text().startswith("There is no key"))
    qtbot.keyClicks(field.edit, "sk-canary-77")
    with qtbot.waitSignal(field.kept):
        field.keep.click()
    assert field.edit.text() == ""
    assert keys.find("https://api.example.com/v1") == "sk-canary-77"
    assert "in memory alone" in field.state.text()
    with qtbot.waitSignal(page.teaching.kept):
        page.teaching.change_brief(BRIEF, "brief")
        page.teaching._timer.start(0)
    files = [file for file in studio.workspace.root.rglob("*") if file.is_file()]
    assert files
    assert not any(b"canary" in file.read_bytes() for file in files)
    field.forget.click()
    qtbot.waitUntil(lambda: field.state.text().startswith("There is no key"))
    assert keys.find("https://api.example.com/v1") == ""


def test_a_key_typed_for_one_address_is_not_kept_for_another(qtbot: QtBot, page: TeacherPage) -> None:
    typed(qtbot, page, "https://api.example.com/v1")
    qtbot.keyClicks(page.key_field.edit, "sk-canary-78")
    page._put("base URL", address="https://other.example.com/v1")
    assert page.key_field.edit.text() == ""


def test_a_file_needs_no_key_and_has_no_price(qtbot: QtBot, page: TeacherPage) -> None:
    page.kind.buttons["gguf"].click()
    assert page.teaching.task.llm.kind == "gguf"
    assert page.reason.text() == "Choose the GGUF file."
    assert not page.key_field.isVisible()
    assert not page.prices.isVisible()
    page.file.changed.emit("/models/small.gguf")
    assert page.probe.test.isEnabled()


def test_a_test_counts_for_the_teacher_that_was_tested(qtbot: QtBot, page: TeacherPage) -> None:
    page._put("all", address=made.LLM.address, model=made.LLM.model, price_in=0.5)
    page.teaching.set_probe(
        Probe(model="large", seconds=0.8, log_probabilities=False, schema=True, per_thousand=0.4, seconds_per_row=0.2)
    )
    said = [label.text() for label in page.probe._found.findChildren(type(page.title))]
    assert "It does not say how sure it is; the student learns its labels alone." in said
    assert "0.40 for a thousand rows, about 0.08 for all of them." in said
    assert page.primary.isEnabled()
    page._put("model", model="another")
    assert not page.primary.isEnabled()
    assert not page.probe._found.isVisible()
    page._put("model", model=made.LLM.model)
    assert page.primary.isEnabled()


def test_undo_brings_the_former_teacher_back(qtbot: QtBot, page: TeacherPage) -> None:
    typed(qtbot, page, "https://api.example.com/v1")
    page.teaching.undo()
    assert page.teaching.task.llm == LLMSpec()
    assert editor(page).text() == ""
