"""A table of words and numbers that sorts by its true values and is read out cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from kdstudio.gui import theme
from kdstudio.gui.widgets.text import Tone

_SORT = Qt.ItemDataRole.UserRole + 1
_NUMBER = Qt.ItemDataRole.UserRole
_TONE = Qt.ItemDataRole.UserRole + 2
_WIDEST, _NARROWEST, _ROOM = 260, 120, 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Cell:
    """What a cell says, and the number it is sorted by where it has one."""

    text: str
    number: float | None = None
    tone: Tone = ""
    strong: bool = False
    tip: str = ""


class Table(QTableView):
    """Shows rows of cells; ``chosen`` brings the number of the row, as given, on Enter or double-click.

    Up to ``whole`` rows are shown without scrolling, since the page scrolls. ``spare`` columns are left out, in that
    order, where there is no room for all. Columns of numbers stand to the right, words to the left.
    """

    chosen = Signal(int)
    selection_changed = Signal()

    def __init__(
        self,
        name: str,
        headers: Sequence[str],
        *,
        sortable: bool = True,
        whole: int = 1000,
        multiple: bool = False,
        spare: Sequence[int] = (),
    ) -> None:
        super().__init__()
        self._headers = list(headers)
        self._sortable, self._whole, self._spare = sortable, whole, spare
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
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if multiple else mode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.activated.connect(self._on_activated)
        self.selectionModel().selectionChanged.connect(self.selection_changed)

    def show_rows(self, rows: Sequence[Sequence[Cell]], headers: Sequence[str] | None = None) -> None:
        """Show these rows, in this order until somebody sorts them; ``headers`` take the place of the former ones."""
        self._headers = list(headers) if headers is not None else self._headers
        self.setSortingEnabled(False)
        self._model.clear()
        self._model.setHorizontalHeaderLabels(self._headers)
        sides = [_RIGHT if _is_figures(rows, column) else _LEFT for column in range(len(self._headers))]
        for number, row in enumerate(rows):
            cells = zip(row, self._headers, sides, strict=True)
            self._model.appendRow([self._item(cell, header, side, number) for cell, header, side in cells])
        for column, side in enumerate(sides):
            self._model.horizontalHeaderItem(column).setTextAlignment(side)
        self.verticalHeader().setDefaultSectionSize(theme.current().px("body") + 22)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(self._sortable)
        self._fit()
        self.updateGeometry()

    def _item(self, cell: Cell, header: str, side: Qt.AlignmentFlag, number: int) -> QStandardItem:
        item = QStandardItem(cell.text)
        item.setData(cell.number if cell.number is not None else cell.text, _SORT)
        item.setData(number, _NUMBER)
        item.setData(f"{header}: {cell.text}", Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(cell.tip or cell.text)
        item.setTextAlignment(side)
        if cell.tone:
            item.setData(cell.tone, _TONE)
            item.setForeground(_ink(cell.tone))
        if cell.strong:
            font = self.font()
            font.setBold(True)
            item.setFont(font)
        return item

    def _fit(self) -> None:
        """Columns as wide as what they say, within reason; the first takes what is left, spare ones make room."""
        header = self.horizontalHeader()
        columns = range(self._model.columnCount())
        wanted = [min(_WIDEST, max(self.sizeHintForColumn(c), header.sectionSizeHint(c)) + _ROOM) for c in columns]
        room, hidden = self.viewport().width(), set[int]()
        for column in self._spare:
            if sum(wanted[c] for c in columns if c not in hidden) > room:
                hidden.add(column)
        for column in columns:
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, wanted[column])
        if wanted:
            others = sum(wanted[c] for c in columns if c and c not in hidden)
            self.setColumnWidth(0, max(min(wanted[0], _NARROWEST), room - others))

    def selected(self) -> list[int]:
        """The numbers of the selected rows, as given."""
        return [int(index.data(_NUMBER)) for index in self.selectionModel().selectedRows()]

    def choose(self, numbers: Sequence[int]) -> None:
        """Select rows by their numbers as given."""
        wanted, selection = set(numbers), QItemSelection()
        for row in range(self._model.rowCount()):
            first = self._model.index(row, 0)
            if first.data(_NUMBER) in wanted:
                selection.select(first, self._model.index(row, self._model.columnCount() - 1))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_activated(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_NUMBER))

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of the words from the theme again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_model"):
            for row in range(self._model.rowCount()):
                for column in range(self._model.columnCount()):
                    item = self._model.item(row, column)
                    if tone := item.data(_TONE):
                        item.setForeground(_ink(tone))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As tall as its rows, up to the number it shows without scrolling."""
        hint = super().sizeHint()
        rows = min(self._whole, self._model.rowCount()) * self.verticalHeader().defaultSectionSize()
        hint.setHeight(rows + self.horizontalHeader().sizeHint().height() + 4)
        return hint

    def minimumSizeHint(self) -> QSize:
        """The same height as it wants."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


def _is_figures(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    return any(row[column].number is not None for row in rows)


def _ink(tone: str) -> QColor:
    return theme.current().color("accent_text" if tone == "accent" else tone)
