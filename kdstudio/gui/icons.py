"""Icons of one family (Lucide), drawn from SVG in the colour of a theme token at the moment of painting."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from kdstudio.core import resources
from kdstudio.gui import theme


def icon(name: str, role: str = "text") -> QIcon:
    """The icon called ``name`` in a token's colour; it follows a change of theme by itself.

    It is drawn at the left of its place: a place wider than high leaves a gap to the text beside it.
    """
    return QIcon(_Engine(name, role))


def paint(painter: QPainter, rect: QRectF, name: str, color: str) -> None:
    """Draw an icon in a colour such as ``#1a1a1f``."""
    _renderer(name, color).render(painter, rect)


class IconLabel(QWidget):
    """An icon in a layout. It is decoration: the text beside it is what a screen reader says."""

    def __init__(self, name: str, role: str = "text", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role = name, role
        self.setFixedSize(size, size)

    def set_icon(self, name: str, role: str) -> None:
        """Show another icon."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, event: object) -> None:
        """Draw."""
        painter = QPainter(self)
        paint(painter, QRectF(self.rect()), self._name, getattr(theme.current().tokens, self._role))


class _Engine(QIconEngine):
    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = "muted" if mode == QIcon.Mode.Disabled else self._role
        side = min(rect.width(), rect.height())
        square = QRectF(rect.left(), rect.top() + (rect.height() - side) / 2, side, side)
        paint(painter, square, self._name, getattr(theme.current().tokens, role))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    svg = (resources.root() / "icons" / f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(svg.replace(b"currentColor", color.encode())))
