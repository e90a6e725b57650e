"""The system’s file dialogs, without a nested event loop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_save(parent: QWidget, name: str, kinds: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask where to save; ``kinds`` is a filter such as ``PNG (*.png)``."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    title = QCoreApplication.translate("files", "Save as")
    dialog = QFileDialog(parent, title, str(Path(documents) / name.replace("/", "-")), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
    return dialog


def ask_open(parent: QWidget, title: str, kinds: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a file that is there; ``kinds`` is a filter such as ``JSON (*.json)``."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
    return dialog
