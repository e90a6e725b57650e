"""An endpoint on its bad days, over real sockets: what is waited out, what pauses, and what fails."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.listener import Stopped
from kdstudio.synthesis.chat import Message
from kdstudio.synthesis.endpoint import Endpoint
from kdstudio.synthesis.purse import Purse
from kdstudio.synthesis.retry import Patience, retry_after
from tests.llm_server import LLMServer
from tests.unit.synthesis.conftest import FAST, KEY, Watched, spec

pytestmark = pytest.mark.usefixtures("socket_enabled")

SCHEMA = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}
ASK = (Message("system", "You write examples."), Message("user", "Write one."))
CHOOSE = (Message("user", "Which?\nA. bill\nB. login\nC. other"),)

Opened = tuple[LLMServer, Watched, Endpoint]
Open = Callable[..., Opened]


@pytest.fixture
def teacher() -> Iterator[Open]:
    with ExitStack() as stack:

        def make(*plan: str, patience: Patience = FAST, **settings: Any) -> Opened:
            asked = {
                name: settings.pop(name) for name in ("timeout_seconds", "price_in", "price_out") if name in settings
            }
            server = stack.enter_context(LLMServer(plan=plan, **settings))
            job, wanted = Watched(), spec(server.address, **asked)
            endpoint = Endpoint(wanted, job, Purse(wanted, 0.0), patience)
            stack.callback(endpoint.close)
            return server, job, endpoint

        yield make


def complete(endpoint: Endpoint, schema: dict[str, Any] | None = None, seed: int = 0) -> str:
    return endpoint.complete(ASK, schema=schema, temperature=0.5, max_tokens=50, seed=seed).text


def test_a_question_is_sent_with_the_key_and_nothing_of_this_machine(
    teacher: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ORG_ID", "PROJECT_ID", "API_KEY", "ADMIN_KEY"):
        monkeypatch.setenv(f"OPENAI_{name}", "mine")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Mine: mine")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9")
    server, _, endpoint = teacher(key=KEY)
    assert complete(endpoint).startswith("An answer")
    (headers,) = server.headers
    assert headers["authorization"] == f"Bearer {KEY}"
    assert set(headers) <= {
        *("host", "connection", "accept", "accept-encoding", "user-agent"),
        *("content-type", "content-length", "authorization"),
    }
    assert "mine" not in str(headers)
    assert server.asked[0]["messages"][1] == {"role": "user", "content": "Write one."}


def test_without_a_key_none_is_sent(teacher: Open) -> None:
    server, job, endpoint = teacher()
    job.key = ""
    complete(endpoint)
    assert "authorization" not in server.headers[0]


@pytest.mark.parametrize(
    "plan",
    [
        *(("429:1",), ("429:",), ("429:soon",), ("429:0",)),
        *(("500", "503"), ("reset", "reset"), ("cut",), ("html",), ("nonsense",), ("gateway",)),
    ],
    ids="-".join,
)
def test_trouble_that_passes_is_waited_out(teacher: Open, plan: tuple[str, ...]) -> None:
    server, job, endpoint = teacher(*plan)
    began = time.monotonic()
    assert complete(endpoint)
    assert len(server.asked) == len(plan) + 1
    assert job.notices == []
    assert (time.monotonic() - began >= 1) == (plan == ("429:1",))


def test_a_date_to_wait_for_counts_from_the_answers_own_clock() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    later = format_datetime(now + timedelta(seconds=90), usegmt=True)
    assert retry_after(later, format_datetime(now, usegmt=True)) == 90
    assert retry_after(format_datetime(now, usegmt=True), later) == 0
    soon = retry_after(format_datetime(datetime.now(UTC) + timedelta(seconds=50), usegmt=True))
    assert soon is not None
    assert 40 < soon <= 50
    for garbage in (None, "", "soon", "-1", "1e9", "nan", "99999999999", "Thu, 99 Foo 2026"):
        assert retry_after(garbage) is None


def test_waits_double_and_scatter() -> None:
    patience = Patience(first=1, longest=8)
    assert [patience.wait(failures, None, lambda: 1.0) for failures in (1, 2, 3, 4, 5)] == [1, 2, 4, 8, 8]
    assert patience.wait(3, None, lambda: 0.0) == 2
    assert patience.wait(1, 7.0, lambda: 0.0) == 7


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("500", "error 500: The server had an error"),
        ("reset", "cannot be asked: the connection broke"),
        ("gateway", "error 502: The provider is down"),
        ("429:3600", "asks to wait for 60 min"),
        (f"429:{format_datetime(datetime.now(UTC) + timedelta(hours=5), usegmt=True)}", "asks to wait for "),
    ],
)
def test_trouble_that_stays_pauses_and_goes_on(teacher: Open, fault: str, says: str) -> None:
    fault = fault.replace("in five hours", format_datetime(datetime.now(UTC) + timedelta(hours=5), usegmt=True))
    long = fault.startswith("429")
    server, job, endpoint = teacher(*[fault] * (1 if long else FAST.attempts))
    waits = []
    job.mend = lambda: waits.append(1)
    assert complete(endpoint)
    ((code, words),) = job.notices
    assert code == Code.LLM_UNREACHABLE
    assert says in words
    assert "rows are kept" in words
    assert waits == [1]
    assert len(server.asked) == (2 if long else FAST.attempts + 1)


@pytest.mark.parametrize("address", ["https://nowhere.invalid/v1", "http://127.0.0.1:9/v1"])
def test_an_address_where_nobody_is_pauses(address: str) -> None:
    job, wanted = Watched(), spec(address)
    endpoint = Endpoint(wanted, job, Purse(wanted, 0.0), FAST)
    with pytest.raises(Stopped):
        complete(endpoint)
    endpoint.close()
    ((code, words),) = job.notices
    assert code == Code.LLM_UNREACHABLE
    assert "cannot be asked: there is no connection (" in words


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "ftp://127.0.0.1"])
def test_a_proxy_that_cannot_be_used_is_said(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    wanted = spec("https://nowhere.invalid/v1")
    with pytest.raises(KDError, match="The proxy that this computer names cannot be used") as caught:
        Endpoint(wanted, Watched(), Purse(wanted, 0.0), FAST)
    assert caught.value.code == Code.LLM_UNREACHABLE


def test_another_machine_is_not_asked_without_encryption_until_a_person_allows_it() -> None:
    job, wanted = Watched(), spec("http://192.0.2.1/v1", timeout_seconds=1.0)
    with pytest.raises(KDError, match=r"192\.0\.2\.1 would be asked without encryption") as caught:
        Endpoint(wanted, job, Purse(wanted, 0.0), FAST)
    assert caught.value.code == Code.LLM_PLAIN_HTTP
    allowed = spec("http://192.0.2.1/v1", plain_http=True)
    Endpoint(allowed, job, Purse(allowed, 0.0), FAST).close()


@pytest.mark.parametrize("fault", ["401", "402", "403", "quota"])
def test_a_refused_key_pauses_at_once_and_the_new_one_is_used(teacher: Open, fault: str) -> None:
    server, job, endpoint = teacher(fault)

    def mend() -> None:
        job.key = "sk-another-key"

    job.mend = mend
    assert complete(endpoint)
    ((code, words),) = job.notices
    assert code == Code.LLM_KEY
    assert "Enter a valid key" in words
    assert [headers["authorization"] for headers in server.headers] == [f"Bearer {KEY}", "Bearer sk-another-key"]


def test_all_threads_meet_one_pause(teacher: Open) -> None:
    server, job, endpoint = teacher(key="right")

    def mend() -> None:
        time.sleep(0.3)
        job.key = "right"

    job.mend = mend
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda seed: complete(endpoint, seed=seed), range(8)))
    assert len(set(found)) == 8
    assert len(job.notices) == 1
    assert len(server.asked) <= 16


def test_a_key_that_cannot_be_one_is_not_sent(teacher: Open) -> None:
    server, job, endpoint = teacher()
    job.key = "sk-a\nHost: elsewhere"
    with pytest.raises(Stopped):
        complete(endpoint)
    assert job.notices[0][0] == Code.LLM_KEY
    assert server.asked == []


@pytest.mark.parametrize("fault", ["drip", "silent"])
def test_an_answer_has_a_deadline(teacher: Open, fault: str) -> None:
    server, _, endpoint = teacher(fault, timeout_seconds=0.4)
    began = time.monotonic()
    assert complete(endpoint)
    assert 0.4 <= time.monotonic() - began < 3
    assert len(server.asked) == 2


@pytest.mark.parametrize("fault", ["drip", "silent", "429:1"])
def test_a_stop_is_obeyed_within_a_second(teacher: Open, fault: str) -> None:
    _, job, endpoint = teacher(fault)
    threading.Timer(0.3, job.stopped.set).start()
    began = time.monotonic()
    with pytest.raises(Stopped):
        complete(endpoint)
    assert time.monotonic() - began < 1.3


@pytest.mark.parametrize("fault", ["length", "unfinished"])
def test_an_answer_that_is_not_whole_is_asked_for_again(teacher: Open, fault: str) -> None:
    server, _, endpoint = teacher(fault)
    assert complete(endpoint).endswith(".")
    assert len(server.asked) == 2
    assert server.asked[1]["max_tokens"] == (100 if fault == "length" else 50)
    assert server.asked[1]["seed"] != server.asked[0]["seed"]


def test_a_teacher_that_never_ends_fails_after_a_few_tries(teacher: Open) -> None:
    server, _, endpoint = teacher(*["length"] * 9)
    with pytest.raises(KDError, match="no answer of use in 3 tries: the answer was cut") as caught:
        complete(endpoint)
    assert caught.value.code == Code.LLM_ANSWER
    assert len(server.asked) == FAST.tries


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("html", "“<!doctype html>"),
        ("nonsense", "not as an endpoint does"),
        ("schema", "not as an endpoint does"),
        ("huge", "longer than 8 MB"),
        ("bomb", "is packed"),
    ],
)
def test_what_is_no_endpoint_is_said(teacher: Open, fault: str, says: str) -> None:
    server, _, endpoint = teacher(*[fault] * 9)
    with pytest.raises(KDError, match=says) as caught:
        complete(endpoint)
    assert caught.value.code == Code.LLM_PROTOCOL
    assert len(server.asked) == FAST.tries


def test_an_endpoint_that_has_answered_before_is_waited_for(teacher: Open) -> None:
    server, job, endpoint = teacher("ok", *["html"] * FAST.attempts)
    job.mend = lambda: None
    assert complete(endpoint, seed=1) != complete(endpoint, seed=2)
    assert [code for code, _ in job.notices] == [Code.LLM_PROTOCOL]
    assert len(server.asked) == FAST.attempts + 2


def test_a_redirect_is_not_followed(teacher: Open) -> None:
    server, _, endpoint = teacher("redirect")
    with pytest.raises(KDError, match=r"sends on to http://127\.0\.0\.1:9/v1") as caught:
        complete(endpoint)
    assert caught.value.code == Code.LLM_ADDRESS
    assert len(server.asked) == 1


@pytest.mark.parametrize("fault", ["404", "echo"])
def test_a_request_that_is_refused_fails_at_once_without_the_key(teacher: Open, fault: str) -> None:
    server, _, endpoint = teacher(fault)
    with pytest.raises(KDError) as caught:
        complete(endpoint)
    assert caught.value.code == Code.LLM_REFUSED
    assert KEY not in repr(caught.value) + str(caught.value) + str(caught.value.__dict__)
    assert caught.value.__cause__ is None
    assert len(server.asked) == 1


def test_a_person_who_waits_is_told_instead_of_a_pause(teacher: Open) -> None:
    _, job, endpoint = teacher("401", patience=Patience(pauses=False))
    with pytest.raises(KDError) as caught:
        complete(endpoint)
    assert caught.value.code == Code.LLM_KEY
    assert job.notices == []


# -- forms of answers


def test_a_schema_is_asked_for_where_the_endpoint_takes_it(teacher: Open) -> None:
    server, _, endpoint = teacher()
    assert complete(endpoint, SCHEMA).startswith('{"text"')
    assert endpoint.schema
    assert server.asked[0]["response_format"]["json_schema"]["schema"] == SCHEMA
    assert "JSON" not in server.asked[0]["messages"][0]["content"]


def test_a_schema_is_said_in_words_where_it_does_not(teacher: Open) -> None:
    server, _, endpoint = teacher(schema=False, answer=lambda _: '```json\n{"text": "words"}\n```')
    assert [complete(endpoint, SCHEMA, seed) for seed in (1, 2)] == ['{"text": "words"}'] * 2
    assert ["response_format" in body for body in server.asked] == [True, False, False]
    assert '"required": ["text"]' in server.asked[1]["messages"][0]["content"]


def test_a_refusal_for_another_reason_costs_no_schema(teacher: Open) -> None:
    server, _, endpoint = teacher("long")
    with pytest.raises(KDError, match="maximum context length is 8") as caught:
        complete(endpoint, SCHEMA)
    assert caught.value.code == Code.LLM_REFUSED
    complete(endpoint, SCHEMA)
    assert ["response_format" in body for body in server.asked] == [True, True]


def test_words_around_the_json_are_left_out(teacher: Open) -> None:
    _, _, endpoint = teacher("prose")
    assert complete(endpoint, SCHEMA).startswith('{"text"')


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("I will not.", "holds no JSON"),
        ('{"texts": "x"}', "has no “text”"),
        ('{"text": 3}', "“text” is not of the type “string”"),
        ("[1]", "is not of the type “object”"),
    ],
)
def test_an_answer_of_another_form_fails_with_its_reason(teacher: Open, answer: str, says: str) -> None:
    server, _, endpoint = teacher(answer=lambda _: answer)
    with pytest.raises(KDError, match=says) as caught:
        complete(endpoint, SCHEMA)
    assert caught.value.code == Code.LLM_ANSWER
    assert not endpoint.schema
    assert len(server.asked) == FAST.tries
    assert "JSON schema" in server.asked[1]["messages"][0]["content"]


def test_a_teacher_that_thinks_first_is_asked_without_what_it_refuses(teacher: Open) -> None:
    server, _, endpoint = teacher(thinking=True)
    assert complete(endpoint)
    assert endpoint.choose(CHOOSE, "ABC").count(1.0) == 1
    assert not endpoint.log_probabilities
    assert not set(server.asked[-1]) & {"max_tokens", "temperature", "logprobs", "top_logprobs"}
    assert server.asked[-1]["max_completion_tokens"] == 8
    before = len(server.asked)
    complete(endpoint, seed=1)
    assert len(server.asked) == before + 1


# -- choices


def test_shares_come_from_log_probabilities(teacher: Open) -> None:
    server, _, endpoint = teacher(answer=lambda _: "B")
    found = endpoint.choose(CHOOSE, ("A", "B", "C"))
    assert sum(found) == pytest.approx(1)
    assert found[1] == pytest.approx(0.8 / (0.8 + 2 * 0.2 / 7))
    assert found[0] == found[2] > 0
    assert endpoint.log_probabilities
    assert server.asked[0]["temperature"] == 0
    assert server.asked[0]["top_logprobs"] == 20


def test_an_option_that_is_not_among_the_most_probable_gets_nothing(teacher: Open) -> None:
    _, _, endpoint = teacher(answer=lambda _: "B")
    assert endpoint.choose(CHOOSE, ("B", "X")) == (1.0, 0.0)


@pytest.mark.parametrize("answer", ["B", " B.", "**B**", "(B) login"])
def test_without_log_probabilities_the_answer_gets_all(teacher: Open, answer: str) -> None:
    _, _, endpoint = teacher(log_probabilities=False, answer=lambda _: answer)
    assert endpoint.choose(CHOOSE, ("A", "B", "C")) == (0.0, 1.0, 0.0)
    assert not endpoint.log_probabilities


def test_an_answer_that_is_no_option_fails(teacher: Open) -> None:
    _, _, endpoint = teacher(log_probabilities=False, answer=lambda _: "Both")
    with pytest.raises(KDError, match="none of the options"):
        endpoint.choose(CHOOSE, ("A", "B", "C"))
