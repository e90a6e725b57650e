"""Calling third-party tools: quietly, and with their failures said in words."""

from __future__ import annotations

import contextlib
import io
import logging
import warnings
from collections.abc import Iterator

from kdstudio.core.errors import Code, KDError


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
def onnxruntime_tool(what: str) -> Iterator[None]:
    """Run one of onnxruntime’s tools quietly; raises ``EXPORT_UNSUPPORTED`` where it gives up.

    ``what`` completes “The network could not be …”. The tools raise bare exceptions of every kind.
    """
    try:
        with quiet():
            yield
    except (OSError, KDError):
        raise
    except Exception as error:
        detail = (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")[:300]
        raise KDError(
            Code.EXPORT_UNSUPPORTED,
            f"The network could not be {what}: {detail}.",
            "Leave this file out, or choose another architecture.",
        ) from error
