"""The cache: decoded once, found again, never half written, never in the way."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.progress import Silent
from kdstudio.engine.tasks import get
from tests.unit.engine.data import make

TASK = get("image-classification")


class Counting(Silent):
    """Counts how much is read, and may end the work."""

    def __init__(self, stop_at: str = "") -> None:
        self.units: list[str] = []
        self._stop_at = stop_at

    def progress(self, done: float, total: float, unit: str = "") -> None:
        assert 0 <= done <= total
        self.units.append(unit)
        if unit == self._stop_at:
            raise InterruptedError("asked to stop")


def load(root: Path, reporter: Silent, **settings: object) -> Dataset:
    return TASK.load(make.recipe(root, **settings), root.parent / "cache", reporter)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make.folder(tmp_path / "d", {"cat": 100, "dog": 100})


def test_images_are_decoded_once(root: Path) -> None:
    first = Counting()
    before = load(root, first)
    assert "images" in first.units
    for settings in ({}, {"seed": 3}, {"exclude": ("cat/000.png",)}, {"merge_classes": {"cat": "Cat"}}):
        again = Counting()
        load(root, again, **settings)
        assert "images" not in again.units
    after = load(root, Silent())
    assert isinstance(after.train.arrays["image"], np.memmap)
    index = np.arange(len(before.train))
    assert np.array_equal(before.train.take("image", index), after.train.take("image", index))


def test_other_decoding_is_another_entry(root: Path) -> None:
    load(root, Silent())
    other = Counting()
    assert load(root, other, image_size=8).train.take("image", np.array([0])).shape == (1, 8, 8, 3)
    assert "images" in other.units


def test_a_stop_in_the_middle_leaves_nothing_behind(root: Path) -> None:
    with pytest.raises(InterruptedError):
        load(root, Counting("images"))
    assert not [path for path in (root.parent / "cache" / "data").iterdir() if path.is_dir()]
    assert len(load(root, Silent()).train) == 160


@pytest.mark.parametrize("name", ["meta.json", "labels.npy", "image.npy"])
def test_a_damaged_entry_is_made_anew(root: Path, name: str) -> None:
    load(root, Silent())
    (found,) = (root.parent / "cache" / "data").glob(f"*/{name}")
    found.write_bytes(found.read_bytes()[: found.stat().st_size // 2])
    again = Counting()
    data = load(root, again)
    assert "images" in again.units
    assert data.train.take("image", np.arange(160)).any(axis=(1, 2, 3)).all()


def test_two_at_once_decode_once(root: Path) -> None:
    reporters = [Counting(), Counting()]
    threads = [threading.Thread(target=load, args=(root, reporter)) for reporter in reporters]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum("images" in reporter.units for reporter in reporters) == 1


def test_data_that_grows_while_it_is_read_is_noticed(tmp_path: Path) -> None:
    rows = [f"pictures/{n:03}.png,{'ab'[n % 2]}" for n in range(100)]
    make.folder(tmp_path, {"pictures": 100})
    (tmp_path / "t.csv").write_text("\n".join(["file,label", *rows]))

    class Growing(Silent):
        def progress(self, done: float, total: float, unit: str = "") -> None:
            if unit == "images":
                with (tmp_path / "t.csv").open("a") as stream:
                    stream.write("\npictures/000.png,a")

    with pytest.raises(KDError) as error:
        TASK.load(make.recipe(tmp_path / "t.csv"), tmp_path / "cache", Growing())
    assert error.value.code == Code.DATA_CHANGED


def test_a_changed_file_is_noticed_even_at_the_same_size(root: Path) -> None:
    path = root / "cat" / "000.png"
    old = time.time() - 3600
    for file in root.rglob("*.png"):
        os.utime(file, (old, old))
    before = load(root, Silent())
    make.picture(5000).save(path)
    after = load(root, Silent())
    assert before.fingerprint != after.fingerprint


@pytest.fixture
def _small_files() -> Iterator[None]:
    resource = pytest.importorskip("resource", reason="needs a limit on the size of files")
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.usefixtures("_small_files")
def test_a_full_disk_is_said_and_leaves_nothing_behind(root: Path) -> None:
    with pytest.raises(KDError) as error:
        load(root, Silent())
    assert error.value.code == Code.DISK_FULL
    assert not list((root.parent / "cache" / "data").glob("*/*"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "disk").mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(tmp_path / "disk")]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(mounting, check=False).returncode:
        pytest.skip("only root can mount a small disk; the size limit above tests the same")
    yield tmp_path / "disk"
    subprocess.run(["umount", "-l", str(tmp_path / "disk")], check=True)


def test_a_disk_that_is_too_small_is_told_beforehand(root: Path, small_disk: Path) -> None:
    reporter = Counting()
    with pytest.raises(KDError, match="decoded images need") as error:
        TASK.load(make.recipe(root, image_size=64), small_disk, reporter)
    assert error.value.code == Code.DISK_FULL
    assert "images" not in reporter.units


def test_a_cache_that_cannot_be_written_is_said(root: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in its place")
    with pytest.raises((KDError, OSError)) as error:
        load(root, Silent())
    assert isinstance(error.value, KDError) or error.value.errno in (errno.ENOTDIR, errno.EEXIST)


def test_memory_does_not_grow_with_the_data(tmp_path: Path) -> None:
    """The full measure is ``benchmarks/memory.py``; this holds the line at a size that takes seconds."""
    script = Path(__file__).parents[4] / "benchmarks" / "memory.py"
    run = [sys.executable, str(script), "--examples", "3000", "--steps", "300"]
    found = subprocess.run(run, check=True, capture_output=True, text=True, cwd=script.parents[1])
    assert float(found.stdout.split()[-1]) <= 1.1


def test_rows_of_a_large_array_leave_memory_again(tmp_path: Path) -> None:
    from kdstudio.engine.data.dataset import Examples

    count = 1000
    array = np.lib.format.open_memmap(tmp_path / "image.npy", "w+", np.uint8, (count, 224, 224, 3))
    array[:] = 1
    del array
    examples = Examples(
        {"image": np.load(tmp_path / "image.npy", mmap_mode="r")}, np.zeros(count, np.int64), [""] * count
    )
    before = psutil.Process().memory_info().rss
    for start in range(0, count, 50):
        examples.take("image", np.arange(start, start + 50))
    assert psutil.Process().memory_info().rss - before < 60 << 20
