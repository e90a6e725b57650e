"""Coloured dots with words, in the order of :func:`kdstudio.gui.widgets.bars.part_colors`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kdstudio.gui.widgets.bars import part_colors
from kdstudio.gui.widgets.text import label


class Legend(QWidget):
    """Names the parts of a :class:`~kdstudio.gui.widgets.bars.ShareBar`."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_entries(self, entries: Sequence[str]) -> None:
        """Show these words."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, entry in enumerate(entries):
            self._layout.addWidget(_Dot(number))
            self._layout.addWidget(label(entry, "small"))
            self._layout.addSpacing(6)
        self._layout.addStretch(1)


class _Dot(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setFixedSize(9, 9)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(part_colors()[self._number])
        painter.drawEllipse(QRectF(self.rect()))
