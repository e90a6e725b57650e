from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kdstudio.core import catalog, recipe_file
from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import DataCheckJob, ProfileJob
from kdstudio.core.profile import Measured, Profile
from kdstudio.core.recipe import Recipe, TeacherSpec
from kdstudio.gui import curation
from kdstudio.gui.pages.models import ModelsPage
from kdstudio.gui.pages.plan import PlanPage
from kdstudio.gui.plan import presets
from kdstudio.gui.studio import Studio
from kdstudio.runs.files import write_atomic


def accepted(studio: Studio) -> Studio:
    """The same studio with nothing in its data that stops."""
    assert studio.health is not None
    health = msgspec.structs.replace(studio.health, findings=studio.health.findings[:1])
    recipe = curation.accept(studio.recipe, "label-conflicts")
    folder = studio.workspace.new(DataCheckJob(), recipe)
    write_atomic(folder.artifacts / "health.json", msgspec.json.encode(health))
    studio.check.adopt(folder)
    studio.new_recipe(recipe)
    return studio


def measured(name: str, scale: float) -> Measured:
    return Measured(
        name=name,
        parameters=int(1e5 * scale),
        size_bytes=int(4e5 * scale),
        multiply_adds=int(1e7 * scale),
        latency_ms=scale,
        forward_seconds=0.001 * scale,
        step_seconds=0.003 * scale,
    )


def test_the_student_is_chosen_from_the_gallery(qtbot: QtBot, checked: Studio) -> None:
    studio = accepted(checked)
    page = ModelsPage(studio)
    qtbot.addWidget(page)
    page.show()
    gallery = page.picker.gallery
    assert gallery.shown[gallery.currentIndex().row()].name == "resnet20"
    assert "1.1 MB" in gallery.model().index(gallery.currentIndex().row(), 0).data(11)  # Qt.AccessibleTextRole
    page.picker.search.setText("smallest")
    assert [info.name for info in gallery.shown] == ["resnet8"]
    gallery.setCurrentIndex(gallery.model().index(0, 0))
    assert studio.recipe.student.architecture == "resnet8"
    qtbot.waitUntil(lambda: "smaller" in page.balance.accessibleName())
    page.picker.search.setText("no such thing")
    assert not gallery.isVisible()


def test_the_largest_student_within_a_budget_is_picked(qtbot: QtBot, checked: Studio) -> None:
    studio = accepted(checked)
    folder = studio.workspace.new(ProfileJob(), studio.recipe)
    profile = Profile(
        input="24 × 24", classes=2, train=1, validation=1, test=1, threads=1,
        architectures=(measured("resnet8", 1), measured("resnet32", 4), measured("resnet56", 9)),
    )  # fmt: skip
    write_atomic(folder.artifacts / "profile.json", msgspec.json.encode(profile))
    page = ModelsPage(studio)
    qtbot.addWidget(page)
    page.show()
    page.budget.target.setCurrentIndex(page.budget.target.findData("here"))
    page.budget.target.activated.emit(0)
    studio.bench.adopt(folder)
    gallery = page.picker.gallery
    infos = {info.name: info for info in gallery.shown}
    assert gallery.latency_words(infos["resnet32"]) == "4.0 ms"
    assert gallery.latency_words(infos["resnet110"]).startswith("≈")
    page.budget.milliseconds.setValue(4.5)
    assert gallery.verdict_words(infos["resnet32"]) == "Tight"
    assert gallery.verdict_words(infos["resnet110"]) == "Too big"
    assert "4.0 ms, Tight" in gallery.model().index(list(infos).index("resnet32"), 0).data(11)
    page.picker.search.setText("mlp")
    page.budget.pick.click()
    assert studio.recipe.student.architecture == "resnet32"
    assert not page.picker.search.text()
    page.budget.milliseconds.setValue(0.1)
    with qtbot.waitSignal(studio.told):
        page.budget.pick.click()


