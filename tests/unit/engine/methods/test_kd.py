"""Hinton distillation equals the reference implementation's values."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F

from kdstudio.engine.methods import Batch, create
from kdstudio.engine.methods.kd import kd_loss
from tests.unit.engine.methods.golden import logits


@pytest.mark.parametrize(("temperature", "value"), [(1.0, 0.4398887143), (4.0, 0.5254681413)])
def test_divergence(temperature: float, value: float) -> None:
    s, t, _ = logits()
    assert kd_loss(s, t, temperature).item() == pytest.approx(value, abs=1e-9)


def test_weighted_sum_of_the_reference() -> None:
    s, t, y = logits()
    method = create("kd", {"temperature": 4.0, "label_weight": 0.1, "teacher_weight": 0.9}, 5)
    terms, weights = method.terms(Batch(s, t, y)), method.weights(0.0)
    assert sum(weights[name] * term.item() for name, term in terms.items()) == pytest.approx(0.6191069884, abs=1e-9)


def test_log_probabilities_serve_as_logits() -> None:
    s, t, _ = logits()
    torch.testing.assert_close(kd_loss(s, F.log_softmax(t, dim=1), 3.0), kd_loss(s, t, 3.0))


def test_gradient_keeps_its_size_when_the_temperature_grows() -> None:
    """The T² of the paper's section 2: at high temperature the gradient tends to (s - t) / C, up to the row's mean."""
    s, t, _ = logits()
    s.requires_grad_()
    (gradient,) = torch.autograd.grad(kd_loss(s, t, 1000.0), s)
    centred = (s - s.mean(1, keepdim=True)) - (t - t.mean(1, keepdim=True))
    torch.testing.assert_close(gradient, centred.detach() / 5 / 4, rtol=1e-2, atol=1e-4)
