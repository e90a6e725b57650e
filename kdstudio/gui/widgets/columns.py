"""Widgets side by side where there is room, one under the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
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
        shown = [item for item in self._items if not item.isHidden()]
        gaps = self._line.spacing() * (len(shown) - 1)
        return gaps + sum(_least(item) for item in shown)

    def minimumSizeHint(self) -> QSize:
        """Only as wide as the widest of them."""
        widest = max((_least(item) for item in self._items if not item.isHidden()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Choose the direction anew when one of them appears, goes, or needs more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._choose()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction."""
        self._choose()
        super().resizeEvent(event)

    def _choose(self) -> None:
        fits = self.width() >= self._side_by_side()
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
            self.updateGeometry()


def _least(item: QWidget) -> int:
    return max(item.minimumSizeHint().width(), item.minimumWidth())
