"""Archives of data, unpacked into the workspace. Everything about one is looked at before anything is written.

An archive is refused as a whole when a name in it leads out of its folder, when it holds a link or a device, when it
is protected by a password, or when it would grow to more than the disk or reason allows.
"""

from __future__ import annotations

import hashlib
import lzma
import re
import shutil
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Protocol

import msgspec

from kdstudio.core.errors import Code, KDError, first_line
from kdstudio.core.names import escape
from kdstudio.core.recipe import Recipe
from kdstudio.core.resources import SAMPLE_PREFIX
from kdstudio.runs.files import free_bytes, recover, replacing
from kdstudio.runs.workspace import Workspace, slug

SUFFIXES = (".zip", ".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz")
_MOST_FILES = 2_000_000
_RATIO, _HARMLESS = 200, 1 << 30
"""Data grows fortyfold at most (tables of zeros); what grows more, to more than a gigabyte, is meant to fill disks."""
_RESERVE = 1 << 28
"""Bytes that stay free for everything else."""
_DRIVE = re.compile(r"[A-Za-z]:")
_LEFT_ALONE = {"__macosx", ".ds_store", "thumbs.db", "desktop.ini"}
_DAMAGED = (zipfile.BadZipFile, tarfile.TarError, EOFError, zlib.error, lzma.LZMAError, NotImplementedError, ValueError)


class _Member(msgspec.Struct, frozen=True):
    """A file in an archive."""

    name: str
    size: int
    fault: str = ""  # why it is not just a file


class _Archive(Protocol):
    """What zip and tar have in common here."""

    def members(self) -> Iterator[_Member]:
        """Every file, in order; folders come with their files."""

    def contents(self) -> Iterator[tuple[str, IO[bytes]]]:
        """Every file's name and content, once."""

    def close(self) -> None:
        """Let go of the file."""


def is_archive(path: Path) -> bool:
    """Whether a file is one by its name; its content has the last word in :func:`unpacked`."""
    return path.name.lower().endswith(SUFFIXES) and path.is_file()


def unpacked(path: Path, workspace: Workspace) -> Path:
    """The folder, or the single file, that an archive holds; unpacked once, anything else comes back as it is.

    Raises:
        KDError: ``DATA_ARCHIVE`` naming the member that is refused, or ``DISK_FULL``; nothing is written then.
    """
    if not is_archive(path):
        return path
    stamp = path.stat()
    mark = hashlib.blake2b(f"{path.resolve()}\0{stamp.st_size}\0{stamp.st_mtime_ns}".encode(), digest_size=4)
    place = workspace.data / f"{slug(path.name.split('.')[0])}-{mark.hexdigest()}"
    if not place.is_dir():
        recover(place)
        try:
            with closing(_open(path)) as archive:
                total = _examine(path, archive)
                _require_room(path, place, total)
            with closing(_open(path)) as archive, replacing(place) as staging:
                _write(path, archive, staging)
        except _DAMAGED as error:
            raise _refused(path, f"it is damaged: {first_line(error)}", "Fetch or make it again.") from error
    return _single(place)


def ready(recipe: Recipe, workspace: Workspace) -> Recipe:
    """The recipe with its data unpacked, where that is an archive; raises what :func:`unpacked` does."""
    path = Path(recipe.data.path).expanduser()
    if recipe.data.path.startswith(SAMPLE_PREFIX) or not is_archive(path):
        return recipe
    data = msgspec.structs.replace(recipe.data, path=str(unpacked(path, workspace)))
    return msgspec.structs.replace(recipe, data=data)


def _single(folder: Path) -> Path:
    entries = list(folder.iterdir())
    return entries[0] if len(entries) == 1 and entries[0].is_file() else folder


def _refused(path: Path, why: str, hint: str = "Nothing was unpacked. Do not trust where it comes from.") -> KDError:
    return KDError(Code.DATA_ARCHIVE, f"{path.name} is not unpacked: {why}.", hint)


