"""Widgets side by side where there is room, one under the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kdstudio.gui import theme

_LARGEST_SHARE = 20
_UNBOUNDED = 16_777_215  # Qt’s own, which has no name in Python


class Columns(QWidget):
    """Give each widget and its share of the width.

    A number above 20 is a width in pixels (at a font of 100 %) that the widget keeps beside the others; below them it
    takes the whole width.
    """

    turned = Signal(bool)  # whether they stand side by side now

    def __init__(self, *items: tuple[QWidget, int], spacing: int = 16) -> None:
        super().__init__()
        self._items = dict(items)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        for item, share in items:
            self._line.addWidget(item, share if share <= _LARGEST_SHARE else 0)

    def set_width(self, item: QWidget, pixels: int) -> None:
        """Keep another width of one of them."""
        self._items[item] = pixels
        self._choose()

    def _least(self, item: QWidget, *, beside: bool = True) -> int:
        """Width without which something of it would be cut off."""
        need = max(item.minimumSizeHint().width(), 0 if self._kept(item) else item.minimumWidth())
        return max(need, self._kept(item)) if beside else need

    def _kept(self, item: QWidget) -> int:
        share = self._items[item]
        return theme.current().length(share) if share > _LARGEST_SHARE else 0

    def _together(self) -> int:
        """Width that all of them need next to each other."""
        shown = [item for item in self._items if not item.isHidden()]
        return self._line.spacing() * (len(shown) - 1) + sum(map(self._least, shown))

    def minimumSizeHint(self) -> QSize:
        """Only as wide as the widest of them."""
        shown = (item for item in self._items if not item.isHidden())
        widest = max((self._least(item, beside=False) for item in shown), default=0)
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
        fits = self.width() >= self._together()
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        for item in self._items:
            if kept := self._kept(item):
                item.setMinimumWidth(self._least(item) if fits else 0)
                item.setMaximumWidth(max(kept, self._least(item)) if fits else _UNBOUNDED)
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
            self.turned.emit(fits)
            self.updateGeometry()
