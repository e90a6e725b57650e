from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from kdstudio.core.difference import Difference


@given(won=st.integers(0, 500), lost=st.integers(0, 500))
def test_agrees_with_the_exact_binomial_test(won: int, lost: int) -> None:
    found = Difference(examples=1000, won=won, lost=lost).p_value
    assert found == pytest.approx(binomtest(won, won + lost).pvalue if won + lost else 1.0)


@pytest.mark.parametrize(("won", "lost"), [(560, 460), (700, 600), (5000, 5000), (3000, 2000)])
def test_is_near_the_exact_test_where_it_estimates(won: int, lost: int) -> None:
    found = Difference(examples=20_000, won=won, lost=lost).p_value
    assert found == pytest.approx(binomtest(won, won + lost).pvalue, abs=2e-3)


def test_knows_the_textbook_example() -> None:
    # Agresti, Categorical Data Analysis, 2nd edition, section 10.1: approval at two surveys, 150 against 86 of 1,600
    found = Difference(examples=1600, won=150, lost=86)
    assert found.points == pytest.approx(4.0)
    low, high = found.interval
    assert (low, high) == (pytest.approx(2.1, abs=0.1), pytest.approx(5.9, abs=0.1))
    assert found.p_value < 1e-4
    assert not found.may_be_chance


def test_no_difference_may_always_be_chance() -> None:
    same = Difference(examples=10, won=0, lost=0)
    assert (same.points, same.p_value, same.may_be_chance) == (0, 1, True)
    low, high = same.interval
    assert low < 0 < high
