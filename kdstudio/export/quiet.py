"""Calling third-party tools: quietly, and with their failures said in words."""

from __future__ import annotations

import contextlib
import errno
import io
import logging
import os
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path

from kdstudio.core.errors import Code, KDError

_ROOM = 100_000
"""Free bytes below which a disk counts as full."""


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Silence prints, warnings and log lines below an error.

    The exporter and the quantizer print progress, warn about their own deprecations, and log through the root logger,
    which installs a handler as a side effect; what matters of their words is raised or measured by the caller.
    """
    root = logging.getLogger()
    handlers, disabled = list(root.handlers), root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(disabled)
        root.handlers[:] = handlers


@contextlib.contextmanager
def onnxruntime_tool(what: str, folder: Path) -> Iterator[None]:
    """Run one of onnxruntime’s tools quietly; raises ``EXPORT_UNSUPPORTED`` where it gives up.

    ``what`` completes “The network could not be …”. The tools raise bare exceptions of every kind. Parts of them are
    written in C++ and cut a file short on a full disk without a word, so that something else fails later: where the
    disk of ``folder``, to which they write, is full, ``OSError`` says so.
    """
    try:
        with quiet():
            yield
    except (OSError, KDError):
        raise
    except Exception as error:
        if shutil.disk_usage(folder).free < _ROOM:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder)) from error
        detail = (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")[:300]
        raise KDError(
            Code.EXPORT_UNSUPPORTED,
            f"The network could not be {what}: {detail}.",
            "Leave this file out, or choose another architecture.",
        ) from error
