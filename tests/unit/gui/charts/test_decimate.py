from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kdstudio.gui.charts.decimate import decimate

values = st.lists(st.floats(-1e6, 1e6) | st.just(float("nan")), min_size=1, max_size=400)


@given(values, st.integers(1, 20), st.data())
def test_every_column_keeps_its_extremes(values: list[float], columns: int, data: st.DataObject) -> None:
    y = np.array(values)
    x = np.cumsum(np.array(data.draw(st.lists(st.floats(0.01, 10), min_size=len(values), max_size=len(values)))))
    low, high = sorted(data.draw(st.tuples(st.floats(-10, float(x[-1])), st.floats(0, float(x[-1]) + 10))))
    thin_x, thin_y = decimate(x, y, low, high, columns)

    assert len(thin_x) == len(thin_y) <= 4 * columns + 2
    assert not np.isnan(thin_y).any()
    assert (np.diff(thin_x) >= 0).all()
    visible = y[(x >= low) & (x <= high)]
    visible = visible[~np.isnan(visible)]
    if len(visible):
        assert visible.max() in thin_y
        assert visible.min() in thin_y
    assert set(thin_y) <= set(y)


def test_one_spike_among_a_million_points_survives_at_every_zoom() -> None:
    x = np.arange(1_000_000, dtype=float)
    y = np.zeros_like(x)
    y[777_777] = 1.0
    for low, high in ((0.0, 1e6), (7e5, 8e5), (777_000, 778_000), (777_776.5, 777_777.5)):
        thin_x, thin_y = decimate(x, y, low, high, 1000)
        assert thin_y.max() == 1.0
        assert abs(thin_x[thin_y.argmax()] - 777_777) <= (high - low) / 1000


def test_the_line_runs_on_beyond_the_edges_of_the_view() -> None:
    x = np.arange(10.0)
    thin_x, _ = decimate(x, x, 3.4, 6.6, 100)
    assert list(thin_x) == [3, 4, 5, 6, 7]


def test_few_points_are_left_as_they_are() -> None:
    x = np.array([0.0, 1.0, 5.0])
    y = np.array([3.0, np.nan, 4.0])
    thin_x, thin_y = decimate(x, y, 0.0, 5.0, 100)
    assert list(thin_x) == [0.0, 5.0]
    assert list(thin_y) == [3.0, 4.0]


def test_no_points_and_a_view_beside_the_points() -> None:
    nothing = np.array([])
    assert len(decimate(nothing, nothing, 0.0, 1.0, 10)[0]) == 0
    x = np.arange(100.0)
    assert len(decimate(x, x, 200.0, 300.0, 10)[0]) <= 2