def test_each_kind_of_teacher_asks_for_what_it_needs(qtbot: QtBot, checked: Studio, tmp_path: Path) -> None:
    studio = accepted(checked)
    page = ModelsPage(studio)
    qtbot.addWidget(page)
    page.show()
    assert page.primary.isEnabled()
    page.teacher.kind.buttons["onnx"].click()
    assert studio.recipe.teacher.kind == "onnx"
    assert "teacher.layout" in page.teacher.form.rows
    assert not page.primary.isEnabled()
    assert page.reason.text() == "No file or folder is given for the teacher."
    file = tmp_path / "teacher.onnx"
    file.write_bytes(b"\0" * 1_000_000)
    page.teacher.folder.changed.emit(str(file))
    assert page.primary.isEnabled()
    qtbot.waitUntil(lambda: "1.0 MB" in page.balance.accessibleName())
    page.teacher.kind.buttons["predictions"].click()
    assert set(page.teacher.form.rows) == {"teacher.output", "teacher.classes"}
    studio.undo()
    assert studio.recipe.teacher.path == str(file)


def test_the_presets_are_told_apart(qtbot: QtBot, checked: Studio) -> None:
    studio = accepted(checked)
    page = PlanPage(studio)
    qtbot.addWidget(page)
    assert page.preset.value == "balanced"
    page.preset.buttons["better"].click()
    assert studio.recipe.plan.epochs == 60
    assert studio.recipe.teacher_plan.epochs == 40
    assert page.preset.value == "better"
    page.form.rows["export.int8"].editor.click()
    assert not studio.recipe.export.int8
    assert presets.of(studio.recipe) == "better"


def test_the_chosen_method_is_explained(qtbot: QtBot, checked: Studio) -> None:
    studio = accepted(checked)
    page = PlanPage(studio)
    qtbot.addWidget(page)
    said = [page._method.text()]
    page.form.rows["method.name"].changed.emit("dkd")
    said.append(page._method.text())
    assert said == [catalog.load().method(name).summary for name in ("kd", "dkd")]


def test_the_drawer_reaches_every_setting(qtbot: QtBot, checked: Studio) -> None:
    studio = accepted(checked)
    page = PlanPage(studio)
    qtbot.addWidget(page)
    page.resize(1064, 800)
    page.show()
    page.customise.click()
    drawer = page.drawer
    qtbot.waitUntil(lambda: not drawer._builder.isActive())
    assert {setting.address for setting in drawer._settings} == set(drawer.rows)
    assert {"method.temperature", "plan.learning_rate", "data.max_megapixels", "export.opset"} <= set(drawer.rows)
    drawer.search.setText("temperature")
    assert [address for address, row in drawer.rows.items() if row.isVisible()] == ["method.temperature"]
    drawer.rows["method.temperature"].changed.emit(9.0)
    assert studio.recipe.method.params == {"temperature": 9.0}
    assert drawer.rows["method.temperature"].badge.isVisible()
    drawer.search.clear()
    drawer.only_modified.setChecked(True)
    assert drawer.rows["method.temperature"].isVisible()
    assert not drawer.rows["plan.learning_rate"].isVisible()
    qtbot.keyClick(drawer, "\x1b")
    assert not drawer.isVisible()


def test_the_estimate_follows_the_plan(qtbot: QtBot, checked: Studio) -> None:
    studio = accepted(checked)
    folder = studio.workspace.new(ProfileJob(), studio.recipe)
    profile = Profile(
        input="24 × 24", classes=2, train=1000, validation=100, test=100, threads=1,
        student=measured("resnet20", 1), teacher=measured("resnet56", 3), start_seconds=10, peak_bytes=10**9,
    )  # fmt: skip
    write_atomic(folder.artifacts / "profile.json", msgspec.json.encode(profile))
    page = PlanPage(studio)
    qtbot.addWidget(page)
    assert page.estimate.time.text() == "–"
    studio.probe.adopt(folder)
    balanced = page.estimate.time.text()
    assert page.estimate.memory.text() == "1.0 GB"
    page.preset.buttons["faster"].click()
    assert page.estimate.time.text() != balanced


