from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kdstudio.client import session as sessions
from kdstudio.client.launch import ENGINE_PYTHON
from kdstudio.client.session import Session
from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import DistillJob
from kdstudio.core.recipe import Recipe
from kdstudio.protocol.commands import Stop
from kdstudio.runs import lock, record
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace
from tests.conftest import ReadOnlyDisk, Tell


def begin() -> Session:
    return sessions.start(Workspace(), DistillJob(), Recipe())


def to_end(session: Session) -> Session:
    for _ in session.ticks(interval=0.02):
        pass
    assert session.wait_for_exit(10)
    return session


def until_heard(session: Session) -> None:
    for _ in session.ticks(interval=0.02):
        if session.view.state is RunState.RUNNING:
            return


def test_a_job_is_started_and_followed_to_its_end(tell: Tell) -> None:
    tell("done")
    session = to_end(begin())
    assert session.view.state is RunState.DONE
    assert record.state(session.folder) is RunState.DONE
    report = record.report(session.folder)
    assert report is not None
    assert len(report.rows) == 5


def test_a_finished_run_reopens_as_the_very_view_it_was(tell: Tell) -> None:
    tell("done")
    live = to_end(begin())
    assert to_end(sessions.attach(live.folder)).view == live.view


def test_a_killed_worker_is_reported_with_its_step_and_the_checkpoint(tell: Tell) -> None:
    """P1."""
    tell("kill")
    session = to_end(begin())
    failure = session.view.failure
    assert failure is not None
    assert failure.code == Code.WORKER_DIED
    assert failure.message.startswith("Training stopped unexpectedly at step 40")
    assert failure.hint == "Resume from step 30."
    assert session.view.state is RunState.INTERRUPTED
    assert record.state(session.folder) is RunState.INTERRUPTED


def test_a_client_that_comes_later_says_the_same(tell: Tell) -> None:
    tell("kill")
    first = to_end(begin())
    failure = to_end(sessions.attach(first.folder)).view.failure
    assert failure is not None
    assert failure.message == "Training stopped unexpectedly at step 40."
    assert failure.hint == "Resume from step 30."


def test_a_crash_keeps_what_the_fault_handler_wrote(tell: Tell) -> None:
    """P2."""
    tell("segv")
    failure = to_end(begin()).view.failure
    assert failure is not None
    assert "crashed" in failure.message
    assert "Fatal Python error: Segmentation fault" in failure.traceback


def test_an_engine_that_cannot_start_is_said_in_words(tell: Tell) -> None:
    """P7."""
    tell("no-start")
    session = to_end(begin())
    failure = session.view.failure
    assert failure is not None
    assert failure.code == Code.ENGINE_UNAVAILABLE
    assert "kdstudio_heavy" in failure.traceback
    tell("done")
    assert to_end(sessions.resume(session.folder)).view.state is RunState.DONE


def test_an_engine_that_is_not_there_is_said_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(ENGINE_PYTHON, str(tmp_path / "no such python"))
    with pytest.raises(KDError) as caught:
        begin()
    assert caught.value.code is Code.ENGINE_UNAVAILABLE


def test_a_stop_is_heard_however_early_it_is_sent(tell: Tell) -> None:
    tell("slow-start")
    session = begin()
    session.send(Stop(keep=True))  # the worker has not opened the folder yet
    assert to_end(session).view.state is RunState.STOPPED


def test_a_stop_reaches_a_run_that_another_client_started(tell: Tell) -> None:
    tell("hang")
    mine = begin()
    until_heard(mine)
    other = sessions.attach(mine.folder)
    other.send(Stop(keep=False))
    assert to_end(other).view.state is RunState.DISCARDED
    assert to_end(mine).view.state is RunState.DISCARDED


def test_a_running_run_is_not_started_twice(tell: Tell) -> None:
    tell("hang")
    session = begin()
    until_heard(session)
    with pytest.raises(KDError) as caught:
        sessions.resume(session.folder)
    assert caught.value.code is Code.RUN_BUSY
    session.send(Stop())
    to_end(session)


def test_of_two_that_resume_at_once_both_follow_the_same_worker(tell: Tell) -> None:
    tell("kill")
    folder = to_end(begin()).folder
    tell("hang")
    both = [Session(folder), Session(folder)]
    for session in both:
        session.start()
    for session in both:
        until_heard(session)
        assert session.view.sessions == 2
    both[0].send(Stop())
    assert [to_end(session).view.state for session in both] == [RunState.STOPPED] * 2


