"""Quiet axes: thin grid lines, small figures, no frame.

They are painted here and not by pyqtgraph, whose axes take longer than all curves of a chart together.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from kdstudio.gui.charts import numbers

Range = tuple[float, float]

_STEPS = (1, 2, 5, 10)
_SECONDS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400)
_APART_X, _APART_Y = 66.0, 36.0


@dataclass
class Axes:
    """How the axes look, and what they count."""

    font: QFont = field(default_factory=QFont)
    text: QColor = field(default_factory=QColor)
    grid: QColor = field(default_factory=QColor)
    log: bool = False
    by_time: bool = False
    percent: bool = False

    def margins(self) -> tuple[float, float, float, float]:
        """Room to the left, above, to the right and below the curves."""
        metrics = QFontMetricsF(self.font)
        return metrics.horizontalAdvance("0.0000") + 12, 6.0, 6.0, metrics.height() + 8

    def draw(self, painter: QPainter, area: QRectF, x: Range, y: Range) -> None:
        """Draw grid and figures around ``area``, in which ``x`` and ``y`` are visible."""
        painter.setFont(self.font)
        high = QFontMetricsF(self.font).height()
        for place, words in self._y_ticks(y, area.height()):
            across = area.bottom() - (place - y[0]) / (y[1] - y[0]) * area.height()
            painter.setPen(QPen(self.grid, 1))
            painter.drawLine(QPointF(area.left(), across), QPointF(area.right(), across))
            painter.setPen(self.text)
            box = QRectF(0, across - high / 2, area.left() - 8, high)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        painter.setPen(self.text)
        for place, words in self._x_ticks(x, area.width()):
            along = area.left() + (place - x[0]) / (x[1] - x[0]) * area.width()
            box = QRectF(along - _APART_X / 2, area.bottom() + 5, _APART_X, high)
            box.moveRight(min(box.right(), area.right() + 6 + _APART_X / 4))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _y_ticks(self, y: Range, pixels: float) -> list[tuple[float, str]]:
        count = max(2.0, pixels / _APART_Y)
        if self.log:
            return [(place, numbers.shown(10**place, percent=self.percent)) for place in log_ticks(*y, count)]
        places, spacing = ticks(*y, count)
        if self.percent:
            return [(place, f"{numbers.tick(100 * place, 100 * spacing)}\u00a0%") for place in places]
        return [(place, numbers.tick(place, spacing)) for place in places]

    def _x_ticks(self, x: Range, pixels: float) -> list[tuple[float, str]]:
        count = max(2.0, pixels / _APART_X)
        if self.by_time:
            return [(place, numbers.duration(place)) for place in time_ticks(*x, count)]
        places, spacing = ticks(*x, count)
        return [(place, numbers.tick(place, spacing)) for place in places]


def ticks(low: float, high: float, count: float) -> tuple[list[float], float]:
    """About ``count`` round places between ``low`` and ``high``, and the distance between them."""
    raw = (high - low) / count
    if not math.isfinite(raw) or raw <= 0:
        return [], 1.0
    power = 10.0 ** math.floor(math.log10(raw))
    spacing = power * next(step for step in _STEPS if power * step >= raw * 0.999)
    return _multiples(low, high, spacing), spacing


def time_ticks(low: float, high: float, count: float) -> list[float]:
    """Round numbers of seconds, minutes, hours or days."""
    raw = (high - low) / count
    if raw < 1:
        return ticks(low, high, count)[0]
    spacing = next((step for step in _SECONDS if step >= raw), 86_400 * math.ceil(raw / 86_400))
    return _multiples(low, high, spacing)


def log_ticks(low: float, high: float, count: float) -> list[float]:
    """Places on a logarithmic axis, as powers of ten: decades, or round numbers between them when few decades fit."""
    if high - low < 1:
        places, _ = ticks(10**low, 10**high, count)
        return [math.log10(place) for place in places if place > 0]
    stride = max(1, round((high - low) / count))
    steps = (1, 2, 5) if 3 * (high - low) <= count * 1.5 else (1,)
    powers = range(math.floor(low), math.ceil(high) + 1, stride)
    found = [power + math.log10(step) for power in powers for step in steps]
    return [place for place in found if low <= place <= high]


def _multiples(low: float, high: float, spacing: float) -> list[float]:
    first, last = math.ceil(low / spacing - 1e-9), math.floor(high / spacing + 1e-9)
    return [spacing * number for number in range(first, last + 1)]
