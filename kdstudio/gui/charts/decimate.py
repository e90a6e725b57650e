"""Fewer points, the same picture: at most four points for each column of pixels, and every spike among them.

M4 aggregation (Jugel et al., “M4: A Visualization-Oriented Time Series Data Aggregation”, VLDB 2014): the first,
lowest, highest and last point of each pixel column draw the same line as all of its points would.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def decimate(x: Floats, y: Floats, low: float, high: float, columns: int) -> tuple[Floats, Floats]:
    """The points of a curve that matter when ``low`` to ``high`` is drawn ``columns`` pixels wide.

    ``x`` and ``y`` have shape ``(N,)``, ``x`` ascending; points of which ``y`` is NaN are left out. One point on
    either side of the range is kept, so that the line runs to the edge. Returns two arrays of equal length, at
    most ``4 * columns + 2``.
    """
    start = max(0, int(np.searchsorted(x, low, "left")) - 1)
    stop = min(len(x), int(np.searchsorted(x, high, "right")) + 1)
    if stop - start <= 4 * columns + 2:
        return _without_gaps(x[start:stop], y[start:stop])
    inner = slice(start + 1, stop - 1)
    thin_x, thin_y = _m4(x[inner], y[inner], low, high, columns)
    return _without_gaps(
        np.concatenate((x[start : start + 1], thin_x, x[stop - 1 : stop])),
        np.concatenate((y[start : start + 1], thin_y, y[stop - 1 : stop])),
    )


def thin(x: Floats, y: Floats, low: float, high: float, count: int) -> tuple[Floats, Floats]:
    """About ``count`` points of a curve that is smooth already, evenly taken from what is visible, and both ends."""
    start = max(0, int(np.searchsorted(x, low, "left")) - 1)
    stop = min(len(x), int(np.searchsorted(x, high, "right")) + 1)
    if stop - start <= count:
        return x[start:stop], y[start:stop]
    taken = np.append(np.arange(start, stop - 1, -(-(stop - start) // count)), stop - 1)
    return x[taken], y[taken]


def _m4(x: Floats, y: Floats, low: float, high: float, columns: int) -> tuple[Floats, Floats]:
    edges = np.searchsorted(x, np.linspace(low, high, columns + 1)[:-1], "left")
    starts = np.unique(edges[edges < len(x)])  # a column without points begins where the next one does
    stops = np.append(starts[1:], len(x)) - 1
    thin_x = np.repeat(x[starts], 4)
    thin_x[3::4] = x[stops]
    thin_y = np.empty_like(thin_x)
    thin_y[0::4] = y[starts]
    thin_y[1::4] = np.fmin.reduceat(y, starts)
    thin_y[2::4] = np.fmax.reduceat(y, starts)
    thin_y[3::4] = y[stops]
    return thin_x, thin_y


def _without_gaps(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    solid = ~np.isnan(y)
    return (x, y) if solid.all() else (x[solid], y[solid])
