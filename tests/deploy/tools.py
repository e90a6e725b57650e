"""What compiles the samples: the system’s programs, and parts of packages that ``.ci/tools`` puts into ``.tools``."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / ".tools"
ONNXRUNTIME = TOOLS / "onnxruntime"
"""``include/`` (C and C++), ``csharp/`` (sources of the managed library) and ``classes.jar`` (Android)."""

DRIVERS = Path(__file__).parent / "tokens"
"""Programs that print the ids of texts, around the tokenizers of the samples."""


def program(name: str) -> str:
    """The path of a program, or the test is skipped."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def unpacked(path: Path) -> Path:
    """A part of a package, or the test is skipped."""
    if not path.exists():
        pytest.skip(f"{path.name} is not there: run .ci/tools first")
    return path


def run(*command: object, folder: Path | None = None, **environment: str) -> str:
    """Run a command and give its output; the test fails with its errors."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "ORT_DISABLE_TELEMETRY": "1", **environment},
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout
