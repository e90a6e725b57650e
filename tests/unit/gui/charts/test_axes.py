from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdstudio.gui.charts.axes import log_ticks, ticks, time_ticks


@given(st.floats(-1e9, 1e9), st.floats(1e-6, 1e9), st.floats(2, 20))
def test_ticks_are_round_lie_inside_and_are_about_as_many_as_asked_for(low: float, width: float, count: float) -> None:
    high = low + width
    if high - low < 1e-9 * max(abs(low), abs(high), 1e-9):
        return  # too close together for floats
    found, spacing = ticks(low, high, count)
    assert len(found) <= count + 1.01
    assert all(low - 1e-6 * spacing <= place <= high + 1e-6 * spacing for place in found)
    assert round(spacing / 10 ** math.floor(math.log10(spacing * 1.0000001)), 6) in (1, 2, 5, 10)


def test_ticks_of_nothing() -> None:
    assert ticks(1.0, 1.0, 5)[0] == []
    assert ticks(0.0, float("inf"), 5)[0] == []


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 4, [0, 1, 2, 3, 4]),
        (0, 100, [0, 30, 60, 90]),
        (0, 1500, [0, 300, 600, 900, 1200, 1500]),
        (0, 20_000, [0, 7200, 14_400]),
    ],
)
def test_times_stand_at_round_minutes_and_hours(low: float, high: float, expected: list[float]) -> None:
    assert time_ticks(low, high, 5) == pytest.approx(expected)


def test_decades_or_round_numbers_between_them() -> None:
    assert [10**place for place in log_ticks(-4, 4, 4)] == pytest.approx([1e-4, 1e-2, 1, 1e2, 1e4])
    assert [10**place for place in log_ticks(-1, 0.4, 8)] == pytest.approx([0.1, 0.2, 0.5, 1, 2])
    assert [10**place for place in log_ticks(math.log10(0.31), math.log10(0.52), 5)] == pytest.approx(
        [0.35, 0.4, 0.45, 0.5]
    )
