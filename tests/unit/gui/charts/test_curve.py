from __future__ import annotations

import numpy as np
import pytest

from kdstudio.client.view import Series
from kdstudio.gui.charts.curve import Curve
from kdstudio.gui.charts.style import Style


def grown(series: Series, start: int, stop: int, scale: float = 1.0) -> Series:
    for step in range(start, stop):
        series.append(step, step / 2, scale * step)
    return series


def test_takes_over_what_is_new_and_says_whether_anything_was() -> None:
    series, curve = grown(Series(), 0, 1000), Curve(Style("kd", 0))
    assert curve.sync(series)
    assert not curve.sync(series)
    grown(series, 1000, 1003)
    assert curve.sync(series)
    assert list(curve.x[-3:]) == [1000, 1001, 1002]
    assert curve.extent() == (0.0, 1002.0)
    series.append(1003, 0.0, 1.0)  # the series is not held on to: it can still grow


def test_a_resumed_run_that_rewinds_is_taken_over_again() -> None:
    series, curve = grown(Series(), 0, 100), Curve(Style("kd", 0))
    curve.sync(series)
    grown(series, 60, 150, scale=2.0)
    assert curve.sync(series)
    assert curve.y[70] == 140.0
    assert len(curve) == 150


def test_a_shorter_series_is_taken_over_again() -> None:
    curve = Curve(Style("kd", 0))
    curve.sync(grown(Series(), 0, 100))
    assert curve.sync(grown(Series(), 0, 10))
    assert len(curve) == 10


def test_what_is_not_finite_is_a_gap() -> None:
    series = Series()
    for step, value in enumerate((1.0, float("nan"), float("inf"), 2.0)):
        series.append(step, 0.0, value)
    curve = Curve(Style("loss", 0))
    curve.sync(series)
    assert not curve.sync(series)
    assert list(curve.raw(0, 3, 100)[1]) == [1.0, 2.0]


def test_reads_the_nearest_point_in_steps_and_in_time() -> None:
    curve = Curve(Style("kd", 0))
    assert curve.at(3.0) is None
    curve.sync(grown(Series(), 0, 10))
    assert curve.at(3.4) == (3.0, 3.0)
    assert curve.at(99.0) == (9.0, 9.0)
    assert curve.at(-5.0) == (0.0, 0.0)
    curve.use_time(True)
    assert curve.at(1.4) == (1.5, 3.0)


def test_a_level_spans_the_view_with_its_last_value() -> None:
    curve = Curve(Style("teacher", 2, level=True))
    curve.sync(grown(Series(), 0, 5))
    x, y = curve.raw(100.0, 200.0, 10)
    assert list(x) == [100.0, 200.0]
    assert list(y) == [4.0, 4.0]
    assert curve.at(150.0) == (150.0, 4.0)


def test_the_smoothed_line_follows_new_points() -> None:
    series, curve = grown(Series(), 0, 50), Curve(Style("kd", 0))
    curve.sync(series)
    first = curve.smoothed(0.9)
    assert curve.smoothed(0.9)[1] is first[1]
    grown(series, 50, 60)
    curve.sync(series)
    assert len(curve.smoothed(0.9)[0]) == 60
    assert np.isfinite(curve.smoothed(0.9)[1]).all()
    assert curve.smoothed(0.0)[1] == pytest.approx(curve.y)
