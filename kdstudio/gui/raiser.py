"""The open window's ear for other starts on its workspace (see :mod:`kdstudio.gui.single`)."""

from __future__ import annotations

import logging

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt
from PySide6.QtWidgets import QWidget

from kdstudio.gui import single
from kdstudio.runs.workspace import Workspace

log = logging.getLogger("kdstudio.gui")


class Raiser(QObject):
    """Brings a window to the front when another start wishes so."""

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        wish = single.wish(workspace)
        single.wish_to_see(workspace)  # a file must be there to be watched
        self._watcher = QFileSystemWatcher([str(wish)], self) if wish.exists() else None
        if self._watcher is not None:
            self._watcher.fileChanged.connect(self._raise)

    def _raise(self) -> None:
        log.info("Another start wished to see this window.")
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
