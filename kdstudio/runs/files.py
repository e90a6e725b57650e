"""Writing a file so that a crash, a full disk or a second writer never leaves half of it."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kdstudio.core.errors import Code, KDError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_atomic(path: Path, data: bytes) -> None:
    """Replace ``path`` with ``data``: the old content or the new, never a part."""
    with replacing(path) as staging:
        staging.write_bytes(data)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a path beside ``path`` to write a file or folder at; it takes ``path``'s place when the block ends well."""
    staging = path.with_name(f".{path.name}.{os.getpid()}.part")
    discard(staging)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield staging
        _sync_tree(staging)
        if staging.is_dir() and path.is_dir():
            old = path.with_name(f".{path.name}.{os.getpid()}.old")
            path.rename(old)
            staging.rename(path)
            discard(old)
        else:
            staging.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        discard(staging)
        raise disk_error(error, path) from error
    except BaseException:
        discard(staging)
        raise


def disk_error(error: OSError, path: Path) -> KDError | OSError:
    """Say a full or read-only disk in words; any other error is returned as it is."""
    if error.errno in _FULL:
        free = free_bytes(path)
        return KDError(
            Code.DISK_FULL,
            f"The disk is full: {path.name} could not be written, {free / 1e6:,.1f} MB are free.",
            "Free some space and resume; what was saved before is intact.",
        )
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return KDError(Code.WORKSPACE_READONLY, f"{path.parent} cannot be written.", "Choose another workspace folder.")
    return error


def free_bytes(path: Path) -> int:
    """Free space where ``path`` is or would be."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return shutil.disk_usage(path).free


def sync_file(path: Path) -> None:
    """Flush a file to the disk."""
    with path.open("rb") as stream:
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
    for entry in path.rglob("*"):
        if entry.is_file():
            sync_file(entry)
    sync_folder(path)


def discard(path: Path) -> None:
    """Remove a file or folder if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def sha256(path: Path) -> str:
    """Hash of a file's content."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
