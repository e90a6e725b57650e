from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kdstudio.core.errors import Code
from kdstudio.core.metrics import verdict
from kdstudio.core.recipe import DataSpec, MethodSpec, Recipe
from kdstudio.gui import background
from kdstudio.gui.camera import CameraInfo
from kdstudio.gui.pages.results import ResultsPage
from kdstudio.gui.results.calibration import CalibrationPanel
from kdstudio.gui.results.classes import ClassesPanel
from kdstudio.gui.results.compare import ComparePanel
from kdstudio.gui.results.confusion import ConfusionPanel
from kdstudio.gui.results.mistakes import MistakesPanel
from kdstudio.gui.results.summary import SummaryPanel
from kdstudio.gui.results.try_it import TryItPanel
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.table import Table
from kdstudio.runs.layout import RunFolder
from tests.unit.gui.films import film
from tests.unit.gui.results.finished import finished_run, report_of


@pytest.fixture
def page(qtbot: QtBot, studio: Studio) -> Iterator[ResultsPage]:
    made = ResultsPage(studio)
    qtbot.addWidget(made)
    made.resize(1060, 760)
    made.show()
    yield made
    QGuiApplication.clipboard().clear()


def open_run(page: ResultsPage, studio: Studio, qtbot: QtBot, folder: RunFolder) -> None:
    studio.open_run(folder, "results")
    qtbot.waitUntil(lambda: page.results is not None and page.results.folder == folder)


@pytest.fixture
def opened(page: ResultsPage, studio: Studio, qtbot: QtBot) -> ResultsPage:
    open_run(page, studio, qtbot, finished_run())
    return page


def texts(table: Table) -> list[list[str]]:
    model = table.model()
    columns = range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]


def test_begins_with_the_verdict(opened: ResultsPage) -> None:
    assert opened.verdict.text() == verdict(report_of())
    panel = opened.panels["summary"]
    assert isinstance(panel, SummaryPanel)
    rows = texts(panel.table)
    assert [row[0] for row in rows] == ["Teacher", "Control", "Student", "Int8"]
    assert rows[3][1:3] == ["60.0\u00a0%", "−30.0 points"]
    assert panel.tiles[0].figure.text() == "66.7\u00a0%"
    assert panel.tiles[1].accessibleName() == "Size: 250 kB. 16 × smaller than the teacher"
    assert panel.tiles[3].figure.text() == "+10.0 points"


def test_a_run_without_control_or_teacher_says_what_is_not_known(
    page: ResultsPage, studio: Studio, qtbot: QtBot
) -> None:
    open_run(page, studio, qtbot, finished_run(report=report_of(("student", "int8"))))
    panel = page.panels["summary"]
    assert isinstance(panel, SummaryPanel)
    assert panel.tiles[3].figure.text() == "–"
    assert "not trained alone" in panel.tiles[3].note.text()
    assert texts(panel.table)[0][2] == "–"


def test_a_confusion_cell_opens_its_examples_the_surest_first(opened: ResultsPage, qtbot: QtBot) -> None:
    opened.open_tab("confusion")
    panel = opened.panels["confusion"]
    assert isinstance(panel, ConfusionPanel)
    qtbot.wait(50)
    cell = panel.matrix._rect(0, 0).center().toPoint()
    qtbot.mouseClick(panel.matrix, Qt.MouseButton.LeftButton, pos=cell)
    assert panel.samples.heading.text() == "2 of 4 examples of “cat” were answered “cat” (50.0\u00a0%)."
    assert [example.id for example in panel.samples.view.examples.examples] == ["test/1", "test/0"]
    panel.matrix.setFocus()
    qtbot.keyClick(panel.matrix, Qt.Key.Key_Right)
    assert panel.matrix.accessibleName().startswith("1 of 4 examples of “cat” were answered “dog”")
    (example,) = panel.samples.view.examples.examples
    assert example.label == f"cat → dog · {example.label.split('· ')[1]}"
    assert "Teacher: dog" in example.note
    qtbot.keyClick(panel.matrix, Qt.Key.Key_Left)
    qtbot.keyClick(panel.matrix, Qt.Key.Key_Left)
    assert panel.matrix.current == (0, 0)


