"""Answers that are paid for once: kept before they are used, found again, and never above the cap."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.core.synthesis import Usage
from kdstudio.synthesis.chat import Message
from kdstudio.synthesis.ledger import Answer, Ledger
from kdstudio.synthesis.teacher import Recorded, open_teacher
from tests.conftest import SmallDisk
from tests.llm_server import LLMServer
from tests.unit.synthesis.conftest import FAST, Watched, spec

pytestmark = pytest.mark.usefixtures("socket_enabled")

CHOOSE = (Message("user", "Which?\nA. bill\nB. login"),)


@pytest.fixture
def server() -> Iterator[LLMServer]:
    with LLMServer() as found:
        yield found


def teacher(
    server: LLMServer, answers: Path, job: Watched | None = None, cap: float = 0.0, **changes: object
) -> Recorded:
    return open_teacher(spec(server.address, **changes), job or Watched(), answers=answers, cap=cap, patience=FAST)


def write(
    teacher: Recorded, topic: str = "bills", seed: int = 0, temperature: float = 0.5, max_tokens: int = 50
) -> str:
    asked = (Message("user", f"Write about {topic}."),)
    return teacher.complete(asked, schema=None, temperature=temperature, max_tokens=max_tokens, seed=seed).text


def test_an_answer_is_paid_for_once(server: LLMServer, tmp_path: Path) -> None:
    with teacher(server, tmp_path, price_in=1e6, price_out=2e6) as asked:
        first = write(asked), asked.choose(CHOOSE, "AB")
        assert (write(asked), asked.choose(CHOOSE, "AB")) == first
        words = len(first[0].split())
        paid = Usage(requests=2, replayed=2, tokens_in=2 * (3 + 5), tokens_out=2 * (words + 1))
        cost = 3 + 5 + 2 * (words + 1)
        assert asked.usage == msgspec.structs.replace(paid, cost=cost, paid_before=cost)
    with teacher(server, tmp_path, price_in=9e6) as again:
        assert (write(again), again.choose(CHOOSE, "AB")) == first
        assert again.usage == Usage(replayed=2, tokens_in=8, tokens_out=words + 1, paid_before=cost)
    assert len(server.asked) == 2


def test_any_other_question_is_another(server: LLMServer, tmp_path: Path) -> None:
    with teacher(server, tmp_path) as asked:
        write(asked)
        write(asked, seed=1)
        write(asked, temperature=0.6)
        write(asked, max_tokens=51)
        write(asked, topic="logins")
        asked.choose(CHOOSE, "AB")
        asked.choose(CHOOSE, "BA")
    with teacher(server, tmp_path, model="large") as asked:
        write(asked)
    assert len(server.asked) == 8
    assert len(list(tmp_path.glob("*.jsonl"))) == 2


def test_two_who_ask_the_same_at_once_pay_once(server: LLMServer, tmp_path: Path) -> None:
    server.delay = 0.3
    with teacher(server, tmp_path) as asked, ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda number: write(asked, topic=str(number % 2)), range(8)))
    assert len(set(found)) == 2
    assert len(server.asked) == 2


def test_where_the_first_of_two_fails_the_second_asks(server: LLMServer, tmp_path: Path) -> None:
    server.plan, server.delay = ("404",), 0.2
    with teacher(server, tmp_path) as asked, ThreadPoolExecutor(2) as pool:
        found = [pool.submit(write, asked) for _ in range(2)]
        outcomes = sorted(type(future.exception()).__name__ for future in found)
    assert outcomes == ["KDError", "NoneType"]


# -- spending


def test_no_request_is_sent_that_could_pass_the_cap(server: LLMServer, tmp_path: Path) -> None:
    with teacher(server, tmp_path, cap=1.0, price_out=10_000) as asked:  # 50 tokens may cost 0.5
        topic = 0
        while asked.usage.cost <= 0.5:
            write(asked, str(topic))
            topic += 1
        with pytest.raises(KDError, match=r"may cost 0\.5000, and 0\.\d+ of the cap of 1\.0000") as caught:
            write(asked, str(topic))
        assert caught.value.code == Code.LLM_SPEND_CAP
        spent = asked.usage.cost
        assert spent <= 1.0
    sent = len(server.asked)
    with teacher(server, tmp_path, cap=1.0, price_out=10_000) as asked:
        for again in range(topic):
            write(asked, str(again))
        assert asked.usage.paid_before == pytest.approx(spent)
        with pytest.raises(KDError, match="the cap"):
            write(asked, str(topic))
    assert len(server.asked) == sent


def test_many_at_once_stay_below_the_cap_together(server: LLMServer, tmp_path: Path) -> None:
    server.delay = 0.02
    with teacher(server, tmp_path, cap=2.0, price_out=10_000) as asked, ThreadPoolExecutor(8) as pool:
        done = [pool.submit(write, asked, str(topic)) for topic in range(60)]
        refused = [future.exception() for future in done]
        assert asked.usage.cost <= 2.0
    assert {error.code for error in refused if isinstance(error, KDError)} == {Code.LLM_SPEND_CAP}
    assert asked.usage.cost > 1.4


@pytest.mark.parametrize(("fault", "counts"), [("length", True), ("drip", True), ("500", False), ("unbilled", True)])
def test_what_may_have_been_billed_counts(server: LLMServer, tmp_path: Path, fault: str, counts: bool) -> None:
    server.plan = (fault,)
    with teacher(server, tmp_path, price_out=10_000, timeout_seconds=0.5) as asked:
        words = len(write(asked).split())
        extra = asked.usage.cost - words / 100
        assert (extra > 0.001) == counts
        assert asked.usage.requests == (1 if fault == "unbilled" else 2)


# -- the ledger


def test_a_torn_last_line_is_dropped_and_the_rest_is_found(server: LLMServer, tmp_path: Path) -> None:
    with teacher(server, tmp_path) as asked:
        first, second = write(asked, "a"), write(asked, "b")
    (path,) = tmp_path.glob("*.jsonl")
    path.write_bytes(path.read_bytes()[:-7])
    with teacher(server, tmp_path) as asked:
        assert write(asked, "a") == first
        assert len(server.asked) == 2
        assert write(asked, "b") == second
        assert len(server.asked) == 3
    assert len([json.loads(line) for line in path.read_text().splitlines()]) == 2


def test_a_spoilt_line_costs_its_own_answer_alone(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    with Ledger(path) as ledger:
        for key in "abc":
            ledger.keep(Answer(key=key, at=1.0, text=key))
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + b"\xff{spoilt\n" + lines[2])
    with Ledger(path) as ledger:
        assert [ledger.find(key) is not None for key in "abc"] == [True, False, True]


def test_one_job_at_a_time_has_a_teacher(server: LLMServer, tmp_path: Path) -> None:
    with teacher(server, tmp_path):
        with pytest.raises(KDError, match="Another job is asking") as caught:
            teacher(server, tmp_path)
        assert caught.value.code == Code.RUN_BUSY
        with teacher(server, tmp_path, model="another") as other:
            write(other)
    with teacher(server, tmp_path) as asked:
        write(asked)


def test_a_full_disk_makes_the_job_wait_with_the_answer_it_paid_for(server: LLMServer, small_disk: SmallDisk) -> None:
    disk = small_disk("64k")
    ballast = disk / "ballast"
    job = Watched(mend=ballast.unlink)
    with teacher(server, disk / "answers", job) as asked:
        write(asked, "a")
        with pytest.raises(OSError, match="No space"):
            ballast.write_bytes(bytes(1 << 17))
        for number in range(99):
            write(asked, f"{number} {'long ' * 20}")
            if job.notices:
                break
    assert job.notices[0][0] == Code.DISK_FULL
    assert len(server.asked) == number + 2
    with teacher(server, disk / "answers") as asked:
        write(asked, f"{number} {'long ' * 20}")
    assert len(server.asked) == number + 2


KILLED = """
import sys
from pathlib import Path
from kdstudio.synthesis.chat import Message
from kdstudio.synthesis.teacher import open_teacher
from tests.unit.synthesis.conftest import FAST, Watched, spec
with open_teacher(spec(sys.argv[1]), Watched(), answers=Path(sys.argv[2]), patience=FAST) as asked:
    for number in range(10_000):
        message = Message("user", f"Write about {number}.")
        asked.complete([message], schema=None, temperature=0.5, max_tokens=50, seed=0)
        sys.stdout.write(f"{number}\\n")
        sys.stdout.flush()
"""


def test_a_killed_worker_loses_no_answer_that_it_used(server: LLMServer, tmp_path: Path) -> None:
    used = 0
    for _ in range(3):
        child = subprocess.Popen(
            [sys.executable, "-c", KILLED, server.address, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        with child.stdout as told:
            while told.readline() != f"{used + 20}\n":
                assert child.poll() is None
            time.sleep(0.05)
            os.kill(child.pid, signal.SIGKILL)
            rest = told.read().split()
        child.wait()
        used = int(rest[-1]) if rest else used + 20
    with teacher(server, tmp_path) as asked:
        before = len(server.asked)
        for number in range(used + 1):
            write(asked, str(number))
        assert asked.usage.replayed == used + 1
    assert len(server.asked) == before
