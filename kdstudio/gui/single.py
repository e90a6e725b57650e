"""One window for a workspace: a second start brings the first one to the front and ends.

The lock is the kernel's and dies with its process; the wish to be seen is a file that the open window watches. Nothing
of Qt is needed for that, so a second start is over before it would have been loaded.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from kdstudio.runs.workspace import Workspace

_LOCK, _WISH = "window.lock", "window.raise"


def take(workspace: Workspace) -> FileLock | None:
    """The lock of the workspace's window, or None when another window has it.

    Where nothing can be written, as on a read-only disk, the lock that is returned holds nothing.
    """
    lock = FileLock(workspace.root / _LOCK)
    try:
        workspace.root.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        return None
    except OSError:
        return lock
    return lock


def wish(workspace: Workspace) -> Path:
    """The file that changes when a start wishes to see the open window."""
    return workspace.root / _WISH


def wish_to_see(workspace: Workspace) -> None:
    """Have the open window come to the front."""
    with suppress(OSError):
        wish(workspace).write_text(f"{time.time()}\n", encoding="utf-8")
