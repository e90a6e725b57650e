"""Methods on feature maps equal the values that their reference implementations gave."""

from __future__ import annotations

import pytest
import torch

from kdstudio.engine.methods import attention, fitnet, rkd, similarity
from tests.unit.engine.methods.golden import maps, pooled


def test_hint() -> None:
    assert fitnet.hint_loss(*maps()).item() == pytest.approx(1.0222578065, abs=1e-9)


def test_maps_of_different_size_meet_at_the_smaller_one() -> None:
    small, large = torch.ones(2, 3, 4, 2), torch.arange(2 * 3 * 8 * 4.0).view(2, 3, 8, 4)
    mine, theirs = fitnet.same_size(small, large)
    assert mine is small
    torch.testing.assert_close(theirs, torch.nn.functional.avg_pool2d(large, 2))
    assert [maps.shape for maps in fitnet.same_size(large, small)] == [theirs.shape, small.shape]


def test_attention() -> None:
    assert attention.attention_loss(*maps()).item() == pytest.approx(0.0179311882, abs=1e-9)


def test_similarity() -> None:
    assert similarity.similarity_loss(*maps()).item() == pytest.approx(0.3230775328, abs=1e-9)


def test_relations() -> None:
    s, t = pooled()
    assert 25 * rkd.distance_loss(s, t) + 50 * rkd.angle_loss(s, t) == pytest.approx(3.9417413680, abs=1e-9)


def test_relations_know_no_scale_and_no_direction() -> None:
    s, _ = pooled()
    turned = torch.linalg.qr(torch.randn(6, 6, dtype=s.dtype, generator=torch.Generator().manual_seed(0))).Q
    moved = 3 * s @ turned + 1
    assert rkd.distance_loss(moved, s) == pytest.approx(0, abs=1e-12)
    assert rkd.angle_loss(moved, s) == pytest.approx(0, abs=1e-12)
