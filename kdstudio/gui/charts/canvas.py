"""The drawing of a chart: curves on axes, in a range.

The view is plain state (a chosen range, or none for everything), from which :meth:`Canvas.refresh` draws what is
visible, decimated. pyqtgraph draws the axes and curves; its own mouse handling, menus and ranging stay unused.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdstudio.gui import theme
from kdstudio.gui.charts.axes import Axes
from kdstudio.gui.charts.curve import Curve
from kdstudio.gui.charts.decimate import Floats, thin
from kdstudio.gui.charts.style import tint

Range = tuple[float, float]

_SEGMENTED = 120  # from here on a line is drawn segment by segment, which is twice as fast and shows no joints
_NOTHING: Floats = np.empty(0)


@dataclass
class Line:
    """A curve with the items that draw it and the points they show now, in drawn coordinates."""

    curve: Curve
    raw: pg.PlotCurveItem
    smooth: pg.PlotCurveItem
    points: tuple[Floats, Floats] = (_NOTHING, _NOTHING)


class Canvas(pg.GraphicsView):
    """Draws :class:`Curve` objects that someone else keeps up to date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.setCacheMode(self.CacheModeFlag.CacheNone)  # the axes are drawn in the background and change
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)
        self.log = False
        self.by_time = False
        self.smoothing = 0.0
        self.pen_scale = 0.0  # pixels of the device for one of a cosmetic pen; 0 takes the screen's
        self.lines: dict[str, Line] = {}
        self.x_chosen: Range | None = None
        self.y_chosen: Range | None = None
        self._x_shared: Range | None = None
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._box.disableAutoRange()
        self._axes = Axes()
        self._layout = pg.GraphicsLayout()
        self._layout.setSpacing(0)
        self._layout.addItem(self._box, 0, 0)
        self.setCentralItem(self._layout)
        self._box.sigResized.connect(self.refresh_later)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        self.restyle()

    # what is drawn

    def set_curves(self, curves: dict[str, Curve]) -> None:
        """Draw these curves; those that stay keep their items."""
        for key in [key for key, line in self.lines.items() if curves.get(key) is not line.curve]:
            line = self.lines.pop(key)
            self._box.removeItem(line.raw)
            self._box.removeItem(line.smooth)
        for key, curve in curves.items():
            if key not in self.lines:
                self.lines[key] = Line(curve, self._new_item(), self._new_item())
        self._axes.percent = bool(curves) and all(curve.style.percent for curve in curves.values())
        self.restyle()

    def _new_item(self) -> pg.PlotCurveItem:
        item = pg.PlotCurveItem(pen=QPen(), antialias=True, skipFiniteCheck=True)
        self._box.addItem(item, ignoreBounds=True)
        return item

    def restyle(self) -> None:
        """Take colours and fonts from the theme again."""
        look = theme.current()
        axes = self._axes
        axes.font = QFont(self.font())
        axes.font.setPixelSize(look.px("small"))
        axes.text, axes.grid = look.color("muted"), look.color("line")
        self._layout.setContentsMargins(*axes.margins())
        self.refresh_later()

    def use_time(self, by_time: bool) -> None:
        """Label the x axis as a time instead of a step."""
        self.by_time = self._axes.by_time = by_time
        self.x_chosen = self.y_chosen = None
        self.refresh_later()

    def set_log(self, log: bool) -> None:
        """A logarithmic y axis; values of zero or less have no place on it and are left out."""
        self.log = self._axes.log = log
        self.y_chosen = None
        self.refresh_later()

    def set_smoothing(self, amount: float) -> None:
        """Draw the moving average over a faint line of what was measured; 0 draws the latter alone."""
        self.smoothing = amount
        self.refresh_later()

    def refresh_later(self) -> None:
        """Draw again once the events at hand are done; any number of calls make one drawing."""
        self._later.start()

    def refresh(self) -> None:
        """Draw what is visible now."""
        self._later.stop()
        low, high = self.x_range()
        columns = max(64, round(self._box.size().width()))
        for line in self.lines.values():
            self._draw(line, low, high, columns)
        self._box.setRange(xRange=(low, high), yRange=self.y_chosen or self._y_extent(), padding=0.0)
        self._box.updateMatrix()  # left to the painting it would ask for a second one
        self.viewport().update()

    def _draw(self, line: Line, low: float, high: float, columns: int) -> None:
        curve = line.curve
        line.raw.setVisible(curve.shown)
        line.smooth.setVisible(curve.shown and self.smooths(curve))
        if not curve.shown:
            line.points = (_NOTHING, _NOTHING)
            return
        line.points = self._placed(*curve.raw(low, high, columns))
        dense = len(line.points[0]) > columns  # then it is a band of upright strokes, which needs no antialiasing
        line.raw.setData(*line.points, antialias=not dense)
        line.raw.setPen(self._pen(curve, faint=self.smooths(curve)))
        if self.smooths(curve):
            x, y = curve.smoothed(self.smoothing)
            points = self._placed(*thin(x, y, low, high, columns // 2))
            line.smooth.setData(*points)
            line.smooth.setPen(self._pen(curve, faint=False))
            quick = len(points[0]) > _SEGMENTED and not curve.style.dashed
            line.smooth.setSegmentedLineMode("on" if quick else "off")

    def drawBackground(self, painter: QPainter, rect: object) -> None:
        """Axes under the curves."""
        self.draw_axes(painter)

    def draw_axes(self, painter: QPainter) -> None:
        """Draw grid and figures for what is visible."""
        (low, high), (bottom, top) = self._box.viewRange()
        self._axes.draw(painter, self.plot_rect(), (low, high), (bottom, top))

    def smooths(self, curve: Curve) -> bool:
        """Whether the curve is drawn smoothed over a faint line of its points."""
        return self.smoothing > 0 and not curve.style.level

    def _placed(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Points as they are drawn: on a logarithmic axis their logarithm."""
        if not self.log:
            return x, y
        positive = y > 0
        return x[positive], np.log10(y[positive])

    def _pen(self, curve: Curve, *, faint: bool) -> QPen:
        color = tint(curve.style)
        if faint:
            color.setAlphaF(0.28 * color.alphaF())
        pen = QPen(color, (self.pen_scale or self.devicePixelRatioF()) * (1.0 if faint else 1.6))
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if curve.style.dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        return pen

    # the view

    def share_extent(self, extent: Range | None) -> None:
        """What “everything” is along x, when several charts share it."""
        self._x_shared = extent

    def choose_range(self, chosen: Range | None) -> None:
        """Show this x range; None follows the data."""
        if chosen != self.x_chosen:
            self.x_chosen, self.y_chosen = chosen, None
            self.refresh_later()

    def x_range(self) -> Range:
        """The x range that is visible."""
        if self.x_chosen is not None:
            return self.x_chosen
        found = [line.curve.extent() for line in self.lines.values() if not line.curve.style.level]
        extents = [extent for extent in (*found, self._x_shared) if extent is not None]
        low, high = min((e[0] for e in extents), default=0.0), max((e[1] for e in extents), default=1.0)
        return (low, high) if high > low else (low, low + 1.0)

    def _y_extent(self) -> Range:
        low, high = self.x_range()
        tops, bottoms = [], []
        for line in self.lines.values():
            x, y = line.points
            inside = y[(x >= low) & (x <= high)]
            if len(inside):
                tops.append(float(inside.max()))
                bottoms.append(float(inside.min()))
        if not tops:
            return (-1.0, 0.0) if self.log else (0.0, 1.0)
        low, high = min(bottoms), max(tops)
        room = 0.06 * (high - low) or 0.05 * abs(high) or 0.5
        return low - room, high + room

    def plot_rect(self) -> QRectF:
        """The area between the axes, in pixels of the widget."""
        return self._box.sceneBoundingRect()

    def x_at(self, pixel: float) -> float:
        """The x at a pixel."""
        rect, (low, high) = self.plot_rect(), self.x_range()
        return low + (pixel - rect.left()) / max(1.0, rect.width()) * (high - low)

    def y_at(self, pixel: float) -> float:
        """The y at a pixel, as drawn: on a logarithmic axis a power of ten."""
        rect, (low, high) = self.plot_rect(), self._box.viewRange()[1]
        return high - (pixel - rect.top()) / max(1.0, rect.height()) * (high - low)

    def pixel(self, x: float, y: float) -> QPointF:
        """Where a point, as drawn, lies on the widget."""
        rect, (low, high), (bottom, top) = self.plot_rect(), self.x_range(), self._box.viewRange()[1]
        return QPointF(
            rect.left() + (x - low) / (high - low) * rect.width(),
            rect.bottom() - (y - bottom) / ((top - bottom) or 1.0) * rect.height(),
        )
