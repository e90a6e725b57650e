"""Fetching a teacher from the hub in the window: a real worker, and a hub on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdstudio.core import preflight
from kdstudio.core.catalog import FOLDER, title_of
from kdstudio.core.hub import SOURCE
from kdstudio.core.recipe import StudentSpec
from kdstudio.gui.pages.models import ModelsPage
from kdstudio.gui.studio import Studio

_WAIT_MS = 60_000


@pytest.fixture
def page(qtbot: QtBot, checked: Studio, hub: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> ModelsPage:
    """Asking for a checkpoint, where the hub is the one on this machine."""
    for name, value in hub.items():
        monkeypatch.setenv(name, value)
    page = ModelsPage(checked)
    qtbot.addWidget(page)
    page.show()
    page.teacher.kind.buttons["checkpoint"].click()
    return page


def test_a_teacher_is_looked_up_then_downloaded_and_chosen(qtbot: QtBot, checked: Studio, page: ModelsPage) -> None:
    assert not page.teacher.folder.hub.isVisible()
    page.teacher.folder.from_hub.click()
    card = page.teacher.folder.hub
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
    assert page.teacher.folder.path.edit.text() == str(folder)
    assert not card.isVisible()
    assert page.teacher.folder.from_hub.isVisible()


def test_what_the_hub_does_not_have_is_said_as_every_error(qtbot: QtBot, checked: Studio, page: ModelsPage) -> None:
    page.teacher.folder.from_hub.click()
    page.teacher.folder.hub.name.setText("maker/nothing")
    with qtbot.waitSignal(checked.error_wanted, timeout=_WAIT_MS) as said:
        page.teacher.folder.hub.look()
    assert "no model “maker/nothing”" in said.args[0].message
    assert page.teacher.folder.hub.ask.isEnabled()


def test_a_student_goes_on_from_a_pretrained_network(qtbot: QtBot, checked: Studio, hub_models: Path) -> None:
    page = ModelsPage(checked)
    qtbot.addWidget(page)
    page.show()
    picker, before = page.picker, checked.recipe.student.architecture
    assert picker.gallery.isVisible()
    assert not picker.folder.isVisible()
    picker.start.buttons["folder"].click()
    assert checked.recipe.student == StudentSpec(architecture=FOLDER)
    assert picker.folder.isVisible()
    assert not picker.gallery.isVisible()
    assert any("given for the student" in problem.message for problem in preflight.check(checked.recipe))
    folder = hub_models / "maker" / "tiny-resnet"
    picker.folder.path._take(str(folder))
    assert checked.recipe.student.path == str(folder)
    assert not any(problem.path.startswith("student") for problem in preflight.check(checked.recipe))
    qtbot.waitUntil(lambda: "tiny-resnet" in page.balance.accessibleName())
    picker.start.buttons["fresh"].click()
    assert checked.recipe.student.path == ""
    assert checked.recipe.student.architecture != FOLDER
    picker.choose(before)
    assert checked.recipe.student.architecture == before


def test_a_fetched_folder_is_called_by_its_name_on_the_hub() -> None:
    assert title_of(FOLDER, "/models/microsoft--resnet-18@0123abcd") == "microsoft/resnet-18"
    assert title_of("resnet8") == "ResNet-8"
    assert title_of("timm:resnet18") == "timm:resnet18"
