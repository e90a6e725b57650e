"""Writing results of a job and announcing them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from kdstudio.protocol.events import Artifact, ArtifactWritten
from kdstudio.runs.files import sha256, write_atomic
from kdstudio.worker.context import Context


def write_json(context: Context, kind: str, value: Any) -> Path:
    """Write ``artifacts/<kind>.json`` and say so."""
    path = context.folder.artifacts / f"{kind}.json"
    if context.leads:
        write_atomic(path, msgspec.json.format(msgspec.json.encode(value), indent=1))
        announce(context, kind, path)
    return path


def announce(context: Context, kind: str, path: Path) -> None:
    """Say that a result is complete; a folder is announced by its path and total size."""
    inside = path.is_relative_to(context.folder.path)
    name = path.relative_to(context.folder.path).as_posix() if inside else str(path)
    if path.is_dir():
        size, digest = sum(entry.stat().st_size for entry in path.rglob("*") if entry.is_file()), ""
    else:
        size, digest = path.stat().st_size, sha256(path)
    context.emit(ArtifactWritten(artifact=Artifact(kind=kind, path=name, sha256=digest, size_bytes=size)))
