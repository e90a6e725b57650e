"""One line of a chart: its points as arrays, kept up to date with a series that grows."""

from __future__ import annotations

from array import array

import numpy as np

from kdstudio.client.view import Series
from kdstudio.gui.charts.decimate import Floats, decimate
from kdstudio.gui.charts.smooth import smooth
from kdstudio.gui.charts.style import Style


class Curve:
    """A copy of a series, because the array of a series that grows must not be held on to."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.shown = True
        self._steps = _Column()
        self._seconds = _Column()
        self._values = _Column()
        self._by_time = False
        self._smoothed: tuple[int, float, bool, Floats, Floats] | None = None
        self._version = 0

    def __len__(self) -> int:
        return self._values.size

    def sync(self, series: Series) -> bool:
        """Take over what is new in ``series``; true when anything changed.

        A resumed run rewinds its series; then all of it is taken over again.
        """
        size = len(self)
        start = size if self._continues(series) else 0
        if start == len(series.steps) and start == size:
            return False
        self._steps.take(series.steps, start)
        self._seconds.take(series.seconds, start)
        self._values.take(series.values, start)
        self._version += 1
        return True

    def _continues(self, series: Series) -> bool:
        size = len(self)
        if size == 0 or len(series.steps) < size:
            return size == 0
        there, here = series.values[size - 1], self._values.last
        return series.steps[size - 1] == self._steps.last and (there == here or not np.isfinite(there))

    def use_time(self, by_time: bool) -> None:
        """Put training seconds instead of steps along the x axis."""
        self._by_time = by_time

    @property
    def x(self) -> Floats:
        """Steps or seconds, shape ``(N,)``, ascending."""
        return (self._seconds if self._by_time else self._steps).view

    @property
    def y(self) -> Floats:
        """Values, shape ``(N,)``; what was not finite is NaN."""
        return self._values.view

    def columns(self) -> tuple[list[float], list[float], list[float]]:
        """Steps, seconds and values as they are, for writing."""
        return self._steps.view.tolist(), self._seconds.view.tolist(), self._values.view.tolist()

    def extent(self) -> tuple[float, float] | None:
        """The first and the last x."""
        return (float(self.x[0]), float(self.x[-1])) if len(self) else None

    def raw(self, low: float, high: float, columns: int) -> tuple[Floats, Floats]:
        """The points to draw between ``low`` and ``high``."""
        if self.style.level and len(self):
            return np.array([low, high]), np.full(2, self.y[-1])
        return decimate(self.x, self.y, low, high, columns)

    def smoothed(self, amount: float) -> tuple[Floats, Floats]:
        """The whole smoothed line, computed once for each change."""
        key = (self._version, amount, self._by_time)
        if self._smoothed is None or self._smoothed[:3] != key:
            self._smoothed = (*key, *smooth(self.x, self.y, amount))
        return self._smoothed[3], self._smoothed[4]

    def at(self, x: float) -> tuple[float, float] | None:
        """The point nearest to ``x``, as measured, or nothing when the line does not reach there."""
        if not len(self):
            return None
        if self.style.level:
            return x, float(self.y[-1])
        place = int(np.searchsorted(self.x, x))
        near = min((i for i in (place - 1, place) if 0 <= i < len(self)), key=lambda i: abs(float(self.x[i]) - x))
        return float(self.x[near]), float(self.y[near])


class _Column:
    """A float array with room to grow."""

    def __init__(self) -> None:
        self._data = np.empty(256)
        self.size = 0

    @property
    def view(self) -> Floats:
        return self._data[: self.size]

    @property
    def last(self) -> float:
        return float(self._data[self.size - 1])

    def take(self, source: array[float], start: int) -> None:
        """Replace everything from ``start`` on by what ``source`` has there; never grows ``source``'s hold."""
        fresh = np.array(source[start:])
        self.size = start + len(fresh)
        if self.size > len(self._data):
            grown = np.empty(max(self.size, 2 * len(self._data)))
            grown[:start] = self._data[:start]
            self._data = grown
        self._data[start : self.size] = np.where(np.isfinite(fresh), fresh, np.nan)
