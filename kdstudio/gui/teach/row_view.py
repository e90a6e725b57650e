"""The rows of a teacher as a list: ten thousand of them scroll as ten do, and each is judged by a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kdstudio.core.synthesis import Review, Row
from kdstudio.gui import icons, spoken, theme, words

Index = QModelIndex | QPersistentModelIndex
_ICON = 18


class RowModel(QAbstractListModel):
    """Rows that pass a filter, in the order in which they came. One that is shown stays until the filter changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: list[Row] = []
        self.reviews: Mapping[str, Review] = {}
        self._place: dict[str, int] = {}
        self._known: dict[str, Row] = {}
        self._accept: Callable[[Row], bool] = lambda row: True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows pass."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a row, by role."""
        row = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.text, self.label(row), self.mark_words(row), self.note(row)) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.text
        return None

    def label(self, row: Row) -> str:
        """The label that counts."""
        review = self.reviews.get(row.id)
        return review.label if review is not None and review.label else row.label

    def note(self, row: Row) -> str:
        """Why it is doubtful or dropped, or how sure the teacher is."""
        if row.why:
            return spoken.engine(row.why)
        if not row.probabilities:
            return row.topic
        sure = self.tr("The teacher is {share} sure").format(share=words.share(max(row.probabilities)))
        return f"{sure} · {row.topic}" if row.topic else sure

    def mark(self, row: Row) -> tuple[str, str]:
        """Icon and colour of where a row stands."""
        review = self.reviews.get(row.id)
        if review is not None:
            if not review.label:
                return "eye-off", "muted"
            if review.held_out:
                return "lock", "accent_text"
            return ("check", "ok") if review.label == row.label else ("pencil", "accent_text")
        return {"doubtful": ("circle-alert", "warn"), "dropped": ("minus", "muted")}.get(
            row.state, ("circle", "line_strong")
        )

    def mark_words(self, row: Row) -> str:
        """Where a row stands, in words."""
        review = self.reviews.get(row.id)
        if review is not None:
            if not review.label:
                return self.tr("left out")
            if review.held_out:
                return self.tr("in the held-out set")
            return self.tr("right") if review.label == row.label else self.tr("relabelled")
        return {"doubtful": self.tr("doubtful"), "dropped": self.tr("dropped")}.get(row.state, "")

    def set_filter(self, accept: Callable[[Row], bool]) -> None:
        """Show other rows."""
        self._accept = accept
        self._begin(self._known)

    def _begin(self, rows: Mapping[str, Row]) -> None:
        self.beginResetModel()
        self._known = dict(rows)
        self.shown = [row for row in self._known.values() if self._accept(row)]
        self._place = {row.id: place for place, row in enumerate(self.shown)}
        self.endResetModel()

    def show_rows(self, rows: Mapping[str, Row]) -> None:
        """Go over to these, touching only what differs."""
        if len(rows) < len(self._known) or any(id not in rows for id in self._place):
            self._begin(rows)
            return
        new: list[Row] = []
        changed: list[int] = []
        for id, row in rows.items():
            if self._known.get(id) is row:
                continue
            self._known[id] = row
            place = self._place.get(id)
            if place is not None:
                self.shown[place] = row
                changed.append(place)
            elif self._accept(row):
                new.append(row)
        if changed:
            self.dataChanged.emit(self.index(min(changed)), self.index(max(changed)))
        if new:
            first = len(self.shown)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._place.update((row.id, first + place) for place, row in enumerate(new))
            self.shown.extend(new)
            self.endInsertRows()

    def show_reviews(self, reviews: Mapping[str, Review]) -> None:
        """Mark what a person has said."""
        self.reviews = reviews
        if self.shown:
            self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))


class RowView(QListView):
    """``judged`` brings what a key says of the current row; the next one that waits is then the current one."""

    judged = Signal(str)  # "right", "out", "held-out", or the number of a label from 0
    current_changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "plain")
        self.setMinimumHeight(160)
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())
        self.rows.modelReset.connect(self._on_reset)
        self.rows.rowsInserted.connect(self._on_inserted)

    @property
    def current(self) -> Row | None:
        """The row that is looked at."""
        index = self.currentIndex()
        return self.rows.shown[index.row()] if index.isValid() else None

    def step(self, by: int) -> None:
        """Go to a neighbour."""
        place = self.currentIndex().row() + by
        if 0 <= place < len(self.rows.shown):
            self.setCurrentIndex(self.rows.index(place))

    def next_waiting(self, waits: Callable[[Row], bool]) -> None:
        """Go to the next row that waits for a person, from the top again behind the last; or stay."""
        here, count = self.currentIndex().row(), len(self.rows.shown)
        for place in (*range(here + 1, count), *range(here)):
            if waits(self.rows.shown[place]):
                self.setCurrentIndex(self.rows.index(place))
                return
        self.step(+1)

    def _on_reset(self) -> None:
        if self.rows.shown:
            self.setCurrentIndex(self.rows.index(0))
        self.current_changed.emit()

    def _on_inserted(self) -> None:
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge by a key: nothing here is searched by typing."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if not plain:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_J, Qt.Key.Key_K):
            self.step(+1 if key == Qt.Key.Key_J else -1)
        elif key in _KEYS:
            self.judged.emit(_KEYS[key])
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.judged.emit(str(key - Qt.Key.Key_1))
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


_KEYS = {
    Qt.Key.Key_Return: "right",
    Qt.Key.Key_Enter: "right",
    Qt.Key.Key_Space: "right",
    Qt.Key.Key_X: "out",
    Qt.Key.Key_Delete: "out",
    Qt.Key.Key_H: "held-out",
}


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = theme.current()
        return QSize(200, look.px("body") + look.px("small") + 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, model, row = theme.current(), self._view.rows, self._view.rows.shown[index.row()]
        rect = QRectF(option.rect).adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(look.color("accent") if selected and self._view.hasFocus() else Qt.PenStyle.NoPen)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(
            look.color("accent_soft" if selected else "hover") if selected or over else Qt.BrushStyle.NoBrush
        )
        painter.drawRoundedRect(rect, 8, 8)
        side = look.length(_ICON)
        icon, role = model.mark(row)
        place = QRectF(rect.left() + 10, rect.center().y() - side / 2, side, side)
        icons.paint(painter, place, icon, getattr(look.tokens, role))
        self._paint_words(painter, rect.adjusted(side + 22, 6, -10, -6), row)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        """The text with its label to the right, and below them what is to be known of it."""
        look, model = theme.current(), self._view.rows
        font, small = self._view.font(), self._view.font()
        small.setPixelSize(look.px("small"))
        gone = row.state == "dropped" and row.id not in model.reviews
        metrics, below = QFontMetrics(font), QFontMetrics(small)
        label = below.elidedText(model.label(row), Qt.TextElideMode.ElideRight, int(rect.width() / 3))
        wide = below.horizontalAdvance(label)
        high = metrics.height()
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(font)
        painter.setPen(look.color("muted" if gone else "text"))
        line = QRectF(rect.left(), rect.top(), rect.width() - wide - 14, high)
        text = " ".join(row.text.split())
        painter.drawText(line, left, metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(line.width())))
        painter.setFont(small)
        changed = model.label(row) != row.label
        painter.setPen(look.color("accent_text" if changed else "muted"))
        painter.drawText(QRectF(rect.right() - wide - 1, rect.top(), wide + 1, high), left, label)
        painter.setPen(look.color("muted"))
        note = QRectF(rect.left(), rect.bottom() - below.height(), rect.width(), below.height())
        painter.drawText(note, left, below.elidedText(model.note(row), Qt.TextElideMode.ElideRight, int(note.width())))
