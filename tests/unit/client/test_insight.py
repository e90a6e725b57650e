from __future__ import annotations

from kdstudio.client.insight import drowning_term
from kdstudio.client.view import RunView, fold
from kdstudio.protocol.events import MetricBatch


def view_of(steps: int, **terms: float) -> RunView:
    view = RunView()
    for step in range(steps):
        fold(view, MetricBatch(step=step, seconds=0.0, values={f"student/weighted/{k}": v for k, v in terms.items()}))
    return view


def test_a_term_that_is_nearly_all_of_the_loss_is_found() -> None:
    found = drowning_term(view_of(30, kd=0.02, ce=0.98))
    assert found is not None
    assert found.term == "ce"
    assert round(found.share, 2) == 0.98


def test_balanced_terms_single_terms_and_the_first_steps_are_left_alone() -> None:
    assert drowning_term(view_of(30, kd=0.1, ce=0.9)) is None
    assert drowning_term(view_of(30, ce=1.0)) is None
    assert drowning_term(view_of(5, kd=0.0, ce=1.0)) is None
    assert drowning_term(view_of(30, kd=0.0, ce=0.0)) is None
    assert drowning_term(RunView()) is None
