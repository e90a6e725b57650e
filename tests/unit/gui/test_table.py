from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdstudio.gui import theme
from kdstudio.gui.widgets.cell_model import Cell, CellModel
from kdstudio.gui.widgets.table import Table


@pytest.fixture
def table(qtbot: QtBot, look: theme.Look) -> Table:
    """Forty runs, of which six are in view, the newest first."""
    made = Table("Runs", ("Name", "Accuracy"), whole=6, multiple=True)
    qtbot.addWidget(made)
    made.resize(400, 240)
    made.show()
    made.move_on(*runs(range(40, 0, -1)))
    qtbot.wait(10)
    return made


def runs(numbers: Sequence[int], accuracy: float = 0.5) -> tuple[list[str], list[tuple[Cell, ...]]]:
    return [f"k{n}" for n in numbers], [(Cell(f"run {n}"), Cell(str(n % 7), accuracy + n % 7)) for n in numbers]


def shown(model: QAbstractItemModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def at_top(table: Table) -> str:
    return str(table.model().index(table.rowAt(0), 0).data())


def test_the_colours_of_words_follow_the_theme(qtbot: QtBot, qapp: QApplication, look: theme.Look) -> None:
    table = Table("Losses", ("Class", "Change"))
    qtbot.addWidget(table)
    table.show_rows([[Cell("5"), Cell("−4.0 points", -4.0, "stop")], [Cell("6"), Cell("+1.0 points", 1.0)]])
    table.show()
    for mode in ("dark", "light"):
        theme.apply(qapp, mode)  # type: ignore[arg-type] # one of the two
        qtbot.wait(20)
        ink = table.model().index(0, 1).data(Qt.ItemDataRole.ForegroundRole)
        assert ink == theme.current().color("stop")
        assert table.model().index(1, 1).data(Qt.ItemDataRole.ForegroundRole) is None


def test_the_choice_stays_where_rows_come_change_and_go(table: Table, qtbot: QtBot) -> None:
    table.choose([3, 5])
    with qtbot.assertNotEmitted(table.selection_changed):
        table.move_on(*runs([41, *range(40, 0, -1)]))
        table.move_on(*runs([n for n in range(41, 0, -1) if n != 39]))
        table.move_on(*runs([n for n in range(41, 0, -1) if n != 39], accuracy=0.7))
    assert [table.model().index(i.row(), 0).data() for i in table.selectionModel().selectedRows()] == [
        "run 37",
        "run 35",
    ]
    assert table.selected() == [3, 5]
    with qtbot.waitSignal(table.selection_changed):
        table.move_on(*runs([n for n in range(41, 0, -1) if n != 37]))
    assert [shown(table.model())[place] for place in table.selected()] == ["run 35"]


def test_the_row_at_the_top_stays_there_and_the_newest_is_seen_at_the_beginning(table: Table) -> None:
    table.verticalScrollBar().setValue(10)
    assert at_top(table) == "run 30"
    table.move_on(*runs([42, 41, *range(40, 0, -1)]))
    assert at_top(table) == "run 30"
    table.move_on(*runs([42, *range(30, 0, -1)]))
    assert at_top(table) == "run 30"
    table.verticalScrollBar().setValue(0)
    table.move_on(*runs([43, 42, *range(30, 0, -1)]))
    assert at_top(table) == "run 43"


def test_the_order_somebody_chose_holds_for_new_rows(table: Table, qtbot: QtBot) -> None:
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert shown(table.model())[0] == "run 34"  # of equal ones the newer stays first
    table.choose([0])
    table.move_on(*runs([48, *range(40, 0, -1)]))
    order = shown(table.model())
    assert order[0] == "run 48"
    assert order[-1] == "run 7"
    assert [int(name.split()[1]) % 7 for name in order] == sorted((n % 7 for n in [48, *range(1, 41)]), reverse=True)
    assert table.selected() == [1]
    with qtbot.waitSignal(table.chosen) as chosen:
        table.activated.emit(table.model().index(0, 0))
    assert chosen.args == [0]


def test_a_run_that_moves_on_costs_the_same_among_ten_thousand(look: theme.Look, qtbot: QtBot) -> None:
    model = CellModel(("Name", "Accuracy"))
    keys, rows = runs(range(10_000))
    model.move_on(keys, rows)
    with qtbot.assertNotEmitted(model.dataChanged):
        model.move_on(keys, rows)
    changed = list(rows)
    changed[7] = (Cell("run 7"), Cell("0.9", 0.9))
    touched: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: touched.append((first.row(), last.row())))
    with (
        qtbot.assertNotEmitted(model.layoutChanged),
        qtbot.assertNotEmitted(model.rowsInserted),
        qtbot.assertNotEmitted(model.modelReset),
    ):
        model.move_on(keys, changed)
    assert touched == [(7, 7)]


def test_the_model_keeps_qt_s_own_rules(look: theme.Look) -> None:
    model = CellModel(("Name", "Accuracy"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_rows(runs([3, 2, 1])[1], ("Name", "Accuracy"))
    for numbers in ([3, 2, 1], [9, 3, 7, 1], [1, 3], [], [5, 4], [4, 5, 6]):
        model.move_on(*runs(numbers))
        assert shown(model) == [f"run {n}" for n in numbers]
        model.sort(0, Qt.SortOrder.AscendingOrder)
        assert shown(model) == sorted(f"run {n}" for n in numbers)
        model.sort(-1)
        assert shown(model) == [f"run {n}" for n in numbers]
    assert tester.model() is model
