"""Guessing which column of a table is the input, the label and the split."""

from __future__ import annotations

import base64
import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import DataSpec, TaskKind
from kdstudio.engine.data.source import split_of

_LABELS = ("label", "labels", "class", "classname", "category", "target", "y", "tag", "intent", "sentiment", "topic")
_TEXTS = ("text", "sentence", "content", "review", "message", "body", "description", "comment", "utterance", "title")
_IMAGES = ("image", "img", "picture", "photo", "imagepath", "imgpath", "filename", "filepath", "file", "path")
_SPLITS = ("split", "set", "subset", "partition", "fold")
_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".ppm", ".pgm", ".pbm", ".avif")
_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF", b"II*\0", b"MM\0*")
_BASE64 = ("iVBORw0KGgo", "/9j/", "R0lGOD", "UklGR", "data:image/")

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Roles:
    """Which column is what; ``split`` may be empty."""

    input: str
    label: str
    split: str

    def as_dict(self) -> dict[str, str]:
        """Column by role, for the window."""
        roles = {"input": self.input, "label": self.label, "split": self.split}
        return {role: column for role, column in roles.items() if column}


def guess(columns: Sequence[str], sample: Sequence[Row], spec: DataSpec, kind: TaskKind, folder: Path) -> Roles:
    """The roles that the recipe names, and the likeliest for the others.

    A column's name counts first; then an input is what looks like images or has the longest texts, and the
    label is what repeats most. Raises ``DATA_COLUMN``, or ``DATA_TASK`` where the table suits the other task.
    """
    for chosen in filter(None, (spec.input_column, spec.label_column, spec.split_column)):
        _must_exist(chosen, columns)
    images = [column for column in columns if _holds_images(column, sample, folder)]
    split = spec.split_column or _named(columns, _SPLITS, lambda c: _holds_splits(c, sample))
    free = [column for column in columns if column not in (split, spec.label_column)]
    if spec.input_column:
        input = spec.input_column
    elif kind == "image-classification":
        input = _named(images, _IMAGES) or (images[0] if images else "")
    else:
        named = spec.label_column or _named(columns, _LABELS)
        input = _text([c for c in free if c != named and c not in images], sample)
    if not input:
        raise _no_input(columns, kind, bool(images))
    others = [column for column in free if column != input and column not in images]
    label = spec.label_column or _named(others, _LABELS) or _most_repeated(others, sample)
    if not label or label == input:
        raise KDError(
            Code.DATA_COLUMN,
            f"No column holds the labels; the columns are {_list(columns)}.",
            "Name it: data.label_column.",
        )
    return Roles(input, label, split)


def text_column(columns: Sequence[str], sample: Sequence[Row]) -> str:
    """The column with the texts, in a table that need not have labels. Raises ``DATA_COLUMN``."""
    if found := _text(columns, sample):
        return found
    raise KDError(
        Code.DATA_COLUMN, f"No column holds texts; the columns are {_list(columns)}.", "Call the right one “text”."
    )


def _text(columns: Sequence[str], sample: Sequence[Row]) -> str:
    texts = [column for column in columns if _length(column, sample) > 0]
    return _named(texts, _TEXTS) or max(texts, key=lambda column: _length(column, sample), default="")


def image_of(value: Any, folder: Path) -> Path | bytes | None:
    """The image file that a cell names or holds; None where it is something else."""
    value = unwrapped(value)
    if isinstance(value, bytes):
        return value
    if not isinstance(value, str) or not value:
        return None
    if value.startswith(_BASE64):
        try:
            return base64.b64decode(value.partition(",")[2] if value.startswith("data:") else value, validate=True)
        except ValueError:
            pass
    return folder / value


def folder_of_images(column: str, sample: Sequence[Row], folder: Path) -> Path:
    """The folder that a column's file names start from: the table's own, or the one beside it that holds them."""
    names = [name for value in _values(column, sample)[:20] if isinstance(name := unwrapped(value), str)]
    if not names:
        return folder
    beside = sorted(entry for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith("."))
    return max((folder, *beside), key=lambda place: sum(_is_file(place, name) for name in names))