def test_recipe_saved_copied_and_opened(qtbot: QtBot, checked: Studio, tmp_path: Path) -> None:
    studio = accepted(checked)
    page = PlanPage(studio)
    qtbot.addWidget(page)
    with qtbot.waitSignal(studio.told):
        page.save_to(tmp_path / "mine.toml")
    assert recipe_file.load(tmp_path / "mine.toml") == studio.recipe
    page.copy.click()
    assert QGuiApplication.clipboard().text().startswith("kdstudio demo --set name=icons")
    studio.new_recipe()
    with qtbot.waitSignal(studio.page_wanted):
        studio.open_recipe(tmp_path / "mine.toml")
    assert studio.recipe.name == "icons"
    (tmp_path / "bad.toml").write_text("version = 1\nnonsense = 2\n", encoding="utf-8")
    with qtbot.waitSignal(studio.error_wanted) as caught:
        studio.open_recipe(tmp_path / "bad.toml")
    assert "nonsense" in str(caught.args[0])


def test_what_can_be_done_goes_below_a_heading_that_has_no_room(qtbot: QtBot, studio: Studio) -> None:
    page = PlanPage(studio)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    qtbot.waitUntil(lambda: page.head_actions.y() < page.title.geometry().bottom())
    page.resize(420, 600)
    qtbot.waitUntil(lambda: page.head_actions.y() > page.subtitle.y())


def with_teacher(studio: Studio, **found: object) -> Recipe:
    """A teacher in a file, with what a probe has found out about it."""
    teacher = TeacherSpec(kind="onnx", path=studio.recipe.data.path)
    studio.set_recipe(msgspec.structs.replace(studio.recipe, teacher=teacher), "teacher")
    profile = Profile(input="24 × 24", classes=2, train=1, validation=1, test=1, threads=1, **found)  # type: ignore[arg-type] # by name
    folder = studio.workspace.new(ProfileJob(), studio.recipe)
    write_atomic(folder.artifacts / "profile.json", msgspec.json.encode(profile))
    studio.probe.adopt(folder)
    return studio.recipe


def test_how_well_a_teacher_knows_the_data_stands_beside_it(qtbot: QtBot, checked: Studio) -> None:
    studio = accepted(checked)
    page = ModelsPage(studio)
    qtbot.addWidget(page)
    with_teacher(studio, teacher_accuracy=0.934, teacher_asked=244, teacher=measured("t", 1), student=measured("s", 4))
    qtbot.waitUntil(lambda: "right on 93.4\u00a0% of 244 validation examples" in page.balance.accessibleName())
    assert "4.0× larger" in page.balance.accessibleName()
    assert page.teacher.problems.isHidden()


def test_a_teacher_that_cannot_be_used_is_said_where_it_was_chosen(qtbot: QtBot, checked: Studio) -> None:
    studio = accepted(checked)
    page = ModelsPage(studio)
    qtbot.addWidget(page)
    with_teacher(studio)
    studio.probe._fail(KDError(Code.MODEL_FORMAT, "It is a file of weights.", "Choose another kind."))
    assert not page.teacher.problems.isHidden()
    assert [problem.message for problem in page.teacher.problems._shown] == ["It is a file of weights."]


def test_the_order_in_which_a_teacher_fits_is_taken_with_one_click(qtbot: QtBot, checked: Studio) -> None:
    studio = accepted(checked)
    page = ModelsPage(studio)
    qtbot.addWidget(page)
    with_teacher(studio, teacher_accuracy=0.1, teacher_order=("leaf", "apple"), order_accuracy=0.9)
    (line,) = page.teacher.problems.findChildren(QPushButton)
    assert line.text() == "Use this order"
    line.click()
    assert studio.recipe.teacher.classes == ("leaf", "apple")
    assert studio.undo_words == "order of the teacher’s classes"
