"""What a person wrote to a run: tags and a note, in ``notes.toml`` of its folder. No worker reads it."""

from __future__ import annotations

import msgspec
import tomli_w

from kdstudio.runs.files import write_atomic
from kdstudio.runs.layout import RunFolder


class Notes(msgspec.Struct, frozen=True, kw_only=True):
    """Words to find a run by, and why it was made."""

    tags: tuple[str, ...] = ()
    text: str = ""


def load(folder: RunFolder) -> Notes:
    """The notes of a run; none where there is no file, or one that cannot be read."""
    try:
        return msgspec.toml.decode(folder.notes.read_bytes(), type=Notes)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError):
        return Notes()


def save(folder: RunFolder, notes: Notes) -> None:
    """Write the notes of a run; raises ``DISK_FULL`` or ``WORKSPACE_READONLY``."""
    write_atomic(folder.notes, tomli_w.dumps(msgspec.to_builtins(notes)).encode())


def tags_of(text: str) -> tuple[str, ...]:
    """Tags as a person types them, separated by commas; none twice."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
