"""A table of words and numbers that sorts by its true values, moves on while it is looked at, and is read out."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from kdstudio.gui import theme
from kdstudio.gui.widgets.cell_model import Cell, CellModel, Row

__all__ = ["Cell", "Table"]

_WIDEST, _NARROWEST, _ROOM = 260, 120, 12
_MEASURED = 30
"""Rows outside the view whose words count for the width of a column; all of ten thousand would take a second."""


class Table(QTableView):
    """Shows rows of cells; ``chosen`` brings the number of the row, as given, on Enter or double-click.

    Up to ``whole`` rows are shown without scrolling, since the page scrolls. ``spare`` columns are left out, in that
    order, where there is no room for all. Columns of numbers stand to the right, words to the left. A list that changes
    by itself is shown with :meth:`move_on`, which keeps what is chosen, the order and the place in the list.
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
        self._model = CellModel(headers, self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "plain")
        self.setShowGrid(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as given
        self.setSortingEnabled(sortable)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if multiple else mode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.activated.connect(self._on_activated)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def show_rows(self, rows: Sequence[Row], headers: Sequence[str] | None = None) -> None:
        """Show these rows, in this order until somebody sorts them; ``headers`` take the place of the former ones."""
        self._headers = list(headers) if headers is not None else self._headers
        self.setSortingEnabled(False)
        self._model.set_rows(rows, self._headers)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(self._sortable)
        self._resize()

    def move_on(self, keys: Sequence[Hashable], rows: Sequence[Row]) -> None:
        """Go over to these rows, known by their keys. Only what differs is touched: nothing jumps and nothing flickers.

        The row at the top stays at the top, except at the beginning of the list, where new rows are to be seen.
        """
        bar = self.verticalScrollBar()
        top = self._model.key(self.rowAt(0)) if bar.value() and self.rowAt(0) >= 0 else None
        self._model.move_on(keys, rows)
        self._resize()
        if top is not None and (row := self._model.shown_at(top)) >= 0:
            self.executeDelayedItemsLayout()
            bar.setValue(row)

    def _resize(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.current().px("body") + 22)
        self._fit()
        self.updateGeometry()

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
        return [self._model.number(index.row()) for index in self.selectionModel().selectedRows()]

    def choose(self, numbers: Sequence[int]) -> None:
        """Select rows by their numbers as given."""
        wanted, selection = set(numbers), QItemSelection()
        for row in range(self._model.rowCount()):
            if self._model.number(row) in wanted:
                selection.select(self._model.index(row, 0), self._model.index(row, self._model.columnCount() - 1))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_selection(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Qt tells also when what is selected has only moved up or down."""
        if not (selected.isEmpty() and deselected.isEmpty()):
            self.selection_changed.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.number(index.row()))

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of the words from the theme again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.viewport().update()

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
