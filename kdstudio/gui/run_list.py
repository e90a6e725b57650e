"""All runs at a glance, read away from the window's thread; only what changed on disk is read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from kdstudio.core.errors import KDError
from kdstudio.protocol import codec
from kdstudio.protocol.events import Progress
from kdstudio.runs import notes as notes_file
from kdstudio.runs import queue, record
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.notes import Notes
from kdstudio.runs.record import RunRecord, RunState
from kdstudio.runs.workspace import Workspace

_TAIL = 16_384


@dataclass(frozen=True)
class Entry:
    """One run of the list. ``run`` is None where it cannot be read, and ``problem`` then says why."""

    folder: RunFolder
    run: RunRecord | None
    notes: Notes = field(default_factory=Notes)
    problem: str = ""
    place: int = 0
    share: float | None = None

    @property
    def title(self) -> str:
        """The name a person gave, or the folder's."""
        return self.run.recipe.name or self.folder.path.name if self.run else self.folder.path.name

    @property
    def state(self) -> RunState | None:
        """Where the run stands."""
        return self.run.state if self.run else None


class RunList:
    """Reads the list again and again, for one caller at a time. ``place`` counts the queue from 1."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[Path, tuple[object, Entry]] = {}

    def read(self) -> list[Entry]:
        """Every run, newest first."""
        return self._keep(list(self._entries(self._workspace.all_runs())))

    def newest(self, most: int) -> list[Entry]:
        """The newest runs that can be read, as many as are wanted; older ones are not looked at."""
        readable = (entry for entry in self._entries(self._workspace.all_runs()) if entry.run is not None)
        return self._keep(list(islice(readable, most)))

    def trash(self) -> list[Entry]:
        """What was deleted, newest first."""
        place = self._workspace.trash
        folders = sorted(place.iterdir(), reverse=True) if place.is_dir() else []
        return [self._entry(RunFolder(path), 0) for path in folders if (path / "job.toml").is_file()]

    def _entries(self, folders: Iterable[RunFolder]) -> Iterator[Entry]:
        places = {folder.path: place for place, folder in enumerate(queue.waiting(self._workspace), start=1)}
        return (self._entry(folder, places.get(folder.path, 0)) for folder in folders)

    def _keep(self, entries: list[Entry]) -> list[Entry]:
        """Forget what is not shown any more."""
        present = {entry.folder.path for entry in entries}
        self._known = {path: kept for path, kept in self._known.items() if path in present}
        return entries

    def _entry(self, folder: RunFolder, place: int) -> Entry:
        key = (_stamp(folder), place)
        before = self._known.get(folder.path)
        if before is not None and before[0] == key and not _may_change(before[1]):
            return before[1]
        entry = _read(folder, place)
        self._known[folder.path] = (key, entry)
        return entry


def _may_change(entry: Entry) -> bool:
    """Whether a run's state can change without a file of it changing: when its worker dies."""
    return entry.run is not None and entry.run.state.is_live


def _stamp(folder: RunFolder) -> tuple[tuple[int, int], ...]:
    files = (folder.events, folder.recipe_file, folder.notes, folder.artifacts / "report.json", folder.lock)
    return tuple(_mtime(path) for path in files)


def _mtime(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def _read(folder: RunFolder, place: int) -> Entry:
    try:
        run = record.read(folder)
    except (KDError, OSError) as error:
        return Entry(folder, None, problem=str(error))
    share = _share(folder) if run.state.is_live else None
    return Entry(folder, run, notes_file.load(folder), place=place, share=share)


def _share(folder: RunFolder) -> float | None:
    """How far the present phase of a live run is, from the end of its log."""
    try:
        with folder.events.open("rb") as stream:
            stream.seek(0, 2)
            stream.seek(max(0, stream.tell() - _TAIL))
            lines = stream.read().split(b"\n")[1:]
    except OSError:
        return None
    for line in reversed(lines):
        try:
            event = codec.decode_event(line) if line else None
        except KDError:
            continue
        if isinstance(event, Progress) and event.total:
            return min(1.0, event.done / event.total)
    return None
