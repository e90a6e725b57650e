from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.runs import files
from tests.conftest import ReadOnlyDisk, SmallDisk


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def fill(disk: Path, leave: int = 0) -> Path:
    """Use up all space but ``leave`` bytes."""
    ballast = disk / "ballast"
    free = files.free_bytes(disk)
    with ballast.open("wb") as stream:
        stream.write(b"\0" * max(0, free - leave))
    return ballast


def test_the_old_content_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "file"
    files.write_atomic(path, b"old")
    files.write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(path.parent) == {"file"}


def test_what_is_written_is_beside_its_target_until_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with files.replacing(path) as staging:
        staging.write_bytes(b"x")
        assert staging.parent == tmp_path  # D3: never in a folder for temporary files, which may be another disk
        assert not path.exists()
    assert path.read_bytes() == b"x"


def test_a_folder_takes_a_folders_place(tmp_path: Path) -> None:
    path = tmp_path / "bundle"
    for content in ("old", "new"):
        with files.replacing(path) as staging:
            (staging / "deep").mkdir(parents=True)
            (staging / "deep" / content).write_text(content)
    assert names(path / "deep") == {"new"}
    assert names(tmp_path) == {"bundle"}


def test_an_exception_leaves_the_old_content(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError), files.replacing(path) as staging:  # noqa: PT012 - the error comes half way
        staging.write_bytes(b"half of it")
        raise RuntimeError
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"file"}


@pytest.mark.parametrize("name", ["x" * 255, "é" * 127, "🦊" * 63, "right\u202eleft", "new\nline", "a.b.part", ".old"])
def test_any_name_that_the_disk_takes(tmp_path: Path, name: str) -> None:
    files.write_atomic(tmp_path / name, b"1")
    files.write_atomic(tmp_path / name, b"2")
    assert (tmp_path / name).read_bytes() == b"2"
    assert names(tmp_path) == {name}


def test_a_full_disk_is_said_and_the_old_file_is_intact(small_disk: SmallDisk) -> None:
    disk = small_disk("1m")
    path = disk / "settings.json"
    files.write_atomic(path, b"old" * 1000)
    ballast = fill(disk, leave=8192)
    with pytest.raises(KDError, match=r"settings\.json could not be written") as caught:
        files.write_atomic(path, b"new" * 100_000)
    assert caught.value.code is Code.DISK_FULL
    assert path.read_bytes() == b"old" * 1000
    assert names(disk) == {"settings.json", "ballast"}
    ballast.unlink()
    files.write_atomic(path, b"new" * 100_000)
    assert path.stat().st_size == 300_000


def test_a_disk_full_in_the_middle_of_a_folder_leaves_the_old_folder(small_disk: SmallDisk) -> None:
    disk = small_disk("1m")
    path = disk / "export"
    with files.replacing(path) as staging:
        staging.mkdir()
        (staging / "model").write_bytes(b"old")
    with pytest.raises(KDError), files.replacing(path) as staging:  # noqa: PT012 - the second file does not fit
        staging.mkdir()
        (staging / "labels").write_bytes(b"new")
        (staging / "model").write_bytes(b"new" * 1_000_000)
    assert names(path) == {"model"}
    assert (path / "model").read_bytes() == b"old"
    assert names(disk) == {"export"}


def test_a_failed_flush_never_passes_for_a_written_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def broken(descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)  # D10: what a dying disk answers
    with pytest.raises(KDError, match="cannot be reached") as caught:
        files.write_atomic(path, b"new")
    assert caught.value.code is Code.WORKSPACE_GONE
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"file"}


def test_a_disk_that_cannot_be_written_is_named(read_only_disk: ReadOnlyDisk) -> None:
    disk = read_only_disk(lambda disk: (disk / "file").write_bytes(b"old"))
    with pytest.raises(KDError, match="cannot be written") as caught:
        files.write_atomic(disk / "file", b"new")
    assert caught.value.code is Code.WORKSPACE_READONLY
    assert (disk / "file").read_bytes() == b"old"


ROOT = Path(__file__).resolve().parents[3]

WRITER = """
import sys, time
from pathlib import Path
from kdstudio.runs.files import replacing
path = Path(sys.argv[1])
with replacing(path) as staging:
    staging.mkdir()
    (staging / "half").write_bytes(b"x" * 1000)
    sys.stdout.write("at it\\n"); sys.stdout.flush()
    time.sleep(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_what_a_killed_writer_left_is_swept_and_a_live_ones_is_not(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "checkpoint"
    path.mkdir(parents=True)
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        files.sweep(tmp_path)
        assert len(names(path.parent)) == 2  # its writer lives
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    files.sweep(tmp_path)
    assert names(path.parent) == {"checkpoint"}


def test_a_folder_whose_writer_died_between_two_renames_comes_back(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    old = tmp_path / f".export.{dead.pid}-7.old"
    old.mkdir()
    (old / "model").write_text("old")
    (tmp_path / f".export.{dead.pid}-7.part").mkdir()
    (tmp_path / ".hidden").write_text("someone else’s")
    files.recover(tmp_path / "export")
    assert names(tmp_path) == {"export", ".hidden"}
    assert (tmp_path / "export" / "model").read_text() == "old"


def test_a_swept_old_folder_goes_where_the_new_one_is_in_place(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (tmp_path / f".export.{dead.pid}-7.old").mkdir()
    (tmp_path / "export").mkdir()
    files.sweep(tmp_path)
    assert names(tmp_path) == {"export"}


def test_two_writers_of_one_file_never_mix(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from kdstudio.runs.files import write_atomic\n"
        "for _ in range(60): write_atomic(Path(sys.argv[1]), sys.argv[2].encode() * 50_000)\n"
    )
    path = tmp_path / "file"
    writers = [subprocess.Popen([sys.executable, "-c", script, str(path), letter], cwd=ROOT) for letter in "ab"]
    seen = set()
    while any(writer.poll() is None for writer in writers):
        if path.exists():
            seen.add(path.read_bytes())
        time.sleep(0.001)
    assert [writer.returncode for writer in writers] == [0, 0]
    assert seen <= {b"a" * 50_000, b"b" * 50_000}
    assert names(tmp_path) == {"file"}
