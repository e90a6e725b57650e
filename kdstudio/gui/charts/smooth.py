"""Smoothing that looks the same whether a curve has fifty points or a million."""

from __future__ import annotations

import numpy as np

from kdstudio.gui.charts.decimate import Floats

_BINS = 2048


def smooth(x: Floats, y: Floats, amount: float) -> tuple[Floats, Floats]:
    """Exponential moving average over the width of the curve, not over the number of its points.

    ``amount`` in 0–1 is the weight that remains after a thousandth of the curve's width, as in TensorBoard after
    one point of a curve of a thousand; it makes dense and sparse curves of one chart equally smooth. The average
    is debiased (Kingma and Ba 2015, section 3), so it starts at the first value instead of at zero. ``x`` and
    ``y`` have shape ``(N,)``, ``x`` ascending, NaN in ``y`` a gap. Returns at most 2,048 points.
    """
    solid = ~np.isnan(y)
    if not solid.all():
        x, y = x[solid], y[solid]
    if amount <= 0 or len(x) < 3 or x[-1] <= x[0]:
        return x, y
    edges = np.searchsorted(x, np.linspace(x[0], x[-1], _BINS, endpoint=False), "left")
    count = np.diff(np.append(edges, len(x)))
    used = count > 0
    mean = np.zeros(_BINS)
    mean[used] = np.add.reduceat(y, edges[used]) / count[used]
    decay = min(amount, 0.9999) ** (1000 / _BINS)
    average = _recurrence(mean, decay)[used] / _recurrence(used.astype(np.float64), decay)[used]
    return x[edges[used] + count[used] - 1], average


def _recurrence(values: Floats, decay: float) -> Floats:
    """``out[t] = decay * out[t - 1] + values[t]``, by doubling the span that is summed: 11 passes for 2,048."""
    out = values.copy()
    span = 1
    while span < len(out):
        out[span:] += decay**span * out[:-span]
        span *= 2
    return out
