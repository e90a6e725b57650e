"""What stands out in a loss, marked on its chart: drawn over the curves, so that no decimation can lose it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from kdstudio.client.watch import Mark
from kdstudio.gui import figures, theme
from kdstudio.gui.charts import numbers

if TYPE_CHECKING:
    from kdstudio.gui.charts.canvas import Canvas

_REACH = 14.0
_SIDE = 5.0


def short(mark: Mark) -> str:
    """What is written beside a mark."""
    translate = QCoreApplication.translate
    if mark.kind == "spike":
        return translate("charts", "spike {n} ×").format(n=figures.count(mark.times))
    return translate("charts", "stands still")


def sentence(mark: Mark) -> str:
    """What a mark means."""
    translate = QCoreApplication.translate
    said = (
        translate("charts", "The loss leapt to {value} at step {step}, {n} times what was usual before.")
        if mark.kind == "spike"
        else translate("charts", "The loss has stood still at {value} since step {step}.")
    )
    return said.format(value=numbers.value(mark.value), step=figures.count(mark.step), n=figures.count(mark.times))


def places(canvas: Canvas, marks: list[Mark]) -> Iterator[tuple[Mark, QPointF]]:
    """The marks in view whose lines are shown, and where they stand, moved to the edge where they are beyond it."""
    area, (low, high) = canvas.plot_rect(), canvas.x_range()
    for mark in marks:
        line = canvas.lines.get(mark.series)
        x = mark.seconds if canvas.by_time else float(mark.step)
        if line is None or not line.curve.shown or not low <= x <= high or (canvas.log and mark.value <= 0):
            continue
        at = canvas.pixel(x, float(np.log10(mark.value)) if canvas.log else mark.value)
        yield mark, QPointF(at.x(), min(max(at.y(), area.top() + 2 * _SIDE), area.bottom()))


def near(canvas: Canvas, marks: list[Mark], at: QPointF) -> Mark | None:
    """The mark under the mouse."""
    found = [(abs(p.x() - at.x()) + abs(p.y() - _SIDE - at.y()), mark) for mark, p in places(canvas, marks)]
    reach, mark = min(found, key=lambda item: item[0], default=(_REACH, None))
    return mark if reach < _REACH else None


def draw(canvas: Canvas, marks: list[Mark], painter: QPainter) -> None:
    """A triangle that points at the place, with a word beside it where there is room."""
    look, area = theme.current(), canvas.plot_rect()
    font = QFont(canvas.font())
    font.setPixelSize(look.px("small"))
    painter.setFont(font)
    metrics, standing = QFontMetricsF(font), list(places(canvas, marks))
    taken = [QRectF(at.x() - _SIDE, at.y() - 2 * _SIDE, 2 * _SIDE, 2 * _SIDE) for _, at in standing]
    for mark, at in standing:
        color = look.color("stop" if mark.kind == "spike" else "warn")
        painter.setPen(QPen(look.color("surface"), 1))
        painter.setBrush(color)
        tip = QPointF(at.x(), at.y() - 1)
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-_SIDE, -1.7 * _SIDE), tip + QPointF(_SIDE, -1.7 * _SIDE)]))
        text = short(mark)
        wide, high = metrics.horizontalAdvance(text) + 2, metrics.height()
        for left in (at.x() + _SIDE + 3, at.x() - _SIDE - 3 - wide):
            box = QRectF(left, at.y() - 2 * _SIDE - (high if mark.kind == "frozen" else 0.0), wide, high)
            if area.left() <= box.left() and box.right() <= area.right() and not any(map(box.intersects, taken)):
                painter.setPen(color)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
                taken.append(box)
                break
