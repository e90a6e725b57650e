"""Showing a file or folder in the system's file manager."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from kdstudio.core.errors import Code, KDError


def reveal(path: Path) -> None:
    """Open the folder and, where the system can, select ``path`` in it."""
    if not path.exists():
        raise KDError(Code.RUN_NOT_FOUND, f"{path} is not there any more.", "It may have been moved or deleted.")
    if sys.platform == "win32":
        QProcess.startDetached("explorer", ["/select,", subprocess.list2cmdline([str(path)])])
    elif sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(path)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))
