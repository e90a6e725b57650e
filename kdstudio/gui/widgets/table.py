"""A table of words and numbers that sorts by its true values and is read out cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from kdstudio.gui import theme
from kdstudio.gui.widgets.text import Tone

_SORT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Cell:
    """What a cell says, and the number it is sorted by where it has one."""

    text: str
    number: float | None = None
    tone: Tone = ""
    strong: bool = False
    tip: str = ""


class Table(QTableView):
    """Shows rows of cells; ``chosen`` comes with the number of the row as given when one is activated.

    Up to ``whole`` rows are shown without scrolling, since the page scrolls.
    """

    chosen = Signal(int)

    def __init__(self, name: str, headers: Sequence[str], *, sortable: bool = True, whole: int = 1000) -> None:
        super().__init__()
        self._headers = list(headers)
        self._sortable, self._whole = sortable, whole
        self._model = QStandardItemModel(self)
        self._model.setSortRole(_SORT)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "plain")
        self.setShowGrid(False)
        self.setSortingEnabled(sortable)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.activated.connect(self._on_activated)
        self.clicked.connect(self._on_activated)

    def show_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show these rows, in this order until somebody sorts them."""
        header = self.horizontalHeader()
        self.setSortingEnabled(False)
        self._model.clear()
        self._model.setHorizontalHeaderLabels(self._headers)
        for number, row in enumerate(rows):
            self._model.appendRow([self._item(cell, number, column) for column, cell in enumerate(row)])
        for column in range(len(self._headers)):
            self._model.horizontalHeaderItem(column).setTextAlignment(_RIGHT if column else _LEFT)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(theme.current().px("body") + 22)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(self._sortable)
        self.updateGeometry()

    def _item(self, cell: Cell, row: int, column: int) -> QStandardItem:
        item = QStandardItem(cell.text)
        item.setData(cell.number if cell.number is not None else cell.text, _SORT)
        item.setData(row, Qt.ItemDataRole.UserRole)
        item.setData(f"{self._headers[column]}: {cell.text}", Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(cell.tip)
        if column:
            item.setTextAlignment(_RIGHT)
        if cell.tone:
            item.setForeground(theme.current().color("accent_text" if cell.tone == "accent" else cell.tone))
        if cell.strong:
            font = self.font()
            font.setBold(True)
            item.setFont(font)
        return item

    def _on_activated(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(Qt.ItemDataRole.UserRole))

    def sizeHint(self) -> QSize:
        """As tall as its rows, up to the number it shows without scrolling."""
        hint = super().sizeHint()
        rows = min(self._whole, self._model.rowCount()) * self.verticalHeader().defaultSectionSize()
        hint.setHeight(rows + self.horizontalHeader().sizeHint().height() + 4)
        return hint

    def minimumSizeHint(self) -> QSize:
        """The same height as it wants."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self.sizeHint().height())


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
