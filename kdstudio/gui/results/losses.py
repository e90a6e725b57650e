"""What was lost on the way from the teacher to a student: by class, and by how sure the teacher was."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kdstudio.gui.results.answers import TEACHER, Answers

Mask = npt.NDArray[np.bool_]

SURENESS = ((0.0, 0.5), (0.5, 0.8), (0.8, 0.95), (0.95, 1.0))
"""Slices by the teacher's confidence: the hard examples first."""


@dataclass(frozen=True)
class Slice:
    """One part of the test examples. ``teacher`` and ``agreement`` are NaN where the teacher's answers are unknown."""

    name: str
    examples: int
    accuracy: float
    teacher: float
    agreement: float
    new: int
    inherited: int

    @property
    def change(self) -> float:
        """Accuracy won or lost against the teacher, as a share."""
        return self.accuracy - self.teacher


def by_class(answers: Answers, variant: str) -> list[Slice]:
    """One slice for each class."""
    return [_slice(answers, variant, name, answers.labels == place) for place, name in enumerate(answers.names)]


def by_sureness(answers: Answers, variant: str) -> list[Slice]:
    """Slices by how sure the teacher was; none without its answers."""
    if TEACHER not in answers.probabilities:
        return []
    sure = answers.confidences[TEACHER]
    found = []
    for low, high in SURENESS:
        inside = (sure >= low) & ((sure < high) | (high == 1.0))
        found.append(_slice(answers, variant, f"{100 * low:.0f}–{100 * high:.0f} %", inside))
    return [part for part in found if part.examples]


def _slice(answers: Answers, variant: str, name: str, inside: Mask) -> Slice:
    count = int(inside.sum())
    right = answers.right(variant)
    if TEACHER not in answers.probabilities:
        return Slice(name, count, _share(right, inside), float("nan"), float("nan"), 0, 0)
    known = answers.right(TEACHER)
    agree = answers.guesses[variant] == answers.guesses[TEACHER]
    return Slice(
        name,
        count,
        _share(right, inside),
        _share(known, inside),
        _share(agree, inside),
        int((inside & known & ~right).sum()),
        int((inside & answers.inherited(variant)).sum()),
    )


def _share(mask: Mask, inside: Mask) -> float:
    count = int(inside.sum())
    return float((mask & inside).sum() / count) if count else float("nan")
