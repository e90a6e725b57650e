from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kdstudio.core.recipe import Recipe
from kdstudio.runs import notes, queue
from kdstudio.runs.notes import Notes
from kdstudio.runs.workspace import Workspace
from tests.unit.gui.worker_at import new_run, worker_at


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def test_notes_come_back_as_they_were_written() -> None:
    folder = new_run()
    assert notes.load(folder) == Notes()
    written = Notes(tags=("baseline", "größer"), text="Why?\nBecause “it” = 1.")
    notes.save(folder, written)
    assert notes.load(folder) == written


@pytest.mark.parametrize("damage", [b"tags = 3", b"\xff\xfe", b"[["])
def test_notes_that_cannot_be_read_are_no_notes(damage: bytes) -> None:
    folder = new_run()
    folder.notes.write_bytes(damage)
    assert notes.load(folder) == Notes()


def test_tags_as_they_are_typed() -> None:
    assert notes.tags_of(" a, b ,a,, c d") == ("a", "b", "c d")


def test_the_queue_keeps_its_order_and_forgets_what_was_started_or_taken_out(workspace: Workspace) -> None:
    one, two, three = (queue.add(workspace, Recipe(name=name)) for name in ("one", "two", "three"))
    assert queue.waiting(workspace) == [one, two, three]
    queue.remove(workspace, two)
    with worker_at(one) as worker:
        worker.begin()
        assert queue.waiting(workspace) == [three]
    assert queue.take(workspace) == three
    assert queue.take(workspace) is None
    assert two.job_file.is_file()


def test_a_damaged_queue_is_an_empty_one(workspace: Workspace) -> None:
    queue.add(workspace, Recipe(name="one"))
    (workspace.root / "queue.json").write_text("{")
    assert queue.waiting(workspace) == []


def test_each_queued_run_is_taken_once_however_many_ask(workspace: Workspace) -> None:
    added = {queue.add(workspace, Recipe(name=f"run {n}")) for n in range(6)}
    with ThreadPoolExecutor(8) as pool:
        taken = [folder for folder in pool.map(lambda _: queue.take(workspace), range(12)) if folder is not None]
    assert len(taken) == 6
    assert set(taken) == added
