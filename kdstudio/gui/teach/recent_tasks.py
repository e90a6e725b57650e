"""The tasks that were changed last, each a button that goes on with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdstudio.core.errors import KDError
from kdstudio.gui.widgets.buttons import Button, button
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.runs.workspace import Workspace

_LONGEST = 32


@dataclass(frozen=True)
class KnownTask:
    """A task that is there, by the name a person gave it or, where it cannot be read, by its folder's."""

    folder: TaskFolder
    name: str


def newest(workspace: Workspace, most: int) -> list[KnownTask]:
    """Those that were changed last; reads files, so it belongs on a pool thread."""
    return [KnownTask(folder, _name(folder)) for folder in workspace.all_tasks()[:most]]


def _name(folder: TaskFolder) -> str:
    try:
        return folder.read().brief.name.strip() or folder.path.name
    except KDError:
        return folder.path.name


class RecentTasks(QWidget):
    """Hidden while there are none; ``opened`` brings the folder."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Path, Button] = {}
        self._flow = Flow(spacing=4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label(self.tr("Go on with"), "small"))
        layout.addWidget(self._flow)
        self.hide()

    def show_tasks(self, tasks: Sequence[KnownTask]) -> None:
        """Show these, in this order."""
        for made in self.buttons.values():
            self._flow.flow.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.buttons = {task.folder.path: self._button(task) for task in tasks}
        self.setVisible(bool(tasks))

    def _button(self, task: KnownTask) -> Button:
        shown = task.name if len(task.name) <= _LONGEST else f"{task.name[: _LONGEST - 1]}…"
        said = self.tr("Go on with the task {name}").format(name=task.name)
        made = button(shown.replace("&", "&&"), lambda: self.opened.emit(task.folder), kind="link", name=said)
        self._flow.flow.addWidget(made)
        made.show()
        return made
