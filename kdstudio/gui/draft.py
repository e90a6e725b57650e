"""The recipe that is being prepared, kept beside the runs so that a crash or a power cut loses nothing of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kdstudio.core import recipe_file
from kdstudio.core.errors import KDError
from kdstudio.core.recipe import Recipe
from kdstudio.gui import background
from kdstudio.runs.files import discard, write_atomic
from kdstudio.runs.workspace import Workspace

_SETTLE_MS = 800


def path(workspace: Workspace) -> Path:
    """Where the draft of a workspace is."""
    return workspace.root / "draft.toml"


def load(workspace: Workspace) -> Recipe | None:
    """The recipe that was being prepared, or None."""
    try:
        return recipe_file.load(path(workspace))
    except KDError:
        return None


class Draft(QObject):
    """Writes a recipe a moment after its last change, in the background; a failure is not worth an interruption."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._recipe: Recipe | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self.flush)

    def keep(self, recipe: Recipe | None) -> None:
        """Keep this recipe from now on, or none."""
        self._recipe = recipe
        self._timer.start()

    def flush(self) -> None:
        """Write what is to be kept."""
        self._timer.stop()
        file, recipe = path(self._workspace), self._recipe
        if recipe is None:
            background.run(lambda: discard(file), _ignore, _ignore)
        else:
            background.run(lambda: write_atomic(file, recipe_file.dumps(recipe).encode()), _ignore, _ignore)

    def close(self) -> None:
        """Write what is still waiting."""
        if self._timer.isActive():
            self.flush()


def _ignore(_: object) -> None:
    """Nobody waits for it."""
