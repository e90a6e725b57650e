"""Checkpoints survive what a disk and a kill can do to them."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
import torch

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.checkpoint import CheckpointState, CheckpointStore
from kdstudio.engine.progress import Silent


class Notices(Silent):
    def __init__(self) -> None:
        self.messages: list[str] = []

    def notice(self, code: str, message: str, hint: str = "", *, warning: bool = True) -> None:
        self.messages.append(message)


def state(step: int) -> CheckpointState:
    return CheckpointState(step=step, seconds=1.0, threads=1, channels_last=False, data="d")


def filled(folder: Path, *steps: int, keep: int = 2) -> tuple[CheckpointStore, Notices]:
    notices = Notices()
    store = CheckpointStore(folder, notices, keep)
    for step in steps:
        store.save({"w": torch.full((4,), float(step))}, state(step))
    store.wait()
    return store, notices


def test_newest_comes_back_and_old_ones_go(tmp_path: Path) -> None:
    store, notices = filled(tmp_path / "c", 100, 200, 300)
    loaded = store.newest()
    assert loaded is not None
    assert loaded[1].step == 300
    assert torch.equal(loaded[0]["w"], torch.full((4,), 300.0))
    assert sorted(path.name for path in (tmp_path / "c").iterdir()) == ["step-00000200", "step-00000300"]
    assert notices.messages == []


@pytest.mark.parametrize("name", ["tensors.safetensors", "state.json", "manifest.json"])
def test_a_flipped_bit_falls_back_to_the_one_before(tmp_path: Path, name: str) -> None:
    store, notices = filled(tmp_path / "c", 400, 500)
    victim = tmp_path / "c" / "step-00000500" / name
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 1
    victim.write_bytes(data)
    loaded = store.newest()
    assert loaded is not None
    assert loaded[1].step == 400
    assert notices.messages == ["Checkpoint 500 is damaged, using 400."]


def test_a_missing_file_counts_as_damaged(tmp_path: Path) -> None:
    store, notices = filled(tmp_path / "c", 500)
    (tmp_path / "c" / "step-00000500" / "manifest.json").unlink()
    assert store.newest() is None
    assert notices.messages == ["Checkpoint 500 is damaged and there is no older one."]


def test_a_failing_fsync_never_completes_a_checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, _ = filled(tmp_path / "c", 100)

    def broken(descriptor: int) -> None:
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    store.save({"w": torch.zeros(4)}, state(200))
    with pytest.raises(KDError, match="cannot be reached") as caught:
        store.wait()
    assert caught.value.code is Code.WORKSPACE_GONE
    loaded = store.newest()
    assert loaded is not None
    assert loaded[1].step == 100
    assert [path.name for path in (tmp_path / "c").iterdir()] == ["step-00000100"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting a small disk needs root")
def test_a_full_disk_keeps_the_old_checkpoint_and_works_after_freeing(tmp_path: Path) -> None:
    import subprocess

    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(disk)], check=False)
    if mounted.returncode:
        pytest.skip("this machine does not let root mount a small disk")
    try:
        store, _ = filled(disk / "c", 100)
        ballast = disk / "ballast"
        ballast.write_bytes(b"x" * 2_500_000)
        big = {"w": torch.zeros(500_000)}
        with pytest.raises(KDError) as caught:
            store.save(big, state(200))
        assert caught.value.code is Code.DISK_FULL
        assert "2.0 MB" in caught.value.message
        loaded = store.newest()
        assert loaded is not None
        assert loaded[1].step == 100
        ballast.unlink()
        store.save(big, state(200))
        store.wait()
        loaded = store.newest()
        assert loaded is not None
        assert loaded[1].step == 200
    finally:
        subprocess.run(["umount", str(disk)], check=True)
