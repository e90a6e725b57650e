"""What was lost on the way from the teacher to a student, in slices of the test examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

import numpy as np
import numpy.typing as npt

from kdstudio.gui import figures
from kdstudio.gui.results.answers import TEACHER, Answers, Ints

Mask = npt.NDArray[np.bool_]

SURENESS = ((0.0, 0.5), (0.5, 0.8), (0.8, 0.95), (0.95, 1.0))
"""Slices by the teacher's confidence: the hard examples first."""

CLASS, SURE, SOURCE, COLUMN = "class", "sure", "source", "column "
_PARTS = 4
_MOST_SOURCES = 50
_SPLITS = {"train", "training", "val", "valid", "validation", "dev", "test", "testing"}


@dataclass(frozen=True, eq=False)
class Slice:
    """One part of the test examples, ``rows`` of them. ``teacher`` and ``agreement`` are NaN where it is unknown."""

    name: str
    rows: Ints
    accuracy: float
    teacher: float
    agreement: float
    new: int
    inherited: int

    @property
    def examples(self) -> int:
        """How many there are."""
        return len(self.rows)

    @property
    def change(self) -> float:
        """Accuracy won or lost against the teacher, as a share."""
        return self.accuracy - self.teacher


def cuts(answers: Answers) -> list[str]:
    """By what these test examples can be cut.

    Their class, how sure the teacher is, their traits, the other columns of their table, their folder or file.
    """
    found = [CLASS]
    if TEACHER in answers.probabilities:
        found.append(SURE)
    found += [name for name, values in answers.traits.items() if len(np.unique(values)) > 1]
    found += [COLUMN + name for name in answers.columns]
    return [*found, SOURCE] if 1 < len(_sources(answers)) <= _MOST_SOURCES else found


def slices(answers: Answers, variant: str, cut: str) -> list[Slice]:
    """The slices of one cut, in a sensible order, the empty ones left out except for classes."""
    parts = {CLASS: _by_class, SURE: _by_sureness, SOURCE: _by_source}.get(cut)
    if parts:
        named = parts(answers)
    elif cut.startswith(COLUMN):
        named = _by_value(answers.columns[cut.removeprefix(COLUMN)])
    else:
        named = _by_trait(answers.traits[cut])
    made = [_slice(answers, variant, name, inside) for name, inside in named]
    return made if cut == CLASS else [part for part in made if part.examples]


def worst_first(answers: Answers, variant: str, part: Slice) -> Ints:
    """The slice's examples as a person wants to see them: new mistakes, then inherited ones, then right answers.

    The surest come first in each.
    """
    rows = part.rows
    right = answers.right(variant)[rows]
    known = answers.right(TEACHER)[rows] if TEACHER in answers.probabilities else np.ones(len(rows), dtype=bool)
    group = np.where(right, 2, np.where(known, 0, 1))
    found: Ints = rows[np.lexsort((-answers.confidences[variant][rows], group))]
    return found


def _by_class(answers: Answers) -> Iterator[tuple[str, Mask]]:
    for place, name in enumerate(answers.names):
        yield name, answers.labels == place


def _by_sureness(answers: Answers) -> Iterator[tuple[str, Mask]]:
    sure = answers.confidences[TEACHER]
    for low, high in SURENESS:
        yield f"{100 * low:.0f}–{100 * high:.0f} %", (sure >= low) & ((sure < high) | (high == 1.0))


def _by_trait(values: npt.NDArray[np.float32]) -> Iterator[tuple[str, Mask]]:
    """Quarters of equal size, named by their range; fewer where many values are the same."""
    edges = np.unique(np.quantile(values, np.linspace(0, 1, _PARTS + 1)))
    for place, (low, high) in enumerate(pairwise(edges)):
        last = place == len(edges) - 2
        yield f"{_figure(low)}–{_figure(high)}", (values >= low) & ((values < high) | last)


def _by_value(values: npt.NDArray[np.str_]) -> Iterator[tuple[str, Mask]]:
    for value in np.unique(values):
        yield str(value), values == value


def _figure(value: float) -> str:
    return figures.local(f"{value:,.0f}" if abs(value) >= 10 or value == round(value) else f"{value:.2f}")


def _by_source(answers: Answers) -> Iterator[tuple[str, Mask]]:
    places = np.array([_source(id, answers.names) for id in answers.ids])
    for name in _sources(answers):
        yield name, places == name


def _sources(answers: Answers) -> list[str]:
    return sorted({_source(id, answers.names) for id in answers.ids})


def _source(id: str, classes: tuple[str, ...]) -> str:
    """Where an example comes from: the folders of its path that name neither class nor split, or its table."""
    path, _, row = id.rpartition(":")
    if path and row.strip().isdecimal():
        return PurePosixPath(path).name
    folders = PurePosixPath(id).parts[:-1]
    return "/".join(part for part in folders if part not in classes and part.casefold() not in _SPLITS)


def _slice(answers: Answers, variant: str, name: str, inside: Mask) -> Slice:
    rows = np.flatnonzero(inside)
    right = answers.right(variant)
    if TEACHER not in answers.probabilities:
        return Slice(name, rows, _share(right, inside), float("nan"), float("nan"), 0, 0)
    known = answers.right(TEACHER)
    agree = answers.guesses[variant] == answers.guesses[TEACHER]
    return Slice(
        name,
        rows,
        _share(right, inside),
        _share(known, inside),
        _share(agree, inside),
        int((inside & known & ~right).sum()),
        int((inside & answers.inherited(variant)).sum()),
    )


def _share(mask: Mask, inside: Mask) -> float:
    count = int(inside.sum())
    return float((mask & inside).sum() / count) if count else float("nan")
