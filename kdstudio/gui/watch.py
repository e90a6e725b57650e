"""What is on the disk, looked at for as long as somebody looks at the page that shows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kdstudio.gui import background

_SLOWEST_MS, _SETTLE_MS = 2000, 150


class Watch(QObject):
    """Calls ``read`` on a pool thread and says what it found when that differs from what it had found before.

    It reads when the page appears, soon after something came into ``folder`` or left it, and every two seconds for
    what no folder tells: a run that moves on inside its own folder, a worker that has died. While the page is hidden
    it reads nothing. Results are compared on the pool thread, so the window does nothing where nothing has changed.
    """

    found = Signal(object)

    def __init__(self, page: QWidget, folder: Path, read: Callable[[], object]) -> None:
        super().__init__(page)
        self._page, self._folder, self._read = page, folder, read
        self._last: object = None
        self._busy = self._again = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_folder)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.look)
        self.timer = QTimer(self, interval=_SLOWEST_MS)
        self.timer.timeout.connect(self.look)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin and end with the page."""
        if event.type() == QEvent.Type.Show:
            self.timer.start()
            self.look()
        elif event.type() == QEvent.Type.Hide:
            self._rest()
        return False

    def _rest(self) -> None:
        self.timer.stop()
        self._settle.stop()
        if folders := self._watcher.directories():
            self._watcher.removePaths(folders)

    def look(self) -> None:
        """Read now; while a reading is going on, once more after it."""
        if self._busy:
            self._again = True
            return
        self._busy, self._again = True, False
        self._attend()
        last, read = self._last, self._read

        def work() -> tuple[bool, object]:
            found = read()
            return found != last, found

        background.run(work, self._on_read, self._on_failed)

    def forget(self) -> None:
        """Say the next finding whatever it is, since what is read has changed."""
        self._last = None
        self.look()

    def _attend(self) -> None:
        """Watch the folder, which may not have been there before, or the one it will be in."""
        if self._page.isVisible() and str(self._folder) not in self._watcher.directories():
            for place in (self._folder, self._folder.parent):
                if place.is_dir() and str(place) not in self._watcher.directories():
                    self._watcher.addPath(str(place))

    def _on_folder(self) -> None:
        self._settle.start()  # a run is several files, and an unpacked workspace is many runs

    def _on_read(self, result: tuple[bool, object]) -> None:
        self._busy = False
        differs, found = result
        if differs:
            self._last = found
            self.found.emit(found)
        if self._again:
            self.look()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        raise error