def _examine(path: Path, archive: _Archive) -> int:
    """Look at every name and size; returns the bytes that the files will take."""
    total = count = 0
    limit = max(_HARMLESS, _RATIO * path.stat().st_size)
    for member in archive.members():
        count, total = count + 1, total + member.size
        if fault := member.fault or _name_fault(member.name):
            raise _refused(path, f"“{escape(member.name)[:80]}” in it {fault}")
        if total > limit or count > _MOST_FILES:
            raise _refused(path, f"it would grow to more than {limit / 1e9:,.0f} GB or {_MOST_FILES:,} files")
    if not count:
        raise _refused(path, "there is no file in it", "Choose another file.")
    return total


def _name_fault(name: str) -> str:
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or _DRIVE.match(name):
        return "has an absolute path"
    if ".." in parts:
        return "leads out of its folder"
    return "has no name that a disk takes" if "\0" in name or not parts[-1] else ""


def _require_room(path: Path, place: Path, total: int) -> None:
    free = free_bytes(place)
    if total + _RESERVE > free:
        raise KDError(
            Code.DISK_FULL,
            f"Unpacking {path.name} needs {total / 1e9:,.1f} GB, and {free / 1e9:,.1f} GB are free.",
            "Free some space, or choose a workspace on another disk in Settings.",
        )


def _write(path: Path, archive: _Archive, staging: Path) -> None:
    staging.mkdir()
    for name, content in archive.contents():
        with content:
            parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
            if any(part.casefold() in _LEFT_ALONE or part.startswith("._") for part in parts):
                continue
            target = staging.joinpath(*parts)
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("xb") as stream:
                    shutil.copyfileobj(content, stream, 1 << 20)
            except (FileExistsError, NotADirectoryError):
                raise _refused(path, f"“{escape(name)[:80]}” is in it twice", "Make it again.") from None


def _open(path: Path) -> _Archive:
    try:
        return _Zip(path) if zipfile.is_zipfile(path) else _Tar(path)
    except OSError as error:
        raise KDError(Code.DATA_UNREADABLE, f"{path} cannot be opened: {error.strerror}.", "Check the file.") from None


class _Zip:
    """A zip file; names in it that are not UTF-8 come as its own code page gives them."""

    def __init__(self, path: Path) -> None:
        self._file = zipfile.ZipFile(path)

    def members(self) -> Iterator[_Member]:
        """See :class:`_Archive`."""
        for info in self._file.infolist():
            if not info.is_dir():
                yield _Member(info.filename, info.file_size, self._fault(info))

    def _fault(self, info: zipfile.ZipInfo) -> str:
        mode = info.external_attr >> 16
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
            return "is a link or a device"
        return "is protected by a password" if info.flag_bits & 1 else ""

    def contents(self) -> Iterator[tuple[str, IO[bytes]]]:
        """See :class:`_Archive`."""
        for info in self._file.infolist():
            if not info.is_dir():
                yield info.filename, self._file.open(info)

    def close(self) -> None:
        """See :class:`_Archive`."""
        self._file.close()


class _Tar:
    """A tar file, compressed or not; read from its beginning to its end, as its kind wants."""

    def __init__(self, path: Path) -> None:
        self._file = tarfile.open(path, "r:*")  # noqa: SIM115 - closed by close

    def members(self) -> Iterator[_Member]:
        """See :class:`_Archive`."""
        for info in self._file:
            if not info.isdir():
                yield _Member(info.name, info.size, "" if info.isreg() else "is a link or a device")

    def contents(self) -> Iterator[tuple[str, IO[bytes]]]:
        """See :class:`_Archive`."""
        for info in self._file:
            content = self._file.extractfile(info) if info.isreg() else None
            if content is not None:
                yield info.name, content

    def close(self) -> None:
        """See :class:`_Archive`."""
        self._file.close()
