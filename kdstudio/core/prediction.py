"""What a model answered, as plain data: ``artifacts/predictions.json`` of a prediction job."""

from __future__ import annotations

import msgspec


class Prediction(msgspec.Struct, frozen=True, kw_only=True):
    """One input and its answer. ``scores`` holds the best classes and their probabilities, best first.

    ``problem`` says why there is no answer, such as an unreadable file; label and scores are then empty.
    """

    input: str
    label: str = ""
    scores: tuple[tuple[str, float], ...] = ()
    milliseconds: float | None = None
    problem: str = ""


class Predictions(msgspec.Struct, frozen=True, kw_only=True):
    """All answers of one model file."""

    model: str
    items: tuple[Prediction, ...]
