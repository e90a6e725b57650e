from __future__ import annotations

import math
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdstudio.core.errors import Code, KDError
from kdstudio.protocol import codec
from kdstudio.protocol.commands import Command, Stop
from kdstudio.protocol.events import Event, JobFailed, MetricBatch

numbers = st.floats(allow_nan=False, allow_infinity=False)


def messages(union: Any) -> st.SearchStrategy[Any]:
    """Any message of a union, its fields drawn from their annotations."""
    return st.one_of([st.from_type(kind).map(_finite) for kind in get_args(union)])


def _finite(message: Any) -> Any:
    """The same message with plain numbers: what a worker measures is finite, apart from metrics (see below)."""
    return msgspec.convert(_plain(msgspec.to_builtins(message)), type(message))


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else 0.0
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


@given(messages(Event))
def test_every_event_comes_back_as_it_was(event: Event) -> None:
    line = codec.encode(event)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert codec.decode_event(line) == event


@given(messages(Command))
def test_every_command_comes_back_as_it_was(command: Command) -> None:
    assert codec.decode_command(codec.encode(command)) == command


def test_a_measurement_that_is_not_finite_is_left_out_and_the_rest_is_kept() -> None:
    batch = MetricBatch(step=3, seconds=1.0, values={"a": math.nan, "b": 2.0, "c": math.inf})
    decoded = codec.decode_event(codec.encode(batch))
    assert isinstance(decoded, MetricBatch)
    assert decoded.values == {"b": 2.0}


@pytest.mark.parametrize(
    "line",
    [
        b'{"v":1,"type":"phase","phase":"x","colour":"red"}',
        b'{"v":1,"type":"tea-break"}',
        b'{"v":1,"type":"phase","phase":7}',
        b'{"v":1,"type":"phase"',
        b'{"type":"phase","phase":"x"}',
        b"\xff\xfe",
        b"[]",
        b'{"v":0,"type":"phase","phase":"x"}',
    ],
    ids=[
        "unknown field",
        "unknown event",
        "wrong type",
        "torn",
        "no version",
        "not text",
        "not an object",
        "version 0",
    ],
)
def test_a_line_that_is_not_understood_is_called_damaged(line: bytes) -> None:
    with pytest.raises(KDError) as caught:
        codec.decode_event(line)
    assert caught.value.code is Code.LOG_DAMAGED


def test_a_newer_version_is_named() -> None:
    with pytest.raises(KDError, match="version 2") as caught:
        codec.decode_event(b'{"v":2,"type":"phase","phase":"x","colour":"red"}')
    assert caught.value.code is Code.NEWER_VERSION


def test_a_command_is_not_taken_for_an_event() -> None:
    with pytest.raises(KDError):
        codec.decode_event(codec.encode(Stop()))


def test_text_from_outside_cannot_break_out_of_its_line() -> None:
    event = JobFailed(code="internal", message="two\nlines \u2028 and \x00 and \x1b[31m", hint="“quoted”")
    assert codec.decode_event(codec.encode(event)) == event
