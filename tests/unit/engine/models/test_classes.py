from __future__ import annotations

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
