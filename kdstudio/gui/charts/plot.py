"""A canvas that answers to a person: cursor, zooming and panning by mouse, wheel and keyboard."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from kdstudio.client.watch import Mark
from kdstudio.gui import theme
from kdstudio.gui.charts import marks
from kdstudio.gui.charts.canvas import Canvas, Line, Range
from kdstudio.gui.charts.style import tint

_DOTS_BELOW = 40
_DRAG_PIXELS = 6
_ZOOM_STEP = 0.8


class Plot(Canvas):
    """Drag to zoom, double-click to show everything, Shift and drag to pan, Ctrl and wheel to zoom."""

    cursor_moved = Signal(object)  # the x under the cursor, or None
    range_chosen = Signal(object)  # the x range a person chose, or None for all of it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.cursor_x: float | None = None
        self.marks: list[Mark] = []
        self._press: QPoint | None = None
        self._drag: QRectF | None = None
        self._pan: tuple[QPoint, Range] | None = None

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Show ``factor`` times as much of x, keeping ``around`` in its place."""
        low, high = self.x_range()
        centre = (low + high) / 2 if around is None else around
        self._choose((centre - (centre - low) * factor, centre + (high - centre) * factor))

    def reset(self) -> None:
        """Show everything, and go on following the data."""
        self.y_chosen = None
        self._choose(None)

    def _choose(self, chosen: Range | None) -> None:
        self.x_chosen = chosen
        self.refresh_later()
        self.range_chosen.emit(chosen)

    # the cursor

    def set_cursor(self, x: float | None) -> None:
        """Put the cursor at ``x`` without telling anyone; None hides it."""
        self.cursor_x = x
        self.viewport().update()

    def _move_cursor(self, x: float | None) -> None:
        self.set_cursor(x)
        self.cursor_moved.emit(x)

    # mouse and keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to zoom (left) or to pan (middle, or Shift and left)."""
        panning = event.button() == Qt.MouseButton.MiddleButton or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if panning:
            self._pan = (event.position().toPoint(), self.x_range())
        elif event.button() == Qt.MouseButton.LeftButton:
            self._press = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the cursor, and what was begun."""
        at = event.position()
        rect = self.plot_rect()
        if self._pan is not None:
            start, (low, high) = self._pan
            shift = (start.x() - at.x()) / max(1.0, rect.width()) * (high - low)
            self._choose((low + shift, high + shift))
        elif self._press is not None:
            self._drag = self._dragged(at)
        inside = rect.contains(at)
        self._move_cursor(self.x_at(at.x()) if inside else None)

    def _dragged(self, at: QPointF) -> QRectF | None:
        """The part to zoom to. A drag that is mostly sideways takes the full height."""
        assert self._press is not None
        drawn = QRectF(QPointF(self._press), at).normalized()
        if max(drawn.width(), drawn.height()) < _DRAG_PIXELS:
            return None
        rect = self.plot_rect()
        if drawn.height() < max(24.0, 0.25 * drawn.width()):
            drawn.setTop(rect.top())
            drawn.setBottom(rect.bottom())
        return drawn.intersected(rect)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Zoom to what was dragged over."""
        drag, self._press, self._drag, self._pan = self._drag, None, None, None
        if drag is not None and drag.width() > 2:
            y = (self.y_at(drag.bottom()), self.y_at(drag.top()))
            whole = drag.height() >= self.plot_rect().height() - 1
            x = (self.x_at(drag.left()), self.x_at(drag.right()))
            self._choose(x)
            self.y_chosen = None if whole else y
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show everything again."""
        self.reset()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held; without it the page scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turns = event.angleDelta().y() / 120
            self.zoom(_ZOOM_STEP**turns, self.x_at(event.position().x()))
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cursor, + and - zoom, 0 and Escape show everything, Ctrl and arrows pan."""
        low, high = self.x_range()
        at = self.cursor_x if self.cursor_x is not None else (low + high) / 2
        step = (high - low) / 100
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if sideways and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose((low + sideways * 10 * step, high + sideways * 10 * step))
        elif sideways:
            self._move_cursor(min(high, max(low, at + sideways * step)))
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_ZOOM_STEP, at)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / _ZOOM_STEP, at)
        elif event.key() in (Qt.Key.Key_0, Qt.Key.Key_Home) or (event.key() == Qt.Key.Key_Escape and self.x_chosen):
            self.reset()
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the mark under the mouse means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = marks.near(self, self.marks, QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), marks.sentence(found) if found else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the cursor."""
        self._move_cursor(None)

    def focusInEvent(self, event: object) -> None:
        """Show the focus ring."""
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        """Hide it."""
        self.viewport().update()

    # over the curves

    def drawForeground(self, painter: QPainter, rect: object) -> None:
        """Dots of sparse curves, the cursor with its points, the zoomed part while dragging, the focus ring."""
        painter.save()
        area = self.plot_rect()
        self.draw_marks(painter)
        if self.cursor_x is not None:
            self._draw_cursor(painter, area, self.cursor_x)
        if self._drag is not None:
            accent = theme.current().color("accent")
            painter.setPen(QPen(accent, 1))
            accent.setAlphaF(0.12)
            painter.setBrush(accent)
            painter.drawRect(self._drag)
        if self.hasFocus():
            painter.setPen(QPen(theme.current().color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), 4, 4)
        painter.restore()

    def draw_marks(self, painter: QPainter) -> None:
        """Draw what lies over the curves whoever looks."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.plot_rect().adjusted(-4, -4, 4, 4))
        for line in self.lines.values():
            if line.curve.shown and not line.curve.style.level:
                self._draw_dots(painter, line)
        painter.setClipping(False)
        marks.draw(self, self.marks, painter)

    def _draw_dots(self, painter: QPainter, line: Line) -> None:
        x, y = line.points
        if not len(x):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint(line.curve.style))
        if len(x) <= _DOTS_BELOW and not self.smooths(line.curve):
            for place in range(len(x)):
                painter.drawEllipse(self.pixel(float(x[place]), float(y[place])), 2.5, 2.5)

    def _draw_cursor(self, painter: QPainter, area: QRectF, x: float) -> None:
        tokens = theme.current()
        across = self.pixel(x, 0.0).x()
        painter.setPen(QPen(tokens.color("line_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(across, area.top()), QPointF(across, area.bottom()))
        painter.setPen(QPen(tokens.color("surface"), 1.5))
        for line in self.lines.values():
            found = line.curve.at(x) if line.curve.shown else None
            if found is None or not np.isfinite(found[1]) or (self.log and found[1] <= 0):
                continue
            painter.setBrush(tint(line.curve.style))
            at = self.pixel(found[0], float(np.log10(found[1])) if self.log else found[1])
            painter.drawEllipse(at, 4.0, 4.0)
