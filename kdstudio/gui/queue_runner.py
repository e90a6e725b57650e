"""Works through the queue of runs, one at a time, beside the run that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kdstudio.gui import background, spoken
from kdstudio.gui.run_model import RunModel
from kdstudio.runs import queue
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace


class QueueRunner(QObject):
    """Begins by itself when the run before it ends, or when it is asked to."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asking = False
        self.run: RunModel | None = None

    @property
    def busy(self) -> bool:
        """Whether a queued run is at work, or about to be."""
        return self.run is not None or self._asking

    def start(self) -> None:
        """Take the next run and start it, unless one is at work."""
        if not self.busy:
            self._asking = True
            background.run(lambda: queue.take(self._workspace), self._begin, self._failed)

    def _failed(self, error: Exception) -> None:
        self._asking = False
        raise error

    def _begin(self, folder: RunFolder | None) -> None:
        self._asking = False
        if folder is not None:
            self.run = RunModel.resume(folder, self)
            self.run.ended.connect(self._on_ended)
        self.changed.emit()

    def _on_ended(self) -> None:
        run, self.run = self.run, None
        if run is None:
            return
        name = run.folder.path.name if run.folder is not None else ""
        if run.view.failure is not None:
            self.told.emit(self.tr("{name}: {what}").format(name=name, what=spoken.engine(run.view.failure.message)))
        else:
            self.told.emit(self.tr("{name} is done.").format(name=name))
        run.deleteLater()
        self.start()
