"""A handful of examples and what the student says to them, changing while it learns."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kdstudio.gui import icons, theme, words
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.text import label
from kdstudio.gui.widgets.thumbnails import Thumbnails
from kdstudio.protocol.events import PreviewItem
from kdstudio.runs.layout import RunFolder

_COLUMNS = 4


class PreviewPanel(Card):
    """Pictures in a grid, texts in lines. A mark tells right answers from wrong ones, not colour alone."""

    def __init__(self) -> None:
        super().__init__(self.tr("What the student says now"), padding=14)
        self._pictures = Thumbnails(self)
        self._pictures.arrived.connect(self._on_arrived)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._cells: list[_Cell] = []
        self._sum = label("", "small")
        self.add(self._grid)
        self.add(self._sum)
        self.show_items((), None)

    def show_items(self, items: tuple[PreviewItem, ...], folder: RunFolder | None) -> None:
        """Show the newest answers."""
        self.setVisible(bool(items))
        while len(self._cells) > len(items):
            cell = self._cells.pop()
            self._grid.removeWidget(cell)
            cell.deleteLater()
        while len(self._cells) < len(items):
            self._cells.append(_Cell(self._pictures))
        columns = _COLUMNS if items and items[0].image else 1
        for place, (cell, item) in enumerate(zip(self._cells, items, strict=True)):
            cell.show_item(item, picture_of(item.image, folder, "preview"))
            self._grid.addWidget(cell, place // columns, place % columns)
        right = sum(item.student == item.label for item in items)
        self._sum.setText(self.tr("{n} of {all} right").format(n=right, all=len(items)))

    def _on_arrived(self) -> None:
        for cell in self._cells:
            cell.update()


def picture_of(path: str, folder: RunFolder | None, place: str) -> Path | None:
    """A picture that the worker wrote; found in the run's own folder also after that has moved."""
    if not path:
        return None
    found = Path(path)
    return folder.artifacts / place / found.name if folder is not None else found


class _Cell(QWidget):
    def __init__(self, pictures: Thumbnails) -> None:
        super().__init__()
        self._pictures = pictures
        self._item: PreviewItem | None = None
        self._picture: Path | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_item(self, item: PreviewItem, picture: Path | None) -> None:
        if (item, picture) == (self._item, self._picture):
            return
        self._item, self._picture = item, picture
        said = self.tr("Student: {student} ({sure}). Teacher: {teacher}. Right: {label}.").format(
            student=item.student, sure=words.share(item.confidence), teacher=item.teacher, label=item.label
        )
        self.setAccessibleName(said)
        self.setToolTip(f"{item.text}\n{said}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        line = theme.current().px("small") + 8
        return QSize(54, 54 + line) if self._picture is not None else QSize(200, line + 10)

    def paintEvent(self, event: object) -> None:
        if self._item is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        font = QFont(self.font())
        font.setPixelSize(theme.current().px("small"))
        painter.setFont(font)
        if self._picture is not None:
            self._paint_picture(painter, self._item, self._picture)
        else:
            self._paint_text(painter, self._item)

    def _paint_picture(self, painter: QPainter, item: PreviewItem, path: Path) -> None:
        tokens = theme.current().tokens
        line = theme.current().px("small") + 8
        frame = QRectF(0, 0, self.width(), self.height() - line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(frame, 6, 6)
        picture = self._pictures.get(path)
        if picture is not None and not picture.isNull():
            side = min(frame.width(), frame.height()) - 4
            room = QRectF(frame.center().x() - side / 2, frame.center().y() - side / 2, side, side)
            painter.drawPixmap(room, picture, QRectF(picture.rect()))
        self._paint_answer(painter, item, QRectF(0, self.height() - line, self.width(), line))

    def _paint_text(self, painter: QPainter, item: PreviewItem) -> None:
        tokens = theme.current().tokens
        room = QRectF(0, 0, self.width() * 0.62, self.height())
        text = QFontMetricsF(painter.font()).elidedText(item.text, Qt.TextElideMode.ElideRight, room.width() - 8)
        painter.setPen(QColor(tokens.text))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        self._paint_answer(painter, item, QRectF(room.right(), 0, self.width() - room.right(), self.height()))

    def _paint_answer(self, painter: QPainter, item: PreviewItem, room: QRectF) -> None:
        """A tick or a cross, the answer, and how sure it is as a line below."""
        tokens = theme.current().tokens
        right = item.student == item.label
        color = tokens.ok if right else tokens.stop
        icons.paint(painter, QRectF(room.left(), room.center().y() - 6, 12, 12), "check" if right else "x", color)
        painter.setPen(QColor(color))
        words = room.adjusted(15, 0, 0, 0)
        text = QFontMetricsF(painter.font()).elidedText(item.student, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        bar = QRectF(room.left(), room.bottom() - 3, room.width(), 3)
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.setBrush(QColor(color))
        bar.setWidth(bar.width() * item.confidence)
        painter.drawRoundedRect(bar, 1.5, 1.5)
