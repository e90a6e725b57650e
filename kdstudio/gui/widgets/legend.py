"""Coloured dots with words, in the order of :func:`kdstudio.gui.widgets.bars.part_colors`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kdstudio.gui.widgets.bars import part_colors
from kdstudio.gui.widgets.card import holding, row
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label


class Legend(Flow):
    """Names the parts of a :class:`~kdstudio.gui.widgets.bars.ShareBar`."""

    def __init__(self) -> None:
        super().__init__(spacing=12)

    def show_entries(self, entries: Sequence[str]) -> None:
        """Show these words."""
        while (item := self.flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, entry in enumerate(entries):
            self.flow.addWidget(holding(row(_Dot(number), label(entry, "small"), spacing=6)))


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
