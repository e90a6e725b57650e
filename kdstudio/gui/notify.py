"""A word from the system when the window is not looked at."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

_SHOWN_MS = 10_000


class Notifier(QObject):
    """Marks the window in the task bar and shows a notification, where the system has them; only when unfocused."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._away = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._away.timeout.connect(self.withdraw)
        self.last = ""

    def tell(self, title: str, words: str) -> None:
        """Notify, unless the window has the focus."""
        window = self._window.window()
        if window.isActiveWindow():
            return
        self.last = f"{title}: {words}"
        QApplication.alert(window)
        if sys.platform.startswith("linux") and _by_command(title, words):
            return
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._by_tray(window, title, words)

    def _by_tray(self, window: QWidget, title: str, words: str) -> None:
        self._tray = QSystemTrayIcon(window.windowIcon(), self)
        self._tray.show()
        self._tray.showMessage(title, words)
        self._away.start()

    def withdraw(self) -> None:
        """Take the tray icon away again."""
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None


def _by_command(title: str, words: str) -> bool:
    """The desktop's own command, since many Linux desktops have no tray; false where it is missing."""
    command = QStandardPaths.findExecutable("notify-send")
    return bool(command) and QProcess.startDetached(command, ["--app-name=KD Studio", title, words])[0]