def test_another_model_can_be_looked_at(opened: ResultsPage) -> None:
    opened.open_tab("confusion")
    panel = opened.panels["confusion"]
    assert isinstance(panel, ConfusionPanel)
    assert panel.variant.variant == "int8"
    panel.variant.setCurrentIndex(panel.variant.findData("teacher"))
    assert panel.matrix._counts[0].tolist() == [3, 1, 0]


def test_a_label_can_be_put_right_and_an_example_left_out(opened: ResultsPage, studio: Studio, qtbot: QtBot) -> None:
    opened.open_tab("mistakes")
    panel = opened.panels["mistakes"]
    assert isinstance(panel, MistakesPanel)
    assert not panel.samples.relabel.isEnabled()
    view = panel.samples.view
    view.setCurrentIndex(view.examples.index(0))
    assert panel.samples.relabel.isEnabled()
    qtbot.mouseClick(panel.samples.relabel, Qt.MouseButton.LeftButton)
    menu = panel.samples.findChild(QMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "dog").trigger()
    menu.close()
    assert studio.recipe.data.relabel == {"test/9": "dog"}
    assert view.examples.examples[0].mark == "relabelled"
    view.setCurrentIndex(view.examples.index(1))
    qtbot.mouseClick(panel.samples.exclude, Qt.MouseButton.LeftButton)
    assert studio.recipe.data.exclude == ("test/7",)
    studio.undo()
    studio.undo()
    assert studio.recipe.data == DataSpec()


def test_mistakes_are_new_or_inherited(opened: ResultsPage, qtbot: QtBot) -> None:
    opened.open_tab("mistakes")
    panel = opened.panels["mistakes"]
    assert isinstance(panel, MistakesPanel)
    assert panel.samples.heading.text().startswith("4 of 10 test examples are answered wrongly.")
    assert [made.text() for made in panel.kind.buttons.values()] == ["All 4", "New 3", "Inherited 1"]
    qtbot.mouseClick(panel.kind.buttons["inherited"], Qt.MouseButton.LeftButton)
    assert [example.id for example in panel.samples.view.examples.examples] == ["test/3"]
    panel.variant.setCurrentIndex(panel.variant.findData("teacher"))
    assert not panel.kind.isVisible()
    assert [example.id for example in panel.samples.view.examples.examples] == ["test/3"]


def test_classes_say_what_was_lost_and_can_be_sorted(opened: ResultsPage) -> None:
    opened.open_tab("classes")
    panel = opened.panels["classes"]
    assert isinstance(panel, ClassesPanel)
    assert panel.lost.text().startswith("Most was lost at “owl” (−50.0 points)")
    panel.classes.sortByColumn(6, Qt.SortOrder.AscendingOrder)
    assert [row[0] for row in texts(panel.classes)] == ["owl", "cat", "dog"]
    assert panel.samples.heading.text() == (
        "Class “cat”: 4 examples, new mistakes first, then inherited ones, the surest first."
    )
    assert [example.id for example in panel.samples.view.examples.examples][:2] == ["test/2", "test/3"]
    panel.cut.setCurrentIndex(panel.cut.findData("sure"))
    assert sum(int(row[1]) for row in texts(panel.parts)) == 10
    panel.cut.setCurrentIndex(panel.cut.findData("brightness"))
    assert [row[0] for row in texts(panel.parts)] == ["0–0.23", "0.23–0.45", "0.45–0.67", "0.67–0.90"]
    assert not panel.classes.isVisible()
    assert panel.lost.text() == "Most was lost at 0.67–0.90 (−66.7 points), 0–0.23 (−33.3 points)."
    panel.parts.choose([1])
    assert panel.samples.heading.text().startswith("Brightness 0.23–0.45: 2 examples")
    assert [example.id for example in panel.samples.view.examples.examples] == ["test/3", "test/4"]
    worse = panel._third.findChild(Table)
    assert worse is not None
    assert texts(worse) == [["As they are", "90.0\u00a0%", "70.0\u00a0%"], ["Noise", "70.0\u00a0%", "50.0\u00a0%"]]


