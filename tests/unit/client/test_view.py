from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdstudio.client.view import RunView, Series, fold
from kdstudio.protocol.events import (
    Artifact,
    ArtifactWritten,
    CheckpointSaved,
    EvalDone,
    Event,
    Heartbeat,
    JobFailed,
    JobFinished,
    JobStarted,
    MetricBatch,
    Notice,
    Phase,
    PhaseChanged,
    PreviewItem,
    PreviewShown,
    Progress,
    StateChanged,
)
from kdstudio.runs.record import RunState

PHASES = (Phase("data", "Read"), Phase("student", "Distil"))


def started(session: int = 1) -> JobStarted:
    return JobStarted(kind="distill", session=session, pid=1, host="here", version="0", phases=PHASES)


def folded(*events: Event) -> RunView:
    view = RunView()
    for event in events:
        fold(view, event)
    return view


def metric(step: int, value: float = 0.0) -> MetricBatch:
    return MetricBatch(step=step, seconds=step / 10, values={"student/train/kd": value})


def test_a_whole_run() -> None:
    checkpoint = CheckpointSaved(role="student", step=10, path="checkpoints/x", size_bytes=9)
    artifact = Artifact(kind="report", path="artifacts/report.json", sha256="0", size_bytes=1)
    item = PreviewItem(id="a", label="0", teacher="0", student="1", confidence=0.5)
    notice, beat = Notice(level="info", code="x", message="m"), Heartbeat(rss_bytes=1, cpu_percent=2.0)
    view = folded(
        started(),
        PhaseChanged(phase="data"),
        Progress(phase="data", done=1, total=2),
        PhaseChanged(phase="student"),
        metric(10, 0.5),
        EvalDone(role="student", split="validation", step=10, values={"accuracy": 0.9}),
        PreviewShown(step=10, items=(item,)),
        checkpoint,
        notice,
        beat,
        ArtifactWritten(artifact=artifact),
        JobFinished(outcome="done", at=5.0),
    )
    assert view.state is RunState.DONE
    assert view.ended
    assert (view.phases, view.phase, view.step, view.sessions) == (PHASES, "student", 10, 1)
    assert view.progress["data"].done == 1
    assert view.series["student/train/kd"].values.tolist() == [0.5]
    assert view.series["student/validation/accuracy"].values.tolist() == [0.9]
    assert view.evaluations["student/validation"].values == {"accuracy": 0.9}
    assert (view.preview, view.checkpoint, view.notices, view.heartbeat) == ((item,), checkpoint, [notice], beat)
    assert view.artifacts == {"report": artifact}
    assert view.last_seen == 5.0


@pytest.mark.parametrize(
    ("last", "state", "ended"),
    [
        (StateChanged(state="paused"), RunState.PAUSED, False),
        (StateChanged(state="stopping"), RunState.STOPPING, False),
        (JobFinished(outcome="stopped"), RunState.STOPPED, True),
        (JobFinished(outcome="discarded"), RunState.DISCARDED, True),
        (JobFailed(code="disk-full", message="m"), RunState.FAILED, True),
        (JobFailed(code="worker-died", message="m"), RunState.INTERRUPTED, True),
    ],
)
def test_the_state_follows_the_last_word(last: Event, state: RunState, ended: bool) -> None:
    view = folded(started(), last)
    assert view.state is state
    assert view.ended is ended


def test_a_resume_goes_on_where_the_charts_were() -> None:
    first = [started(), *(metric(step) for step in (10, 20, 30, 40)), JobFailed(code="worker-died", message="m")]
    resumed = [started(2), *(metric(step, 1.0) for step in (30, 40, 50))]
    view = folded(*first, *resumed)
    series = view.series["student/train/kd"]
    assert series.steps.tolist() == [10, 20, 30, 40, 50]
    assert series.values.tolist() == [0, 0, 1, 1, 1]
    assert view.state is RunState.RUNNING
    assert view.failure is None
    assert view.progress == {}


@given(st.lists(st.integers(0, 30)))
def test_a_curve_never_goes_back(steps: list[int]) -> None:
    series = Series()
    for step in steps:
        series.append(step, step / 2, float(step))
    assert series.steps.tolist() == sorted(set(series.steps.tolist()))
    assert series.steps.tolist() == series.values.tolist() == [2 * second for second in series.seconds]
    assert not steps or series.steps[-1] == steps[-1]
