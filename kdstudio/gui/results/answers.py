"""What every model of a run answered to every test example, read from the run's artifacts."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from kdstudio.core.errors import Code, KDError
from kdstudio.core.metrics import Report
from kdstudio.core.recipe import Recipe
from kdstudio.runs import record
from kdstudio.runs.layout import RunFolder

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

TEACHER, CONTROL, STUDENT = "teacher", "control", "student"


class Shown(msgspec.Struct, frozen=True):
    """What a person sees of a test example: a picture inside the run, or a text."""

    image: str = ""
    text: str = ""


@dataclass(frozen=True)
class Answers:
    """Answers to N test examples of C classes.

    ``labels`` has shape ``(N,)``; ``probabilities`` holds ``(N, C)`` for each variant that was measured; ``shown``
    knows the examples that somebody got wrong. ``traits`` are what was measured of the examples themselves, ``(N,)``
    by name, and ``columns`` what their table says of them, ``(N,)`` texts; older runs have neither.
    """

    names: tuple[str, ...]
    ids: tuple[str, ...]
    labels: Ints
    probabilities: dict[str, Floats]
    shown: dict[int, Shown]
    traits: dict[str, Floats] = field(default_factory=dict)
    columns: dict[str, npt.NDArray[np.str_]] = field(default_factory=dict)

    @cached_property
    def guesses(self) -> dict[str, Ints]:
        """The class each variant answered, ``(N,)``."""
        return {variant: found.argmax(1) for variant, found in self.probabilities.items()}

    @cached_property
    def confidences(self) -> dict[str, Floats]:
        """How sure each variant was of its answer, ``(N,)``."""
        return {variant: found.max(1) for variant, found in self.probabilities.items()}

    def right(self, variant: str) -> npt.NDArray[np.bool_]:
        """Which examples a variant answered rightly, ``(N,)``."""
        found: npt.NDArray[np.bool_] = self.guesses[variant] == self.labels
        return found

    def cell(self, variant: str, label: int, guess: int) -> Ints:
        """The examples of class ``label`` that were answered with ``guess``, surest first."""
        rows = np.flatnonzero((self.labels == label) & (self.guesses[variant] == guess))
        return rows[np.argsort(-self.confidences[variant][rows], kind="stable")]

    def mistakes(self, variant: str) -> Ints:
        """The examples a variant got wrong, surest first."""
        rows = np.flatnonzero(~self.right(variant))
        return rows[np.argsort(-self.confidences[variant][rows], kind="stable")]

    def inherited(self, variant: str) -> npt.NDArray[np.bool_]:
        """Where a variant gives the same wrong answer as the teacher, ``(N,)``."""
        found: npt.NDArray[np.bool_] = ~self.right(variant) & (self.guesses[variant] == self.guesses[TEACHER])
        return found


@dataclass(frozen=True)
class Results:
    """A finished run: its recipe, its report, and the answers where they are kept."""

    folder: RunFolder
    recipe: Recipe
    report: Report
    answers: Answers | None


def load(folder: RunFolder) -> Results:
    """Read a run's results; raises ``RUN_NOT_READY`` when it has none. Older runs may lack the answers."""
    report = record.report(folder)
    if report is None:
        raise KDError(Code.RUN_NOT_READY, f"{folder.path.name} has no results yet.", "Let it finish, or resume it.")
    return Results(folder, folder.recipe(), report, _answers(folder, report))


def _answers(folder: RunFolder, report: Report) -> Answers | None:
    path = folder.artifacts / "predictions.npz"
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        labels, ids = arrays["labels"].astype(np.int64), tuple(arrays["ids"].tolist())
    except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile):
        return None
    logits = {name.removesuffix("_logits"): found for name, found in arrays.items() if name.endswith("_logits")}
    fitting = {v: found for v, found in logits.items() if found.shape == (len(labels), len(report.labels))}
    probabilities = {variant: _softmax(found) for variant, found in fitting.items()}
    if not probabilities:
        return None
    measured = {name.removeprefix("trait_"): found for name, found in arrays.items() if name.startswith("trait_")}
    traits = {name: found.astype(np.float32) for name, found in measured.items() if found.shape == labels.shape}
    told = {name.removeprefix("column_"): found for name, found in arrays.items() if name.startswith("column_")}
    columns = {name: found for name, found in told.items() if found.shape == labels.shape and found.dtype.kind == "U"}
    return Answers(report.labels, ids, labels, probabilities, _shown(folder), traits, columns)


def _softmax(logits: npt.NDArray[np.floating]) -> Floats:
    logits = logits.astype(np.float32)
    powers = np.exp(logits - logits.max(1, keepdims=True))
    found: Floats = powers / powers.sum(1, keepdims=True)
    return found


def _shown(folder: RunFolder) -> dict[int, Shown]:
    try:
        return msgspec.json.decode((folder.artifacts / "mistakes.json").read_bytes(), type=dict[int, Shown])
    except (OSError, msgspec.MsgspecError):
        return {}


def picture(folder: RunFolder, shown: Shown | None) -> Path | None:
    """The picture of an example, found in the run's own folder also after that has moved."""
    return folder.artifacts / "test" / Path(shown.image).name if shown is not None and shown.image else None
