from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog, QToolTip
from pytestqt.qtbot import QtBot

from kdstudio.client.view import Series, fold
from kdstudio.gui import theme
from kdstudio.gui.charts import export, marks
from kdstudio.gui.charts.board import Board
from kdstudio.gui.charts.chart import Chart
from kdstudio.gui.charts.legend import Chip
from kdstudio.protocol.events import MetricBatch
from tests.unit.gui.charts.views import view_of


@pytest.fixture
def board(qtbot: QtBot, look: theme.Look) -> Iterator[Board]:
    made = Board()
    qtbot.addWidget(made)
    made.resize(1000, 1000)
    made.show()
    made.show_view(view_of())
    settle(qtbot, made)
    yield made
    QApplication.clipboard().clear()


def settle(qtbot: QtBot, board: Board) -> None:
    qtbot.waitUntil(lambda: not board._stale and not board._turn.isActive())
    qtbot.wait(20)


def drag(qtbot: QtBot, chart: Chart, start: QPointF, stop: QPointF) -> None:
    at = chart.plot.viewport()
    qtbot.mousePress(at, Qt.MouseButton.LeftButton, pos=start.toPoint())
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(at, (start + (stop - start) * share).toPoint())
    qtbot.mouseRelease(at, Qt.MouseButton.LeftButton, pos=stop.toPoint())
    qtbot.wait(30)


def points(chart: Chart) -> dict[str, int]:
    return {key: len(line.points[0]) for key, line in chart.plot.lines.items()}


def test_charts_appear_as_their_series_do(qtbot: QtBot, look: theme.Look) -> None:
    made = Board()
    qtbot.addWidget(made)
    made.show()
    view = view_of(roles=("control",))
    made.show_view(view)
    assert list(made.charts) == ["accuracy", "loss", "learning_rate"]
    view.series["control/train/odd"] = Series()
    made.show_view(view)
    assert "odd" in made.charts
    settle(qtbot, made)


def test_dragging_sideways_zooms_every_chart_and_double_click_shows_everything(qtbot: QtBot, board: Board) -> None:
    chart, other = board.charts["loss"], board.charts["accuracy"]
    area = chart.plot.plot_rect()
    left, right = area.left() + 0.25 * area.width(), area.left() + 0.5 * area.width()
    drag(qtbot, chart, QPointF(left, area.center().y()), QPointF(right, area.center().y() + 4))
    low, high = chart.plot.x_range()
    assert low == pytest.approx(25.75, abs=2)
    assert high == pytest.approx(50.5, abs=2)
    assert other.plot.x_range() == (low, high)
    qtbot.mouseDClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    assert chart.plot.x_range() == (1.0, 100.0)
    assert other.plot.x_range() == (1.0, 100.0)


def test_dragging_a_box_zooms_both_axes(qtbot: QtBot, board: Board) -> None:
    chart = board.charts["loss"]
    area = chart.plot.plot_rect()
    top = chart.plot.y_at(area.top() + 0.2 * area.height())
    start = QPointF(area.left() + 30, area.top() + 0.2 * area.height())
    drag(qtbot, chart, start, QPointF(area.left() + 130, area.top() + 0.8 * area.height()))
    assert chart.plot.y_at(chart.plot.plot_rect().top()) == pytest.approx(top, abs=0.03)


def test_a_click_alone_zooms_nothing(qtbot: QtBot, board: Board) -> None:
    chart = board.charts["loss"]
    before = chart.plot.x_range()
    middle = chart.plot.plot_rect().center()
    drag(qtbot, chart, middle, middle + QPointF(2, 1))
    assert chart.plot.x_range() == before


def test_shift_and_drag_pans(qtbot: QtBot, board: Board) -> None:
    plot = board.charts["loss"].plot
    plot.zoom(0.5)
    low, high = plot.x_range()
    area = plot.plot_rect()
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, shift, area.center().toPoint())
    qtbot.mouseMove(plot.viewport(), QPoint(round(area.center().x() - area.width() / 4), round(area.center().y())))
    qtbot.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, shift, area.center().toPoint())
    assert plot.x_range()[0] == pytest.approx(low + (high - low) / 4, abs=1)


def test_the_wheel_zooms_only_with_control(qtbot: QtBot, board: Board) -> None:
    plot = board.charts["loss"].plot
    before = plot.x_range()

    def turn(modifier: Qt.KeyboardModifier) -> bool:
        at = plot.plot_rect().center()
        event = QWheelEvent(
            at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False
        )
        plot.wheelEvent(event)
        return event.isAccepted()

    assert not turn(Qt.KeyboardModifier.NoModifier)
    assert plot.x_range() == before
    assert turn(Qt.KeyboardModifier.ControlModifier)
    assert plot.x_range()[1] - plot.x_range()[0] == pytest.approx(0.8 * (before[1] - before[0]))


