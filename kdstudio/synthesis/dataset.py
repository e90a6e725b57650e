"""The finished data set: a table for each split, the teacher's shares for every row, and where it comes from.

The tables are JSON Lines, since a text that begins with “=” is then neither run by a spreadsheet nor changed for
training; ``rows.csv`` in the task folder is for people to look at, with such texts escaped.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import DataSpec
from kdstudio.core.synthesis import ORIGIN, Origin, Row
from kdstudio.engine.data.readers import open_source
from kdstudio.runs.files import replacing, write_atomic

PREDICTIONS = "predictions.npz"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula."""


@dataclass(frozen=True)
class Example:
    """A text with its right label; ``shares`` are what the student learns from, in the brief's order."""

    text: str
    label: str
    shares: tuple[float, ...]


def training(rows: Iterable[Row], names: Sequence[str]) -> list[Example]:
    """The rows to train on. Where a person's label is not the teacher's, the person's is what is learnt."""
    return [
        Example(row.text, row.label, row.probabilities if row.answer == row.label else _sure(row.label, names))
        for row in rows
        if row.state == "kept"
    ]


def held_out(
    examples: Sequence[tuple[str, str]], answers: Sequence[tuple[float, ...]], names: Sequence[str]
) -> list[Example]:
    """The person's examples with the teacher's own answers, right or wrong; without one all labels are alike."""
    alike = (1 / len(names),) * len(names)
    return [Example(text, label, shares or alike) for (text, label), shares in zip(examples, answers, strict=True)]


def _sure(label: str, names: Sequence[str]) -> tuple[float, ...]:
    return tuple(float(name == label) for name in names)


def write(
    folder: Path, train: Sequence[Example], test: Sequence[Example], names: Sequence[str], origin: Origin
) -> None:
    """Put a data set in the place of an older one, whole or not at all.

    Raises:
        KDError: ``DATA_CLASSES`` where fewer than two labels have rows.
    """
    counts = Counter(example.label for example in train)
    if len(counts) < 2:
        raise KDError(
            Code.DATA_CLASSES,
            f"Only “{next(iter(counts))}” has rows that are kept, so there is nothing to tell apart."
            if counts
            else "No row is kept, so there is nothing to learn from.",
            "Decide on the doubtful rows, choose a larger teacher, or say the task more clearly.",
        )
    with replacing(folder) as staging:
        staging.mkdir()
        for split, examples in (("train", train), ("test", test)):
            if examples:
                lines = (msgspec.json.encode({"text": e.text, "label": e.label}) for e in examples)
                (staging / f"{split}.jsonl").write_bytes(b"\n".join(lines) + b"\n")
        _write_predictions(staging, [*train, *test], names)
        examples_by_split = {"train": len(train), "test": len(test)}
        whole = msgspec.structs.replace(origin, examples=examples_by_split)
        (staging / ORIGIN).write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=1))


def _write_predictions(folder: Path, examples: Sequence[Example], names: Sequence[str]) -> None:
    """Shares for every example under the id that the data's own reader gives it."""
    records = list(open_source(DataSpec(path=str(folder)), "text-classification").records())
    for record, example in zip(records, examples, strict=True):
        if record.error or (record.payload, record.label) != (example.text, example.label):
            raise KDError(
                Code.INTERNAL,
                f"The row {record.id} was not read as it was written. {record.error}".strip(),
                "Report it.",
            )
    np.savez(
        folder / PREDICTIONS,
        ids=np.array([record.id for record in records]),
        probabilities=np.array([example.shares for example in examples], np.float32),
        classes=np.array(list(names)),
    )


def write_table(path: Path, rows: Iterable[Row]) -> None:
    """Every row with what became of it, for a spreadsheet; texts that it would run get an apostrophe before them."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream)
    table.writerow(("id", "state", "label", "answer", "text", "why", "topic"))
    for row in rows:
        table.writerow(map(_harmless, (row.id, row.state, row.label, row.answer, row.text, row.why, row.topic)))
    write_atomic(path, stream.getvalue().encode("utf-8-sig"))


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
