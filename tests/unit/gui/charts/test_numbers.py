from __future__ import annotations

import pytest

from kdstudio.gui.charts import numbers


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0.94123, "0.9412"),
        (12.3456, "12.35"),
        (12345.6, "12,346"),
        (1.234e-5, "1.234e-05"),
        (0.0, "0"),
        (float("nan"), "–"),
    ],
)
def test_values_have_four_digits(number: float, said: str) -> None:
    assert numbers.value(number) == said


@pytest.mark.parametrize(
    ("number", "spacing", "said"),
    [
        (0.5, 0.05, "0.50"),
        (2000, 500, "2,000"),
        (25_000, 5_000, "25k"),
        (1_500_000, 500_000, "1.5M"),
        (0.00002, 1e-5, "2e-5"),
        (0.0, 1, "0"),
    ],
)
def test_ticks_have_the_digits_that_tell_them_apart(number: float, spacing: float, said: str) -> None:
    assert numbers.tick(number, spacing) == said


@pytest.mark.parametrize(("seconds", "said"), [(4.5, "4.5 s"), (200, "3:20 min"), (3900, "1:05 h")])
def test_times(seconds: float, said: str) -> None:
    assert numbers.duration(seconds) == said


def test_shares_are_written_as_percentages() -> None:
    assert numbers.shown(0.97466, percent=True) == "97.47\u00a0%"
    assert numbers.shown(0.97466, percent=False) == "0.9747"
    assert numbers.shown(float("nan"), percent=True) == "–"
