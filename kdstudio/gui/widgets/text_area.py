"""Words of several lines: as high as they need, within reason. Tab leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

_PADDING = 7
"""Of the style sheet, with the border."""


class TextArea(QPlainTextEdit):
    """``edited`` brings the words as one types; :meth:`show_text` does not. ``left`` comes when the focus goes."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, name: str, *, least: int = 1, most: int = 8, example: str = "") -> None:
        """``least`` and ``most`` are lines, ``example`` stands there while it is empty."""
        super().__init__()
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_changed)
        self._showing = False
        self._fit()

    def show_text(self, text: str) -> None:
        """Show words; the cursor stays where they are there already."""
        if text != self.toPlainText():
            self._showing = True
            self.setPlainText(text)
            self._showing = False

    def _on_changed(self) -> None:
        if not self._showing:
            self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
        there = round(self.document().size().height())
        lines = min(self._most, max(self._least, there))
        scrolls = Qt.ScrollBarPolicy.ScrollBarAsNeeded if there > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls)
        margins = 2 * (round(self.document().documentMargin()) + _PADDING)
        high = lines * self.fontMetrics().lineSpacing() + margins
        if high != self.minimumHeight() or high != self.maximumHeight():
            self.setFixedHeight(high)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that one has gone on."""
        super().focusOutEvent(event)
        self.left.emit()

    def sizeHint(self) -> QSize:
        """Narrow, so that it never widens its page."""
        return QSize(160, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()
