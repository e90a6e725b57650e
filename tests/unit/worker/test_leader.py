"""The time that a job has taken, from the log of its earlier sessions."""

from __future__ import annotations

import msgspec
import pytest

from kdstudio.protocol import codec
from kdstudio.protocol.events import Event, Heartbeat, JobStarted
from kdstudio.runs.layout import RunFolder
from kdstudio.worker.leader import Leader
from tests.unit.gui.worker_at import new_run


def told(folder: RunFolder, *moments: tuple[float, Event]) -> None:
    lines = [codec.encode(msgspec.structs.replace(event, at=at)) for at, event in moments]
    folder.events.write_bytes(b"".join(lines))


def started(session: int) -> JobStarted:
    return JobStarted(kind="distill", session=session, pid=1, host="here", version="0", phases=())


def beats(first: float, last: float) -> list[tuple[float, Event]]:
    beat = Heartbeat(rss_bytes=1, cpu_percent=1.0)
    return [(float(at), beat) for at in range(int(first), int(last) + 1, 2)]


def test_a_clock_that_is_set_leaves_the_seconds_of_earlier_sessions_alone() -> None:
    day = 86_400
    jumps = {
        "none": 0,
        "a day on, or a night asleep": day,
        "a day back": -day,
    }
    for words, jump in jumps.items():
        folder = new_run()
        first = [(1000.0, started(1)), *beats(1002, 1020), *beats(1022 + jump, 1040 + jump)]
        second = [(5000.0 + jump, started(2)), *beats(5002 + jump, 5010 + jump)]
        told(folder, *first, *second)
        leader = Leader(folder)
        leader._writer.close()
        assert leader.session == 3
        lost = 2 if jump else 0  # the step that the jump falls into
        assert leader.seconds() == pytest.approx(40 + 10 - lost, abs=0.5), words
