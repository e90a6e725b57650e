"""One window for a workspace: a second start brings the first one to the front and ends.

The lock is the kernel's and dies with its process; the wish to be seen is a file that the open window watches.
"""

from __future__ import annotations

import time
from contextlib import suppress

from filelock import FileLock, Timeout
from PySide6.QtCore import QFileSystemWatcher, QObject, Qt
from PySide6.QtWidgets import QWidget

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


def wish_to_see(workspace: Workspace) -> None:
    """Have the open window come to the front."""
    with suppress(OSError):
        (workspace.root / _WISH).write_text(f"{time.time()}\n", encoding="utf-8")


class Raiser(QObject):
    """Brings a window to the front when another start wishes so."""

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self._path = str(workspace.root / _WISH)
        wish_to_see(workspace)  # a file must be there to be watched
        self._watcher = QFileSystemWatcher([self._path], self) if (workspace.root / _WISH).exists() else None
        if self._watcher is not None:
            self._watcher.fileChanged.connect(self._raise)

    def _raise(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
