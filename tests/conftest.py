"""What holds for every test: no network, a temporary home and workspace, no thread or process left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # else one that a test defines is found
os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # threads that spin while they wait slow the other tests down
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SmallDisk = Callable[[str], Path]
Tell = Callable[[str], None]
ReadOnlyDisk = Callable[[Callable[[Path], object]], Path]

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("KDSTUDIO_WORKSPACE", str(home / "workspace"))


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    threads = set(threading.enumerate())
    children = set(psutil.Process().children(recursive=True))
    yield
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        late_threads = {t for t in set(threading.enumerate()) - threads if not t.daemon}
        late_children = {c for c in set(psutil.Process().children(recursive=True)) - children if _lives(c)}
        if not late_threads and not late_children:
            return
        time.sleep(0.05)
    pytest.fail(f"left behind: threads {late_threads}, processes {late_children}")


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.fixture
def shared() -> Path:
    """The real data sets, where this clone has them beside it."""
    if not SHARED.is_dir():
        pytest.skip("the real data sets are not beside this clone")
    return SHARED


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Make a real file system of a given size, such as ``"1m"``, that can be filled."""
    mounted: list[Path] = []

    def make(size: str) -> Path:
        place = tmp_path / f"disk-{len(mounted)}"
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("a small disk can be mounted as root on Linux only")
        mounted.append(place)
        return place

    yield make
    for place in mounted:
        subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def read_only_disk(small_disk: SmallDisk) -> ReadOnlyDisk:
    """Make a disk, let the test fill it, and take away the right to write, even from root."""

    def make(fill: Callable[[Path], object]) -> Path:
        disk = small_disk("8m")
        fill(disk)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        return disk

    return make


@pytest.fixture
def tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tell:
    """Let workers tell a story (see ``scripted_worker.py``) instead of training."""
    if os.name == "nt":
        pytest.skip("a script cannot stand in for an interpreter here")
    engine, script = tmp_path / "python", Path(__file__).with_name("scripted_worker.py")
    engine.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')
    engine.chmod(0o755)
    monkeypatch.setenv("KDSTUDIO_ENGINE_PYTHON", str(engine))
    return lambda story: monkeypatch.setenv("KDSTUDIO_STORY", story)


@pytest.fixture(scope="session")
def hub_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The models of a hub, made in a process of their own: the window's process never has the libraries for it."""
    root = tmp_path_factory.mktemp("hub")
    subprocess.run([sys.executable, "-m", "tests.hub_models", str(root)], cwd=ROOT, check=True, capture_output=True)
    return root


@pytest.fixture
def hub(hub_models: Path, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment in which this hub is asked."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.hub_server", str(hub_models)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    with server.stdout as told:
        yield {"HF_ENDPOINT": told.readline().strip(), "HF_HUB_OFFLINE": "0", "HF_HOME": str(tmp_path / "hf")}
        server.kill()
        server.wait()
