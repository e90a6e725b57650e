"""Class weights against scikit-learn, against the paper's formula by hand, and in the loss."""

from __future__ import annotations

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from sklearn.utils.class_weight import compute_class_weight

from kdstudio.engine.imbalance import ClassWeights, class_weights
from kdstudio.engine.methods import Batch
from tests.unit.engine.methods import golden

COUNTS = (965, 268, 96, 27)
LABELS = np.repeat(np.arange(4), COUNTS)
GOLDEN = 1.4421818564
"""Σ w_y · (log Σ exp s − s_y) / 4 of the golden logits, computed with NumPy alone."""


def weights(kind: ClassWeights) -> torch.Tensor:
    found = class_weights(kind, LABELS, 4)
    assert found is not None
    return found


def test_balanced_weights_are_those_of_scikit_learn() -> None:
    expected = compute_class_weight("balanced", classes=np.arange(4), y=LABELS)
    torch.testing.assert_close(weights("balanced"), torch.from_numpy(expected).float())


def test_effective_numbers_are_those_of_the_paper() -> None:
    found = weights("effective").double()
    # E_n = (1 - 0.999^n) / 0.001: 619.2007, 235.1948, 91.5796, 26.6519 (Cui et al. 2019, proposition 1)
    raw = 1 / torch.tensor([619.2007, 235.1948, 91.5796, 26.6519], dtype=torch.float64)
    torch.testing.assert_close(found / found[0], raw / raw[0], rtol=1e-4, atol=0)
    assert found[3] / found[0] < weights("balanced")[3] / weights("balanced")[0]


@pytest.mark.parametrize("kind", ["balanced", "effective"])
def test_they_average_one_over_the_examples_and_an_absent_class_does_no_harm(kind: ClassWeights) -> None:
    assert float(weights(kind)[torch.from_numpy(LABELS)].mean()) == pytest.approx(1)
    found = class_weights(kind, LABELS, 6)
    assert found is not None
    assert found[4:].tolist() == [0, 0]
    torch.testing.assert_close(found[:4], weights(kind))


def test_all_alike_needs_no_weights() -> None:
    assert class_weights("none", LABELS, 4) is None
    torch.testing.assert_close(class_weights("balanced", np.arange(12) % 3, 3), torch.ones(3))


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_the_weighted_cross_entropy_adds_up_over_parts_of_a_batch(smoothing: float) -> None:
    student, teacher, labels = golden.logits()
    w = torch.tensor([2.0, 1.0, 0.5, 1.0, 3.0], dtype=student.dtype)

    def loss(rows: slice) -> torch.Tensor:
        batch = Batch(student[rows], teacher[rows], labels[rows], label_smoothing=smoothing, class_weights=w)
        return batch.cross_entropy()

    whole = loss(slice(None))
    torch.testing.assert_close((loss(slice(0, 2)) + loss(slice(2, 4))) / 2, whole)
    own = torch.stack(
        [F.cross_entropy(student[i : i + 1], labels[i : i + 1], label_smoothing=smoothing) for i in range(4)]
    )
    torch.testing.assert_close(whole, (w[labels] * own).sum() / 4)
    if not smoothing:
        assert float(whole) == pytest.approx(GOLDEN, abs=1e-9)
