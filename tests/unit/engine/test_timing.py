from __future__ import annotations

import time

from kdstudio.engine.timing import timed


def test_a_quick_answer_is_timed_without_its_first_slow_call() -> None:
    pauses = iter([0.02, 0.001, 0.001, 0.001, 0.001])
    calls: list[float] = []

    def work() -> int:
        calls.append(next(pauses))
        time.sleep(calls[-1])
        return len(calls)

    found, milliseconds = timed(work)
    assert found == len(calls) > 1
    assert 1 <= milliseconds < 15


def test_a_slow_answer_is_asked_once() -> None:
    calls = []
    _, milliseconds = timed(lambda: calls.append(time.sleep(0.05)))
    assert len(calls) == 1
    assert milliseconds >= 50
