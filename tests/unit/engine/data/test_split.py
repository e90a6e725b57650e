from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from kdstudio.engine.data.split import TEST, TRAIN, VALIDATION, assign


def keys(groups: NDArray[np.int64]) -> NDArray[np.void]:
    """A content hash for every group."""
    table = np.random.default_rng(1).integers(0, 256, (int(groups.max()) + 1, 16), np.uint8)
    return np.ascontiguousarray(table[groups]).reshape(-1).view("V16")


def split(
    labels: NDArray[np.int64], groups: NDArray[np.int64], shares: tuple[float, float] = (0.1, 0.1), seed: int = 0
) -> NDArray[np.int8]:
    return assign(labels, groups, keys(groups), shares, seed)


def test_every_class_gets_its_shares() -> None:
    labels = np.repeat([0, 1, 2], [1000, 100, 37])
    found = split(labels, np.arange(len(labels)))
    for label, count in ((0, 1000), (1, 100), (2, 37)):
        for number in (VALIDATION, TEST):
            assert abs((found[labels == label] == number).sum() - count * 0.1) <= 1
    assert abs((found == TEST).sum() - len(labels) * 0.1) <= 1


def test_the_seed_decides_and_nothing_else() -> None:
    labels = np.arange(300) % 3
    groups = np.arange(300)
    assert np.array_equal(split(labels, groups), split(labels, groups))
    assert not np.array_equal(split(labels, groups), split(labels, groups, seed=1))
    order = np.random.default_rng(0).permutation(300)
    shuffled = assign(labels[order], groups[order], keys(groups)[order], (0.1, 0.1), 0)
    assert np.array_equal(shuffled, split(labels, groups)[order])


def test_more_data_moves_few_examples() -> None:
    labels, groups = np.arange(1000) % 2, np.arange(1000)
    before = split(labels[:900], groups[:900])
    after = assign(labels, groups, keys(groups), (0.1, 0.1), 0)[:900]
    assert (before != after).mean() < 0.05


@pytest.mark.parametrize(("count", "expected"), [(1, {TRAIN}), (2, {TRAIN, TEST}), (3, {TRAIN, VALIDATION, TEST})])
def test_tiny_classes_are_in_as_many_splits_as_they_can(count: int, expected: set[int]) -> None:
    labels = np.array([0] * 100 + [1] * count)
    found = split(labels, np.arange(len(labels)))
    assert set(found[100:].tolist()) == expected


def test_a_split_that_the_data_has_is_not_made() -> None:
    labels = np.arange(100) % 2
    assert set(split(labels, np.arange(100), (0.2, 0.0)).tolist()) == {TRAIN, VALIDATION}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 30)), min_size=1, max_size=200),
    st.floats(0.05, 0.5),
    st.floats(0.05, 0.4),
    st.integers(0, 2**31 - 1),
)
def test_duplicates_stay_together_and_every_class_can_be_trained_on(
    examples: list[tuple[int, int]], validation: float, test: float, seed: int
) -> None:
    labels, groups = (np.array(column, np.int64) for column in zip(*examples, strict=True))
    groups = np.unique(groups, return_inverse=True)[1]
    found = split(labels, groups, (validation, test), seed)
    for group in np.unique(groups):
        assert len(np.unique(found[groups == group])) == 1
    frequent = {int(np.bincount(labels[groups == group]).argmax()) for group in np.unique(groups)}
    assert frequent <= set(labels[found == TRAIN].tolist())
