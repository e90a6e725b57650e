"""A run's models kept loaded: quick answers through the job folder, and a worker that never outlives its client."""

from __future__ import annotations

import time
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdstudio.client import session
from kdstudio.core.errors import KDError
from kdstudio.core.job import TryOutJob
from kdstudio.core.prediction import Predictions
from kdstudio.core.recipe import Recipe
from kdstudio.gui.asker import Asker
from kdstudio.protocol.commands import Ask
from kdstudio.runs import lock, record
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace
from tests.flow.conftest import Reference, Until

_SOON = 0.3


@pytest.fixture(autouse=True)
def _event_loops(qapp: QApplication) -> None:
    """An earlier real main() may have left Qt quitting; a loop that ends properly takes it out of that."""
    QTimer.singleShot(0, qapp.quit)
    qapp.exec()


@pytest.fixture
def pictures(reference: Reference) -> list[str]:
    return list(map(str, sorted((reference.folder.artifacts / "test").glob("*.png"))[:8]))


def test_a_kept_worker_answers_at_once_and_ends_with_its_client(
    reference: Reference, pictures: list[str], until: Until
) -> None:
    job = session.start(Workspace(), TryOutJob(run=str(reference.folder.path)), Recipe())
    job.send(Ask(id=1, inputs=(pictures[0],)))
    until(job, lambda: bool(job.view.answered))
    taken = []
    for number, picture in enumerate(pictures, start=2):
        start = time.monotonic()
        job.send(Ask(id=number, inputs=(picture,)))
        until(job, lambda number=number: job.view.answered[-1].id == number)  # type: ignore[misc] # its own number
        taken.append(time.monotonic() - start)
    assert sorted(taken)[len(taken) // 2] < _SOON, taken
    last = job.view.answered[-1].answers
    report = record.report(reference.folder)
    assert report is not None
    assert set(last) == {"teacher", *(row.variant for row in report.rows if row.path)}
    assert last["fp32"].items[0].input == pictures[-1]
    assert job.view.job is not None
    worker = psutil.Process(job.view.job.pid)
    worker.wait(20)  # nobody renews the lease any more
    assert not lock.is_held(job.folder)
    assert record.state(job.folder) is RunState.STOPPED


def test_the_windows_asker_survives_its_workers_death_and_leaves_nothing(
    reference: Reference, pictures: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = Workspace(tmp_path / "space")
    asker = Asker(workspace)
    found: dict[int, dict[str, Predictions]] = {}
    errors: list[KDError] = []
    asker.answered.connect(found.__setitem__)
    asker.failed.connect(errors.append)
    asker.hold(reference.folder, reference.recipe)
    assert asker.loading
    first = asker.ask(pictures[:1])
    qtbot.waitUntil(lambda: first in found, timeout=60_000)
    assert not asker.loading
    (folder,) = (workspace.root / "jobs").iterdir()
    assert asker._job is not None
    assert asker._job.view.job is not None
    worker = psutil.Process(asker._job.view.job.pid)
    worker.suspend()
    second = asker.ask(pictures[1:3])
    worker.kill()
    qtbot.waitUntil(lambda: bool(errors), timeout=20_000)
    assert errors[0].message.startswith("The worker that answers stopped unexpectedly")
    assert asker.waiting == 0
    asker.retry()
    assert asker.waiting == 1
    qtbot.waitUntil(lambda: second in found, timeout=60_000)
    assert [item.input for item in found[second]["teacher"].items] == pictures[1:3]
    assert asker._job.view.job is not None
    again = psutil.Process(asker._job.view.job.pid)
    asker.let_go()
    again.wait(10)
    qtbot.waitUntil(lambda: not any((workspace.root / "jobs").iterdir()), timeout=10_000)
    assert not folder.exists()
    asker.close()
    asker.deleteLater()
