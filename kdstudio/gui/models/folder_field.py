"""A model that is there already: a folder or file on this machine, or one fetched from the hub."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdstudio.gui.models.hub_card import HubCard
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.path_field import PathField


class FolderField(QWidget):
    """``changed`` carries a path that was given, ``fetched`` the folder that a model has been brought to."""

    changed = Signal(str)
    fetched = Signal(str)

    def __init__(self, studio: Studio, name: str, *, files: bool = True) -> None:
        super().__init__()
        self._wanted = False
        self.path = PathField(name, files=files)
        self.path.changed.connect(self.changed)
        self.from_hub = button(self.tr("Fetch one from the hub"), self._open, kind="link", icon="download")
        self.hub = HubCard(studio)
        self.hub.fetched.connect(self._on_fetched)
        self._link = Flow(self.from_hub)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.path, self._link, self.hub):
            layout.addWidget(part)
        self.offer_hub(True)

    def offer_hub(self, offered: bool) -> None:
        """Offer the hub, or not; its card stays open while it is at work."""
        self.hub.setVisible(offered and (self._wanted or self.hub.job.busy))
        self._link.setVisible(offered and not self.hub.isVisibleTo(self))

    def command(self) -> str:
        """What was typed of a model on the hub, for a terminal, or an empty string."""
        return self.hub.command() if self.hub.isVisible() else ""

    def _open(self) -> None:
        self._wanted = True
        self.offer_hub(True)
        self.hub.name.setFocus()

    def _on_fetched(self, folder: str) -> None:
        self._wanted = False
        self.offer_hub(True)
        self.fetched.emit(folder)
