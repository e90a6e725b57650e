"""Starting a worker process. The worker is a command, never an import: this stack has no torch."""

from __future__ import annotations

import os
import subprocess
import sys
import weakref
from pathlib import Path

from kdstudio.core.errors import Code, KDError
from kdstudio.protocol import secrets
from kdstudio.protocol.secrets import Secret
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.reader import size

ENGINE_PYTHON = "KDSTUDIO_ENGINE_PYTHON"

_children: list[subprocess.Popen[bytes]] = []  # a worker may outlive its session; it is reaped at the next start


def worker_command(folder: RunFolder) -> list[str]:
    """The command line of a run's worker: the frozen app itself, or a Python that has torch."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [engine_python(), "-m", "kdstudio"]
    return [*program, "worker", str(folder.path), str(size(folder.commands))]


def engine_python() -> str:
    """The Python that has the heavy stack: our own, unless the user points at another one."""
    return os.environ.get(ENGINE_PYTHON) or sys.executable


def engine_environment() -> dict[str, str]:
    """The environment in which that Python finds this very package."""
    environment = dict(os.environ)
    root = str(Path(__file__).resolve().parents[2])
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [root, environment.get("PYTHONPATH")]))
    environment["PYTHONUNBUFFERED"] = "1"
    return environment


class Pipe:
    """The writing end of a worker's standard input, the one way that a key takes; closed when nobody holds it."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        assert child.stdin is not None
        self._descriptor = os.dup(child.stdin.fileno())
        child.stdin.close()
        weakref.finalize(self, os.close, self._descriptor)

    def hand_over(self, secret: Secret) -> bool:
        """Give the worker a key; false where it has gone."""
        try:
            os.write(self._descriptor, secrets.encode(secret))
        except OSError:
            return False
        return True


def start_worker(folder: RunFolder, *, piped: bool = False) -> subprocess.Popen[bytes]:
    """Start a run's worker in a session of its own, so that Ctrl+C in the terminal reaches only its client.

    A ``piped`` one may be handed keys; see :class:`Pipe`.
    """
    _children[:] = [child for child in _children if child.poll() is None]
    try:
        with folder.log.open("ab") as log:
            child = subprocess.Popen(
                worker_command(folder),
                stdin=subprocess.PIPE if piped else subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=engine_environment(),
                start_new_session=os.name != "nt",
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) if os.name == "nt" else 0,
            )
    except OSError as error:
        raise KDError(
            Code.ENGINE_UNAVAILABLE, f"The training engine could not be started: {error}.", "Install KD Studio again."
        ) from error
    _children.append(child)
    return child
