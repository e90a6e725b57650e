from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdstudio.gui import theme
from kdstudio.gui.widgets.table import Cell, Table


def test_the_colours_of_words_follow_the_theme(qtbot: QtBot, qapp: QApplication, look: theme.Look) -> None:
    table = Table("Losses", ("Class", "Change"))
    qtbot.addWidget(table)
    table.show_rows([[Cell("5"), Cell("−4.0 points", -4.0, "stop")], [Cell("6"), Cell("+1.0 points", 1.0)]])
    table.show()
    for mode in ("dark", "light"):
        theme.apply(qapp, mode)  # type: ignore[arg-type] # one of the two
        qtbot.wait(20)
        ink = table.model().index(0, 1).data(Qt.ItemDataRole.ForegroundRole)
        assert ink.color() == theme.current().color("stop")
        assert table.model().index(1, 1).data(Qt.ItemDataRole.ForegroundRole) is None
