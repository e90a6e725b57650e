from __future__ import annotations

import math

from kdstudio.client.view import RunView, fold
from kdstudio.client.watch import Mark
from kdstudio.protocol.events import MetricBatch

LOSS = "student/train/loss"


def folded(values: list[float], first: int = 1, view: RunView | None = None) -> RunView:
    view = view or RunView()
    for step, value in enumerate(values, start=first):
        fold(view, MetricBatch(step=step, seconds=step / 10, values={LOSS: value, "student/train/kd": 1.0}))
    return view


def noisy(count: int) -> list[float]:
    return [1.0 + 0.2 * math.sin(7.0 * i) for i in range(count)]


def test_a_leap_is_marked_where_it_began_and_once() -> None:
    view = folded([*noisy(30), 15.0, 20.0, 1.0, *noisy(10), 12.0])
    assert [(mark.kind, mark.series, mark.step, mark.value) for mark in view.marks] == [
        ("spike", LOSS, 31, 15.0),
        ("spike", LOSS, 44, 12.0),
    ]
    assert 12 < view.marks[0].times < 18


def test_the_first_values_and_a_fall_are_no_leap() -> None:
    assert folded([900.0, 3.0, 2.0, 50.0]).marks == []
    assert folded([10 * 0.8**i for i in range(60)]).marks == []


def test_a_loss_that_stands_still_is_marked_until_it_moves() -> None:
    view = folded([*noisy(20), *[2.302585] * 60])
    assert [(mark.kind, mark.step) for mark in view.marks] == [("frozen", 21)]
    assert view.frozen == Mark("frozen", LOSS, 21, 2.1, 2.302585)
    folded([2.0], 81, view)
    assert view.frozen is None
    assert len(view.marks) == 1


def test_a_resume_takes_back_what_it_trains_again() -> None:
    view = folded([*noisy(30), 15.0, *noisy(5)])
    assert len(view.marks) == 1
    folded(noisy(20), 25, view)
    assert view.marks == []
    folded([16.0], 45, view)
    assert [mark.step for mark in view.marks] == [45]
