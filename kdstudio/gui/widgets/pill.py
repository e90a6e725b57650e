"""A short word in a coloured capsule."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdstudio.gui import theme

PillTone = Literal["neutral", "accent", "ok", "warn", "stop"]


class Pill(QWidget):
    """Says a state in one or two words; the tone colours it."""

    def __init__(self, text: str, tone: PillTone = "neutral") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, tone)

    def set(self, text: str, tone: PillTone) -> None:
        """Show another word."""
        self.text, self.tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.current().px("small"))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        """The text with room around it."""
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self.text) + 18, metrics.height() + 6)

    def paintEvent(self, event: object) -> None:
        """Draw."""
        tokens = theme.current().tokens
        ink, ground = {
            "neutral": (tokens.muted, tokens.sunken),
            "accent": (tokens.accent_text, tokens.accent_soft),
            "ok": (tokens.ok, tokens.ok_soft),
            "warn": (tokens.warn, tokens.warn_soft),
            "stop": (tokens.stop, tokens.stop_soft),
        }[self.tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        rect = QRectF(self.rect())
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setPen(QColor(ink))
        painter.setFont(self._font())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self.text)
