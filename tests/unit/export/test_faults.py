"""A full disk, a killed export, a folder with other things in it: the older export stays as it was."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import torch

from kdstudio.core.errors import Code, KDError
from kdstudio.runs import manifest
from kdstudio.runs.files import sha256
from tests.unit.export.conftest import IMAGE, SPEC, Perceptron, Student, image_data
from tests.unit.export.conftest import run_export as run

ROOT = Path(__file__).resolve().parents[3]


def _hashes(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): sha256(p) for p in folder.rglob("*") if p.is_file()}


def _intact(folder: Path) -> bool:
    listed = manifest.read(folder)
    return bool(listed) and {k: v for k, v in _hashes(folder).items() if k != "SHA256SUMS"} == listed


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root can mount a small disk; the size limit below tests the same")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_full_disk_keeps_the_older_export(perceptron: Student, small_disk: Path) -> None:
    run(perceptron, small_disk / "out", msgspec.structs.replace(SPEC, int8=False))
    before = _hashes(small_disk / "out")
    (small_disk / "ballast").write_bytes(bytes(shutil.disk_usage(small_disk).free - 100_000))
    with pytest.raises(KDError) as caught:
        run(perceptron, small_disk / "out")
    assert caught.value.code == Code.DISK_FULL
    assert _hashes(small_disk / "out") == before
    assert {p.name for p in small_disk.iterdir()} == {"out", "ballast"}


def test_whatever_step_a_disk_fills_at_it_is_said(small_disk: Path) -> None:
    """ONNX Runtime's own tools cut a file short without a word, and stumble over it later."""
    torch.manual_seed(0)
    student = Student(Perceptron(512).eval(), IMAGE, image_data())
    for kilobytes in (1800, 4400, 4800, 5600):
        subprocess.run(["mount", "-o", f"remount,size={kilobytes}k", small_disk], check=True)
        with pytest.raises(KDError, match="disk is full") as caught:
            run(student, small_disk / "out")
        assert caught.value.code == Code.DISK_FULL
        assert not list(small_disk.iterdir())


_CHILD = """
    import resource, sys
    from pathlib import Path
    import torch
    from kdstudio.core.errors import KDError
    from tests.unit.export.conftest import IMAGE, Perceptron, Student, image_data
    from tests.unit.export.conftest import run_export as run
    limit = int(sys.argv[2])
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    torch.manual_seed(0)
    print("ready", flush=True)
    try:
        run(Student(Perceptron().eval(), IMAGE, image_data()), Path(sys.argv[1]))
    except KDError as error:
        print(error.code, flush=True)
    print("done", flush=True)
"""


def _start(folder: Path, limit: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(_CHILD), str(folder), str(limit)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ})


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_file_size_limit_leaves_nothing(tmp_path: Path) -> None:
    with _start(tmp_path / "out", 40_000) as child:
        words, _ = child.communicate(timeout=120)
    assert words.split() == ["ready", "disk-full", "done"]
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_killed_export_leaves_no_partial_folder(perceptron: Student, tmp_path: Path) -> None:
    moments = random.Random(5)
    folder = tmp_path / "out"
    run(perceptron, folder)
    for _ in range(3):
        with _start(folder) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            time.sleep(moments.uniform(0.2, 2.5))
            child.send_signal(signal.SIGKILL)
        assert _intact(folder)
    run(perceptron, folder)
    assert _intact(folder)
    assert [p.name for p in tmp_path.iterdir()] == ["out"], "what the killed ones left is swept away"


def test_a_folder_with_other_files_is_not_replaced(perceptron: Student, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(KDError) as caught:
        run(perceptron, tmp_path)
    assert caught.value.code == Code.EXPORT_FOLDER
    assert "thesis.txt" in caught.value.message
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_an_older_export_is_replaced_but_not_what_was_added(perceptron: Student, tmp_path: Path) -> None:
    spec = msgspec.structs.replace(SPEC, int8=False)
    run(perceptron, tmp_path / "out", spec)
    run(perceptron, tmp_path / "out", spec)
    (tmp_path / "out" / "onnx" / "notes.txt").write_text("mine")
    with pytest.raises(KDError) as caught:
        run(perceptron, tmp_path / "out", spec)
    assert caught.value.code == Code.EXPORT_FOLDER


def test_a_file_in_the_way_is_named(perceptron: Student, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(KDError, match="is a file") as caught:
        run(perceptron, tmp_path / "out")
    assert caught.value.code == Code.EXPORT_FOLDER