def test_the_cursor_is_in_all_charts_and_the_legends_say_values_there(qtbot: QtBot, board: Board) -> None:
    chart, other = board.charts["loss"], board.charts["accuracy"]
    area = chart.plot.plot_rect()
    qtbot.mouseMove(chart.plot.viewport(), area.center().toPoint())
    assert other.plot.cursor_x == pytest.approx(50.5, abs=1)
    said = {chip.text(): chip.accessibleName() for chip in other.findChildren(Chip)}
    assert said["student"].startswith("student 8")
    assert other._place.text() in ("step 50", "step 51")
    chart.plot.leaveEvent(None)  # type: ignore[arg-type] # the event is not looked at
    assert other.plot.cursor_x is None
    assert other._place.text() == ""


def test_everything_by_keyboard(qtbot: QtBot, board: Board) -> None:
    chart = board.charts["loss"]
    plot = chart.plot
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert board.charts["accuracy"].plot.cursor_x == pytest.approx(51.5, abs=0.1)
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    assert plot.x_range()[1] - plot.x_range()[0] == pytest.approx(0.8 * 99)
    low = plot.x_range()[0]
    qtbot.keyClick(plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert plot.x_range()[0] < low
    qtbot.keyClick(plot, Qt.Key.Key_Minus)
    qtbot.keyClick(plot, Qt.Key.Key_0)
    assert plot.x_range() == (1.0, 100.0)
    qtbot.keyClick(plot, Qt.Key.Key_L)
    assert plot.log
    qtbot.keyClick(plot, Qt.Key.Key_E)
    assert not board.charts["accuracy"].isVisible()
    qtbot.keyClick(plot, Qt.Key.Key_E)
    assert board.charts["accuracy"].isVisible()


def test_the_legend_hides_lines_and_alt_shows_one_alone(qtbot: QtBot, board: Board) -> None:
    chart = board.charts["accuracy"]
    chips = {chip.text(): chip for chip in chart.findChildren(Chip)}
    qtbot.mouseClick(chips["teacher"], Qt.MouseButton.LeftButton)
    qtbot.wait(30)
    assert points(chart)["teacher/validation/accuracy"] == 0
    assert chips["teacher"].accessibleName().endswith("hidden")
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.mouseClick(chips["student"], Qt.MouseButton.LeftButton, alt)
    qtbot.wait(30)
    assert [key for key, count in points(chart).items() if count] == ["student/validation/accuracy"]
    qtbot.keyClick(chips["student"], Qt.Key.Key_Space, alt)
    qtbot.wait(30)
    assert all(points(chart).values())


def test_smoothing_draws_over_a_raw_underlay(qtbot: QtBot, board: Board) -> None:
    line = board.charts["loss"].plot.lines["student/train/loss"]
    assert line.smooth.isVisible()
    assert line.raw.isVisible()
    assert line.raw.getData()[0] is not None
    board.smoothing.setValue(0)
    qtbot.wait(30)
    assert not line.smooth.isVisible()


def test_a_logarithmic_axis_leaves_out_what_it_cannot_show(qtbot: QtBot, board: Board) -> None:
    view = view_of(shift=-0.1)  # the loss falls below zero
    board.show_view(view)
    chart = board.charts["loss"]
    chart.plot.set_log(True)
    chart.plot.refresh()
    drawn = chart.plot.lines["student/train/loss"].points[1]
    assert 0 < len(drawn) < 100
    assert 10 ** drawn.max() == pytest.approx(max(view.series["student/train/loss"].values))


def test_time_along_the_axis(qtbot: QtBot, board: Board) -> None:
    qtbot.mouseClick(board.axis.buttons["time"], Qt.MouseButton.LeftButton)
    qtbot.wait(30)
    assert board.charts["accuracy"].plot.x_range() == pytest.approx((0.1, 10.0))
    board.charts["accuracy"].show_cursor(5.0)
    assert board.charts["accuracy"]._place.text() == "5 s"


def test_past_runs_lie_under_this_one_and_go_again(qtbot: QtBot, board: Board) -> None:
    board.overlay({"older": view_of(200, shift=0.1)})
    settle(qtbot, board)
    chips = [chip.text() for chip in board.charts["accuracy"].findChildren(Chip)]
    assert chips == ["student", "student alone", "teacher", "older"]
    assert board.charts["loss"].plot.x_range() == (1.0, 200.0)
    assert "older · teacher (kd)" in [chip.text() for chip in board.charts["weighted"].findChildren(Chip)]
    board.overlay({})
    settle(qtbot, board)
    assert board.charts["loss"].plot.x_range() == (1.0, 100.0)


def test_a_hidden_board_draws_nothing_and_catches_up(qtbot: QtBot, board: Board) -> None:
    board.hide()
    board.show_view(view_of(200))
    qtbot.wait(100)
    assert not board._turn.isActive()
    board.show()
    settle(qtbot, board)
    assert board.charts["loss"].plot.x_range() == (1.0, 200.0)


def test_says_itself_in_words(board: Board) -> None:
    chart = board.charts["accuracy"]
    assert chart.plot.accessibleName() == "Chart: Validation accuracy"
    assert "teacher 95.00\u00a0%" in chart.plot.accessibleDescription()


def test_pictures_and_numbers_can_be_saved(qtbot: QtBot, board: Board, tmp_path: Path) -> None:
    chart = board.charts["loss"]
    for kind in export.KINDS:
        with qtbot.waitSignal(board.told) as said:
            export.write(chart, kind, tmp_path / f"loss.{kind}", chart.told.emit, chart.failed.emit)
        assert f"loss.{kind}" in said.args[0]
    image = QImage(str(tmp_path / "loss.png"))
    assert image.width() > 3 * 300
    colors = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert theme.current().tokens.series[0] in colors
    assert QSvgRenderer(str(tmp_path / "loss.svg")).isValid()
    assert "<image" not in (tmp_path / "loss.svg").read_text()
    with (tmp_path / "loss.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 200
    first = next(row for row in rows if row["series"] == "student/train/loss")
    assert float(first["value"]) == view_of().series["student/train/loss"].values[0]
    assert first["line"] == "student"


def test_a_place_that_cannot_be_written_is_an_error(qtbot: QtBot, board: Board, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with qtbot.waitSignal(board.failed):
        export.write(board.charts["loss"], "png", tmp_path / "file" / "x.png", board.told.emit, board.failed.emit)


def test_the_dialog_asks_where_and_the_clipboard_takes_the_picture(qtbot: QtBot, board: Board, tmp_path: Path) -> None:
    chart = board.charts["loss"]
    chart.save("csv")
    dialog = chart.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(board.told):
        dialog.fileSelected.emit(str(tmp_path / "there.csv"))
    dialog.close()
    assert (tmp_path / "there.csv").exists()
    chart._copy()
    assert not QApplication.clipboard().image().isNull()


def test_the_look_follows_the_theme(qtbot: QtBot, board: Board, qapp: QApplication) -> None:
    line = board.charts["loss"].plot.lines["student/train/loss"]
    theme.apply(qapp, "dark")
    qtbot.wait(50)
    assert line.smooth.opts["pen"].color().name() == theme.DARK.series[0]  # type: ignore[attr-defined] # pyqtgraph's


def test_the_figures_of_the_axes_follow_the_range(qtbot: QtBot, board: Board) -> None:
    plot = next(iter(board.charts.values())).plot

    def figures() -> QImage:
        qtbot.wait(50)
        whole = plot.viewport().grab().toImage()
        top = int(plot.plot_rect().bottom()) + 2
        return whole.copy(0, top, whole.width(), whole.height() - top)

    before = figures()
    plot.zoom(0.01)
    assert figures() != before
    plot.reset()
    assert figures() == before


def test_a_leap_of_the_loss_is_marked_whatever_is_drawn(qtbot: QtBot, board: Board) -> None:
    view = view_of(steps=20_000)
    name = "student/train/loss"
    for step in (20_001, 20_002, 20_003):
        fold(view, MetricBatch(step=step, seconds=step / 10, values={name: 40.0 if step == 20_001 else 0.03}))
    board.show_view(view)
    settle(qtbot, board)
    chart = board.charts["loss"]
    (mark,) = chart.plot.marks
    ((_, at),) = marks.places(chart.plot, chart.plot.marks)
    assert marks.near(chart.plot, chart.plot.marks, at) == mark
    said = marks.sentence(mark)
    assert said.startswith("The loss leapt to 40 at step 20,001, ")
    assert said in chart.plot.accessibleDescription()
    red, picture = theme.current().color("stop"), chart.plot.grab().toImage()
    ratio = picture.devicePixelRatio()
    tip = picture.pixelColor(round(at.x() * ratio), round((at.y() - 5) * ratio))
    assert abs(tip.red() - red.red()) < 24
    help = QHelpEvent(QHelpEvent.Type.ToolTip, at.toPoint(), chart.plot.mapToGlobal(at.toPoint()))
    assert chart.plot.viewportEvent(help)
    assert QToolTip.text() == said
    QToolTip.hideText()
    chip = next(chip for chip in chart.findChildren(Chip) if chip.text() == "student")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert list(marks.places(chart.plot, chart.plot.marks)) == []
    assert board.charts["accuracy"].plot.marks == []
