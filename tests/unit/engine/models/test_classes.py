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


def test_an_order_in_which_the_answers_fit_is_found_also_for_rare_classes() -> None:
    rng = np.random.default_rng(0)
    truth = rng.choice(4, 300, p=[0.6, 0.3, 0.07, 0.03])
    means = np.array([2, 3, 0, 1])  # answer 0 means “c”, 1 means “d”, 2 means “a”, 3 means “b”
    logits = np.eye(4)[truth][:, means] + rng.normal(0, 0.2, (300, 4))
    logits[:, :2] -= 0.7  # rare classes are hardly ever the largest answer
    order, accuracy = classes.likely(logits.astype(np.float32), truth, ("a", "b", "c", "d"))
    assert order == ("c", "d", "a", "b")
    assert accuracy == (means[logits.argmax(1)] == truth).mean() > 0.85


@pytest.mark.parametrize("strength", [0.0, 2.0])
def test_neither_chance_nor_a_good_teacher_is_given_another_order(strength: float) -> None:
    rng = np.random.default_rng(1)
    truth = rng.integers(0, 3, 300)
    logits = strength * np.eye(3)[truth] + rng.normal(0, 1, (300, 3))
    assert classes.likely(logits.astype(np.float32), truth, ("a", "b", "c"))[0] == ()


@pytest.mark.parametrize(("count", "examples"), [(2, 10), (3, 10), (5, 20), (20, 10), (3, 0)])
def test_a_teacher_that_knows_nothing_is_hardly_ever_given_an_order_on_few_examples(count: int, examples: int) -> None:
    labels, rng = [str(number) for number in range(count)], np.random.default_rng(2)
    found = 0
    for _ in range(200):
        truth = rng.integers(0, count, examples)
        found += bool(classes.likely(rng.normal(size=(examples, count)).astype(np.float32), truth, labels)[0])
    assert found <= 2
