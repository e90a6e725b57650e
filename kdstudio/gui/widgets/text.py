"""Labels in the type scale."""

from __future__ import annotations

import re
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

Role = Literal["display", "title", "section", "strong", "body", "muted", "small", "overline", "figure", "mono"]
Tone = Literal["", "ok", "warn", "stop", "accent"]


_PIECE = re.compile(r"[^ \t\n/-]+(?:-\d[^ \t\n/-]*)*[/-]?")
"""What a line is not broken within: a word, up to a slash or a hyphen that no digit follows (Unicode annex 14)."""
_LONGEST = 24
"""Characters of a word that still claims its whole width; a longer one, such as a hash, is shown as far as it goes."""


class Sentence(QLabel):
    """Takes as many lines as it needs. It never widens its page, and asks for the width of its longest word.

    Its height follows its width by itself, whatever it lies in: stacks and grids of Qt do not ask for it.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._longest = -1  # not measured yet
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def setText(self, text: str) -> None:
        """Say something else."""
        if text != self.text():
            super().setText(text)
            self._longest = -1
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the lines are."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._longest = -1
            self._fit()

    def _fit(self) -> None:
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))

    def heightForWidth(self, width: int) -> int:
        """Height of the lines alone: Qt's own counts the minimum height in, which then never gets lower again."""
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right() - 2 * self.margin()
        flags = int(self.alignment() | Qt.TextFlag.TextWordWrap)
        lines = self.fontMetrics().boundingRect(QRect(0, 0, max(1, room), 1), flags, self.text()).height()
        return lines + margins.top() + margins.bottom() + 2 * self.margin()

    def longest(self) -> int:
        """Width of the longest word in pixels."""
        if self._longest < 0:
            pieces = (piece for piece in _PIECE.findall(self.text()) if len(piece) <= _LONGEST)
            self._longest = max(map(self.fontMetrics().horizontalAdvance, pieces), default=0)
        return self._longest

    def sizeHint(self) -> QSize:
        """As narrow as it may be."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word, in as many lines as there are at the present width."""
        margins = self.contentsMargins()
        wide = self.longest() + margins.left() + margins.right() + 2 * self.margin() + 1
        known = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        return QSize(wide, self.heightForWidth(self.width()) if known else super().minimumSizeHint().height())


class Name(QLabel):
    """A single line that ends in “…” where it has too little room; the tool tip says all of it then."""

    def __init__(self, text: str, role: Role = "body") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        """Room for the beginning."""
        wide = min(self.fontMetrics().horizontalAdvance(self.text()), 8 * self.fontMetrics().averageCharWidth())
        return QSize(wide, super().minimumSizeHint().height())

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def setText(self, text: str) -> None:
        """Say another name."""
        super().setText(text)
        self._tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say by the tool tip what does not fit."""
        super().resizeEvent(event)
        self._tip()

    def _tip(self) -> None:
        self.setToolTip("" if self._shown() == self.text() else self.text())

    def paintEvent(self, event: object) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        role = self.foregroundRole()
        self.style().drawItemText(
            painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), self._shown(), role
        )


def label(text: str = "", role: Role = "body", *, wrap: bool = False, tone: Tone = "") -> QLabel:
    """A label; ``wrap`` lets a sentence take several lines and makes it selectable by mouse."""
    made = Sentence(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    return made


def restyle(widget: QWidget, **properties: object) -> None:
    """Set style properties and have the style sheet looked at again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
