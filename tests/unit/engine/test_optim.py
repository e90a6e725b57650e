"""Learning rates are pure functions of the progress; the moving average follows its source."""

from __future__ import annotations

import pytest
import torch

from kdstudio.core.recipe import PlanSpec
from kdstudio.engine.optim import MovingAverage, learning_rate, make_optimizer


def test_warm_up_then_cosine() -> None:
    plan = PlanSpec(learning_rate=1.0, warmup=0.1, schedule="cosine")
    assert learning_rate(plan, 0.05) == pytest.approx(0.5)
    assert learning_rate(plan, 0.1) == pytest.approx(1.0)
    assert learning_rate(plan, 0.55) == pytest.approx(0.5)
    assert learning_rate(plan, 1.0) < 1e-3


def test_steps_fall_at_their_milestones() -> None:
    plan = PlanSpec(learning_rate=1.0, warmup=0.0, schedule="step", milestones=(0.5, 0.75), gamma=0.1)
    assert [round(learning_rate(plan, p), 6) for p in (0.49, 0.5, 0.75)] == [1.0, 0.1, 0.01]


def test_linear_and_constant() -> None:
    linear = PlanSpec(learning_rate=2.0, warmup=0.0, schedule="linear")
    assert learning_rate(linear, 0.25) == pytest.approx(1.5)
    constant = PlanSpec(learning_rate=2.0, warmup=0.0, schedule="constant")
    assert learning_rate(constant, 0.9) == pytest.approx(2.0)


def test_norms_and_biases_get_no_weight_decay() -> None:
    net = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4))
    decayed, free = make_optimizer(PlanSpec(weight_decay=0.1), net).param_groups
    assert decayed["weight_decay"] == 0.1
    assert [tuple(p.shape) for p in decayed["params"]] == [(4, 3)]
    assert free["weight_decay"] == 0.0
    assert len(free["params"]) == 3


def test_moving_average_follows_and_copies_counters() -> None:
    source, copy = torch.nn.BatchNorm1d(2), torch.nn.BatchNorm1d(2)
    average = MovingAverage(source, copy, decay=0.5)
    with torch.no_grad():
        source.weight.fill_(3.0)
        source.num_batches_tracked.fill_(7)
    for step in range(50, 80):
        average.update(step)
    torch.testing.assert_close(copy.weight, torch.full((2,), 3.0))
    assert copy.num_batches_tracked.item() == 7
