"""Whatever ends a worker, what it had saved is whole and the resumed run ends in the very same weights."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import psutil
import pytest

from benchmarks.kills import disturbed, to_end, weights
from kdstudio.client import session as sessions
from kdstudio.client.session import Session
from kdstudio.core.errors import Code
from kdstudio.core.job import DistillJob, ExportJob
from kdstudio.protocol.commands import Continue
from kdstudio.runs import lock, manifest, record
from kdstudio.runs.files import free_bytes, sha256
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace
from tests.conftest import SmallDisk
from tests.flow.conftest import Reference, Until

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such signals")

ROOT = Path(__file__).resolve().parents[2]


def begin(reference: Reference, workspace: Workspace | None = None) -> Session:
    return sessions.start(workspace or Workspace(), DistillJob(), reference.recipe)


def training(session: Session, steps: int = 8) -> bool:
    """Whether the student trains and has a checkpoint behind it."""
    saved = session.view.checkpoint
    return bool(saved and saved.role == "student" and saved.step >= steps)


def worker_of(session: Session) -> psutil.Process:
    assert session.view.job
    return psutil.Process(session.view.job.pid)


def test_sigkill_at_random_moments(reference: Reference) -> None:
    """P1; ``benchmarks/kills.py`` does it as often as you like."""
    outcome = disturbed(Workspace(), reference.recipe, kills=3, length=reference.seconds, seed=7)
    assert outcome.unloadable == 0
    assert outcome.weights == reference.weights


def test_sigsegv(reference: Reference, until: Until) -> None:
    """P2."""
    session = begin(reference)
    until(session, lambda: training(session))
    worker_of(session).send_signal(signal.SIGSEGV)
    failure = to_end(session).view.failure
    assert failure is not None
    assert failure.code == Code.WORKER_DIED
    assert failure.message.startswith("Training stopped unexpectedly at step")
    assert failure.hint.startswith("Resume from step")
    assert "Segmentation fault" in failure.traceback
    resumed = to_end(sessions.resume(session.folder))
    assert resumed.view.state is RunState.DONE
    assert weights(session.folder) == reference.weights


def test_sigterm_then_a_flipped_bit_and_a_torn_line(reference: Reference, until: Until) -> None:
    """P4: it saves and leaves within 10 s. D7 and D9: what is damaged meanwhile is named and passed over."""
    session = begin(reference)
    until(session, lambda: training(session, steps=20))
    start = time.monotonic()
    worker_of(session).send_signal(signal.SIGTERM)
    to_end(session)
    assert time.monotonic() - start < 10
    assert session.view.state is RunState.STOPPED
    newest, older = sorted((session.folder.checkpoints / "student").glob("step-*"), reverse=True)[:2]
    flip_a_bit(newest / "tensors.safetensors")
    with session.folder.events.open("ab") as log:
        log.write(b'{"v":1,"type":"metr')
    resumed = to_end(sessions.resume(session.folder))
    said = {notice.code: notice.message for notice in resumed.view.notices}
    steps = [int(path.name.removeprefix("step-")) for path in (newest, older)]
    assert said[Code.CHECKPOINT_DAMAGED] == f"Checkpoint {steps[0]} is damaged, using {steps[1]}."
    assert "19 bytes" in said["log-repaired"]
    assert weights(session.folder) == reference.weights


def flip_a_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


WINDOW = """
import sys, time; from pathlib import Path
from kdstudio.client import session as sessions; from kdstudio.core import recipe_file
from kdstudio.core.job import DistillJob; from kdstudio.runs.workspace import Workspace
recipe = recipe_file.load(Path(sys.argv[1]))
session = sessions.start(Workspace(), DistillJob(), recipe)
if sys.argv[2] == "keep":
    session.keep_running()
while True:
    session.poll(); time.sleep(0.05)
    if session.view.checkpoint and session.view.checkpoint.role == "student":
        sys.stdout.write(str(session.folder.path) + "\\n"); sys.stdout.flush(); break
while True:
    session.poll(); time.sleep(0.05)
