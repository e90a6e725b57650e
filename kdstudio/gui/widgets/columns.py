"""Widgets side by side where there is room, one under the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Columns(QWidget):
    """Give each widget and its share of the width; a share of 0 keeps the widget's own width."""

    def __init__(self, *items: tuple[QWidget, int], spacing: int = 16) -> None:
        super().__init__()
        self._items = [item for item, _ in items]
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        for item, share in items:
            self._line.addWidget(item, share)

    def _side_by_side(self) -> int:
        """Width that all of them need next to each other."""
        gaps = self._line.spacing() * (len(self._items) - 1)
        return gaps + sum(max(item.minimumSizeHint().width(), item.minimumWidth()) for item in self._items)

    def minimumSizeHint(self) -> QSize:
        """Only as wide as the widest of them."""
        widest = max(max(item.minimumSizeHint().width(), item.minimumWidth()) for item in self._items)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction."""
        fits = self.width() >= self._side_by_side()
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
            self.updateGeometry()
        super().resizeEvent(event)
