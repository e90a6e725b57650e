"""Choosing past runs to lie under the charts of this one."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from kdstudio.client.view import RunView
from kdstudio.core.errors import KDError
from kdstudio.gui import background, icons
from kdstudio.gui.run_model import RunModel
from kdstudio.gui.studio import Studio
from kdstudio.runs import record
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.record import RunRecord

_LISTED = 30


class OverlayButton(QPushButton):
    """Opens a list of the other runs; ticked ones are read and handed over as views by name."""

    chosen = Signal(object)  # dict[str, RunView]

    def __init__(self, studio: Studio) -> None:
        super().__init__(icons.icon("layers"), "")
        self.setIconSize(QSize(20, 16))  # wider than the icon, for a gap before the text
        self.setText(self.tr("Compare with …"))
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.setAccessibleName(self.tr("Lay past runs under the charts"))
        self._studio = studio
        self._shown: dict[str, RunView] = {}
        self._reading: dict[str, RunModel] = {}
        self.clicked.connect(self._open)

    def _open(self) -> None:
        workspace = self._studio.workspace

        def read() -> list[RunRecord]:
            found = []
            for folder in workspace.all_runs():
                try:
                    found.append(record.read(folder))
                except (KDError, OSError):
                    continue  # a damaged run is not one to compare with
                if len(found) > _LISTED:
                    break
            return found

        background.run(read, self._show_menu)

    def _show_menu(self, runs: list[RunRecord]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        current = self._studio.run.folder if self._studio.run else None
        others = [run for run in runs if run.folder != current]
        for run in others:
            action = menu.addAction(_title(run))
            action.setCheckable(True)
            action.setChecked(_title(run) in self._shown)
            action.toggled.connect(lambda on, run=run: self._toggle(_title(run), run.folder, on))
        if not others:
            menu.addAction(self.tr("There is no other run yet.")).setEnabled(False)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _toggle(self, key: str, folder: RunFolder, on: bool) -> None:
        if not on:
            self._shown.pop(key, None)
            self._tell()
            return
        model = self._reading[key] = RunModel.attach(folder, self)
        model.changed.connect(partial(self._on_read, key))

    def _on_read(self, key: str) -> None:
        """The first change holds all of the past run: its log is handed over at once."""
        model = self._reading.pop(key, None)
        if model is None:
            return
        self._shown[key] = model.view
        model.close()
        model.deleteLater()
        self._tell()

    def _tell(self) -> None:
        self.chosen.emit(dict(self._shown))

    def forget(self) -> None:
        """Show none, as for another run."""
        self._shown.clear()
        for model in self._reading.values():
            model.close()
            model.deleteLater()
        self._reading.clear()


def _title(run: RunRecord) -> str:
    return f"{run.recipe.name or run.name} · {datetime.fromtimestamp(run.started):%m-%d %H:%M}"
