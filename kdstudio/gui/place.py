"""Where a person was, so that a window that was killed, or left while training, opens there again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject

from kdstudio.gui import background, draft, teaching
from kdstudio.gui.studio import Studio
from kdstudio.runs.files import discard, write_atomic
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.runs.workspace import Workspace

_PREPARING = ("data", "models", "plan")
_OF_A_RUN = ("run", "results", "export")


class Place(msgspec.Struct, frozen=True):
    """A page, the run that was looked at and the task that was open, by their folders' names."""

    page: str
    run: str = ""
    task: str = ""


def path(workspace: Workspace) -> Path:
    """Where the place is kept; there is no such file after a window was closed in peace."""
    return workspace.root / "place.json"


def load(workspace: Workspace) -> Place | None:
    """Where the last window was when it ended without being closed, or None."""
    try:
        return msgspec.json.decode(path(workspace).read_bytes(), type=Place)
    except (OSError, msgspec.MsgspecError):
        return None


class PlaceKeeper(QObject):
    """Writes the place whenever the page or the run changes, in the background and never in another's way."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._studio = studio
        self._workspace = studio.workspace
        self._page = "home"
        self._written: Place | None = None
        studio.page_shown.connect(self._on_page)
        studio.run_changed.connect(self._keep)
        studio.teaching.opened.connect(self._keep)
        studio.teaching.kept.connect(self._keep)  # a new task gets its folder with the first writing
        studio.progressed.connect(self._keep)  # a new run gets its folder a moment after it is the current one

    def _on_page(self, page: str) -> None:
        self._page = page
        self._keep()

    def _keep(self) -> None:
        run = self._studio.run
        task = self._studio.teaching.folder
        place = Place(
            self._page,
            run.folder.path.name if run is not None and run.folder is not None else "",
            task.path.name if task is not None else "",
        )
        if place != self._written:
            self._written = place
            file, text = path(self._studio.workspace), msgspec.json.encode(place)
            background.run(lambda: write_atomic(file, text), _ignore, _ignore)

    def close(self) -> None:
        """Forget the place of a window that is closed in peace, unless a run goes on that it should show again."""
        if not self._studio.kept_running:
            self.forget()

    def forget(self) -> None:
        """Remove what was kept."""
        with suppress(OSError):  # a read-only workspace has none
            discard(path(self._workspace))


def restore(studio: Studio, place: Place) -> str:
    """Open again what was open; returns the page to show first.

    A recipe that was being prepared is looked at on its data page until its data has been checked again.
    """
    if place.run:
        folder = RunFolder(studio.workspace.runs / place.run)
        if folder.job_file.is_file():
            studio.open_run(folder, "")
    if place.task and (task := TaskFolder(studio.workspace.tasks / place.task)).task.is_file():
        here = place.page in teaching.STEPS
        studio.teaching.show(task, lambda: studio.go(place.page) if here else None)
    if place.page in teaching.STEPS:
        return "home"
    if place.page in _PREPARING and (recipe := draft.load(studio.workspace)) is not None:
        studio.new_recipe(recipe)
        _go_when_possible(studio, place.page)
        return "data"
    if place.page in _OF_A_RUN:
        if studio.run is None:
            return "home"
        if place.page != "run":
            _go_when_possible(studio, place.page)
        return "run"
    return place.page


def _go_when_possible(studio: Studio, page: str) -> None:
    """Go on to a page once nothing blocks it any more, unless the person has moved on by then."""
    if page == "data":
        return

    def look() -> None:
        if not studio.blocked(page):
            stop()
            studio.page_wanted.emit(page)

    def moved(shown: str) -> None:
        if shown not in ("data", "run"):
            stop()

    def stop() -> None:
        for signal, slot in listening:
            signal.disconnect(slot)

    listening = ((studio.health_changed, look), (studio.progressed, look), (studio.page_shown, moved))
    for signal, slot in listening:
        signal.connect(slot)


def _ignore(_: object) -> None:
    """Nobody waits for it."""
