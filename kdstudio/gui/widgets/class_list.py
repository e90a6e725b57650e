"""The classes with their counts as bars; choosing one filters what is shown beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kdstudio.core.health import ClassCount
from kdstudio.gui import figures, theme

Index = QModelIndex | QPersistentModelIndex


def total(item: ClassCount) -> int:
    """Examples of a class in all splits."""
    return item.train + item.validation + item.test


class _Model(QAbstractListModel):
    counts: tuple[ClassCount, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.counts) + 1

    def name(self, row: int) -> str:
        return self.counts[row - 1].name if row else self.tr("All classes")

    def count(self, row: int) -> int:
        return total(self.counts[row - 1]) if row else sum(map(total, self.counts))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.name(row)}, {figures.count(self.count(row))}"
        if role == Qt.ItemDataRole.ToolTipRole and row:
            item = self.counts[row - 1]
            words = self.tr("{train} for training, {validation} for validation, {test} for the test")
            return f"{item.name}: " + words.format(train=item.train, validation=item.validation, test=item.test)
        return None

    def show_counts(self, counts: tuple[ClassCount, ...]) -> None:
        self.beginResetModel()
        self.counts = counts
        self.endResetModel()


class ClassList(QListView):
    """``chosen`` names the class, or is empty for all of them."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "plain")
        self.setAccessibleName(self.tr("Classes"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def model_(self) -> _Model:
        """The model, with its own type."""
        return self._model

    def show_counts(self, counts: tuple[ClassCount, ...]) -> None:
        """Show other counts; the chosen class stays chosen where it still exists."""
        row = self.currentIndex().row()
        before = self._model.name(row) if row > 0 else ""
        self._model.show_counts(counts)
        rows = [item.name for item in counts]
        self.setCurrentIndex(self._model.index(rows.index(before) + 1 if before in rows else 0))

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.name(index.row()) if index.row() else "")


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: ClassList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, theme.current().px("body") + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, model, row = theme.current(), self._view.model_, index.row()
        rect = QRectF(option.rect).adjusted(1, 1, -5, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.color("accent_soft" if selected else "hover"))
            painter.drawRoundedRect(rect, 7, 7)
        font = self._view.font()
        font.setBold(selected)
        painter.setFont(font)
        figure = figures.count(model.count(row))
        width = QFontMetrics(font).horizontalAdvance(figure)
        inner = rect.adjusted(8, 0, -8, -3)
        name = QFontMetrics(font).elidedText(
            model.name(row), Qt.TextElideMode.ElideRight, int(inner.width() - width - 8)
        )
        painter.setPen(look.color("text"))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)
        painter.setPen(look.color("muted"))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), figure)
        if row:
            most = max(map(total, model.counts)) or 1
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("line"))
            track = QRectF(inner.left(), rect.bottom() - 5, inner.width(), 3)
            painter.drawRoundedRect(track, 1.5, 1.5)
            painter.setBrush(look.color("accent"))
            track.setWidth(max(3.0, track.width() * model.count(row) / most))
            painter.drawRoundedRect(track, 1.5, 1.5)
        if selected and self._view.hasFocus():
            painter.setPen(look.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 7, 7)
        painter.restore()
