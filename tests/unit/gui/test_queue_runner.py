from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdstudio.core.recipe import DataSpec, Recipe
from kdstudio.gui.run_model import RunModel
from kdstudio.gui.studio import Studio
from kdstudio.protocol.events import JobFinished
from kdstudio.runs import queue, record
from kdstudio.runs.record import RunState
from tests.unit.gui.worker_at import new_run, worker_at


@pytest.fixture(autouse=True)
def _no_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A Python that starts and ends at once, so that every queued run is over quickly."""
    engine = tmp_path / "engine"
    engine.write_text("#!/bin/sh\nexit 7\n")
    engine.chmod(0o755)
    monkeypatch.setenv("KDSTUDIO_ENGINE_PYTHON", str(engine))


def test_the_queue_is_worked_through_one_by_one(studio: Studio, qtbot: QtBot) -> None:
    folders = [queue.add(studio.workspace, Recipe(name=name)) for name in ("one", "two")]
    said: list[str] = []
    studio.told.connect(said.append)
    studio.queue.start()
    assert studio.training
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: not studio.training)
    assert [line.split(":")[0] for line in said] == [folder.path.name for folder in folders]
    assert queue.waiting(studio.workspace) == []


def test_a_run_that_ends_makes_way_for_the_queue(studio: Studio, qtbot: QtBot) -> None:
    studio.new_recipe(Recipe(name="queued", data=DataSpec(path="")))
    with qtbot.waitSignal(studio.told):
        studio.enqueue()
    folder = new_run(Recipe(name="current"))
    with qtbot.waitSignal(studio.told, timeout=20_000) as told:
        studio.resume_run(folder)
    assert "-queued" in told.args[0]
    qtbot.waitUntil(lambda: not studio.training)


def test_opening_an_old_run_starts_nothing(studio: Studio, qtbot: QtBot) -> None:
    waiting = queue.add(studio.workspace, Recipe(name="waits"))
    folder = new_run(Recipe(name="old"))
    with worker_at(folder) as worker:
        worker.begin()
        worker.say(JobFinished(outcome="done"))
    studio.open_run(folder)
    assert studio.run is not None
    with qtbot.waitSignal(studio.run.ended):
        pass
    qtbot.wait(100)
    assert record.state(waiting) is RunState.QUEUED
    assert not studio.training


def test_a_run_that_trains_goes_on_while_another_is_looked_at(studio: Studio, qtbot: QtBot) -> None:
    busy, old = new_run(Recipe(name="busy")), new_run(Recipe(name="old"))
    with worker_at(old) as worker:
        worker.begin()
        worker.say(JobFinished(outcome="done"))
    with worker_at(busy) as worker:
        worker.begin()
        run = RunModel.attach(busy, studio)
        run.started_here = True  # as after a start, whose worker this test plays
        studio.follow(run)
        qtbot.waitUntil(lambda: run.view.state is RunState.RUNNING)
        studio.open_run(old)
        qtbot.waitUntil(lambda: studio.live_runs() == [run])
        assert run.following
        assert studio.start_blocks()
        worker.end(JobFinished(outcome="done"))
        qtbot.waitUntil(lambda: studio.live_runs() == [], timeout=8000)
