from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdstudio.gui import settings
from kdstudio.gui.pages.settings_page import SettingsPage
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.ask import Ask
from kdstudio.runs.workspace import ENVIRONMENT, Workspace


def page_of(qtbot: QtBot, studio: Studio) -> SettingsPage:
    page = SettingsPage(studio)
    qtbot.addWidget(page)
    page.show()
    return page


def test_every_choice_is_remembered(qtbot: QtBot, studio: Studio) -> None:
    page = page_of(qtbot, studio)
    page.theme.buttons["dark"].click()
    page.font_size.setCurrentIndex(page.font_size.findData(130))
    page.font_size.activated.emit(0)
    page.language.setCurrentIndex(page.language.findData("de"))
    page.language.activated.emit(0)
    page.threads.setValue(2)
    found = settings.load(studio.workspace)
    assert (found.theme, found.font_percent, found.language, found.threads) == ("dark", 130, "de", 2)
    studio.try_sample()
    assert studio.recipe.runtime.threads == 2


def test_the_caches_are_measured_and_emptied(qtbot: QtBot, studio: Studio) -> None:
    cache = studio.workspace.cache / "answers"
    cache.mkdir(parents=True)
    (cache / "a.npy").write_bytes(b"\0" * 2_500_000)
    page = page_of(qtbot, studio)
    page.entered()
    qtbot.waitUntil(lambda: page._parts.count() > 4)
    empty = next(
        made for made in page.findChildren(type(page.other)) if made.accessibleName() == "Answers of teachers: Empty"
    )
    empty.click()
    page.findChildren(Ask)[0].buttons[0].click()
    qtbot.waitUntil(lambda: not cache.exists())


def test_another_workspace_counts_from_the_next_start(
    qtbot: QtBot, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(qtbot, studio)
    with qtbot.waitSignal(studio.told) as caught:
        page.use_workspace(tmp_path / "other")
    assert str(tmp_path / "other") in caught.args[0]
    monkeypatch.delenv(ENVIRONMENT)
    assert Workspace().root == tmp_path / "other"
