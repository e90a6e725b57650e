"""The brief: one narrow task in words, precise enough that a stranger would label as its author does.

A teacher LLM writes and labels examples from it, and the student is held against the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

import msgspec

from kdstudio.core.errors import Code, KDError
from kdstudio.core.params import param
from kdstudio.core.preflight import Problem

GOOD, BAD = 3, 2
"""How many examples a brief wants: good ones with their label, bad ones with the reason."""


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all parts: immutable, and loud about a misspelt field."""


class Label(_Part, frozen=True, kw_only=True):
    """One answer that the student may give, and when it is the right one."""

    name: str
    meaning: str = ""


class GoodExample(_Part, frozen=True, kw_only=True):
    """A text as it really comes in, with the right answer."""

    text: str
    label: str


class BadExample(_Part, frozen=True, kw_only=True):
    """A text that must not be written, and why not."""

    text: str
    why: str


class Brief(_Part, frozen=True, kw_only=True):
    """What goes in, what comes out, and where the border between the answers runs."""

    name: Annotated[str, param("A short name, such as Support mail.")] = ""
    about: Annotated[str, param("What the answers are used for, in a sentence.", label="Purpose")] = ""
    input: Annotated[
        str, param("What one input is: who writes it, where, how long, in what tone.", label="What goes in")
    ] = ""
    language: Annotated[str, param("The language of the inputs.")] = "English"
    labels: tuple[Label, ...] = ()
    edge_cases: Annotated[
        tuple[str, ...], param("What to answer where two labels could fit, a sentence each.", label="Edge cases")
    ] = ()
    topics: Annotated[
        tuple[str, ...],
        param("What the inputs speak of; examples are spread over these evenly. Empty leaves it to the teacher."),
    ] = ()
    good: tuple[GoodExample, ...] = ()
    bad: tuple[BadExample, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The labels in their order."""
        return tuple(label.name for label in self.labels)


def problems(brief: Brief) -> list[Problem]:
    """What is lacking before a teacher can be asked, what stops first."""
    found = [*_words(brief), *_labels(brief), *_examples(brief)]
    return sorted(found, key=lambda problem: problem.severity == "warn")


def require(brief: Brief) -> None:
    """Raise ``RECIPE_INVALID`` for the first thing without which a teacher cannot be asked."""
    if stop := next((problem for problem in problems(brief) if problem.severity == "stop"), None):
        raise KDError(Code.RECIPE_INVALID, f"{stop.path}: {stop.message}", stop.hint)


def _words(brief: Brief) -> Iterator[Problem]:
    if not brief.name.strip():
        yield Problem("brief.name", "The task has no name.", "Give it a short one.")
    if len(brief.input.split()) < 4:
        yield Problem(
            "brief.input",
            "What goes in is not described.",
            "Say who writes it, where, and how long it is: “the first line of a mail to our support”.",
        )
    if not brief.about.strip():
        yield Problem(
            "brief.about", "The purpose is not said.", "A teacher decides border cases better when it knows it.", "warn"
        )


def _labels(brief: Brief) -> Iterator[Problem]:
    if len(brief.labels) < 2:
        yield Problem("brief.labels", "There are fewer than two labels.", "Name at least two possible answers.")
    for number, label in enumerate(brief.labels):
        if not label.name.strip():
            yield Problem(f"brief.labels[{number}].name", f"Label {number + 1} has no name.", "Name it or remove it.")
        elif not label.meaning.strip():
            yield Problem(
                f"brief.labels[{number}].meaning",
                f"It is not said when “{label.name}” is right.",
                "A sentence is enough.",
            )
    folded = Counter(name.strip().casefold() for name in brief.names if name.strip())
    for name, count in folded.items():
        if count > 1:
            yield Problem("brief.labels", f"The label “{name}” is there {count} times.", "Keep one.")


def _examples(brief: Brief) -> Iterator[Problem]:
    good = [example for example in brief.good if example.text.strip()]
    bad = [example for example in brief.bad if example.text.strip()]
    if len(good) < GOOD:
        yield Problem(
            "brief.good", f"There are {len(good)} of {GOOD} good examples.", "Paste real inputs, with their label."
        )
    for number, example in enumerate(brief.good):
        if example.text.strip() and example.label not in brief.names:
            yield Problem(
                f"brief.good[{number}].label",
                f"The label of good example {number + 1}, “{example.label}”, is none of the task’s.",
                "Choose one of its labels.",
            )
    if len(bad) < BAD:
        yield Problem(
            "brief.bad",
            f"There are {len(bad)} of {BAD} bad examples.",
            "Write what a careless author would write, and what is wrong with it.",
        )
    for number, wrong in enumerate(brief.bad):
        if wrong.text.strip() and not wrong.why.strip():
            yield Problem(
                f"brief.bad[{number}].why", f"It is not said what is wrong with bad example {number + 1}.", "Say it."
            )
    for text in {example.text.strip() for example in good} & {example.text.strip() for example in bad}:
        yield Problem("brief.bad", f"“{text[:60]}” is a good and a bad example.", "Remove it from one of the two.")