def test_a_resumed_run_keeps_its_charts_and_forgets_its_failure(tell: Tell) -> None:
    tell("fail")
    session = to_end(begin())
    assert session.view.failure is not None
    assert session.view.failure.code == Code.DISK_FULL
    tell("done")
    view = to_end(sessions.resume(session.folder)).view
    assert (view.state, view.sessions, view.failure) == (RunState.DONE, 2, None)
    assert view.series["teacher/train/loss"].steps.tolist() == [100]


def test_a_run_of_another_computer_is_asked_about(tell: Tell) -> None:
    """P13."""
    tell("other-host")
    folder = to_end(begin()).folder
    tell("done")
    with pytest.raises(KDError, match="started on elsewhere") as caught:
        sessions.resume(folder)
    assert caught.value.code is Code.RUN_BUSY
    assert to_end(sessions.resume(folder, take_over=True)).view.state is RunState.DONE


def test_killing_ends_the_worker_at_once_whoever_started_it(tell: Tell) -> None:
    tell("hang")
    mine = begin()
    until_heard(mine)
    other = sessions.attach(mine.folder)
    other.poll()
    other.kill()
    assert mine.wait_for_exit(5)
    assert to_end(mine).view.state is RunState.INTERRUPTED
    other.kill()  # nothing is there any more, and no other process is hit


def test_watching_on_a_read_only_disk(read_only_disk: ReadOnlyDisk, tell: Tell) -> None:
    """D4."""
    tell("done")

    def fill(disk: Path) -> None:
        to_end(sessions.start(Workspace(disk), DistillJob(), Recipe()))

    (folder,) = Workspace(read_only_disk(fill)).all_runs()
    assert to_end(sessions.attach(folder)).view.state is RunState.DONE
    with pytest.raises(KDError) as caught:
        sessions.resume(folder)
    assert caught.value.code is Code.WORKSPACE_READONLY


def test_the_lease_is_renewed_while_a_client_polls_and_not_longer(tell: Tell) -> None:
    tell("hang")
    session = begin()
    until_heard(session)
    before = session.folder.lease.stat().st_mtime_ns
    deadline = time.monotonic() + 5
    while session.folder.lease.stat().st_mtime_ns == before and time.monotonic() < deadline:
        session.poll()
        time.sleep(0.05)
    assert session.folder.lease.stat().st_mtime_ns > before
    session.keep_running()
    assert session.folder.lease.read_text() == lock.KEEP
    session.send(Stop())
    to_end(session)
    assert session.folder.lease.read_text() == lock.KEEP


def test_a_silent_worker_is_noticed(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    """P5: 30 s in life, shorter here."""
    monkeypatch.setattr(sessions, "_UNRESPONSIVE_SECONDS", 0.3)
    tell("hang")
    session = begin()
    until_heard(session)
    assert not session.unresponsive
    time.sleep(0.4)
    session.poll()
    assert session.unresponsive
    session.send(Stop())
    to_end(session)
    assert not session.unresponsive


def test_ctrl_c_at_the_client_does_not_reach_the_worker(tell: Tell, tmp_path: Path) -> None:
    tell("hang")
    script = (
        "import signal, sys, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell may start its jobs deaf to it
        "from kdstudio.client import session as s; from kdstudio.core.job import DistillJob\n"
        "from kdstudio.core.recipe import Recipe; from kdstudio.runs.workspace import Workspace\n"
        "session = s.start(Workspace(), DistillJob(), Recipe())\n"
        "while not session.view.checkpoint: session.poll()\n"
        "sys.stdout.write(str(session.folder.path) + '\\n'); sys.stdout.flush(); time.sleep(60)\n"
    )
    root = Path(__file__).resolve().parents[3]
    command = [sys.executable, "-c", script]
    client = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, process_group=0)
    assert client.stdout is not None
    folder = RunFolder(Path(client.stdout.readline().decode().strip()))
    os.killpg(client.pid, signal.SIGINT)
    client.wait()
    client.stdout.close()
    assert lock.is_held(folder)
    session = sessions.attach(folder)
    session.send(Stop())
    to_end(session)


def test_a_session_can_be_polled_from_a_thread_of_its_own(tell: Tell) -> None:
    tell("done")
    found: list[RunState] = []
    thread = threading.Thread(target=lambda: found.append(to_end(begin()).view.state))
    thread.start()
    thread.join(30)
    assert found == [RunState.DONE]