"""


def window_that_is_killed(reference: Reference, choice: str) -> RunFolder:
    """A client that starts a long run and is then killed."""
    command = [sys.executable, "-c", WINDOW, str(reference.recipe_file), choice]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        folder = RunFolder(Path(window.stdout.readline().strip()))
        window.kill()
        window.wait()
    return folder


@pytest.fixture
def long_run(reference: Reference, tmp_path: Path) -> Reference:
    """The same recipe with far more epochs than anybody waits for."""
    from dataclasses import replace

    from kdstudio.core import recipe_file, settings

    recipe = settings.override(reference.recipe, {"plan.epochs": "5000"})
    path = tmp_path / "long.toml"
    path.write_text(recipe_file.dumps(recipe), encoding="utf-8")
    return replace(reference, recipe=recipe, recipe_file=path)


def test_a_worker_whose_window_was_killed_saves_and_leaves(long_run: Reference) -> None:
    """P3."""
    folder = window_that_is_killed(long_run, "watch")
    start = time.monotonic()
    while lock.is_held(folder):
        assert time.monotonic() - start < 12
        time.sleep(0.1)
    assert record.state(folder) is RunState.STOPPED
    view = to_end(sessions.attach(folder)).view
    assert view.checkpoint is not None
    assert view.checkpoint.step >= view.step  # nothing is lost


def test_a_worker_that_shall_go_on_does_and_a_new_window_finds_its_charts(long_run: Reference, until: Until) -> None:
    """P3, *keep training*."""
    folder = window_that_is_killed(long_run, "keep")
    time.sleep(lock.LEASE_SECONDS + 2)
    session = sessions.attach(folder)
    session.poll()
    before = session.view.step
    until(session, lambda: session.view.step > before)
    assert len(session.view.series["student/train/loss"].steps) > 2
    start = time.monotonic()
    worker_of(session).terminate()
    assert session.wait_for_exit(10)
    assert time.monotonic() - start < 10


def test_a_second_signal_ends_it_at_once(long_run: Reference, until: Until) -> None:
    """P4. Two of one kind that are not yet heard would be one, as the system counts them."""
    session = begin(long_run)
    until(session, lambda: training(session))
    worker = worker_of(session)
    worker.send_signal(signal.SIGTERM)
    worker.send_signal(signal.SIGINT)
    assert session.wait_for_exit(5)
    assert record.state(session.folder) is not RunState.STOPPED  # it took no time to say goodbye
    assert not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE


def test_a_disk_that_fills_during_training_pauses_it(reference: Reference, until: Until, small_disk: SmallDisk) -> None:
    """D1: what was saved verifies, and it goes on when there is room."""
    disk = small_disk("24m")
    session = begin(reference, Workspace(disk))
    until(session, lambda: training(session, steps=4))
    ballast = disk / "ballast"
    ballast.write_bytes(b"\0" * max(0, free_bytes(disk) - 400_000))  # the log still fits, a checkpoint does not
    until(session, lambda: session.view.state is RunState.PAUSED)
    (said,) = {notice.message for notice in session.view.notices if notice.code == Code.DISK_FULL}
    assert "MB are free" in said
    ballast.unlink()
    session.send(Continue())
    to_end(session)
    assert session.view.state is RunState.DONE
    assert weights(session.folder) == reference.weights


def test_a_workspace_that_goes_pauses_training_and_it_goes_on_when_it_is_back(
    reference: Reference, until: Until, tmp_path: Path
) -> None:
    """D5: nothing is written in the place of what is gone, and nothing that happened meanwhile is missing."""
    space, elsewhere = tmp_path / "space", tmp_path / "pulled-out"
    session = begin(reference, Workspace(space))
    until(session, lambda: training(session, steps=4))
    worker = worker_of(session)
    space.rename(elsewhere)
    space.mkdir()  # an empty mount point
    session.poll()
    assert session.silence == "gone"
    until_quiet(worker)
    assert worker.is_running()
    assert list(space.iterdir()) == []
    watching = sessions.attach(session.folder)
    watching.poll()
    assert not watching.view.ended
    space.rmdir()
    elsewhere.rename(space)
    until(session, lambda: session.view.state is RunState.PAUSED)
    assert session.silence == ""
    assert Code.WORKSPACE_GONE in {notice.code for notice in session.view.notices}
    session.send(Continue())
    assert to_end(session).view.state is RunState.DONE
    assert weights(session.folder) == reference.weights


def until_quiet(process: psutil.Process) -> None:
    """Until a paused worker computes no more."""
    process.cpu_percent()
    deadline = time.monotonic() + 20
    while process.cpu_percent(0.5) > 15:
        assert time.monotonic() < deadline


def test_a_laptop_that_slept_finds_its_training_alive(long_run: Reference, until: Until) -> None:
    """Worker and client stand still for longer than a lease lasts; the worker wakes first."""
    session = begin(long_run)
    until(session, lambda: training(session))
    worker = worker_of(session)
    worker.suspend()
    time.sleep(lock.LEASE_SECONDS + 1)
    worker.resume()
    time.sleep(0.5)
    session.poll()
    assert session.silence == ""
    before = session.view.step
    until(session, lambda: session.view.step > before + 2)
    assert session.view.state is RunState.RUNNING
    worker.terminate()
    assert session.wait_for_exit(10)


def test_a_worker_killed_while_it_exports_leaves_the_older_export(reference: Reference, tmp_path: Path) -> None:
    """At whatever moment; the next export takes the older one's place and sweeps away what the killed ones left."""
    out = tmp_path / "delivery"
    spec = msgspec.structs.replace(reference.recipe.export, directory=str(out))
    recipe = msgspec.structs.replace(reference.recipe, export=spec)

    def start() -> Session:
        return sessions.start(Workspace(), ExportJob(run=str(reference.folder.path)), recipe)

    def intact() -> bool:
        return manifest.read(out) == {
            path.relative_to(out).as_posix(): sha256(path)
            for path in out.rglob("*")
            if path.is_file() and path.name != "SHA256SUMS"
        }

    before = time.monotonic()
    assert to_end(start()).view.state is RunState.DONE
    length, draw, killed = time.monotonic() - before, random.Random(11), 0
    assert intact()
    while killed < 3:
        session = start()
        moment = time.monotonic() + draw.uniform(0.3, 1) * length
        while time.monotonic() < moment and not session.view.ended:
            session.poll()
            time.sleep(0.005)
        if not session.view.ended:
            session.kill()
            killed += 1
            failure = to_end(session).view.failure
            assert failure is not None
            assert failure.code == Code.WORKER_DIED
            assert [path.name for path in tmp_path.iterdir()] == ["delivery"], "whoever sees it die clears it away"
        assert intact()
    assert to_end(start()).view.state is RunState.DONE
    assert intact()
    assert [path.name for path in tmp_path.iterdir()] == ["delivery"]
