"""A pad to draw on with the mouse, white on black as the sample's digits are."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdstudio.gui import theme

_SIDE = 224
_OUT = 28
_WIDTH = 17.0
_HINT = QColor("#8c8c97")  # 6.2 : 1 on the pad's black


class DrawingPad(QWidget):
    """Strokes of a round pen; :meth:`image` is what a model is given."""

    drawn = Signal()  # a stroke has ended

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_SIDE, _SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Drawing pad"))
        self._path = QPainterPath()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been drawn."""
        return self._path.isEmpty()

    def clear(self) -> None:
        """Begin anew."""
        self._path = QPainterPath()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke; a click alone is a dot."""
        self._path.moveTo(event.position())
        self._path.lineTo(event.position() + QPointF(0.1, 0.1))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._path.lineTo(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        if event.button() == Qt.MouseButton.LeftButton and not self.is_empty:
            self.drawn.emit()

    def image(self) -> QImage:
        """The drawing, centred like the digits of the sample: 20 pixels high in a picture of 28."""
        found = QImage(_OUT, _OUT, QImage.Format.Format_Grayscale8)
        found.fill(0)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._path.boundingRect().adjusted(-_WIDTH / 2, -_WIDTH / 2, _WIDTH / 2, _WIDTH / 2)
        scale = 20 / max(1.0, box.width(), box.height())
        painter.translate(_OUT / 2, _OUT / 2)
        painter.scale(scale, scale)
        painter.translate(-box.center())
        self._stroke(painter, Qt.GlobalColor.white, 2.4 / scale)
        painter.end()
        return found

    def _stroke(self, painter: QPainter, color: Qt.GlobalColor, width: float) -> None:
        pen = QPen(color, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(self._path)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: object) -> None:
        """Draw the pad and what is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.GlobalColor.black)
        painter.setPen(QPen(theme.current().color("line_strong"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self.is_empty:
            painter.setPen(_HINT)
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.tr("Draw here"))
        self._stroke(painter, Qt.GlobalColor.white, _WIDTH)
