from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kdstudio.client.launch import ENGINE_PYTHON

Tell = Callable[[str], None]

SCRIPT = Path(__file__).with_name("scripted.py")


@pytest.fixture
def tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tell:
    """Let workers tell a story instead of training."""
    if os.name == "nt":
        pytest.skip("a script cannot stand in for an interpreter here")
    engine = tmp_path / "python"
    engine.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{SCRIPT}" "$@"\n')
    engine.chmod(0o755)
    monkeypatch.setenv(ENGINE_PYTHON, str(engine))
    return lambda story: monkeypatch.setenv("KDSTUDIO_STORY", story)
