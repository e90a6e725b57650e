"""A run of the first version still opens, whatever became of the code since."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kdstudio.client import session as sessions
from kdstudio.core.job import DistillJob
from kdstudio.protocol.commands import Command, Continue, Pause, Save, Stop
from kdstudio.protocol.events import Event
from kdstudio.runs import record
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.reader import tail_commands, tail_events
from kdstudio.runs.record import RunState

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "run-1"


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return RunFolder(Path(shutil.copytree(GOLDEN, tmp_path / "run")))


def test_every_line_is_understood(run: RunFolder) -> None:
    events, commands = tail_events(run.events), tail_commands(run.commands, 0)
    kinds: set[type[Event]] = {type(event) for event in events.read()}
    sent: list[type[Command]] = [type(command) for command in commands.read()]
    assert events.skipped == commands.skipped == 0
    assert sent == [Pause, Continue, Save, Stop]
    missing = {
        "JobFailed",
        "Answered",
        "RowsMade",
    }  # it went well, is asked nothing, writes no texts
    assert {kind.__name__ for kind in Event.__args__} - {kind.__name__ for kind in kinds} == missing


def test_it_is_listed_with_its_figures(run: RunFolder) -> None:
    found = record.read(run)
    assert found.state is RunState.DONE
    assert found.recipe.student.architecture == "resnet8"
    assert found.report is not None
    assert [row.variant for row in found.report.rows] == ["teacher", "control", "student", "fp32", "int8"]
    assert found.report.evaluations["int8"].confusion
    assert run.job() == DistillJob()


def test_it_is_shown_with_its_charts(run: RunFolder) -> None:
    session = sessions.attach(run)
    for _ in session.ticks():
        pass
    view = session.view
    assert view.state is RunState.DONE
    assert view.series["student/train/kd"].values
    assert view.series["student/validation/accuracy"].values
    assert view.preview
    assert set(view.artifacts) >= {"report", "export", "health"}
