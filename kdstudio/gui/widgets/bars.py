"""Small charts painted by hand, because they are needed before pyqtgraph may be loaded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from kdstudio.gui import theme


class ShareBar(QWidget):
    """Parts of a whole side by side, such as the three splits."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(10)
        self._parts: Sequence[float] = ()

    def show_parts(self, parts: Sequence[float], name: str) -> None:
        """Show numbers in proportion; ``name`` says them."""
        self._parts = parts
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: object) -> None:
        """Draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = sum(self._parts) or 1
        gap, left = 3.0, 0.0
        room = self.width() - gap * (len(self._parts) - 1)
        for part, color in zip(self._parts, part_colors(), strict=False):
            width = room * part / whole
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), 4, 4)
            left += width + gap


def part_colors() -> list[QColor]:
    """The colours of the parts: the accent and the next curves of the theme."""
    return [QColor(color) for color in theme.current().tokens.series[:4]]
