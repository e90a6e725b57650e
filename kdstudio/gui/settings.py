"""What the window remembers between launches: one small JSON file in the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from kdstudio.core.targets import Budget
from kdstudio.runs.files import write_atomic
from kdstudio.runs.workspace import Workspace

FONT_SIZES = (90, 100, 115, 130, 150, 200)


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Choices of a person, never secrets. An unknown field of a newer version is left out, not refused."""

    theme: Literal["auto", "light", "dark"] = "auto"
    font_percent: int = 100
    language: str = "auto"
    threads: int = 0
    budget: Budget = Budget()
    width: int = 1280
    height: int = 800


def path(workspace: Workspace) -> Path:
    """Where the settings of a workspace are."""
    return workspace.root / "settings.json"


def load(workspace: Workspace) -> Settings:
    """Read the settings; a missing or damaged file means the defaults."""
    try:
        return msgspec.json.decode(path(workspace).read_bytes(), type=Settings)
    except (OSError, msgspec.MsgspecError):
        return Settings()


def save(workspace: Workspace, settings: Settings) -> None:
    """Write the settings; the old file stays whole where the disk is full. Raises ``KDError``."""
    text = msgspec.json.format(msgspec.json.encode(settings), indent=2)
    write_atomic(path(workspace), text + b"\n")
