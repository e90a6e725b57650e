"""Quiet axes: thin grid lines, small figures, no frame."""

from __future__ import annotations

import math
from typing import Literal

import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPen

from kdstudio.gui.charts import numbers


class Axis(pg.AxisItem):
    """An axis whose figures are those of :mod:`kdstudio.gui.charts.numbers`."""

    def __init__(self, side: Literal["left", "bottom"]) -> None:
        super().__init__(side)
        self.as_time = False
        self._side = side
        self.enableAutoSIPrefix(False)
        self.setStyle(tickLength=0, maxTickLevel=0, tickAlpha=255, tickTextOffset=6, autoExpandTextSpace=False)
        self.setTickDensity(1.4)
        self.setGrid(255 if side == "left" else False)

    def dress(self, text: QColor, grid: QColor, font: QFont) -> None:
        """Take on colours and a font."""
        self.setPen(QPen(QColor(0, 0, 0, 0)))
        self.setTextPen(text)
        self.setTickPen(QPen(grid, 1))
        self.setTickFont(font)
        metrics = QFontMetrics(font)
        if self._side == "left":
            self.setWidth(metrics.horizontalAdvance("0.0000") + 12)
        else:
            self.setHeight(metrics.height() + 6)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Where the figures stand: on a logarithmic axis at powers of ten, or between them when few fit."""
        if not self.logMode:
            return super().tickValues(low, high, size)[:1]
        return [(1.0, _log_ticks(low, high))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """What the figures say."""
        if self.logMode:
            return [numbers.value(10**number) for number in values]
        if self.as_time:
            return [numbers.duration(number) for number in values]
        return [numbers.tick(number, spacing) for number in values]


def _log_ticks(low: float, high: float) -> list[float]:
    """Positions, as powers of ten, between ``low`` and ``high``."""
    if high - low < 1:
        bottom, top = 10**low, 10**high
        raw = (top - bottom) / 5
        power = 10 ** math.floor(math.log10(raw))
        spacing = power * next(step for step in (1, 2, 5, 10) if power * step >= raw)
        first = math.ceil(bottom / spacing)
        return [math.log10(spacing * number) for number in range(first, math.floor(top / spacing) + 1) if number > 0]
    stride = max(1, round((high - low) / 6))
    steps = (1, 2, 5) if high - low < 3 else (1,)
    powers = range(math.floor(low), math.ceil(high) + 1, stride)
    found = [power + math.log10(step) for power in powers for step in steps]
    return [place for place in found if low <= place <= high]