def files_there(column: str, sample: Sequence[Row], folder: Path) -> bool:
    """Whether most of the files that a column names are there."""
    names = [value for value in _values(column, sample)[:20] if isinstance(value, str)]
    place = folder_of_images(column, sample, folder)
    return 2 * sum(_is_file(place, name) for name in names) > len(names) > 0


def is_label(column: str) -> bool:
    """Whether a column is called what labels are called."""
    return bool(_named([column], _LABELS))


def unwrapped(value: Any) -> Any:
    """The bytes or the path of an image in the form of the datasets library, ``{"bytes": …, "path": …}``."""
    if isinstance(value, dict) and value.keys() <= {"bytes", "path"}:
        return value.get("bytes") or value.get("path")
    return value


def _must_exist(column: str, columns: Sequence[str]) -> None:
    if column not in columns:
        near = difflib.get_close_matches(column, columns, 1, 0.5)
        hint = f"Did you mean “{near[0]}”?" if near else "Choose one of these."
        raise KDError(Code.DATA_COLUMN, f"There is no column “{column}”; the columns are {_list(columns)}.", hint)


def _named(columns: Sequence[str], names: Sequence[str], fits: Callable[[str], bool] | None = None) -> str:
    plain = {column.casefold().strip().replace("_", "").replace(" ", "").replace("-", ""): column for column in columns}
    for name in names:
        if name in plain and (fits is None or fits(plain[name])):
            return plain[name]
    return ""


def _values(column: str, sample: Sequence[Row]) -> list[Any]:
    return [row[column] for row in sample if row.get(column) not in (None, "")]


def _length(column: str, sample: Sequence[Row]) -> float:
    texts = [len(value) for value in _values(column, sample) if isinstance(value, str)]
    return sum(texts) / len(texts) if texts else 0.0


def _most_repeated(columns: Sequence[str], sample: Sequence[Row]) -> str:
    """The column with the fewest different values, at least two rows to a value on average."""
    best, fewest = "", float("inf")
    for column in columns:
        values = [value for value in _values(column, sample) if isinstance(value, str | int | bool)]
        different = len(set(values))
        if 0 < different < fewest and (different * 2 <= len(values) or len(columns) == 1):
            best, fewest = column, different
    return best


def _holds_splits(column: str, sample: Sequence[Row]) -> bool:
    """Whether nearly all cells name a split; the few others are listed as unreadable."""
    values = _values(column, sample)
    named = sum(isinstance(value, str) and split_of(value) is not None for value in values)
    return named > 0.9 * len(values) > 0


def _holds_images(column: str, sample: Sequence[Row], folder: Path) -> bool:
    """Whether most of the first cells are image files, their names or their base64 text."""
    values = _values(column, sample)[:20]
    return bool(values) and 2 * sum(_is_image(value, folder) for value in values) > len(values)


def _is_image(value: Any, folder: Path) -> bool:
    value = unwrapped(value)
    if isinstance(value, bytes):
        return value.startswith(_MAGIC) or value[4:8] == b"ftyp"
    if not isinstance(value, str) or len(value) > 4096:
        return isinstance(value, str) and value.startswith(_BASE64)
    if value.startswith(_BASE64) or value.casefold().endswith(_SUFFIXES):
        return True
    return _is_file(folder, value)


def _is_file(folder: Path, name: str) -> bool:
    try:
        return "\0" not in name and (folder / name).is_file()
    except (OSError, ValueError):
        return False


def _no_input(columns: Sequence[str], kind: TaskKind, images: bool) -> KDError:
    what = "image paths or bytes" if kind == "image-classification" else "texts"
    other: TaskKind = "text-classification" if kind == "image-classification" else "image-classification"
    message = f"No column holds {what}; the columns are {_list(columns)}."
    suits_other = images if kind == "text-classification" else len(columns) > 1
    if suits_other:
        return KDError(Code.DATA_TASK, message, f"Set the task to {other}, or name the column: data.input_column.")
    return KDError(Code.DATA_COLUMN, message, "Name it: data.input_column.")


def _list(columns: Sequence[str]) -> str:
    shown = ", ".join(columns[:12])
    return f"{shown} and {len(columns) - 12} more" if len(columns) > 12 else shown or "none"