def test_calibration_is_a_sentence_and_a_diagram(opened: ResultsPage) -> None:
    opened.open_tab("calibration")
    panel = opened.panels["calibration"]
    assert isinstance(panel, CalibrationPanel)
    assert panel.sentence.text() == "It is too sure of itself: off by 12.0\u00a0% on average."
    assert (
        panel.diagram.accessibleDescription()
        == "50.0\u00a0% sure: 40.0\u00a0% right; 90.0\u00a0% sure: 80.0\u00a0% right"
    )
    assert not panel.diagram.grab().isNull()
    assert len(texts(panel.table)) == 4


def test_two_runs_differ_in_these_settings(page: ResultsPage, studio: Studio, qtbot: QtBot) -> None:
    hotter = Recipe(name="Animals", method=MethodSpec(params={"temperature": 8.0}))
    finished_run(hotter)
    this = finished_run()
    open_run(page, studio, qtbot, this)
    page.open_tab("compare")
    panel = page.panels["compare"]
    assert isinstance(panel, ComparePanel)
    qtbot.waitUntil(lambda: bool(texts(panel.figures)))
    assert texts(panel.settings) == [["method.temperature", "4.0", "8.0"]]
    assert panel.head.text().startswith("On the same 10 test examples, Int8: 0 are right only in this run")
    assert ["Int8", "60.0\u00a0%", "60.0\u00a0%", "±0 points"] in texts(panel.figures)


def test_a_single_run_has_nothing_to_compare_with(opened: ResultsPage, qtbot: QtBot) -> None:
    opened.open_tab("compare")
    panel = opened.panels["compare"]
    assert isinstance(panel, ComparePanel)
    qtbot.waitUntil(panel.empty.isVisible)
    assert not panel.choice.isVisible()


def test_results_without_answers_still_show_their_figures(page: ResultsPage, studio: Studio, qtbot: QtBot) -> None:
    open_run(page, studio, qtbot, finished_run(answers=False))
    for tab in ("confusion", "mistakes", "classes", "calibration"):
        page.open_tab(tab)
    panel = page.panels["classes"]
    assert isinstance(panel, ClassesPanel)
    assert texts(panel.classes)[0][2:5] == ["50.0\u00a0%", "60.0\u00a0%", "55.0\u00a0%"]


def test_another_run_replaces_what_is_shown(opened: ResultsPage, studio: Studio, qtbot: QtBot) -> None:
    opened.open_tab("mistakes")
    open_run(opened, studio, qtbot, finished_run(Recipe(name="Other"), report=report_of(("student", "int8"))))
    assert opened.title.text() == "Other"
    opened.open_tab("summary")
    panel = opened.panels["summary"]
    assert isinstance(panel, SummaryPanel)
    assert len(texts(panel.table)) == 2


