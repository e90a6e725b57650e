"""The set-up of ``run.py``, for real, with wheels made here instead of a registry's."""

from __future__ import annotations

import ast
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACE = (
    "import sys; sys.version_info = (3, 9, 1, 'final', 0); import runpy; runpy.run_path('run.py', run_name='__main__')"
)


def make_wheel(folder: Path, name: str, version: str, module: str, code: str = "") -> None:
    """A wheel with one module."""
    information = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{module}/__init__.py", code)
        wheel.writestr(f"{information}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        wheel.writestr(f"{information}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{information}/RECORD", "")


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone whose locks name packages that lie in a folder, and whose ``kdstudio`` tells what it was called with."""
    place, wheels = tmp_path / "clone", tmp_path / "wheels"
    (place / "kdstudio").mkdir(parents=True)
    wheels.mkdir()
    shutil.copy(ROOT / "run.py", place)
    make_wheel(wheels, "torch", "2.13.0+cpu", "torch")
    make_wheel(wheels, "first", "1.0", "first")
    make_wheel(wheels, "second", "1.0", "second")
    make_wheel(wheels, "pyside6", "6.0", "PySide6")
    (place / "requirements.lock").write_text("# locks\nfirst==1.0\npyside6==6.0\ntorch==2.13.0\n")
    (place / "requirements-dev.lock").write_text("second==1.0\n")
    (place / "requirements-model.lock").write_text("")
    (place / "kdstudio" / "__main__.py").write_text(
        "import json, os, sys, first, torch\n"
        "sys.stdout.write(json.dumps([sys.argv[1:], os.environ['KDSTUDIO_COMMAND'], os.getcwd()]))\n"
        "sys.exit(7)\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    return place


def call(clone: Path, *arguments: str, code: int = 7) -> tuple[str, list[str]]:
    """Run it from elsewhere; returns what the command said, and the steps of the set-up."""
    command = [sys.executable, str(clone / "run.py"), *arguments]
    done = subprocess.run(command, cwd=clone.parent, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    told = ("Set-up, once: ", "Set-up took ")
    return done.stdout, [line for line in done.stderr.splitlines() if not line.startswith(told)]


def test_it_sets_up_once_and_passes_everything_on(clone: Path) -> None:
    out, steps = call(clone, "run", "recipe.toml", "--set", "a=b c")
    assert json.loads(out) == [["run", "recipe.toml", "--set", "a=b c"], "python3 run.py", str(clone.parent)]
    assert steps == ["Set-up: create .venv", "Set-up: torch 2.13.0 (the largest part)", "Set-up: everything else"]
    assert call(clone, "demo")[1] == []

    lock = clone / "requirements.lock"
    lock.write_text(lock.read_text() + "second==1.0\n")
    assert call(clone, "demo")[1] == steps[1:]  # only what changed
    assert call(clone, "demo")[1] == []

    call(clone, "test", code=1)  # there is no pytest among those wheels, but its lock was installed
    stamp = json.loads((clone / ".venv" / "kdstudio-setup.json").read_text())
    assert {"python", "root", "runtime", "dev"} == set(stamp)

    moved = clone.rename(clone.with_name("moved"))  # scripts in .venv name their place
    assert call(moved, "demo")[1][0] == "Set-up: create .venv"


@pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal")
def test_a_terminal_is_told_what_comes_and_how_long_it_takes(clone: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, str(clone / "run.py"), "demo"], stderr=theirs, stdout=subprocess.DEVNULL, cwd=clone.parent
    ):
        os.close(theirs)
        said = b""
        try:
            while part := os.read(ours, 1 << 16):
                said += part
        except OSError:  # the last of the other side has gone
            pass
    os.close(ours)
    text = said.decode()
    assert text.startswith("Set-up, once: the libraries go into .venv.")
    assert "\r\x1b[K        1 s" in text, "nothing was said while pip was at work"
    assert "Set-up took " in text.splitlines()[-1]


def test_a_set_up_that_fails_says_so_and_goes_on_next_time(clone: Path) -> None:
    lock = clone / "requirements.lock"
    whole = lock.read_text()
    lock.write_text(whole + "missing==9.9\n")
    _, steps = call(clone, "demo", code=1)
    assert steps[-1].startswith("Installing failed; check the connection and the free disk")
    assert not (clone / ".venv" / "kdstudio-setup.json").exists()
    lock.write_text(whole)
    assert call(clone, "demo")[1] == ["Set-up: torch 2.13.0 (the largest part)", "Set-up: everything else"]


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_set_up_that_is_killed_goes_on_next_time(clone: Path) -> None:
    process = subprocess.Popen([sys.executable, str(clone / "run.py"), "demo"], stderr=subprocess.PIPE, process_group=0)
    assert process.stderr is not None
    while b"torch" not in process.stderr.readline():
        pass
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stderr.close()
    time.sleep(0.1)
    assert call(clone, "demo")[1][-1] == "Set-up: everything else"


def test_without_a_command_it_explains_itself(clone: Path) -> None:
    _, lines = call(clone, code=2)
    assert lines[0] == "python3 run.py COMMAND"
    assert not (clone / ".venv").exists()


def test_an_older_python_is_told_so() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))  # it can be read at all
    done = subprocess.run([sys.executable, "-c", PLACE], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "KD Studio needs Python 3.11 or newer; this is Python 3.9.\n"
