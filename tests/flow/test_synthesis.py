"""A generation from end to end: a real worker, a real teacher over a socket, and kills in between."""

from __future__ import annotations

import random
import time
from pathlib import Path

import msgspec
import pytest

from kdstudio.client import session as sessions
from kdstudio.client.session import Session
from kdstudio.core.errors import Code
from kdstudio.core.job import SynthesisJob
from kdstudio.core.recipe import Recipe
from kdstudio.core.synthesis import Origin, Review, SynthesisReport
from kdstudio.protocol.commands import Continue, Pause, Stop
from kdstudio.protocol.events import RowsMade
from kdstudio.runs.record import RunState
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.runs.workspace import Workspace
from tests import author
from tests.llm_server import LLMServer

pytestmark = pytest.mark.usefixtures("socket_enabled")


def prepare(folder: Path, address: str, **changes: object) -> TaskFolder:
    place = TaskFolder(folder)
    place.write(author.task(address, **changes))
    place.write_held_out(author.HELD_OUT)
    return place


def start(place: TaskFolder, stage: str = "full") -> Session:
    return sessions.start(Workspace(), SynthesisJob(task=str(place.path), stage=stage), Recipe(name="Reviews"))  # type: ignore[arg-type] # a stage


def finish(session: Session) -> SynthesisReport:
    for _ in session.events(0.02):
        pass
    assert session.view.state is RunState.DONE, session.view.failure
    session.wait_for_exit(10)
    return msgspec.json.decode((session.folder.artifacts / "synthesis.json").read_bytes(), type=SynthesisReport)


def test_a_pilot_and_then_the_full_run(tmp_path: Path) -> None:
    with LLMServer(answer=author.answer) as server:
        place = prepare(tmp_path / "task", server.address)
        session = start(place, "pilot")
        pilot = finish(session)
        assert (pilot.stage, pilot.wanted, pilot.kept, pilot.data) == ("pilot", 10, {"good": 5, "bad": 5}, "")
        assert pilot.held_out is not None
        assert (pilot.held_out.right, pilot.held_out.examples) == (4, 4)
        shown = list(session.view.rows)
        assert len(shown) == 10
        assert not place.examples.exists()
        place.review(Review(id=shown[0], label="bad"))
        place.review(Review(id=shown[1], label=""))
        place.review(Review(id=shown[2], label="good", held_out=True))
        session = start(place)
        full = finish(session)
        assert session.view.usage.replayed >= 10
        assert session.view.rows[shown[0]].label == "bad"
    assert sum(full.kept.values()) >= 40
    assert full.usage.requests + full.usage.replayed == session.view.usage.requests + session.view.usage.replayed
    lines = (place.examples / "train.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [msgspec.json.decode(line, type=dict[str, str]) for line in lines]
    assert len(rows) == sum(full.kept.values())
    test = (place.examples / "test.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(test) == 5
    texts = {row["text"] for row in rows}
    assert session.view.rows[shown[1]].text not in texts
    assert session.view.rows[shown[2]].text not in texts
    origin = msgspec.json.decode((place.examples / "source.json").read_bytes(), type=Origin)
    assert (origin.model, origin.licence, origin.reviewed) == ("small", "apache-2.0", 1)
    assert (full.data, full.predictions) == (str(place.examples), str(place.examples / "predictions.npz"))


def test_kills_cost_no_row_and_no_answer_that_had_arrived(tmp_path: Path) -> None:
    chance, kills = random.Random(5), 3
    with LLMServer(answer=author.answer, rate=0.04, seed=3, faults=("500", "429:0", "reset")) as server:
        place = prepare(tmp_path / "task", server.address, per_class=30)
        for _ in range(kills):
            session = start(place)
            rows = 1 + chance.randrange(16)
            for event in session.events(0.01):
                rows -= len(event.rows) if isinstance(event, RowsMade) else 0
                if rows <= 0:
                    break
            session.kill()
            assert not place.examples.exists()
        session = start(place)
        report = finish(session)
        assert report.kept == {"good": 30, "bad": 30}
        # an answer on its way to a worker that is killed is all that can be lost: one for each of its threads
        assert server.count()["twice"] <= kills * author.task("").llm.parallel
        assert report.usage.replayed > 0
        again = finish(start(place))
        assert (again.usage.requests, again.kept) == (0, report.kept)
    lines = (place.examples / "train.jsonl").read_bytes().splitlines()
    assert len(lines) == len(set(lines)) == 60


def test_pause_continue_and_stop(tmp_path: Path) -> None:
    with LLMServer(answer=author.answer, delay=0.05) as server:
        place = prepare(tmp_path / "task", server.address, per_class=100)
        session = start(place)
        for event in session.events(0.02):
            if isinstance(event, RowsMade):
                break
        session.send(Pause())
        wait_for(session, RunState.PAUSED)
        time.sleep(0.3)
        asked = server.count()["requests"]
        time.sleep(0.5)
        assert server.count()["requests"] == asked
        session.send(Continue())
        wait_for(session, RunState.RUNNING)
        session.send(Stop(keep=True))
        begun = time.monotonic()
        for _ in session.events(0.02):
            pass
        assert time.monotonic() - begun < 5
        assert session.view.state is RunState.STOPPED
        session.wait_for_exit(10)


def wait_for(session: Session, state: RunState) -> None:
    until = time.monotonic() + 20
    while session.view.state is not state and time.monotonic() < until:
        session.poll()
        time.sleep(0.02)
    assert session.view.state is state


def test_own_texts_are_labelled(tmp_path: Path) -> None:
    texts = tmp_path / "mails.csv"
    rows = [
        f"{number},{'glorious' if number % 3 else 'dreadful'} thing {number * 7919}{number * 104729}"
        for number in range(60)
    ]
    texts.write_text("id,text\n" + "\n".join(rows) + "\n61\n", encoding="utf-8")
    with LLMServer(answer=author.answer) as server:
        place = prepare(tmp_path / "task", server.address, source="label", texts=str(texts))
        session = start(place)
        report = finish(session)
    assert report.kept == {"good": 40, "bad": 20}
    assert any("row 62" in notice.message for notice in session.view.notices)


def test_a_brief_with_a_gap_is_refused(tmp_path: Path) -> None:
    place = prepare(tmp_path / "task", "http://127.0.0.1:9/v1")
    task = place.read()
    place.write(msgspec.structs.replace(task, brief=msgspec.structs.replace(task.brief, labels=task.brief.labels[:1])))
    session = start(place)
    for _ in session.events(0.02):
        pass
    assert session.view.failure is not None
    assert session.view.failure.code == Code.RECIPE_INVALID
    session.wait_for_exit(10)
