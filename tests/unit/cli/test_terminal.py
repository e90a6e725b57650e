"""The command as a person sees it: in a terminal, with bars, and Ctrl+C."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kdstudio.cli.exits import Exit
from kdstudio.core import recipe_file
from kdstudio.core.recipe import DataSpec, Recipe, TeacherSpec
from kdstudio.runs import lock, record
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace
from tests.conftest import Tell

if sys.platform == "win32":
    pytest.skip("there is no pseudo-terminal", allow_module_level=True)

import pty

ROOT = Path(__file__).resolve().parents[3]


class Terminal:
    """A running command and what is on its screen."""

    def __init__(self, process: subprocess.Popen[bytes], screen: int) -> None:
        self.process, self._screen, self.seen = process, screen, ""

    def wait_for(self, words: str, seconds: float = 30.0) -> None:
        deadline = time.monotonic() + seconds
        while words not in self.seen:
            assert time.monotonic() < deadline, f"“{words}” never came:\n{self.seen}"
            self._read(0.1)

    def end(self) -> int:
        while self.process.poll() is None:
            self._read(0.1)
        self._read(0.1)
        return self.process.returncode

    def interrupt(self) -> None:
        os.write(self._screen, b"\x03")

    def _read(self, seconds: float) -> None:
        while select.select([self._screen], [], [], seconds)[0]:
            try:
                data = os.read(self._screen, 65_536)
            except OSError:  # Linux says so when the other side is closed
                return
            if not data:
                return
            self.seen += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", data.decode(errors="replace"))
            seconds = 0.0


@contextmanager
def terminal(*arguments: str) -> Iterator[Terminal]:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "kdstudio", *arguments]
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "140"}
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
        preexec_fn=_take_terminal,  # noqa: PLW1509 - no thread runs here
    )
    os.close(theirs)
    try:
        yield Terminal(process, ours)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _take_terminal() -> None:
    """Make the pseudo-terminal the controlling one, so that ^C typed there becomes a signal."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def recipe(tmp_path: Path) -> str:
    (tmp_path / "pictures").mkdir()
    found = Recipe(
        data=DataSpec(path=str(tmp_path / "pictures")), teacher=TeacherSpec(kind="train", architecture="resnet20")
    )
    (tmp_path / "recipe.toml").write_text(recipe_file.dumps(found), encoding="utf-8")
    return str(tmp_path / "recipe.toml")


def test_bars_with_time_left_then_the_table(tell: Tell, recipe: str) -> None:
    tell("done")
    with terminal("run", recipe) as screen:
        assert screen.end() == Exit.OK
    for words in ("✓ Read the data", "✓ Distil the student", "100\u00a0%", "Exported and verified"):
        assert words in screen.seen


def test_a_phase_under_way_shows_its_share_its_time_left_and_its_figures(tell: Tell, recipe: str) -> None:
    tell("hang")
    with terminal("run", recipe) as screen:
        screen.wait_for("whole job 3 s left")
        screen.wait_for("▸ Distil the student")
        screen.wait_for("40\u00a0%")
        screen.wait_for("loss 0.500")
        screen.interrupt()
        assert screen.end() == Exit.STOPPED


def test_ctrl_c_stops_and_keeps(tell: Tell, recipe: str) -> None:
    tell("hang")
    with terminal("run", recipe) as screen:
        screen.wait_for("loss 0.500")
        screen.interrupt()
        screen.wait_for("Press Ctrl+C again to stop at once")
        assert screen.end() == Exit.STOPPED
        assert "Stopped and kept at step 30." in screen.seen
        assert "kdstudio resume" in screen.seen
        assert "Traceback" not in screen.seen
    (run,) = Workspace().all_runs()
    assert record.state(run) is RunState.STOPPED


def test_a_second_ctrl_c_stops_at_once(tell: Tell, recipe: str) -> None:
    tell("deaf")
    with terminal("run", recipe) as screen:
        screen.wait_for("loss 0.500")
        screen.interrupt()
        screen.wait_for("Press Ctrl+C again")
        screen.interrupt()
        assert screen.end() == Exit.INTERRUPTED
        assert "Stopped at once." in screen.seen
    (run,) = Workspace().all_runs()
    assert not lock.is_held(run)
    assert record.state(run) is RunState.INTERRUPTED


def test_a_logout_stops_and_keeps(tell: Tell, recipe: str) -> None:
    """P4, at the client."""
    tell("hang")
    with terminal("run", recipe) as screen:
        screen.wait_for("loss 0.500")
        screen.process.send_signal(signal.SIGTERM)
        assert screen.end() == Exit.STOPPED
