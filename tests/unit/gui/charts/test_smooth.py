from __future__ import annotations

import numpy as np
import pytest

from kdstudio.gui.charts.smooth import smooth


def test_matches_the_debiased_average_computed_point_by_point() -> None:
    x = np.arange(2048.0)
    y = np.random.default_rng(0).normal(size=2048)
    decay = 0.9 ** (1000 / 2048)
    value = weight = 0.0
    expected = []
    for point in y:
        value, weight = decay * value + point, decay * weight + 1
        expected.append(value / weight)
    smooth_x, smooth_y = smooth(x, y, 0.9)
    assert smooth_y == pytest.approx(np.array(expected))
    assert smooth_x == pytest.approx(x)


def test_sparse_and_dense_curves_of_one_shape_come_out_alike() -> None:
    def curve(points: int) -> float:
        x = np.linspace(0, 1, points)
        _, y = smooth(x, np.where(x < 0.5, 0.0, 1.0), 0.98)
        return float(np.interp(0.6, np.linspace(0, 1, len(y)), y))

    assert curve(1000) == pytest.approx(curve(500_000), abs=0.02)


def test_a_constant_stays_itself_from_the_first_point() -> None:
    _, y = smooth(np.arange(50.0), np.full(50, 3.5), 0.99)
    assert y == pytest.approx(3.5)


def test_gaps_are_left_out_and_nothing_is_smoothed_at_zero() -> None:
    x = np.arange(4.0)
    y = np.array([1.0, np.nan, 3.0, 4.0])
    smooth_x, smooth_y = smooth(x, y, 0.0)
    assert list(smooth_x) == [0.0, 2.0, 3.0]
    assert list(smooth_y) == [1.0, 3.0, 4.0]
    assert not np.isnan(smooth(x, y, 0.9)[1]).any()


def test_points_at_one_place_are_not_smoothed() -> None:
    assert list(smooth(np.zeros(3), np.arange(3.0), 0.9)[1]) == [0.0, 1.0, 2.0]