def test_try_it_takes_drops_pastes_and_drawings(
    opened: ResultsPage, studio: Studio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.open_tab("try")
    panel = opened.panels["try"]
    assert isinstance(panel, TryItPanel)
    asked: list[list[str]] = []
    monkeypatch.setattr(panel, "ask", lambda inputs, live=False: asked.append(inputs))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.png", "b.png")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    panel.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier))
    assert asked.pop() == [str(tmp_path / "a.png"), str(tmp_path / "b.png")]

    QGuiApplication.clipboard().setImage(QImage(str(opened.panels["try"].results.folder.artifacts / "test/000003.png")))  # type: ignore[union-attr] # opened
    qtbot.mouseClick(panel.paste, Qt.MouseButton.LeftButton)
    assert Path(asked.pop()[0]).name.startswith("pasted-")

    qtbot.mousePress(panel.pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    qtbot.mouseMove(panel.pad, QPoint(60, 160))
    qtbot.mouseRelease(panel.pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 160))
    drawn = QImage(asked.pop()[0])
    assert drawn.size().toTuple() == (28, 28)
    white = [(x, y) for x in range(28) for y in range(28) if drawn.pixelColor(x, y).red() > 128]
    assert min(y for _, y in white) in (3, 4, 5)  # centred, 20 pixels high
    assert max(y for _, y in white) in (22, 23, 24)
    qtbot.mouseClick(panel._clear, Qt.MouseButton.LeftButton)
    assert panel.pad.is_empty


def test_a_run_that_cannot_answer_says_why(opened: ResultsPage, studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    opened.open_tab("try")
    panel = opened.panels["try"]
    assert isinstance(panel, TryItPanel)
    with qtbot.waitSignal(studio.error_wanted, timeout=60_000) as said:
        panel.ask([str(tmp_path / "a.png")])
        assert panel.state.text()
    assert said.args[0].message
    assert not panel.state.text()


def test_every_tab_can_be_had_as_a_command(page: ResultsPage, studio: Studio, qtbot: QtBot) -> None:
    assert page.command() == ""
    other, this = finished_run(), finished_run()
    open_run(page, studio, qtbot, this)
    name = this.path.name
    assert page.command() == f"kdstudio results {name}"
    for tab in ("confusion", "mistakes", "classes", "calibration"):
        page.open_tab(tab)
        assert page.command() == f"kdstudio results {name} --variant int8"
    page.open_tab("compare")
    qtbot.waitUntil(lambda: page.command() == f"kdstudio compare {name} {other.path.name}")
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == page.command()
    page.open_tab("try")
    panel = page.panels["try"]
    assert isinstance(panel, TryItPanel)
    assert page.command() == f"kdstudio results {name}"
    panel.ask(["a b.png"])
    assert page.command() == f"kdstudio predict {name} 'a b.png' --compare"


def test_the_camera_is_offered_only_where_there_is_one(opened: ResultsPage, qtbot: QtBot) -> None:
    opened.open_tab("try")
    panel = opened.panels["try"]
    assert isinstance(panel, TryItPanel)
    qtbot.waitUntil(lambda: not background._running)  # this machine's own cameras have been looked for
    panel.offer_cameras([])
    assert not panel.camera.isVisible()
    panel.offer_cameras([CameraInfo(0, "Built-in")])
    assert panel.camera.isVisible()
    assert not panel.camera.choice.isVisible()


def test_the_camera_asks_about_what_it_sees(
    opened: ResultsPage, studio: Studio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.open_tab("try")
    panel = opened.panels["try"]
    assert isinstance(panel, TryItPanel)
    asked: list[str] = []
    monkeypatch.setattr(panel, "ask", lambda inputs, live=False: asked.extend(inputs) if live else None)
    monkeypatch.setattr(type(studio.asker), "loading", False)
    qtbot.waitUntil(lambda: not background._running)
    panel.offer_cameras([CameraInfo(film(tmp_path, frames=8), "Film")])
    said: dict[Code, Callable[[], None]] = {}
    studio.error_wanted.connect(lambda error, retry: said.update({error.code: retry}))
    qtbot.mouseClick(panel.camera.switch, Qt.MouseButton.LeftButton)
    assert panel.camera.is_on
    qtbot.waitUntil(lambda: Code.CAMERA in said, timeout=20_000)  # at the film's end
    assert not panel.camera.is_on
    assert len(asked) == 8
    assert QImage(asked[0]).pixelColor(2, 2).getRgb()[:3] == (200, 40, 10)
    with qtbot.waitSignal(panel.camera.seen, timeout=20_000):
        said[Code.CAMERA]()
    opened.left()
    assert not panel.camera.is_on
