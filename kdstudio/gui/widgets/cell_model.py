"""The rows of a table as a model that moves on: rows come, change, go and are sorted without being built anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from kdstudio.gui import theme
from kdstudio.gui.widgets.text import Tone

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Cell:
    """What a cell says, and the number it is sorted by where it has one."""

    text: str
    number: float | None = None
    tone: Tone = ""
    strong: bool = False
    tip: str = ""


Row = Sequence[Cell]


class CellModel(QAbstractTableModel):
    """Rows under keys, in the order given until they are sorted. Columns of numbers stand to the right."""

    def __init__(self, headers: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = list(headers)
        self._given: dict[Hashable, int] = {}
        self._keys: list[Hashable] = []  # in the order shown
        self._rows: list[Row] = []
        self._right: list[bool] = []
        self._column, self._order = -1, Qt.SortOrder.AscendingOrder

    # what the view asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own default
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell: its text, side, colour, weight, tip and what is read out."""
        answer = _ANSWERS.get(role)
        cell = self._rows[index.row()][index.column()]
        if answer is not None:
            return answer(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headers[index.column()]}: {cell.text}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name of a column."""
        if orientation == Qt.Orientation.Horizontal and section < len(self._headers):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headers[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._side(section)
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return _RIGHT if column < len(self._right) and self._right[column] else _LEFT

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's numbers or words; a column of −1 is the order given."""
        self._column, self._order = column, order
        self._arrange(self._in_order(dict(zip(self._keys, self._rows, strict=True))))

    # what the table asks

    def key(self, row: int) -> Hashable:
        """What stands in a row that is shown."""
        return self._keys[row]

    def number(self, row: int) -> int:
        """The number, as given, of a row that is shown."""
        return self._given[self._keys[row]]

    def shown_at(self, key: Hashable) -> int:
        """Where a key is shown, or −1."""
        return self._keys.index(key) if key in self._given else -1

    def set_rows(self, rows: Sequence[Row], headers: Sequence[str]) -> None:
        """Begin anew, unsorted; the keys are the numbers of the rows."""
        self.beginResetModel()
        self._headers, self._rows, self._keys = list(headers), list(rows), list(range(len(rows)))
        self._given = {key: key for key in range(len(rows))}
        self._right = self._figures(rows)
        self._column = -1
        self.endResetModel()

    def move_on(self, keys: Sequence[Hashable], rows: Sequence[Row]) -> None:
        """Go over to these rows, touching only what differs, so that what is chosen and current stays so."""
        new = dict(zip(keys, rows, strict=True))
        for first, last in _blocks([row for row, key in enumerate(self._keys) if key not in new], down=True):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._keys[first : last + 1], self._rows[first : last + 1]
            self.endRemoveRows()
        stayed = set(self._keys)
        self._given = {key: number for number, key in enumerate(keys)}
        for row, key in enumerate(self._keys):
            if self._rows[row] is not new[key] and self._rows[row] != new[key]:
                self._rows[row] = new[key]
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._headers) - 1))
        order = self._in_order(new)
        self._arrange([key for key in order if key in stayed])
        for first, last in _blocks([row for row, key in enumerate(order) if key not in stayed]):
            self.beginInsertRows(QModelIndex(), first, last)
            self._keys[first:first] = order[first : last + 1]
            self._rows[first:first] = [new[key] for key in order[first : last + 1]]
            self.endInsertRows()
        if (right := self._figures(rows)) != self._right:
            self._right = right
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._headers) - 1)

    def _figures(self, rows: Sequence[Row]) -> list[bool]:
        return [any(row[column].number is not None for row in rows) for column in range(len(self._headers))]

    def _in_order(self, rows: dict[Hashable, Row]) -> list[Hashable]:
        order = sorted(rows, key=self._given.__getitem__)
        if 0 <= self._column < len(self._headers):
            backwards = self._order == Qt.SortOrder.DescendingOrder
            order.sort(key=lambda key: _rank(rows[key][self._column]), reverse=backwards)
        return order

    def _arrange(self, order: list[Hashable]) -> None:
        """Put the rows that are shown into another order."""
        if order == self._keys:
            return
        self.layoutAboutToBeChanged.emit()
        rows, place = dict(zip(self._keys, self._rows, strict=True)), {key: row for row, key in enumerate(order)}
        before = self.persistentIndexList()
        after = [self.index(place[self._keys[index.row()]], index.column()) for index in before]
        self._keys, self._rows = order, [rows[key] for key in order]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _blocks(rows: list[int], *, down: bool = False) -> Iterator[tuple[int, int]]:
    """Rows that follow one another as first and last, the later ones first where the earlier shall keep their place."""
    blocks: list[tuple[int, int]] = []
    for row in rows:
        if blocks and blocks[-1][1] == row - 1:
            blocks[-1] = (blocks[-1][0], row)
        else:
            blocks.append((row, row))
    return reversed(blocks) if down else iter(blocks)


def _rank(cell: Cell) -> tuple[bool, float, str]:
    """Numbers by their size, before words by the alphabet."""
    return cell.number is None, cell.number or 0.0, cell.text.casefold()


def _ink(cell: Cell) -> QColor | None:
    return theme.current().color("accent_text" if cell.tone == "accent" else cell.tone) if cell.tone else None


def _font(cell: Cell) -> QFont | None:
    if not cell.strong:
        return None
    font = QFont()
    font.setBold(True)
    return font


_ANSWERS: dict[int, Callable[[Cell], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda cell: cell.text,
    Qt.ItemDataRole.ToolTipRole: lambda cell: cell.tip or cell.text,
    Qt.ItemDataRole.ForegroundRole: _ink,
    Qt.ItemDataRole.FontRole: _font,
}
