"""The phases of a job from left to right: done, going on, still to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdstudio.gui import icons, theme

_DOT, _GAP = 22.0, 8.0


class Stepper(QWidget):
    """Shows titles; ``current`` is the phase that goes on, and everything before it is done."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._titles: list[str] = []
        self._current = 0
        self._state = ""

    def show_steps(self, titles: Sequence[str], current: int, state: str = "running") -> None:
        """Show ``titles``. ``state`` is ``running``, ``done`` (all of them), ``stopped`` or ``failed``."""
        if (list(titles), current, state) == (self._titles, self._current, self._state):
            return
        self._titles, self._current, self._state = list(titles), current, state
        self.setAccessibleName(self._in_words())
        self.setToolTip(" → ".join(titles))
        self.updateGeometry()
        self.update()

    def _in_words(self) -> str:
        if not self._titles:
            return ""
        if self._state == "done":
            return self.tr("All {n} steps are done").format(n=len(self._titles))
        return self.tr("Step {n} of {all}: {title}").format(
            n=self._current + 1, all=len(self._titles), title=self._titles[self._current]
        )

    def sizeHint(self) -> QSize:
        """Dots over titles of one line, or of two where a title has too little room."""
        return QSize(480, round(_DOT + theme.current().px("small") * (2.2 + 1.3 * self._is_tight())))

    def minimumSizeHint(self) -> QSize:
        """Titles that do not fit even in two lines are cut short, and said in full by the tool tip."""
        return QSize(200, self.sizeHint().height())

    def _cell(self) -> float:
        return self.width() / max(1, len(self._titles))

    def _is_tight(self) -> bool:
        metrics = QFontMetricsF(self._font(strong=True))
        return any(metrics.horizontalAdvance(title) > self._cell() - 4 for title in self._titles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The height follows the width."""
        self.updateGeometry()
        super().resizeEvent(event)

    def _font(self, *, strong: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.current().px("small"))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def paintEvent(self, event: object) -> None:
        """Draw the dots, the lines between them and the titles below."""
        if not self._titles:
            return
        tokens, painter = theme.current().tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = self._cell()
        centres = [QPointF(cell * (place + 0.5), _DOT / 2 + 1) for place in range(len(self._titles))]
        for place in range(len(self._titles) - 1):
            done = self._is_done(place)
            painter.setPen(QPen(QColor(tokens.accent if done else tokens.line), 2))
            gap = QPointF(_DOT / 2 + 4, 0)
            painter.drawLine(centres[place] + gap, centres[place + 1] - gap)
        for place, (title, centre) in enumerate(zip(self._titles, centres, strict=True)):
            self._draw_dot(painter, place, QRectF(centre.x() - _DOT / 2, centre.y() - _DOT / 2, _DOT, _DOT))
            here = place == self._current and self._state != "done"
            font = self._font(strong=here)
            painter.setFont(font)
            painter.setPen(QColor(tokens.text if here or self._is_done(place) else tokens.muted))
            room = QRectF(centre.x() - cell / 2 + 2, _DOT + 4, cell - 4, self.height() - _DOT - 4)
            lines = title.split(" ", 1) if self._is_tight() else [title]
            metrics = QFontMetricsF(font)
            words = "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width()) for line in lines)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), words)

    def _is_done(self, place: int) -> bool:
        return self._state == "done" or place < self._current

    def _draw_dot(self, painter: QPainter, place: int, rect: QRectF) -> None:
        tokens = theme.current().tokens
        if self._is_done(place):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(rect)
            icons.paint(painter, rect.adjusted(5, 5, -5, -5), "check", tokens.on_accent)
            return
        here = place == self._current
        color = tokens.stop if here and self._state == "failed" else tokens.accent if here else tokens.line_strong
        painter.setPen(QPen(QColor(color), 2 if here else 1.5))
        painter.setBrush(QColor(tokens.accent_soft if here and self._state == "running" else tokens.surface))
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        if here:
            icon = {"failed": "x", "stopped": "pause", "running": ""}[self._state]
            if icon:
                icons.paint(painter, rect.adjusted(6, 6, -6, -6), icon, color)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(color))
                painter.drawEllipse(rect.center(), 4.0, 4.0)
