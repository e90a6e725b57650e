"""Names of everything in a task folder, and the parts that clients write."""

from __future__ import annotations

import contextlib
import csv
import io
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import tomli_w

from kdstudio.core import task_settings
from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe_file import without_none
from kdstudio.core.synthesis import VERSION, Review, Synthesis, Tested
from kdstudio.runs.files import write_atomic

_COLUMNS = ("text", "label")


@dataclass(frozen=True)
class TaskFolder:
    """One task for a teacher LLM. Clients write ``task``, ``held_out`` and ``reviews``; the worker ``examples``."""

    path: Path

    @property
    def task(self) -> Path:
        """The brief, the teacher and the amount."""
        return self.path / "task.toml"

    @property
    def held_out(self) -> Path:
        """Examples that a person wrote or checked, never trained on."""
        return self.path / "held_out.csv"

    @property
    def reviews(self) -> Path:
        """What a person said of rows, a line each."""
        return self.path / "reviews.jsonl"

    @property
    def examples(self) -> Path:
        """The finished data set, for the Data page."""
        return self.path / "examples"

    @property
    def tested(self) -> Path:
        """The newest try of the teacher that went well."""
        return self.path / "tested.json"

    def read(self) -> Synthesis:
        """What is asked for. Raises ``RECIPE_INVALID`` or ``NEWER_VERSION`` naming the field."""
        return load(self.task)

    def settled(self, changes: Mapping[str, str] | None = None) -> Synthesis:
        """What is asked for with changes as ``--set`` gives them; paths that are relative start at the task folder."""
        task = task_settings.override(self.read(), changes or {})
        replace, llm, generate = msgspec.structs.replace, task.llm, task.generate
        return replace(
            task,
            llm=replace(llm, path=self._anchored(llm.path)),
            generate=replace(generate, texts=self._anchored(generate.texts)),
        )

    def _anchored(self, path: str) -> str:
        return str(self.path / Path(path).expanduser()) if path else ""

    def write(self, task: Synthesis) -> None:
        """Keep what is asked for."""
        save(task, self.task)

    def read_tested(self) -> Tested | None:
        """The newest try of a teacher that went well, or None."""
        try:
            return msgspec.json.decode(self.tested.read_bytes(), type=Tested)
        except (OSError, msgspec.MsgspecError):
            return None

    def write_tested(self, tested: Tested) -> None:
        """Keep that a teacher answers."""
        write_atomic(self.tested, msgspec.json.encode(tested))

    def read_held_out(self) -> list[tuple[str, str]]:
        """Texts and labels. Raises ``DATA_ROW`` naming the row; a missing file is an empty set."""
        try:
            text = self.held_out.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError) as error:
            raise KDError(
                Code.DATA_UNREADABLE, f"{self.held_out} could not be read: {error}.", "Save it as UTF-8."
            ) from None
        rows = list(csv.reader(io.StringIO(text, newline="")))
        if not rows or tuple(rows[0]) != _COLUMNS:
            raise KDError(Code.DATA_ROW, f"{self.held_out} does not begin with “text,label”.", "Put that in row 1.")
        for number, row in enumerate(rows[1:], start=2):
            if len(row) != len(_COLUMNS):
                raise KDError(
                    Code.DATA_ROW,
                    f"{self.held_out}: row {number} has {len(row)} columns.",
                    "It needs a text and a label.",
                )
        return [(text, label) for text, label in rows[1:]]

    def write_held_out(self, examples: list[tuple[str, str]]) -> None:
        """Keep these texts and labels."""
        stream = io.StringIO(newline="")
        csv.writer(stream).writerows([_COLUMNS, *examples])
        write_atomic(self.held_out, stream.getvalue().encode())

    def read_reviews(self) -> dict[str, Review]:
        """The newest review of each row; a line that a power cut tore is left out."""
        try:
            lines = self.reviews.read_bytes().splitlines()
        except FileNotFoundError:
            return {}
        found: dict[str, Review] = {}
        for line in lines:
            with contextlib.suppress(msgspec.DecodeError):
                review = msgspec.json.decode(line, type=Review)
                found[review.id] = review
        return found

    def review(self, review: Review) -> None:
        """Add what a person said, on a line of its own even behind a torn one."""
        self.path.mkdir(parents=True, exist_ok=True)
        with self.reviews.open("a+b") as stream:
            if stream.tell() and (stream.seek(-1, io.SEEK_END), stream.read(1))[1] != b"\n":
                stream.write(b"\n")
            stream.write(msgspec.json.encode(review) + b"\n")


def load(path: Path) -> Synthesis:
    """Read a ``task.toml``; raises ``RECIPE_INVALID`` or ``NEWER_VERSION`` naming the field."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise KDError(Code.RECIPE_INVALID, f"There is no task at {path}.", "Check the path.") from None
    except (OSError, ValueError) as error:
        raise KDError(
            Code.RECIPE_INVALID, f"{path} could not be read: {error}.", "A task is a UTF-8 TOML file."
        ) from None
    if isinstance(version := raw.get("version"), int) and version > VERSION:
        raise KDError(
            Code.NEWER_VERSION,
            f"{path} has version {version}; this KD Studio reads up to {VERSION}.",
            "Open it with a newer KD Studio.",
        )
    try:
        return msgspec.convert(raw, Synthesis)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$")
        field = where.rstrip("`").lstrip(".")
        raise KDError(
            Code.RECIPE_INVALID, f"{path}: {field or 'the file'}: {what}.", "Correct that field, or remove it."
        ) from None


def read_examples(path: Path, labels: Sequence[str]) -> list[tuple[str, str]]:
    """Texts with their labels from a table of two columns. Raises ``DATA_UNREADABLE`` or ``DATA_ROW``."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KDError(Code.DATA_UNREADABLE, f"{path} could not be read: {error}.", "Save it as UTF-8.") from None
    return parse_examples(text, labels, str(path))


def parse_examples(text: str, labels: Sequence[str], where: str) -> list[tuple[str, str]]:
    """Texts with their labels: two columns, parted by tabs, commas or semicolons; a header may stand above them.

    Raises ``DATA_ROW`` naming the row, which is no text with one of ``labels``.
    """
    first = text.partition("\n")[0]
    sign = next((sign for sign in "\t,;" if sign in first), ",")
    found: list[tuple[str, str]] = []
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=sign), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and tuple(cell.casefold() for cell in cells) == _COLUMNS):
            continue
        if len(cells) != len(_COLUMNS) or not cells[0]:
            raise KDError(
                Code.DATA_ROW, f"{where}: row {number} is no text with its label.", "Give it the two columns."
            )
        if cells[1] not in labels:
            raise KDError(
                Code.DATA_ROW,
                f"{where}: row {number} has the label “{cells[1]}”, which is none of the task’s.",
                f"The task has {', '.join(labels)}.",
            )
        found.append((cells[0], cells[1]))
    return found


def save(task: Synthesis, path: Path) -> None:
    """Write a ``task.toml``."""
    write_atomic(path, dumps(task).encode())


def dumps(task: Synthesis) -> str:
    """A task as TOML; ``load`` gives it back."""
    return tomli_w.dumps(without_none(msgspec.to_builtins(task)))
