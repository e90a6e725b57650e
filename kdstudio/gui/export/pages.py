"""Pages in the user’s browser: each has a server of its own, which lives as long as the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from kdstudio.client import exports
from kdstudio.client.page_server import PageServer


class BrowserPages(QObject):
    """Opens the page of an export, or the graph of one of its files; asked again it opens the same page."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.servers: dict[Path, PageServer] = {}
        close = partial(_close, self.servers)
        self.destroyed.connect(close)
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(close)

    def try_export(self, folder: Path) -> None:
        """Let the user try the model with the page that the export carries."""
        self._open(folder, exports.try_in_browser)

    def show_graph(self, model: Path) -> None:
        """Show the graph of a model file. Raises ``ENGINE_UNAVAILABLE``."""
        self._open(model, exports.graph_in_browser)

    def _open(self, path: Path, serve: Callable[[Path], PageServer]) -> None:
        if path not in self.servers:
            self.servers[path] = serve(path)
        QDesktopServices.openUrl(QUrl(self.servers[path].url))


def _close(servers: dict[Path, PageServer]) -> None:
    while servers:
        servers.popitem()[1].close()
