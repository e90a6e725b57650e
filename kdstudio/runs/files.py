"""Writing a file so that a crash, a full disk or a second writer never leaves half of it."""

from __future__ import annotations

import errno
import glob
import hashlib
import itertools
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from kdstudio.core.errors import Code, KDError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GONE = {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN}
_NAME_BYTES = 200  # of 255, so that a long name leaves room for what is put around it
_LEFT = re.compile(r"\.(?P<name>.+)\.(?P<pid>\d+)-\d+\.(?P<kind>part|old)")
_numbers = itertools.count()


def write_atomic(path: Path, data: bytes) -> None:
    """Replace ``path`` with ``data``: the old content or the new, never a part."""
    with replacing(path) as staging:
        staging.write_bytes(data)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a path beside ``path`` to write a file or folder at; it takes ``path``'s place when the block ends well.

    Raises:
        KDError: ``DISK_FULL`` or ``WORKSPACE_READONLY``, with the old content in place and nothing left beside it.
    """
    mine = f".{_short(path.name)}.{os.getpid()}-{next(_numbers)}"
    staging, old = path.with_name(f"{mine}.part"), path.with_name(f"{mine}.old")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield staging
        _sync_tree(staging)
        if staging.is_dir() and path.is_dir():
            path.rename(old)
            try:
                staging.rename(path)
            except OSError:
                old.rename(path)
                raise
            discard(old)
        else:
            _replace(staging, path)
        sync_folder(path.parent)
    except OSError as error:
        discard(staging)
        raise disk_error(error, path) from error
    except BaseException:
        discard(staging)
        raise


def _short(name: str) -> str:
    return os.fsencode(name)[:_NAME_BYTES].decode(errors="ignore")


def _replace(staging: Path, path: Path) -> None:
    """Put ``staging`` in the place of ``path``; Windows refuses that for as long as somebody reads the old file."""
    for _ in range(100 if os.name == "nt" else 0):
        try:
            staging.replace(path)
        except PermissionError:
            time.sleep(0.02)
        else:
            return
    staging.replace(path)


def recover(path: Path) -> None:
    """Clear away what killed writers left of ``path``; put its old folder back where one died between two renames."""
    _tidy(path.parent.glob(f".{glob.escape(_short(path.name))}.*"))


def sweep(folder: Path) -> None:
    """:func:`recover` everything in ``folder``; only for its one writer, before it writes."""
    _tidy(folder.rglob(".*"))


def _tidy(entries: Iterator[Path]) -> None:
    for entry in list(entries):
        match = _LEFT.fullmatch(entry.name)
        if match is None or psutil.pid_exists(int(match["pid"])):
            continue
        path = entry.with_name(match["name"])
        if match["kind"] == "old" and not path.exists():
            entry.rename(path)
        else:
            discard(entry)


def disk_error(error: OSError, path: Path) -> KDError | OSError:
    """Say a full, read-only or lost disk in words; any other error is returned as it is."""
    if error.errno in _FULL:
        free = free_bytes(path)
        return KDError(
            Code.DISK_FULL,
            f"The disk is full: {path.name} could not be written; {free / 1e6:,.1f} MB are free, which is too little.",
            "Free some space and resume; what was saved before is intact.",
        )
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return KDError(Code.WORKSPACE_READONLY, f"{path.parent} cannot be written.", "Choose another workspace folder.")
    return gone(path.parent) if error.errno in _GONE else error


def gone(folder: Path) -> KDError:
    """What is said of a folder that was there: a disk that was pulled out, a share that went away, a new name."""
    hint = "Bring the disk or the folder back and continue; what was saved before is intact."
    return KDError(Code.WORKSPACE_GONE, f"{folder} cannot be reached.", hint)


def identity(folder: Path) -> tuple[int, int] | None:
    """Which folder is at a path, or None where there is none: another one may take its place, such as a mount point."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def free_bytes(path: Path) -> int:
    """Free space where ``path`` is or would be."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return shutil.disk_usage(path).free


def sync_file(path: Path) -> None:
    """Flush a file to the disk."""
    with path.open("rb+" if os.name == "nt" else "rb") as stream:
        os.fsync(stream.fileno())


def sync_folder(path: Path) -> None:
    """Flush a folder's entries to the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_tree(path: Path) -> None:
    if not path.is_dir():
        sync_file(path)
        return
    for entry in path.iterdir():
        _sync_tree(entry)
    sync_folder(path)


def discard(path: Path) -> None:
    """Remove a file or folder if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    elif os.path.lexists(path):  # a read-only disk refuses to unlink what is not there
        path.unlink(missing_ok=True)


def sha256(path: Path) -> str:
    """Hash of a file's content."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
