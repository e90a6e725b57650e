"""How much of the disk each part of the workspace takes, and giving it back. Call from a background thread."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kdstudio.runs.files import discard
from kdstudio.runs.workspace import Workspace


@dataclass(frozen=True)
class Part:
    """A folder of the workspace that may be emptied, and its size in bytes."""

    name: str
    path: Path
    size_bytes: int


def parts(workspace: Workspace) -> tuple[Part, ...]:
    """The caches, what archives held, the models fetched from a hub, the window's short jobs and the trash."""
    wanted = {
        "data": workspace.cache / "data",
        "answers": workspace.cache / "answers",
        "unpacked": workspace.data,
        "models": workspace.models,
        "jobs": workspace.jobs,
        "trash": workspace.trash,
    }
    return tuple(Part(name, path, size_of(path)) for name, path in wanted.items())


def size_of(path: Path) -> int:
    """Bytes of all files below a folder; what vanishes meanwhile is not counted."""
    total = 0
    for parent, _, names in os.walk(path):
        for name in names:
            try:
                total += os.lstat(os.path.join(parent, name)).st_size
            except OSError:
                continue
    return total


def purge(part: Part) -> None:
    """Remove everything in a part."""
    discard(part.path)
