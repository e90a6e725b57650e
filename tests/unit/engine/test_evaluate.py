"""Evaluation against values worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from kdstudio.engine.evaluate import calibration_error, evaluate, softmax


def test_everything_of_a_small_confusion() -> None:
    logits = np.array([[2, 0, 0], [2, 0, 0], [0, 2, 0], [0, 0, 2]], np.float32)
    labels = np.array([0, 1, 1, 2])
    teacher = np.array([[1, 0, 0], [0, 1, 0], [0, 1, 0], [0, 1, 0]], np.float32)
    found = evaluate(logits, labels, ("a", "b", "c"), "test", teacher)
    assert found.accuracy == 0.75
    assert found.agreement == 0.5
    assert found.confusion == ((1, 0, 0), (1, 1, 0), (0, 0, 1))
    b = found.classes[1]
    assert (b.precision, b.recall, b.f1, b.support) == (1.0, 0.5, pytest.approx(2 / 3), 2)


def test_calibration_error_by_hand() -> None:
    """Two bins: 0.6 confident and half right, 0.9 confident and all right: (0.1·2 + 0.1·2) / 4."""
    probabilities = np.array([[0.6, 0.4], [0.6, 0.4], [0.9, 0.1], [0.9, 0.1]])
    error, bins = calibration_error(probabilities, np.array([0, 1, 0, 0]))
    assert error == pytest.approx(0.1)
    assert [(pytest.approx(c), a, n) for c, a, n in bins] == [(0.6, 0.5, 2), (0.9, 1.0, 2)]


def test_softmax_does_not_overflow() -> None:
    assert softmax(np.array([[1000.0, 0.0]], np.float32)).tolist() == [[1.0, 0.0]]
