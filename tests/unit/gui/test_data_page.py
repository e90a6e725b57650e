from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from kdstudio.core.health import Finding, Health
from kdstudio.core.job import DataCheckJob
from kdstudio.core.profile import Dispute, Profile
from kdstudio.gui import curation
from kdstudio.gui.pages.data import DataPage
from kdstudio.gui.studio import Studio
from kdstudio.runs.files import write_atomic


def page_of(qtbot: QtBot, studio: Studio) -> DataPage:
    page = DataPage(studio)
    qtbot.addWidget(page)
    page.resize(1064, 800)
    with qtbot.waitExposed(page):
        page.show()
    return page


def drop(page: DataPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.drop.dropEvent(QDropEvent(QPointF(50, 50), action, data, buttons, keys))


def test_a_wrong_drop_names_what_is_accepted_and_the_next_step(qtbot: QtBot, studio: Studio, icons: Path) -> None:
    page = page_of(qtbot, studio)
    assert page.reason.text() == "Choose the data first."
    drop(page, icons / "apple" / "0.png")
    qtbot.waitUntil(page.drop.refusal.isVisible)
    assert "Drop the folder instead" in page.drop.refusal.text()
    drop(page, icons, icons)
    assert "Several things" in page.drop.refusal.text()


def test_a_dropped_folder_becomes_the_recipe(qtbot: QtBot, studio: Studio, icons: Path) -> None:
    page = page_of(qtbot, studio)
    with qtbot.waitSignal(studio.recipe_changed):
        drop(page, icons)
    assert studio.recipe.data.path == str(icons)
    assert studio.recipe.name == "icons"
    assert page.progress.isVisible()
    assert page.reason.text() == "The data is being checked."
    assert not page.primary.isEnabled()


def test_a_dropped_zip_is_unpacked_into_the_workspace(
    qtbot: QtBot, studio: Studio, icons: Path, tmp_path: Path
) -> None:
    page, told = page_of(qtbot, studio), []
    studio.told.connect(told.append)
    archive = Path(shutil.make_archive(str(tmp_path / "my icons"), "zip", icons))
    with qtbot.waitSignal(studio.recipe_changed):
        drop(page, archive)
    assert told == ["my icons.zip is being unpacked."]
    assert studio.recipe.name == "my icons"
    place = Path(studio.recipe.data.path)
    assert place.parent == studio.workspace.data
    assert (place / "apple" / "0.png").read_bytes() == (icons / "apple" / "0.png").read_bytes()


def test_a_zip_that_leads_out_is_refused_where_it_was_dropped(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    page, archive = page_of(qtbot, studio), tmp_path / "evil.zip"
    with zipfile.ZipFile(archive, "w") as stream:
        stream.writestr("../evil.png", b"")
    drop(page, archive)
    qtbot.waitUntil(page.drop.refusal.isVisible)
    assert "leads out of its folder" in page.drop.refusal.text()
    assert studio.recipe.data.path == ""


def test_a_health_line_opens_its_files(qtbot: QtBot, checked: Studio) -> None:
    page = page_of(qtbot, checked)
    assert page.reason.text() == "1 image has more than one label."
    line = next(line for line in page.overview.lines if line.finding.severity == "stop")
    assert line.accessibleName() == "Must be resolved: 1 image has more than one label."
    line.click()
    assert page.stack.currentWidget() is page.finding
    shown = page.finding.examples.examples.examples
    assert [example.id for example in shown] == ["apple/0.png", "leaf/copy.png"]
    assert all(example.image is not None and example.image.is_file() for example in shown)
    qtbot.waitUntil(lambda: page.finding.examples.examples.picture(shown[0]) is not None)
    picture = page.finding.examples.examples.picture(shown[0])
    assert picture is not None
    assert picture.width() == 240  # 24 pixels, enlarged by a whole factor


def test_what_is_done_about_a_finding_is_in_the_recipe_and_can_be_undone(qtbot: QtBot, checked: Studio) -> None:
    page = page_of(qtbot, checked)
    next(line for line in page.overview.lines if line.finding.severity == "stop").click()
    view = page.finding.examples
    view.setCurrentIndex(view.examples.index(1))
    page.finding.actions_.exclude.click()
    assert checked.recipe.data.exclude == ("leaf/copy.png",)
    assert view.examples.examples[1].mark == "excluded"
    view.setCurrentIndex(view.examples.index(1))
    assert page.finding.actions_.restore.isVisible()
    checked.undo()
    assert checked.recipe.data.exclude == ()
    assert view.examples.examples[1].mark == ""
    page.finding.accept.click()
    assert checked.recipe.data.accept == ("label-conflicts",)
    assert page.stack.currentWidget() is page.overview


def test_relabelling_from_the_preview(qtbot: QtBot, checked: Studio) -> None:
    page = page_of(qtbot, checked)
    view = page.overview.examples
    view.setCurrentIndex(view.examples.index(1))
    menu = page.overview.actions_.relabel.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "apple").trigger()
    assert checked.recipe.data.relabel == {"leaf/2.png": "apple"}
    assert view.examples.examples[1].label == "apple"
    assert view.examples.examples[1].mark == "relabelled"


def test_a_class_filters_the_preview(qtbot: QtBot, checked: Studio) -> None:
    page = page_of(qtbot, checked)
    assert len(page.overview.examples.examples.examples) == 2
    page.overview.classes.setCurrentIndex(page.overview.classes.model().index(2, 0))
    assert [example.label for example in page.overview.examples.examples.examples] == ["leaf"]


@pytest.mark.parametrize("seed", [7])
def test_the_split_and_its_seed_are_shown_and_editable(qtbot: QtBot, checked: Studio, seed: int) -> None:
    page = page_of(qtbot, checked)
    split = page.overview.split
    assert split.seed.value() == 0
    assert split.validation.value() == 10
    split.seed.setValue(seed)
    split.test.setValue(25)
    assert checked.recipe.data.seed == seed
    assert checked.recipe.data.test == 0.25


@pytest.fixture
def alike(checked: Studio) -> Studio:
    """The report with two pairs of look-alikes instead."""
    health = checked.check.result
    assert health is not None
    near = Finding(
        code="near-cross-split",
        severity="warn",
        message="2 groups of images that are almost the same are in more than one split.",
        hint="Keep one of each.",
        count=2,
        items=(("apple/1.png", "apple/2.png"), ("leaf/2.png", "leaf/3.png")),
        details=("apple/1.png: apple (train)", "leaf/2.png: leaf (train)"),
    )
    checked.check.result = msgspec.structs.replace(health, findings=(near,))
    return checked


def test_look_alikes_stand_one_under_the_other(qtbot: QtBot, alike: Studio) -> None:
    page = page_of(qtbot, alike)
    page.overview.lines[0].click()
    view, detail = page.finding.examples, page.finding.detail
    view.setCurrentIndex(view.examples.index(1))
    assert [detail._name.text(), detail._other_name.text()] == ["apple/2.png", "apple/1.png"]
    view.setCurrentIndex(view.examples.index(2))
    assert [detail._name.text(), detail._other_name.text()] == ["leaf/2.png", "leaf/3.png"]
    assert detail._other.isVisible()


@pytest.mark.parametrize(
    ("action", "field", "value"),
    [
        ("keep_first", "exclude", ("apple/2.png", "leaf/3.png")),
        ("together", "similar_together", True),
        ("accept", "accept", ("near-cross-split",)),
    ],
)
def test_look_alikes_are_resolved_or_accepted_and_it_can_be_undone(
    qtbot: QtBot, alike: Studio, action: str, field: str, value: object
) -> None:
    page = page_of(qtbot, alike)
    before = alike.recipe
    page.overview.lines[0].click()
    getattr(page.finding, action).click()
    assert getattr(alike.recipe.data, field) == value
    assert page.stack.currentWidget() is page.overview
    alike.undo()
    assert alike.recipe == before


def test_what_was_accepted_can_be_opened_and_taken_back(qtbot: QtBot, alike: Studio) -> None:
    health = alike.check.result
    assert health is not None
    settled = msgspec.structs.replace(health.findings[0], severity="pass")
    alike.set_recipe(curation.accept(alike.recipe, "near-cross-split"), "accepted")
    alike.check.result = msgspec.structs.replace(health, findings=(settled,))
    page = page_of(qtbot, alike)
    assert page.overview.lines[0].isEnabled()
    page.overview.lines[0].click()
    assert not page.finding.accept.isVisible()
    page.finding.unaccept.click()
    assert alike.recipe.data.accept == ()


def test_labels_that_the_teacher_disputes_are_one_more_line(qtbot: QtBot, checked: Studio) -> None:
    page = page_of(qtbot, checked)
    before = len(page.overview.lines)
    dispute = Dispute(id="apple/1.png", label="apple", teacher="leaf", confidence=0.987)
    checked.probe.result = Profile(
        input="", classes=2, train=5, validation=2, test=2, threads=1, disputed=1, disputes=(dispute,)
    )
    checked.probe._of = checked.probe._key(checked.recipe)
    checked.probe.changed.emit()
    assert len(page.overview.lines) == before + 1
    page.overview.lines[-1].click()
    shown = page.finding.examples.examples.examples
    assert [(example.id, example.note) for example in shown] == [
        ("apple/1.png", "The label says “apple”, the teacher “leaf” (98.7\u00a0%).")
    ]
    page.finding.examples.setCurrentIndex(page.finding.examples.examples.index(0))
    page.finding.actions_.exclude.click()
    assert checked.recipe.data.exclude == ("apple/1.png",)
    assert len(page.overview.lines) == before, "with other data the teacher has not been asked yet"


def test_a_finding_with_very_many_examples_lists_the_first_and_says_so(qtbot: QtBot, checked: Studio) -> None:
    health = checked.check.result
    assert health is not None
    items = tuple((f"apple/{n}.png", f"apple/{n}b.png") for n in range(2000))
    many = Finding(
        code="duplicates", severity="warn", message="2,000 images.", hint="Keep one.", count=2000, items=items
    )
    checked.check.result = msgspec.structs.replace(health, findings=(many,))
    page = page_of(qtbot, checked)
    page.overview.lines[0].click()
    assert len(page.finding.examples.examples.examples) == 1000
    assert page.finding._hint.text() == "Keep one. The first 1000 are listed."
    page.finding.keep_first.click()
    assert len(checked.recipe.data.exclude) == 2000, "the action is about all of them"


def test_data_that_cannot_be_opened_is_refused_where_it_was_dropped(
    qtbot: QtBot, checked: Studio, health: Health
) -> None:
    page = page_of(qtbot, checked)
    assert page.stack.currentWidget() is page.overview
    adopt(checked, refused(health))
    assert page.stack.currentWidget() is page.drop
    assert page.drop.isVisible()
    assert page.drop.refusal.text() == "It holds no class folders. Put the images into folders."
    assert not page.primary.isEnabled()
    adopt(checked, health)
    assert page.stack.currentWidget() is page.overview


def test_the_columns_of_a_table_that_does_not_suit_can_be_chosen(qtbot: QtBot, checked: Studio, health: Health) -> None:
    page = page_of(qtbot, checked)
    adopt(checked, msgspec.structs.replace(refused(health), columns=("img", "y")))
    assert page.stack.currentWidget() is page.overview
    assert page.overview.columns.isVisible()
    assert not page.overview.split.isVisible()
    box = page.overview.columns.boxes["input"]
    assert [box.itemText(place) for place in range(box.count())] == ["None", "img", "y"]


def refused(health: Health) -> Health:
    finding = Finding(
        code="data-layout",
        severity="stop",
        message="It holds no class folders.",
        hint="Put the images into folders.",
    )
    return Health(path=health.path, format="auto", layout="", fingerprint="", examples=0, findings=(finding,))


def adopt(studio: Studio, health: Health) -> None:
    folder = studio.workspace.new(DataCheckJob(), studio.recipe)
    write_atomic(folder.artifacts / "health.json", msgspec.json.encode(health))
    studio.check.adopt(folder)
    studio.health_changed.emit()


def test_a_finding_stays_open_until_it_is_resolved(qtbot: QtBot, checked: Studio, health: Health) -> None:
    page = page_of(qtbot, checked)
    conflict = health.findings[1]
    more = msgspec.structs.replace(conflict, items=(*conflict.items, ("apple/1.png", "leaf/2.png")))
    adopt(checked, msgspec.structs.replace(health, findings=(more,)))
    page.overview.lines[0].click()
    view = page.finding.examples
    view.setCurrentIndex(view.examples.index(1))
    page.finding.actions_.exclude.click()
    adopt(checked, health)
    assert page.stack.currentWidget() is page.finding
    assert view.currentIndex().row() == 1
    assert page.focusWidget() is view
    assert [example.id for example in view.examples.examples] == ["apple/0.png", "leaf/copy.png"]
    adopt(checked, msgspec.structs.replace(health, findings=health.findings[:1]))
    assert page.stack.currentWidget() is page.overview


def test_what_was_changed_by_hand_can_be_taken_back_one_by_one(qtbot: QtBot, checked: Studio, health: Health) -> None:
    page = page_of(qtbot, checked)
    checked.set_recipe(curation.exclude(checked.recipe, ["apple/0.png", "apple/1.png"]), "left out")
    checked.set_recipe(curation.relabel(checked.recipe, ["leaf/2.png"], "apple"), "relabelled")
    items = (("apple/0.png",), ("apple/1.png",), ("leaf/2.png",))
    changed = Finding(code="by-hand", severity="pass", message="Changed by hand.", items=items)
    adopt(checked, msgspec.structs.replace(health, findings=(changed,)))
    page.overview.lines[0].click()
    view, actions = page.finding.examples, page.finding.actions_
    assert [example.mark for example in view.examples.examples] == ["excluded", "excluded", "relabelled"]
    for row in (1, 2):
        view.setCurrentIndex(view.examples.index(row))
        assert actions.restore.isVisible()
        actions.restore.click()
    assert checked.recipe.data.exclude == ("apple/0.png",)
    assert checked.recipe.data.relabel == {}


def test_any_class_can_be_merged_into_another_and_taken_back(qtbot: QtBot, checked: Studio, health: Health) -> None:
    page = page_of(qtbot, checked)
    overview = page.overview
    assert not overview.merge.isEnabled()
    overview.classes.setCurrentIndex(overview.classes.model().index(1, 0))
    overview.merge.menu().aboutToShow.emit()
    (action,) = overview.merge.menu().actions()
    assert action.text() == "leaf"
    action.trigger()
    assert checked.recipe.data.merge_classes == {"apple": "leaf"}
    assert checked.undo_words == "merged “apple” into “leaf”"
    merged = Finding(code="merged-classes", severity="pass", message="Merged.", items=(("apple", "leaf"),))
    adopt(checked, msgspec.structs.replace(health, findings=(merged,)))
    page.overview.lines[0].click()
    page.finding.unmerge.click()
    assert checked.recipe.data.merge_classes == {}
