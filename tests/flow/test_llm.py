"""A teacher LLM asked by a real worker: a key that lies nowhere, a refusal that is mended, a try at the screen."""

from __future__ import annotations

import base64
import json
import os
import time
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import keyring
import psutil
import pytest
from keyring.backends import null

from kdstudio.client import keys
from kdstudio.client import session as sessions
from kdstudio.client.session import Session
from kdstudio.core.errors import Code
from kdstudio.core.job import LLMProbeJob, SynthesisJob
from kdstudio.core.recipe import Recipe
from kdstudio.core.synthesis import LLMSpec, Probe, Synthesis
from kdstudio.protocol.commands import Continue
from kdstudio.protocol.secrets import Secret
from kdstudio.runs.record import RunState
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.runs.workspace import Workspace
from tests import author
from tests.llm_server import LLMServer

pytestmark = pytest.mark.usefixtures("socket_enabled")

CANARY = "sk-canary+/=8f1c0e7d"


@pytest.fixture(autouse=True)
def _no_store() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(null.Keyring())
    keys._session.clear()
    yield
    keys._session.clear()
    keyring.set_keyring(before)


def task(server: LLMServer, key: str = CANARY, **settings: object) -> TaskFolder:
    folder = TaskFolder(Workspace().tasks / "mail")
    llm = LLMSpec(address=server.address, model="small", **settings)  # type: ignore[arg-type] # the tests' own
    folder.write(Synthesis(brief=author.BRIEF, llm=llm))
    keys.store(server.address, key)
    return folder


def probe(folder: TaskFolder) -> Session:
    return sessions.start(Workspace(), LLMProbeJob(task=str(folder.path)), Recipe(name="probe"))


def finish(session: Session) -> Session:
    for _ in session.events():
        pass
    assert session.wait_for_exit(20)
    return session


def test_a_try_says_speed_price_and_what_the_teacher_can() -> None:
    with LLMServer(key=CANARY, delay=0.2) as server:
        session = finish(probe(task(server, price_in=1.0, price_out=2.0, parallel=4)))
        assert session.view.finish is not None, session.view.failure
        found = json.loads((session.folder.artifacts / "probe.json").read_bytes())
        assert set(found) == set(Probe.__struct_fields__)
        assert (found["model"], found["log_probabilities"], found["schema"]) == ("small", True, True)
        assert 0.2 <= found["seconds"] < 5
        assert 0.05 <= found["seconds_per_row"] < 1
        assert 0 < found["per_thousand"] < 1
        assert found["answer"].startswith("Some words")
        assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (["401"], Code.LLM_KEY),
        (["500"] * 9, Code.LLM_UNREACHABLE),
        (["404"], Code.LLM_REFUSED),
        (["html"] * 9, Code.LLM_PROTOCOL),
    ],
)
def test_a_try_that_fails_says_so_instead_of_waiting(plan: list[str], code: Code) -> None:
    with LLMServer(plan=plan) as server:
        session = finish(probe(task(server)))
    assert session.view.failure is not None
    assert session.view.failure.code == code
    assert session.view.notices == []


def test_a_refused_key_is_replaced_while_the_job_waits_for_it() -> None:
    with LLMServer(key=CANARY, answer=author.answer) as server:
        folder = TaskFolder(Workspace().tasks / "reviews")
        folder.write(author.task(server.address))
        folder.write_held_out(author.HELD_OUT)
        keys.store(server.address, "sk-an-old-key")
        session = sessions.start(Workspace(), SynthesisJob(task=str(folder.path), stage="pilot"), Recipe(name="pilot"))
        while session.view.state is not RunState.PAUSED:
            session.poll()
            assert not session.view.ended, session.view.failure
        assert [notice.code for notice in session.view.notices] == [Code.LLM_KEY]
        assert session.hand_over(Secret(server.address, CANARY))
        session.send(Continue())
        finish(session)
        assert session.view.state is RunState.DONE, session.view.failure
        assert len(session.view.rows) == 10
    assert not session.hand_over(Secret(server.address, CANARY))


def forms(key: str) -> list[bytes]:
    """A key as it is, quoted for an address, and in base64 at each of three offsets."""
    raw = key.encode()
    packed = [base64.b64encode(bytes(shift) + raw)[4 if shift else 0 : -4] for shift in range(3)]
    return [raw, urllib.parse.quote(key, safe="").encode(), json.dumps(key).encode().strip(b'"'), *packed]


def test_a_key_lies_nowhere_while_a_job_runs_and_after_it(tmp_path: Path) -> None:
    """The endpoint repeats the key in its error and in its answer; the worker is looked at while it waits for one."""
    seen: list[bytes] = []
    with LLMServer(plan=["slow", "echo"], answer=lambda _: json.dumps({"texts": [f"Your key is {CANARY}."]})) as server:
        session = probe(task(server))
        while not server.asked:
            session.poll()
            time.sleep(0.02)
        assert session.view.job is not None
        worker = psutil.Process(session.view.job.pid)
        seen += [" ".join(worker.cmdline()).encode(), json.dumps(worker.environ()).encode()]
        finish(session)
        assert server.headers[0]["authorization"] == f"Bearer {CANARY}"
    assert session.view.failure is not None
    assert session.view.failure.code == Code.LLM_REFUSED
    assert "[key]" in session.view.failure.message
    with LLMServer(answer=lambda _: json.dumps({"texts": [f"Your key is {CANARY}."]})) as server:
        session = finish(probe(task(server)))
        assert "Your key is [key]." in (session.folder.artifacts / "probe.json").read_text(encoding="utf-8")
    home = Path(os.environ["HOME"])
    seen += [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    assert len(seen) > 8
    found = [form for form in forms(CANARY) for content in seen if form in content]
    assert found == []


def test_the_search_for_a_key_finds_it_in_every_form() -> None:
    for form in (
        CANARY,
        urllib.parse.quote(CANARY, safe=""),
        *(base64.b64encode(f"{x}{CANARY}".encode()).decode() for x in ("", "x", "xy")),
    ):
        assert any(part in form.encode() for part in forms(CANARY))
