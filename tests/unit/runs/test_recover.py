"""What a killed writer leaves beside its target is cleared away, and the old folder is never lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kdstudio.runs.files import recover


@pytest.fixture(scope="module")
def dead() -> int:
    """The id of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        pass
    return child.pid


def _folder(path: Path, text: str) -> None:
    path.mkdir()
    (path / "file").write_text(text)


def test_killed_between_the_two_renames(tmp_path: Path, dead: int) -> None:
    _folder(tmp_path / f".out.{dead}-0.old", "old")
    _folder(tmp_path / f".out.{dead}-0.part", "half")
    recover(tmp_path / "out")
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out" / "file").read_text() == "old"


def test_killed_before_the_old_one_was_discarded(tmp_path: Path, dead: int) -> None:
    _folder(tmp_path / "out", "new")
    _folder(tmp_path / f".out.{dead}-0.old", "old")
    recover(tmp_path / "out")
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out" / "file").read_text() == "new"


def test_what_lives_or_is_another_name_stays(tmp_path: Path, dead: int) -> None:
    kept = [f".out.{os.getppid()}-0.part", f".outer.{dead}-0.part", f"out.{dead}-0.part", f".out.{dead}-0.party"]
    for name in kept:
        (tmp_path / name).touch()
    recover(tmp_path / "out")
    recover(tmp_path / "gone" / "out")
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(kept)
