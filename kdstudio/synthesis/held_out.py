"""The teacher against examples that a person wrote or checked, before anything is trained on its answers."""

from __future__ import annotations

import math
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kdstudio.core.errors import Code, KDError
from kdstudio.core.phrases import percent
from kdstudio.core.synthesis import HELD_OUT, HeldOutScore, Row
from kdstudio.synthesis.label import best

_SURE = 1.64
"""Standard errors below which a lead may well be chance (one-sided, 5 %)."""


def checked(examples: Sequence[tuple[str, str]], names: Sequence[str], path: Path) -> list[tuple[str, str]]:
    """The person's examples without those of no text. Raises ``DATA_ROW`` for a label that is none of the task's."""
    for row, (_, label) in enumerate(examples, start=2):
        if label not in names:
            raise KDError(
                Code.DATA_ROW,
                f"{path.name}: the label of example {row - 1}, “{label[:60]}”, is none of the task’s.",
                f"Correct it; the labels are {', '.join(names)}.",
            )
    return [(text, label) for text, label in examples if text.strip()]


def score(
    examples: Sequence[tuple[str, str]], answers: Sequence[tuple[float, ...]], names: Sequence[str]
) -> HeldOutScore | None:
    """How the teacher's shares for each example compare with the person's label; one that gave none is wrong."""
    if not examples:
        return None
    confusion = [[0] * len(names) for _ in names]
    for (_, label), shares in zip(examples, answers, strict=True):
        if shares:
            confusion[names.index(label)][best(shares)] += 1
    right = sum(confusion[number][number] for number in range(len(names)))
    return HeldOutScore(examples=len(examples), right=right, confusion=tuple(map(tuple, confusion)))


def baseline(rows: Sequence[Row], examples: Sequence[tuple[str, str]]) -> int | None:
    """How many of the examples a plain classifier gets right that counts words; None where there is nothing to learn.

    TF-IDF of words and pairs of words, and a logistic regression, trained on the rows.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    if not examples or len({row.label for row in rows}) < 2:
        return None
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"(?u)\w+|[^\w\s]"),
        LogisticRegression(max_iter=1000, class_weight="balanced"),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where it has not converged, its figure still says enough
        model.fit([row.text for row in rows], [row.label for row in rows])
        guesses = model.predict([text for text, _ in examples])
    return sum(str(guess) == label for guess, (_, label) in zip(guesses, examples, strict=True))


def notes(found: HeldOutScore | None, examples: Sequence[tuple[str, str]], plain: int | None) -> Iterator[str]:
    """What a person should know before training on this teacher's answers."""
    if found is None:
        yield (
            "There is no held-out set, so nobody knows how good the teacher’s labels are. "
            f"Label {HELD_OUT} texts yourself before you train."
        )
        return
    count, share = found.examples, found.right / found.examples
    if count < HELD_OUT:
        yield (
            f"The held-out set has {count} examples; below {HELD_OUT}, one more or less changes the result by "
            f"{100 / count:.1f} points."
        )
    label, most = Counter(label for _, label in examples).most_common(1)[0]
    if _not_above(found.right, most, count):
        yield (
            f"The teacher is right on {found.right} of {count} held-out examples, which is no better than always "
            f"answering “{label}” ({most}). Do not train on it: choose a larger teacher, or say the task more clearly."
        )
    elif plain is not None and plain >= found.right:
        yield (
            f"A plain word count with logistic regression, trained on these rows, is right on {plain} of {count} "
            f"held-out examples, the teacher on {found.right}. A model that small may be all you need; distilling "
            "this teacher is hardly worth it."
        )
    elif share < 0.8:
        yield (
            f"The teacher is right on {percent(share)} of the held-out examples. The student learns its mistakes too; "
            "look at the confusion, and say in the brief where the border runs."
        )


def _not_above(right: int, most: int, count: int) -> bool:
    """Whether a number of right answers may well come from always giving the most frequent one."""
    share = most / count
    return right <= most + _SURE * math.sqrt(count * share * (1 - share))
