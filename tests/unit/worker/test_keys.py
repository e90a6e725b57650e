"""The keys that a worker reads from its standard input, and none of them in what it says."""

from __future__ import annotations

import os
import time

from kdstudio.protocol import secrets
from kdstudio.protocol.events import JobFailed, Notice, PhaseChanged
from kdstudio.protocol.secrets import Secret
from kdstudio.worker.keys import Keys

HERE, KEY = "https://api.example.com/v1", "sk-a-canary"


def test_keys_come_whole_however_they_are_cut_and_the_newest_counts() -> None:
    reading, writing = os.pipe()
    keys = Keys(reading)
    line = secrets.encode(Secret(HERE, "sk-first"))
    os.write(writing, b"no secret\n" + line[:9])
    os.write(writing, line[9:])
    assert keys.of(HERE) == "sk-first"
    assert keys.of("https://elsewhere.example/v1") == ""
    os.write(writing, secrets.encode(Secret(HERE, KEY)))
    until = time.monotonic() + 5
    while keys.of(HERE) != KEY:
        assert time.monotonic() < until
    os.close(writing)
    os.close(reading)


def test_nothing_is_waited_for_where_nobody_writes() -> None:
    reading, writing = os.pipe()
    os.close(writing)
    began = time.monotonic()
    assert Keys(reading).of(HERE) == ""
    assert time.monotonic() - began < 1
    os.close(reading)


def test_a_key_is_struck_out_of_what_is_said() -> None:
    reading, writing = os.pipe()
    keys = Keys(reading)
    os.write(writing, secrets.encode(Secret(HERE, KEY)) + secrets.encode(Secret("http://localhost/v1", "none")))
    assert keys.of(HERE) == KEY
    notice = keys.struck(Notice(level="info", code="x", message=f"Bearer {KEY}", hint=f"{KEY} or none"))
    assert notice == Notice(level="info", code="x", message="Bearer [key]", hint="[key] or none")
    failed = keys.struck(JobFailed(code="x", message=KEY, hint="", traceback=f"a\n{KEY}\n"))
    assert failed == JobFailed(code="x", message="[key]", hint="", traceback="a\n[key]\n")
    assert keys.struck(PhaseChanged(phase="x")) == PhaseChanged(phase="x")
    os.close(writing)
    os.close(reading)
