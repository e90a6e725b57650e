"""Where an exported model comes from, as plain data: ``lineage.json`` of an export folder (see ``docs/lineage.md``)."""

from __future__ import annotations

from typing import Any

import msgspec

from kdstudio.core.recipe import TaskKind

VERSION = 1


class TeacherOrigin(msgspec.Struct, frozen=True, kw_only=True):
    """The teacher. ``licence`` is what its folder says, ``caution`` what that may mean for the student, or empty.

    ``source`` is the address of the very commit that it was fetched from, where it came from a hub. ``sha256`` is the
    hash of its file, or of the weights in its folder; empty where it was trained in the same run.
    """

    kind: str = ""
    name: str = ""
    architecture: str = ""
    source: str = ""
    licence: str = ""
    caution: str = ""
    sha256: str = ""
    accuracy: float | None = None


class DataOrigin(msgspec.Struct, frozen=True, kw_only=True):
    """The data. ``fingerprint`` (BLAKE2b, 128 bits) covers contents, labels, classes and splits.

    ``made_by`` is the teacher LLM that wrote its training texts or labelled them (``texts`` is ``write`` or ``label``),
    empty where none did; ``brief`` is the SHA-256 of what it was told.
    """

    name: str = ""
    fingerprint: str = ""
    examples: dict[str, int] = {}
    classes: int = 0
    made_by: str = ""
    texts: str = ""
    brief: str = ""


class FileLineage(msgspec.Struct, frozen=True, kw_only=True):
    """One model file on the test split. Errors of the teacher’s own are inherited, the others new.

    ``inherited_errors`` and ``points_lost`` (against the teacher) are None where its answers are unknown.
    """

    variant: str
    sha256: str
    size_bytes: int
    accuracy: float
    points_lost: float | None
    errors: int
    inherited_errors: int | None
    new_errors: int | None
    steps: tuple[str, ...]


class Lineage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that made the files of an export, and what came of it.

    ``recipe`` holds every setting, paths cut to their last name; with ``seed`` and ``versions`` it says how to make the
    model again. ``command`` does it. ``files`` go by their path in the folder; ``recommended`` is a variant.
    """

    version: int = VERSION
    name: str
    run: str
    task: TaskKind
    teacher: TeacherOrigin
    data: DataOrigin
    recipe: dict[str, Any]
    seed: int | None
    command: str
    export: dict[str, Any]
    versions: dict[str, str]
    recommended: str
    files: dict[str, FileLineage]
    intended_use: str
