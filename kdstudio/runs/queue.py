"""Runs that wait for their turn: an ordered list of names in ``queue.json`` of the workspace.

A queued run is a job folder that nobody has started. Whoever is there when a run ends starts the next one.
"""

from __future__ import annotations

import msgspec
from filelock import FileLock

from kdstudio.core.job import DistillJob
from kdstudio.core.recipe import Recipe
from kdstudio.runs import record
from kdstudio.runs.files import write_atomic
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace


def add(workspace: Workspace, recipe: Recipe) -> RunFolder:
    """Put a recipe at the end of the queue."""
    folder = workspace.new(DistillJob(), recipe)
    with _locked(workspace):
        _write(workspace, [*_read(workspace), folder.path.name])
    return folder


def remove(workspace: Workspace, folder: RunFolder) -> None:
    """Take a run out of the queue; its folder stays."""
    with _locked(workspace):
        _write(workspace, [name for name in _read(workspace) if name != folder.path.name])


def waiting(workspace: Workspace) -> list[RunFolder]:
    """The queued runs that have not been started, the next one first."""
    found = (RunFolder(workspace.runs / name) for name in _read(workspace))
    return [folder for folder in found if folder.job_file.is_file() and record.state(folder) is RunState.QUEUED]


def take(workspace: Workspace) -> RunFolder | None:
    """Take the next run out of the queue, to start it; of two that ask at once only one gets it."""
    with _locked(workspace):
        left = waiting(workspace)
        _write(workspace, [folder.path.name for folder in left[1:]])
    return left[0] if left else None


def _locked(workspace: Workspace) -> FileLock:
    workspace.root.mkdir(parents=True, exist_ok=True)
    return FileLock(workspace.root / "queue.lock", timeout=10)


def _read(workspace: Workspace) -> list[str]:
    try:
        return msgspec.json.decode((workspace.root / "queue.json").read_bytes(), type=list[str])
    except (OSError, msgspec.MsgspecError):
        return []


def _write(workspace: Workspace, names: list[str]) -> None:
    write_atomic(workspace.root / "queue.json", msgspec.json.encode(names))
