"""Fetching a teacher from the hub in the window: a real worker, and a hub on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdstudio.core.hub import SOURCE
from kdstudio.gui.pages.models import ModelsPage
from kdstudio.gui.studio import Studio

_WAIT_MS = 60_000


def test_a_teacher_is_looked_up_then_downloaded_and_chosen(
    qtbot: QtBot, checked: Studio, hub: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in hub.items():
        monkeypatch.setenv(name, value)
    page = ModelsPage(checked)
    qtbot.addWidget(page)
    page.show()
    page.teacher.kind.buttons["checkpoint"].click()
    assert not page.teacher.hub.isVisible()
    page.teacher.from_hub.click()
    card = page.teacher.hub
    assert card.isVisible()
    assert not card.ask.isEnabled()
    card.name.setText("maker/tiny resnet")
    card.look()
    assert "not the name of a model" in card.about.text()
    card.name.setText("maker/tiny-resnet")
    assert card.command() == "kdstudio fetch maker/tiny-resnet"
    card.look()
    assert card.job.isVisible()
    qtbot.waitUntil(card.download.isVisible, timeout=_WAIT_MS)
    assert not checked.workspace.models.exists()
    assert "licence apache-2.0" in card.about.text()
    assert "model.safetensors" in card.files.text()
    card.download.click()
    qtbot.waitUntil(lambda: checked.recipe.teacher.path != "", timeout=_WAIT_MS)
    folder = Path(checked.recipe.teacher.path)
    assert (folder / SOURCE).is_file()
    assert folder.parent == checked.workspace.models
    assert page.teacher.path.edit.text() == str(folder)
    assert not card.isVisible()
    assert page.teacher.from_hub.isVisible()


def test_what_the_hub_does_not_have_is_said_as_every_error(
    qtbot: QtBot, checked: Studio, hub: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in hub.items():
        monkeypatch.setenv(name, value)
    page = ModelsPage(checked)
    qtbot.addWidget(page)
    page.show()
    page.teacher.kind.buttons["checkpoint"].click()
    page.teacher.from_hub.click()
    page.teacher.hub.name.setText("maker/nothing")
    with qtbot.waitSignal(checked.error_wanted, timeout=_WAIT_MS) as said:
        page.teacher.hub.look()
    assert "no model “maker/nothing”" in said.args[0].message
    assert page.teacher.hub.ask.isEnabled()
