from __future__ import annotations

import numpy as np
import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.models import classes


@pytest.mark.parametrize(
    ("names", "labels", "expected"),
    [
        ((), ("a", "b"), None),
        (("a", "b"), ("a", "b"), None),
        (("b", "a"), ("a", "b"), [1, 0]),
        (("x", "b", "a"), ("a", "b"), [2, 1]),
        ((" Cat", "DOG"), ("dog", "cat"), [1, 0]),
        (("Cat", "cat"), ("cat", "Cat"), [1, 0]),
        (("café", "tea"), ("tea", "café"), [1, 0]),
        (("a", "b", "c"), ("a", "b"), [0, 1]),
    ],
)
def test_answers_are_put_in_the_order_of_the_labels(
    names: tuple[str, ...], labels: tuple[str, ...], expected: list[int] | None
) -> None:
    found = classes.order(names, len(names) or len(labels), labels, "The teacher")
    assert (None if found is None else found.tolist()) == expected


@pytest.mark.parametrize(
    ("names", "outputs", "labels", "words"),
    [
        ((), 1000, tuple("abcdefghij"), ("1,000 answers", "10 classes")),
        (tuple(map(str, range(1000))), 1000, ("cat", "1"), ("1,000 classes", "data has 2", "“cat”")),
        (("a", "b"), 3, ("a", "b"), ("3 answers", "2 class names")),
        (("Cat", "cat"), 2, ("CAT", "cat"), ("“CAT”",)),
    ],
)
def test_classes_that_do_not_fit_are_said(
    names: tuple[str, ...], outputs: int, labels: tuple[str, ...], words: tuple[str, ...]
) -> None:
    with pytest.raises(KDError) as caught:
        classes.order(names, outputs, labels, "The teacher")
    assert caught.value.code == Code.MODEL_MISMATCH
    assert all(word in caught.value.message for word in words)


def test_an_order_in_which_the_answers_fit_is_found() -> None:
    labels, rng = ("a", "b", "c"), np.random.default_rng(0)
    truth = rng.integers(0, 3, 300)
    guess = np.array([2, 0, 1])[truth]  # answer 0 means “b”, 1 means “c”, 2 means “a”
    guess[:60] = rng.integers(0, 3, 60)
    order, accuracy = classes.likely(guess, truth, labels)
    assert order == ("b", "c", "a")
    assert accuracy == (np.array([1, 2, 0])[guess] == truth).mean()


@pytest.mark.parametrize("right", [0.34, 0.9])
def test_neither_chance_nor_a_good_teacher_is_given_another_order(right: float) -> None:
    rng = np.random.default_rng(1)
    truth = rng.integers(0, 3, 300)
    guess = np.where(rng.random(300) < right, truth, rng.integers(0, 3, 300))
    assert classes.likely(guess, truth, ("a", "b", "c"))[0] == ()
