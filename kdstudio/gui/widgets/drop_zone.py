"""Where files and folders are dropped or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from kdstudio.gui.icons import IconLabel
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label, restyle


class DropZone(QFrame):
    """Takes one path by drop, or by the folder and file dialogs."""

    dropped = Signal(Path)

    def __init__(self, title: str, words: str, filters: str = "", *, folders: bool = True) -> None:
        super().__init__()
        self.setProperty("kind", "drop")
        self.setAcceptDrops(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self._filters = filters
        self.title = label(title, "section", wrap=True)
        self.words = label(words, "muted", wrap=True)
        self.refusal = label("", "strong", wrap=True, tone="stop")
        self.refusal.hide()
        self.folder = button(self.tr("Choose a folder…"), self._choose_folder, icon="folder-open")
        if not folders:
            self.folder.hide()
        self.file = button(self.tr("Choose a file…"), self._choose_file, icon="file")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 36, 40, 36)
        layout.setSpacing(10)
        layout.addStretch(1)
        layout.addWidget(IconLabel("upload", "accent_text", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        for line in (self.title, self.words, self.refusal):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(line)
        layout.addSpacing(8)
        self.buttons = Flow(self.folder, self.file, side=Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.buttons)
        layout.addStretch(1)

    def refuse(self, message: str, hint: str) -> None:
        """Say why what was dropped cannot be used, and what can."""
        self.refusal.setText(f"{message} {hint}")
        self.refusal.setVisible(bool(message))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up for local files."""
        if local_paths(event):
            restyle(self, hot="true")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Back to rest."""
        restyle(self, hot="false")

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the path; several at once are refused in words."""
        restyle(self, hot="false")
        paths = local_paths(event)
        event.acceptProposedAction()
        if len(paths) > 1:
            self.refuse(
                self.tr("Several things were dropped at once."), self.tr("Drop the one folder that holds them.")
            )
        elif paths:
            self.dropped.emit(paths[0])

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if self._filters:
            dialog.setNameFilters([self._filters, self.tr("All files (*)")])
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.dropped.emit(Path(path)))
        dialog.open()


def local_paths(event: QDropEvent) -> list[Path]:
    """The local files and folders of a drag."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
