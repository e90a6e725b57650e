"""Methods on logits equal the values that their reference implementations gave."""

from __future__ import annotations

import pytest
import torch

from kdstudio.engine.methods import create, dist, dkd, nkd
from kdstudio.engine.methods.kd import kd_loss
from kdstudio.engine.methods.logit_standardization import standardized
from tests.unit.engine.methods.golden import logits


def test_decoupled() -> None:
    s, t, y = logits()
    value = dkd.target_loss(s, t, y, 4.0) + 8 * dkd.other_loss(s, t, y, 4.0)
    assert value.item() == pytest.approx(3.7113075206, abs=1e-9)


def test_the_two_halves_make_up_hintons_loss() -> None:
    """Equation 6 of the paper: KD = TCKD + (1 - p_y) NCKD, for one example."""
    s, t, y = (part[:1] for part in logits())
    p = torch.softmax(t / 4.0, dim=1)[0, y.item()]
    halves = dkd.target_loss(s, t, y, 4.0) + (1 - p) * dkd.other_loss(s, t, y, 4.0)
    torch.testing.assert_close(halves, kd_loss(s, t, 4.0))


def test_the_teachers_weight_rises_over_the_warm_up() -> None:
    method = create("dkd", {"warmup": 0.5, "other_weight": 8.0}, 5)
    assert [method.weights(progress)["others"] for progress in (0.0, 0.25, 0.5, 1.0)] == [0.0, 4.0, 8.0, 8.0]
    assert create("dkd", {"warmup": 0.0}, 5).weights(0.0)["others"] == 2.0


def test_standardised() -> None:
    s, t, _ = logits()
    assert kd_loss(standardized(s), standardized(t), 2.0).item() == pytest.approx(0.4032240907, abs=1e-9)


def test_standardised_logits_have_no_size() -> None:
    s, _, _ = logits()
    torch.testing.assert_close(standardized(5 * s + 3), standardized(s), rtol=1e-5, atol=1e-6)


def test_relations() -> None:
    s, t, _ = logits()
    assert sum(dist.relation_losses(s, t, 1.0)).item() == pytest.approx(1.3633011474, abs=1e-9)


def test_normalised() -> None:
    s, t, y = logits()
    value = nkd.target_loss(s, t, y) + 1.5 * nkd.other_loss(s, t, y, 1.0)
    assert value.item() == pytest.approx(2.2167573688, abs=1e-9)
