"""Which of a teacher's answers belongs to which class of the data."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from kdstudio.core.errors import Code, KDError

_BELIEVED, _BETTER, _ERRORS = 0.5, 0.2, 3
_NAME_THEM = "Name the teacher’s classes in the order of its answers under teacher.classes."


def order(names: Sequence[str], outputs: int, labels: Sequence[str], title: str) -> Tensor | None:
    """Positions int64 ``(C,)`` of the data's labels among the teacher's answers, or None where they agree already.

    Args:
        names: the teacher's class names in the order of its answers, or empty where nobody knows them.
        outputs: how many answers the teacher gives.
        labels: the data's class names in label order.
        title: the teacher in words.

    Raises ``MODEL_MISMATCH`` where a class of the data has no answer, or the count leaves it open which it is.
    """
    if not names:
        _require_count(outputs, labels, title)
        return None
    if len(names) != outputs:
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{title} gives {outputs:,} answers, but {len(names):,} class names are given for it.",
            "Correct teacher.classes: one name for each answer, in their order.",
        )
    places = _places(names, labels)
    missing = [label for label in labels if label not in places]
    if missing:
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{title} knows {outputs:,} classes and the data has {len(labels):,}, but it does not know "
            f"{_listed(missing)}. It knows {_listed(names)}.",
            f"Choose a teacher of these classes. If only the names differ: {_NAME_THEM[0].lower()}{_NAME_THEM[1:]}",
        )
    found = torch.tensor([places[label] for label in labels])
    return None if torch.equal(found, torch.arange(outputs)) else found


def likely(
    logits: NDArray[np.float32], truth: NDArray[np.int64], labels: Sequence[str]
) -> tuple[tuple[str, ...], float]:
    """The order of classes in which a teacher's answers would be right far more often, and how often; usually none.

    Answers and labels are paired by how strongly the answer correlates with the label, the strongest pair first: unlike
    counting the largest answers, that also tells rare classes apart. An order is only believed where orders found on
    one half of the examples are right on half of the other half, on 20 points more than the given one, and by three
    standard errors of that difference (McNemar 1947): on the examples it was found on, chance alone would reach that.

    Args:
        logits: the teacher's answers ``(N, C)``, none of which is known by name.
        truth: labels ``(N,)``.
        labels: the C class names in label order.

    Returns:
        The name of each answer ``(C,)`` and the accuracy on the halves that had no part in it, or ``()`` and the
        accuracy as it is.
    """
    guess = logits.argmax(1)
    as_it_is = guess == truth
    judged = np.zeros_like(as_it_is)
    for half in (0, 1):
        rows, others = slice(half, None, 2), slice(1 - half, None, 2)
        judged[others] = _paired(logits[rows], truth[rows], len(labels))[guess[others]] == truth[others]
    gain, differ = int(judged.sum() - as_it_is.sum()), int((judged != as_it_is).sum())
    total = max(1, len(truth))
    if judged.sum() / total < _BELIEVED or gain / total < _BETTER or gain < _ERRORS * differ**0.5:
        return (), float(as_it_is.sum() / total)
    order = _paired(logits, truth, len(labels))
    return tuple(labels[place] for place in order), float(judged.sum() / total)


def _paired(logits: NDArray[np.float32], truth: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """The label of each answer ``(C,)``, the most strongly correlated pairs first."""
    if not len(truth):
        return np.arange(count)
    correlation = _standard(logits.astype(np.float64)).T @ _standard(np.eye(count)[truth])
    places: dict[int, int] = {}
    taken: set[int] = set()
    for pair in np.argsort(-correlation, axis=None, kind="stable").tolist():
        answer, label = divmod(pair, count)
        if answer not in places and label not in taken:
            places[answer] = label
            taken.add(label)
    return np.array([places[answer] for answer in range(count)])


def _standard(columns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Columns with mean 0 and length 1; a constant one becomes 0."""
    centred = columns - columns.mean(0)
    return np.asarray(centred / np.maximum(np.linalg.norm(centred, axis=0), 1e-12))


def _require_count(outputs: int, labels: Sequence[str], title: str) -> None:
    if outputs != len(labels):
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{title} gives {outputs:,} answers, but the data has {len(labels):,} classes.",
            f"Choose a teacher of these classes. {_NAME_THEM}",
        )


def _places(names: Sequence[str], labels: Sequence[str]) -> dict[str, int]:
    """The answer of each label: by its exact name, or by its plain form where only one label and one answer have it."""
    places = {name: place for place, name in enumerate(names) if name in labels}
    ours, theirs = Counter(map(_plain, labels)), Counter(map(_plain, names))
    loose = {_plain(name): place for place, name in enumerate(names)}
    for label in labels:
        plain = _plain(label)
        if ours[plain] == theirs[plain] == 1:
            places[label] = loose[plain]
    return places


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:3])
    return f"{shown} and {len(names) - 3:,} more" if len(names) > 3 else shown
