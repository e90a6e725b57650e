"""Say what a small model shall learn, so precisely that a stranger would label as one does oneself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from kdstudio.gui.page import Page
from kdstudio.gui.studio import Studio
from kdstudio.gui.teach.brief_form import BriefForm
from kdstudio.gui.teaching import command_for
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.drop_zone import local_paths


class TaskPage(Page):
    """First step of teaching with an LLM."""

    key = "task"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.setAcceptDrops(True)
        self.teaching = studio.teaching
        self.set_heading(
            self.tr("Task"),
            self.tr("Describe one narrow task. The teacher writes and labels from these words, and from nothing else."),
        )
        self.set_primary(self.tr("Next"), lambda: studio.go("teacher"), self.tr("Next: teacher LLM"))
        self.open_task = button(self.tr("Open task…"), self._open, kind="quiet", icon="folder-open")
        self.save_task = button(self.tr("Save a copy…"), self._save, kind="quiet", icon="save")
        for made in (self.open_task, self.save_task):
            self.add_head_action(made)
        self.form = BriefForm(self.teaching)
        self.add(self.form)
        self.body.addStretch(1)
        self.teaching.opened.connect(self.refresh)
        self.teaching.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what is lacking before one can go on."""
        self.block(self.teaching.blocked("teacher"))

    def first_focus(self) -> QWidget | None:
        """At the name of a new task, otherwise at what is to be done next."""
        name = self.form.fields["name"].editor
        return name if not self.teaching.task.brief.name else super().first_focus()

    def command(self) -> str:
        """The pilot of this task in a terminal."""
        return command_for(self.teaching, "--pilot")

    def left(self) -> None:
        """Keep what was typed."""
        self.teaching.flush()

    def _open(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a task"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._ask(dialog, self.teaching.take)

    def _save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save a copy of the task"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile("task.toml")
        self._ask(dialog, self.teaching.save_copy)

    def _ask(self, dialog: QFileDialog, then: Callable[[Path], object]) -> None:
        dialog.setNameFilters([self.tr("Task (*.toml)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A task may be dropped at any time."""
        if local_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin with what was dropped."""
        if paths := local_paths(event):
            self.teaching.take(paths[0])
