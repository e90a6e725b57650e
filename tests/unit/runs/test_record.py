from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import DistillJob
from kdstudio.core.metrics import Report, Row
from kdstudio.core.recipe import Recipe
from kdstudio.protocol.events import Event, Heartbeat, JobFailed, JobFinished, JobStarted, Notice, StateChanged
from kdstudio.runs import lock, record
from kdstudio.runs.files import write_atomic
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace
from kdstudio.runs.writer import EventWriter
from tests.conftest import ReadOnlyDisk

STARTED = JobStarted(kind="distill", session=1, pid=1, host="here", version="0")
BEAT = Heartbeat(rss_bytes=1, cpu_percent=1.0)


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return Workspace(tmp_path).new(DistillJob(), Recipe())


def say(run: RunFolder, *events: Event) -> None:
    log = EventWriter(run.events)
    for event in events:
        log.write(event)
    log.close()


DEAD = [
    ((), RunState.QUEUED),
    ((STARTED,), RunState.INTERRUPTED),
    ((STARTED, StateChanged(state="paused")), RunState.INTERRUPTED),
    ((STARTED, BEAT, JobFinished(outcome="done")), RunState.DONE),
    ((STARTED, JobFinished(outcome="stopped")), RunState.STOPPED),
    ((STARTED, JobFinished(outcome="discarded")), RunState.DISCARDED),
    ((STARTED, JobFailed(code="internal", message="x")), RunState.FAILED),
    ((STARTED, JobFinished(outcome="stopped"), STARTED, BEAT), RunState.INTERRUPTED),
]

ALIVE = [
    ((), RunState.RUNNING),
    ((STARTED, BEAT), RunState.RUNNING),
    ((STARTED, StateChanged(state="paused"), BEAT), RunState.PAUSED),
    ((STARTED, StateChanged(state="paused"), StateChanged(state="running"), BEAT), RunState.RUNNING),
    ((STARTED, StateChanged(state="stopping")), RunState.STOPPING),
    ((STARTED, JobFinished(outcome="stopped")), RunState.RUNNING),  # its files are not closed, or it was resumed
]


@pytest.mark.parametrize(("events", "state"), DEAD)
def test_the_state_of_a_run_without_a_worker(run: RunFolder, events: tuple[Event, ...], state: RunState) -> None:
    say(run, *events)
    assert record.state(run) is state
    assert not state.is_live


@pytest.mark.parametrize(("events", "state"), ALIVE)
def test_the_state_of_a_run_with_a_worker(run: RunFolder, events: tuple[Event, ...], state: RunState) -> None:
    held = lock.hold(run)
    say(run, *events)
    assert record.state(run) is state
    assert state.is_live
    held.release()


def test_the_last_turn_is_found_behind_a_long_log(run: RunFolder) -> None:
    say(run, STARTED, JobFinished(outcome="done"), *(Notice(level="info", code="x", message="m" * 4000),) * 200)
    assert run.events.stat().st_size > 3 * record._TAIL_BYTES
    assert record.state(run) is RunState.DONE


def test_damage_at_the_end_of_a_log_does_not_hide_the_state(run: RunFolder) -> None:
    say(run, STARTED, JobFinished(outcome="done"))
    with run.events.open("ab") as stream:
        stream.write(b'\x00\xff\n{"v":1,"type":"ph')
    assert record.state(run) is RunState.DONE


def test_a_newer_log_is_said(run: RunFolder) -> None:
    run.events.write_bytes(b'{"v":9,"type":"job-started"}\n')
    with pytest.raises(KDError) as caught:
        record.state(run)
    assert caught.value.code is Code.NEWER_VERSION


def test_a_record_holds_what_a_list_shows(run: RunFolder) -> None:
    say(run, STARTED, JobFinished(outcome="done"))
    row = Row(
        variant="student", title="Student", accuracy=0.9, size_bytes=1000, parameters=250, latency_ms=0.1, agreement=0.9
    )
    report = Report(rows=(row,), evaluations={}, export_dir="export")
    assert record.read(run).report is None
    write_atomic(run.artifacts / "report.json", msgspec.json.encode(report))
    found = record.read(run)
    assert (found.name, found.state, found.recipe) == (run.path.name, RunState.DONE, Recipe())
    assert found.report == report
    assert found.started <= found.updated


def test_a_damaged_report_is_no_report(run: RunFolder) -> None:
    write_atomic(run.artifacts / "report.json", b'{"rows": [')
    assert record.report(run) is None


def test_a_run_on_a_read_only_disk_has_a_record(read_only_disk: ReadOnlyDisk) -> None:
    """D4: even where its worker died."""

    def fill(disk: Path) -> None:
        run = Workspace(disk).new(DistillJob(), Recipe())
        lock.hold(run).release()
        say(run, STARTED)

    (run,) = Workspace(read_only_disk(fill)).all_runs()
    assert record.read(run).state is RunState.INTERRUPTED
