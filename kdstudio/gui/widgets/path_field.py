"""A path: typed, dropped or chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.drop_zone import local_paths


class PathField(QWidget):
    """``changed`` carries the new path once it is complete."""

    changed = Signal(str)

    def __init__(self, name: str, filters: str = "", *, files: bool = True, folders: bool = True) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._filters = filters
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(self.tr("Drop it here, or choose it"))
        self.edit.editingFinished.connect(self._on_finished)
        self._last = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit, 1)
        self.file = button("", self._choose_file, icon="file", name=self.tr("Choose a file: {name}").format(name=name))
        self.folder = button(
            "", self._choose_folder, icon="folder-open", name=self.tr("Choose a folder: {name}").format(name=name)
        )
        if not files:
            self.file.hide()
        if not folders:
            self.folder.hide()
        layout.addWidget(self.file)
        layout.addWidget(self.folder)
        self.setFocusProxy(self.edit)

    def set_path(self, path: str) -> None:
        """Show a path without announcing it."""
        self._last = path
        if self.edit.text() != path:
            self.edit.setText(path)

    def _take(self, path: str) -> None:
        self.edit.setText(path)
        self._on_finished()

    def _on_finished(self) -> None:
        path = self.edit.text().strip()
        if path != self._last:
            self._last = path
            self.changed.emit(path)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.edit.accessibleName())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if self._filters:
            dialog.setNameFilters([self._filters, self.tr("All files (*)")])
        self._open(dialog)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.edit.accessibleName())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Local files only."""
        if local_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first path."""
        self._take(str(local_paths(event)[0]))
