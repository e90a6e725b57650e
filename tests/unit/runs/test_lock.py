from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.runs import lock
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.lock import LeaseWatch
from tests.conftest import ReadOnlyDisk

ROOT = Path(__file__).resolve().parents[3]

HOLDER = """
import sys, time; from pathlib import Path
from kdstudio.runs import lock; from kdstudio.runs.layout import RunFolder
held = lock.hold(RunFolder(Path(sys.argv[1])))
sys.stdout.write("held\\n"); sys.stdout.flush()
time.sleep(60)
"""

CROWD = """
import os, sys, time; from pathlib import Path
from kdstudio.core.errors import KDError
from kdstudio.runs import lock; from kdstudio.runs.layout import RunFolder
folder, read, write = RunFolder(Path(sys.argv[1])), *os.pipe()
start = time.time() + 0.5
children = []
for _ in range(int(sys.argv[2])):
    pid = os.fork()
    if pid == 0:
        time.sleep(max(0, start - time.time()))
        try:
            held = lock.hold(folder)
        except KDError as error:
            os.write(write, b"busy\\n" if error.code == "run-busy" else b"error\\n")
        else:
            os.write(write, b"owner\\n")
            time.sleep(3 * lock._PATIENCE_SECONDS)
        os._exit(0)
    children.append(pid)
for pid in children:
    os.waitpid(pid, 0)
os.close(write)
sys.stdout.write(os.fdopen(read).read())
"""


def test_a_second_worker_is_told_that_the_run_is_busy(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    assert not lock.is_held(folder)
    held = lock.hold(folder)
    assert lock.is_held(folder)
    with pytest.raises(KDError) as caught:
        lock.hold(folder)
    assert caught.value.code is Code.RUN_BUSY
    held.release()
    assert not lock.is_held(folder)


@pytest.mark.skipif(os.name == "nt", reason="there is no fork")
def test_of_two_hundred_that_start_at_once_one_owns_the_run(tmp_path: Path) -> None:
    """P12."""
    command = [sys.executable, "-c", CROWD, str(tmp_path), "200"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert said.count("owner") == 1
    assert said.count("busy") == 199


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_the_lock_of_a_dead_owner_is_free_at_once(tmp_path: Path) -> None:
    """P13."""
    folder = RunFolder(tmp_path)
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert lock.is_held(folder)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert not lock.is_held(folder)
    lock.hold(folder).release()


def test_looking_at_a_run_never_keeps_its_worker_from_starting(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    watching = "import sys; from pathlib import Path; from kdstudio.runs import lock\n"
    watching += "from kdstudio.runs.layout import RunFolder\nfolder = RunFolder(Path(sys.argv[1]))\n"
    watching += "sys.stdout.write('on\\n'); sys.stdout.flush()\nwhile True: lock.is_held(folder)"
    lock.hold(folder).release()
    watchers = [
        subprocess.Popen([sys.executable, "-c", watching, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    try:
        for watcher in watchers:
            assert watcher.stdout is not None
            watcher.stdout.readline()
        for _ in range(50):
            lock.hold(folder).release()
    finally:
        for watcher in watchers:
            watcher.kill()
            watcher.wait()
            assert watcher.stdout is not None
            watcher.stdout.close()


def test_a_run_on_a_read_only_disk_can_be_looked_at(read_only_disk: ReadOnlyDisk) -> None:
    """D4."""
    disk = read_only_disk(lambda disk: lock.hold(RunFolder(disk)).release())
    assert not lock.is_held(RunFolder(disk))


def expires(watch: LeaseWatch) -> bool:
    """Whether the lease ends under the eyes of a worker that looks often."""
    end = time.monotonic() + 5 * watch._seconds
    while time.monotonic() < end:
        if watch.expired():
            return True
        time.sleep(watch._seconds / 10)
    return False


def test_a_lease_that_nobody_renews_expires(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    lock.renew(folder)
    watch = LeaseWatch(folder.lease, seconds=0.3)
    for _ in range(5):
        time.sleep(0.1)
        lock.renew(folder)
        assert not watch.expired()
    assert expires(watch)
    lock.renew(folder)
    assert not watch.expired()


def test_a_worker_that_shall_go_on_alone_does(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    lock.renew(folder, keep=True)
    watch = LeaseWatch(folder.lease, seconds=0.1)
    assert not expires(watch)
    lock.renew(folder)  # a client that only watches changes nothing about that
    assert not expires(watch)


def test_a_worker_without_any_client_stops(tmp_path: Path) -> None:
    assert expires(LeaseWatch(tmp_path / "lease", seconds=0.1))


def test_a_worker_that_stood_still_gives_its_clients_time_to_come_back(tmp_path: Path) -> None:
    """A laptop slept: nobody could renew the lease."""
    watch = LeaseWatch(tmp_path / "lease", seconds=0.3)
    time.sleep(0.6)
    assert not watch.expired()
    assert expires(watch)


def test_a_lease_depends_on_no_clock_of_the_wall(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    lock.renew(folder)
    watch = LeaseWatch(folder.lease, seconds=5)
    for when in (1.0, 4e9):  # the clock jumps years
        os.utime(folder.lease, (when, when))
        assert not watch.expired()
