"""Folders of images or of texts, in the layouts ``class/``, ``split/class/`` and ``class/split/``.

The type of a file is told from its content when it is decoded, so every regular file in a class folder counts; each
file of texts is one.
Links that loop, pipes and devices are skipped and counted. Ids are POSIX paths relative to the data folder.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kdstudio.core.errors import Code, KDError
from kdstudio.core.health import Split
from kdstudio.core.names import escape
from kdstudio.core.recipe import DataSpec, TaskKind
from kdstudio.engine.data.hashes import FileHashes, digest_of
from kdstudio.engine.data.lines import whole
from kdstudio.engine.data.source import Record, Skipped, UnreadableError, split_of

_IGNORED = {"thumbs.db", "desktop.ini", "__macosx"}
_DEPTH = 32
_FIRST = 20
"""Files that are looked into before a folder counts as one of texts."""


@dataclass(frozen=True, slots=True)
class _File:
    parts: tuple[str, ...]
    label: str
    split: Split | None


class FolderSource:
    """Image files or texts below a folder, their labels and splits taken from the folder names."""

    format = "folder"
    columns: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __init__(self, path: Path, kind: TaskKind) -> None:
        self.path = path
        self.roles: dict[str, str] = {}
        self._texts = kind == "text-classification"
        walk = _Walk(path)
        top = walk.folders(())
        while len(top) == 1 and (inner := walk.folders(top[0])) and not any(split_of(p[-1]) for p in inner):
            if walk.files(top[0]):
                break
            top = inner
        self.layout = _layout(walk, top)
        if not self.layout:
            raise _no_layout(walk)
        found = list(_classes(walk, top, self.layout))
        self.classes = tuple(dict.fromkeys(escape(label) for label, _, _ in found))
        self._files = [
            _File(parts, escape(label), split) for label, split, folder in found for parts in walk.below(folder)
        ]
        self.skipped = tuple(sorted(walk.skipped, key=lambda entry: entry.id))
        self.total = len(self._files)

    def key(self, hashes: FileHashes) -> str:
        """Hash of every file's name and content."""
        root = str(self.path)
        names = ("/".join(file.parts) for file in self._files)
        return digest_of(self.layout, *(f"{name}\0{hashes.of(f'{root}/{name}', self.total)}" for name in names))

    def records(self) -> Iterator[Record]:
        """Every file, in the order of its path."""
        for file in self._files:
            path, payload, error = self.path.joinpath(*file.parts), "", ""
            if self._texts:
                try:
                    payload = whole(path)
                except UnreadableError as caught:
                    error = str(caught)
            yield Record(escape("/".join(file.parts)), file.label, file.split, payload if self._texts else path, error)


def recognises(path: Path) -> bool:
    """Whether there is a folder with folders in it."""
    return path.is_dir() and any(entry.is_dir() for entry in path.iterdir() if not _ignored(entry.name))


def open(path: Path, spec: DataSpec, kind: TaskKind) -> FolderSource:
    """Open a folder of class folders."""
    if not path.is_dir():
        raise KDError(Code.DATA_LAYOUT, f"{path} is not a folder.", "Choose the folder that holds the class folders.")
    source = FolderSource(path, kind)
    first = list(islice(source.records(), _FIRST)) if kind == "text-classification" else []
    if first and all(record.error for record in first):
        raise KDError(
            Code.DATA_TASK,
            f"{path} does not hold texts: {first[0].id} cannot be read as one.",
            "Set the task to image-classification, or choose a folder or a table of texts.",
        )
    return source


class _Walk:
    """Lists folders once, sorted, and remembers what it left alone."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.skipped: list[Skipped] = []
        self._listed: dict[tuple[str, ...], tuple[list[str], list[str]]] = {}

    def folders(self, parts: tuple[str, ...]) -> list[tuple[str, ...]]:
        """The folders in a folder."""
        return [(*parts, name) for name in self._list(parts)[0]]

    def files(self, parts: tuple[str, ...]) -> list[tuple[str, ...]]:
        """The regular files in a folder."""
        return [(*parts, name) for name in self._list(parts)[1]]

    def below(self, parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The regular files in a folder and all folders below it."""
        yield from self.files(parts)
        for folder in self.folders(parts):
            yield from self.below(folder)

    def _list(self, parts: tuple[str, ...]) -> tuple[list[str], list[str]]:
        if parts not in self._listed:
            folders: list[str] = []
            files: list[str] = []
            for entry in self._entries(parts):
                place = self._place(entry, (*parts, entry.name))
                if place is not None:
                    (folders if place else files).append(entry.name)
            self._listed[parts] = (sorted(folders), sorted(files))
        return self._listed[parts]

    def _entries(self, parts: tuple[str, ...]) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self.root.joinpath(*parts)) as entries:
                return [entry for entry in entries if not _ignored(entry.name)]
        except OSError as error:
            self._skip(parts, f"the folder cannot be opened: {error.strerror}")
            return []

    def _place(self, entry: os.DirEntry[str], parts: tuple[str, ...]) -> bool | None:
        """Whether an entry is a folder; None where it is to be left alone."""
        if entry.is_file(follow_symlinks=False):
            return False
        try:
            mode = entry.stat().st_mode
        except OSError as error:
            self._skip(parts, "a link to itself or to nothing" if entry.is_symlink() else str(error.strerror))
            return None
        if stat.S_ISDIR(mode):
            if len(parts) > _DEPTH or (entry.is_symlink() and self._loops(Path(entry.path))):
                self._skip(parts, "a link that leads back to a folder above it")
                return None
            return True
        if stat.S_ISREG(mode):
            return False
        kinds = {stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
        self._skip(parts, f"{kinds.get(stat.S_IFMT(mode), 'a device')}, not a file")
        return None

    def _loops(self, path: Path) -> bool:
        target, here = path.resolve(), path.parent.resolve()
        return here == target or here.is_relative_to(target)

    def _skip(self, parts: tuple[str, ...], reason: str) -> None:
        self.skipped.append(Skipped(escape("/".join(parts)), reason))


def _ignored(name: str) -> bool:
    return name.startswith(".") or name.casefold() in _IGNORED


def _layout(walk: _Walk, top: list[tuple[str, ...]]) -> str:
    if not top:
        return ""
    if all(split_of(parts[-1]) for parts in top) and any(split_of(parts[-1]) == "train" for parts in top):
        return "split/class/" if any(walk.folders(parts) for parts in top) else ""
    inner = [walk.folders(parts) for parts in top]
    names = [parts[-1] for folders in inner for parts in folders]
    if names and all(map(split_of, names)) and not any(walk.files(parts) for parts in top):
        return "class/split/"
    return "class/"


def _classes(
    walk: _Walk, top: list[tuple[str, ...]], layout: str
) -> Iterator[tuple[str, Split | None, tuple[str, ...]]]:
    """(class, split, folder) of every class folder."""
    for outer in top:
        if layout == "class/":
            yield outer[-1], None, outer
        for inner in walk.folders(outer) if layout != "class/" else ():
            if layout == "split/class/":
                yield inner[-1], split_of(outer[-1]), inner
            else:
                yield outer[-1], split_of(inner[-1]), inner


def nothing_in(path: Path) -> KDError:
    """Why a folder is not data."""
    return _no_layout(_Walk(path))


def _no_layout(walk: _Walk) -> KDError:
    loose = len(walk.files(()))
    return KDError(
        Code.DATA_LAYOUT,
        f"{walk.root} holds no class folders, but {loose:,} loose files."
        if loose > 1
        else f"{walk.root} holds no class folders.",
        "Put the images of each class into a folder named after the class: class/, split/class/ or class/split/.",
    )
