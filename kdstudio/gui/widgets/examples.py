"""Real examples in a list: a grid of pictures, or lines of text. Made for keyboard and screen reader as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kdstudio.gui import icons, theme
from kdstudio.gui.widgets.thumbnails import Thumbnails

_PICTURE = 78
_PAD = 8

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Example:
    """One example. ``group`` numbers examples that belong together; ``mark`` says what was done by hand."""

    id: str
    label: str = ""
    text: str = ""
    image: Path | None = None
    note: str = ""
    group: int = 0
    mark: Literal["", "excluded", "relabelled"] = ""


class ExampleModel(QAbstractListModel):
    """A fixed sequence of examples; pictures appear as they are read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.examples: Sequence[Example] = ()
        self._rows: dict[Path, list[int]] = {}
        self._thumbnails = Thumbnails(self)
        self._thumbnails.arrived.connect(self._on_arrived)

    def set_examples(self, examples: Sequence[Example]) -> None:
        """Show other examples."""
        self.beginResetModel()
        self.examples = examples
        self._rows = {}
        for row, example in enumerate(examples):
            if example.image is not None:
                self._rows.setdefault(example.image, []).append(row)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of examples."""
        return 0 if parent.isValid() else len(self.examples)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of an example, by role."""
        example = self.examples[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return example.label or example.text or example.id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (example.text or example.id, example.label, example.note, self._mark_words(example))
            return ", ".join(part for part in said if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (example.id, example.note) if part)
        return None

    def _mark_words(self, example: Example) -> str:
        return {"": "", "excluded": self.tr("left out"), "relabelled": self.tr("relabelled")}[example.mark]

    def picture(self, example: Example) -> QPixmap | None:
        """The picture of an example, or None while it is being read."""
        return self._thumbnails.get(example.image) if example.image is not None else QPixmap()

    def _on_arrived(self, path: Path) -> None:
        for row in self._rows.get(path, ()):
            self.dataChanged.emit(self.index(row), self.index(row))


class ExampleView(QListView):
    """Shows an :class:`ExampleModel` as ``pictures`` or as ``lines``."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.examples = ExampleModel(self)
        self.setModel(self.examples)
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "plain")
        self.setMinimumHeight(120)

    def show_examples(self, examples: Sequence[Example]) -> None:
        """Show other examples, as pictures where there are any."""
        pictures = any(example.image is not None for example in examples)
        self.setViewMode(QListView.ViewMode.IconMode if pictures else QListView.ViewMode.ListMode)
        self.setMovement(QListView.Movement.Static)
        self.setWordWrap(not pictures)
        self.setSpacing(2 if pictures else 0)
        self.setUniformItemSizes(True)
        self.examples.set_examples(examples)

    def chosen(self) -> list[Example]:
        """The selected examples."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.examples.examples[row] for row in rows]


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: ExampleView) -> None:
        super().__init__(view)
        self._view = view

    def _pictures(self) -> bool:
        return self._view.viewMode() == QListView.ViewMode.IconMode

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = theme.current().px("small") + 8
        if self._pictures():
            return QSize(_PICTURE + 2 * _PAD, _PICTURE + line + 2 * _PAD)
        return QSize(200, 2 * line + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        example = self._view.examples.examples[index.row()]
        look = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        self._ground(painter, rect, option, example)
        font = self._view.font()
        if self._pictures():
            font.setPixelSize(look.px("small"))
        painter.setFont(font)
        if example.mark == "excluded":
            painter.setOpacity(0.45)
        if self._pictures():
            self._paint_picture(painter, rect, example)
        else:
            self._paint_line(painter, rect, example)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, example: Example) -> None:
        look = theme.current()
        state = option.state
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(look.color("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.color("hover"))
        elif example.group % 2:
            painter.setBrush(look.color("sunken"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(look.color("accent"))
        painter.drawRoundedRect(rect, 8, 8)

    def _paint_picture(self, painter: QPainter, rect: QRectF, example: Example) -> None:
        look = theme.current()
        frame = QRectF(rect.left() + _PAD - 2, rect.top() + _PAD - 2, _PICTURE, _PICTURE)
        pixmap = self._view.examples.picture(example)
        if pixmap is None or pixmap.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("sunken"))
            painter.drawRoundedRect(frame, 6, 6)
            if pixmap is not None:
                middle = frame.adjusted(30, 30, -30, -30)
                icons.paint(painter, middle, "file", look.tokens.muted)
        else:
            size = QSize(pixmap.size()).scaled(QSize(_PICTURE, _PICTURE), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(frame.center())
            clip = QPainterPath()
            clip.addRoundedRect(place, 6, 6)
            painter.save()
            painter.setClipPath(clip)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
            painter.restore()
        line = QRectF(rect.left() + 4, frame.bottom() + 2, rect.width() - 8, rect.bottom() - frame.bottom() - 4)
        self._text(painter, line, example.label or example.id, Qt.AlignmentFlag.AlignHCenter, example)

    def _paint_line(self, painter: QPainter, rect: QRectF, example: Example) -> None:
        look = theme.current()
        metrics = QFontMetrics(painter.font())
        right = min(metrics.horizontalAdvance(example.label) + 16, int(rect.width() // 3)) if example.label else 0
        words = rect.adjusted(10, 0, -right - 12, 0)
        painter.setPen(look.color("text"))
        text = example.text or example.id
        if example.note:
            text = f"{text}\n{example.note}"
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(words.width() * 1.8))
        painter.drawText(words, flags, text if example.note else shown)
        tag = QRectF(rect.right() - right, rect.top(), right - 8, rect.height())
        self._text(painter, tag, example.label, Qt.AlignmentFlag.AlignRight, example)

    def _text(self, painter: QPainter, rect: QRectF, text: str, side: Qt.AlignmentFlag, example: Example) -> None:
        role = "accent_text" if example.mark == "relabelled" else "muted"
        painter.setPen(theme.current().color(role))
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideMiddle, int(rect.width()))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | side), shown)
