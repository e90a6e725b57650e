"""What kind of data a path holds, told by a glance, so that a person is not asked. The data check has the last word."""

from __future__ import annotations

import os
from pathlib import Path

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import TaskKind

TABLES = {".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"}
IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff"}
ARCHIVES = {".7z", ".rar", ".xz", ".gz", ".bz2"}
_MARKS = (b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1", b"GIF89a", b"GIF87a")
"""How image files begin; inside a Parquet file they stand among the first bytes."""
TEXTS = {".txt", ".text", ".md"}
SHEETS = {".xlsx", ".xls", ".ods", ".numbers"}
_PEEK = 65_536
_FILES = 5000

ACCEPTED = (
    "A folder of images or texts in class folders, IDX files, a CSV, JSONL or Parquet table, or a zip or tar of these"
)


def task_of(path: Path) -> TaskKind:
    """The task that a folder or file is data for; raises ``KDError`` naming what is accepted."""
    if not path.exists():
        raise KDError(Code.DATA_NOT_FOUND, f"There is nothing at {path}.", "Choose another folder or file.")
    if path.is_dir():
        return _task_of_folder(path)
    if path.suffix.lower() in TABLES:
        return _task_of_table(path)
    if "idx" in path.name.lower() or path.name.lower().endswith("ubyte.gz"):
        return "image-classification"
    hint = f"{ACCEPTED} can be used."
    if path.suffix.lower() in IMAGES:
        hint = "Drop the folder instead: one folder for each class, with its images inside."
    elif path.suffix.lower() in ARCHIVES:
        hint = "Unpack it first, then drop what was in it. Zip and tar files are unpacked here."
    elif path.suffix.lower() in SHEETS:
        hint = "Save the sheet as CSV in your spreadsheet program, then drop that file."
    elif path.suffix.lower() == ".json":
        hint = "Save it as JSON Lines (.jsonl): one object a line, with a field for the label."
    raise KDError(Code.DATA_LAYOUT, f"{path.name} is not data that KD Studio knows.", hint)


def _task_of_folder(path: Path) -> TaskKind:
    seen = 0
    tables: list[Path] = []
    texts = False
    for parent, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            suffix = Path(name).suffix.lower()
            if suffix in IMAGES or "idx" in name.lower():
                return "image-classification"
            if suffix in TABLES:
                tables.append(Path(parent, name))
            texts = texts or (suffix in TEXTS and parent != str(path))
            seen += 1
        if seen > _FILES:
            break
    if tables:
        return _task_of_table(tables[0])
    return "text-classification" if texts else "image-classification"


def _task_of_table(path: Path) -> TaskKind:
    """Images when the table names image files or holds an image column, texts otherwise."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        if path.suffix.lower() == ".parquet":  # column names stand in the footer, as they are
            stream.seek(max(0, size - _PEEK))
        sample = stream.read(_PEEK).lower()
    if path.suffix.lower() == ".parquet":
        with path.open("rb") as stream:
            start = stream.read(_PEEK)
        images = any(name in sample for name in (b"image", b"pixels")) or any(mark in start for mark in _MARKS)
        return "image-classification" if images else "text-classification"
    hits = sum(sample.count(suffix.encode()) for suffix in IMAGES)
    return "image-classification" if hits > sample.count(b"\n") / 2 else "text-classification"
