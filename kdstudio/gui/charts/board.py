"""All charts of a run, with one cursor, one zoom and one smoothing for all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QSlider, QVBoxLayout, QWidget

from kdstudio.client.view import RunView
from kdstudio.gui import figures
from kdstudio.gui.charts.chart import Chart
from kdstudio.gui.charts.curve import Curve
from kdstudio.gui.charts.groups import Group, group
from kdstudio.gui.charts.style import Style
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.segmented import Segmented
from kdstudio.gui.widgets.text import label

_STAGGER_MS = 16
_OVERLAY_HUES = (3, 4, 5, 6, 1, 2)
_HEIGHT, _LARGE_HEIGHT = 262, 520


class Board(QWidget):
    """Charts appear as their series do. They are redrawn one after the other, so that no turn takes long."""

    touched = Signal()  # a person looks closer: zooms, hides a line, smooths
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, columns: int = 2) -> None:
        super().__init__()
        self._columns = columns
        self._view = RunView()
        self._overlays: dict[str, RunView] = {}
        self._names: frozenset[str] = frozenset()
        self._levels: frozenset[str] = frozenset()
        self.charts: dict[str, Chart] = {}
        self._stale: list[Chart] = []
        self._large: Chart | None = None
        self._by_time = False
        self._turn = QTimer(self, interval=_STAGGER_MS)
        self._turn.timeout.connect(self._draw_next)
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setRange(0, 99)
        self.smoothing.setFixedWidth(120)
        self.smoothing.setMinimumHeight(24)
        self.smoothing.setAccessibleName(self.tr("Smoothing"))
        self._amount = label("0.00", "small")
        self._amount.setMinimumWidth(self._amount.fontMetrics().horizontalAdvance("0.00"))
        self.smoothing.valueChanged.connect(self._smooth)
        self.axis = Segmented([("step", self.tr("Step")), ("time", self.tr("Time"))], self.tr("Horizontal axis"))
        self.axis.set_value("step")
        self.axis.chosen.connect(self._choose_axis)
        self.tools = Flow(label(self.tr("Smoothing"), "small"), self.smoothing, self._amount, self.axis, spacing=12)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.tools)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self.smoothing.setValue(80)
        self.smoothing.valueChanged.connect(self.touched)
        self.axis.chosen.connect(self.touched)

    # what is shown

    def show_view(self, view: RunView) -> None:
        """Show a run, or what is new in it."""
        self._view = view
        levels = frozenset(
            n for n, series in view.series.items() if n.startswith("teacher/") and len(series.steps) == 1
        )
        if (frozenset(view.series), levels) != (self._names, self._levels):
            self._names, self._levels = frozenset(view.series), levels
            self._arrange()
        self._sync()

    def overlay(self, runs: dict[str, RunView]) -> None:
        """Lay the students of other runs, by name, under this one's."""
        self._overlays = runs
        self._arrange()
        self._sync()

    def clear(self) -> None:
        """Show nothing, before another run."""
        self._view, self._overlays, self._names = RunView(), {}, frozenset()
        self._stale.clear()
        self._large = None
        for chart in self.charts.values():
            self._grid.removeWidget(chart)
            chart.deleteLater()
        self.charts.clear()

    def set_columns(self, columns: int) -> None:
        """Stand ``columns`` charts side by side."""
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        for place, wanted in enumerate(group(self._names, self._levels)):
            chart = self.charts.get(wanted.key) or self._make(wanted)
            chart.set_curves(self._curves(wanted, chart.curves))
            if chart is self._large:
                self._grid.addWidget(chart, 0, 0, 1, self._columns)
            else:
                self._grid.addWidget(chart, place // self._columns, place % self._columns)
        for column in range(max(self._columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, int(column < self._columns))

    def _make(self, wanted: Group) -> Chart:
        chart = self.charts[wanted.key] = Chart(wanted.key, wanted.title, self)
        chart.setFixedHeight(_HEIGHT)
        chart.plot.set_smoothing(self._weight())
        chart.plot.use_time(self._by_time)
        chart.plot.cursor_moved.connect(lambda x: self._share_cursor(chart, x))
        chart.plot.range_chosen.connect(lambda chosen: self._share_range(chart, chosen))
        chart.enlarge_wanted.connect(self._enlarge)
        chart.legend.toggled.connect(self.touched)
        chart.plot.range_chosen.connect(self.touched)
        chart.told.connect(self.told)
        chart.failed.connect(self.failed)
        return chart

    def _curves(self, wanted: Group, present: dict[str, Curve]) -> dict[str, Curve]:
        styles = dict(wanted.lines)
        students = [name for name in wanted.lines if name.startswith("student/")]
        for place, title in enumerate(self._overlays):
            for name in students:
                hue, line = _OVERLAY_HUES[place % len(_OVERLAY_HUES)], title
                if len(students) > 1:
                    hue, line = wanted.lines[name].hue, f"{title} · {wanted.lines[name].title}"
                percent = wanted.lines[name].percent
                styles[f"{title}\n{name}"] = Style(line, hue, dashed=True, faded=len(students) > 1, percent=percent)
        return {
            key: present[key] if key in present and present[key].style == style else Curve(style)
            for key, style in styles.items()
        }

    def _sync(self) -> None:
        for chart in self.charts.values():
            changed = False
            for key, curve in chart.curves.items():
                title, _, name = key.rpartition("\n")
                series = (self._overlays[title] if title else self._view).series.get(name)
                if series is not None:
                    curve.use_time(self._by_time)
                    changed |= curve.sync(series)
            chart.show_marks([mark for mark in self._view.marks if mark.series in chart.curves])
            if changed:
                self._draw_soon(chart)
        self._share_extent()

    def _share_extent(self) -> None:
        """All charts show the same part of the training, also those whose series are shorter."""
        curves = [curve for chart in self.charts.values() for curve in chart.curves.values()]
        found = [curve.extent() for curve in curves if not curve.style.level]
        extents = [extent for extent in found if extent is not None]
        shared = (min(e[0] for e in extents), max(e[1] for e in extents)) if extents else None
        for chart in self.charts.values():
            chart.plot.share_extent(shared)

    # drawing in turn

    def _draw_soon(self, chart: Chart) -> None:
        if chart not in self._stale:
            self._stale.append(chart)
        if not self._turn.isActive():
            self._turn.start()

    def _draw_next(self) -> None:
        while self._stale:
            chart = self._stale.pop(0)
            if not chart.visibleRegion().isEmpty():
                chart.data_changed()
                return
        self._turn.stop()

    def showEvent(self, event: object) -> None:
        """Draw what changed while the board was hidden."""
        for chart in self.charts.values():
            self._draw_soon(chart)

    def hideEvent(self, event: object) -> None:
        """Draw nothing."""
        self._turn.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            for chart in self.charts.values():
                chart.plot.restyle()

    # what all charts share

    def _share_cursor(self, source: Chart, x: float | None) -> None:
        for chart in self.charts.values():
            if chart is not source:
                chart.show_cursor(x)

    def _share_range(self, source: Chart, chosen: tuple[float, float] | None) -> None:
        for chart in self.charts.values():
            if chart is not source:
                chart.plot.choose_range(chosen)

    def _weight(self) -> float:
        return self.smoothing.value() / 100

    def _smooth(self) -> None:
        self._amount.setText(figures.local(f"{self._weight():.2f}"))
        for chart in self.charts.values():
            chart.plot.set_smoothing(self._weight())

    def _choose_axis(self, key: str) -> None:
        self._by_time = key == "time"
        for chart in self.charts.values():
            for curve in chart.curves.values():
                curve.use_time(self._by_time)
            chart.plot.use_time(self._by_time)
        self._share_extent()

    def _enlarge(self, chart: Chart) -> None:
        """Give one chart all the room, or give it back."""
        self._large = None if self._large is chart else chart
        for other in self.charts.values():
            other.setVisible(self._large in (None, other))
            other.setFixedHeight(_LARGE_HEIGHT if other is self._large else _HEIGHT)
        self._arrange()
