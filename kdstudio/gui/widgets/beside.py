"""Words with their control to the right, or below where the words would have too little room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kdstudio.gui import theme

_WORDS = 13
"""Widths of a small letter that the words need beside the control."""


class Beside(QWidget):
    """One line of a form: add the words to :attr:`words` and what belongs to them to :attr:`control`."""

    def __init__(self, margin: int = 4) -> None:
        super().__init__()
        self._narrow = False
        self.words, self.control = QVBoxLayout(), QHBoxLayout()
        self.words.setSpacing(2)
        self.control.setSpacing(6)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, margin, 0, margin)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(self.words, 0, 0)
        self._grid.addLayout(self.control, 0, 1, _MIDDLE)

    def _beside(self) -> int:
        """Width that both need next to each other."""
        return self.control.sizeHint().width() + _WORDS * theme.current().px("small")

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of both."""
        widest = max(_least(self.words), _least(self.control))
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the place of the control."""
        self._choose()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Choose it anew when one of both needs more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._choose()
        return super().event(event)

    def _choose(self) -> None:
        narrow = self.width() < self._beside()
        if narrow != self._narrow:
            self._narrow = narrow
            self._grid.removeItem(self.control)
            place = (1, 0) if narrow else (0, 1)
            self._grid.addLayout(self.control, *place, Qt.AlignmentFlag.AlignLeft if narrow else _MIDDLE)
            self.updateGeometry()


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def _least(layout: QLayout) -> int:
    return layout.minimumSize().width()
