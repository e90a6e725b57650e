from __future__ import annotations

import time

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from kdstudio.core.recipe import AugmentSpec
from kdstudio.engine.data.augment import Augmenter, changes, leave_out, uniform

NOTHING = AugmentSpec(shift=0)
INDEX = np.arange(64)


def pixels(side: int = 16, channels: int = 3) -> NDArray[np.uint8]:
    return np.random.default_rng(0).integers(0, 256, (len(INDEX), side, side, channels), np.uint8)


def augmenter(**settings: object) -> Augmenter:
    return Augmenter(AugmentSpec(**{"shift": 0, **settings}), 0, 0, INDEX)  # type: ignore[arg-type]


def test_the_numbers_are_even_and_unrelated() -> None:
    many = np.arange(20_000)
    drawn = np.stack([uniform(seed, view, many, purpose) for seed, view, purpose in np.ndindex(2, 2, 3)])
    assert drawn.min() >= 0
    assert drawn.max() < 1
    counts = np.stack([np.histogram(row, 20, (0, 1))[0] for row in drawn])
    assert (((counts - 1000) ** 2 / 1000).sum(1) < 50).all()  # chi-squared, 19 degrees: p = 1e-4 at 50
    assert np.abs(np.corrcoef(drawn) - np.eye(len(drawn))).max() < 0.03
    assert abs(np.corrcoef(drawn[0, :-1], drawn[0, 1:])[0, 1]) < 0.03


def test_nothing_asked_for_changes_nothing() -> None:
    images = pixels()
    assert not changes(NOTHING)
    assert np.array_equal(Augmenter(NOTHING, 0, 0, INDEX).geometry(images).numpy(), images)


def test_a_shift_moves_by_whole_pixels_and_repeats_the_border() -> None:
    images = pixels()
    moved = augmenter(shift=0.25).geometry(images).numpy()
    seen = set()
    for before, after in zip(images, moved, strict=True):
        padded = np.pad(before, ((4, 4), (4, 4), (0, 0)), mode="edge")
        found = [(y, x) for y in range(9) for x in range(9) if np.array_equal(padded[y : y + 16, x : x + 16], after)]
        assert len(found) == 1
        seen.update(found)
    assert len(seen) > 30


def test_about_half_are_mirrored() -> None:
    images = pixels()
    flipped = augmenter(flip=True).geometry(images).numpy()
    mirrored = [np.array_equal(a, b[:, ::-1]) for a, b in zip(flipped, images, strict=True)]
    same = [np.array_equal(a, b) for a, b in zip(flipped, images, strict=True)]
    assert sum(mirrored) + sum(same) == 64
    assert 20 < sum(mirrored) < 44


def test_interpolation_agrees_with_indexing_where_both_can_do_it() -> None:
    images = pixels()
    exact = augmenter(shift=0.25, flip=True).geometry(images).float()
    nearly = augmenter(shift=0.25, flip=True, zoom=1e-7).geometry(images)
    assert (exact - nearly).abs().max() < 0.1


def test_a_rotation_turns_by_as_much_as_it_may() -> None:
    images = np.zeros((64, 33, 33, 1), np.uint8)
    images[:, 16, 28] = 255  # a dot, 12 pixels right of the centre
    turned = augmenter(rotate=90.0).geometry(images)[..., 0]
    weight = turned / turned.sum((1, 2), keepdim=True)
    y = (weight.sum(2) * (torch.arange(33) - 16)).sum(1)
    x = (weight.sum(1) * (torch.arange(33) - 16)).sum(1)
    assert torch.hypot(x, y).sub(12).abs().max() < 0.5
    angle = torch.rad2deg(torch.atan2(y, x))
    assert angle.abs().max() <= 91
    assert angle.min() < -60
    assert angle.max() > 60


def test_zoom_changes_the_scale() -> None:
    images = np.zeros((64, 33, 33, 1), np.uint8)
    images[:, 11:22, 11:22] = 255
    area = augmenter(zoom=0.3).geometry(images).sum((1, 2, 3)) / 255 / 121
    assert 0.45 < float(area.min()) < 0.75
    assert 1.4 < float(area.max()) < 1.75


def test_brightness_and_contrast_stay_in_range() -> None:
    images = torch.from_numpy(pixels()).permute(0, 3, 1, 2) / 255
    bright = augmenter(brightness=0.5).colour(images)
    factor = bright.mean((1, 2, 3)) / images.mean((1, 2, 3))
    assert factor.min() < 0.7
    assert factor.max() > 1.2
    flat = augmenter(contrast=0.5).colour(images)
    assert (flat.mean((1, 2, 3)) - images.mean((1, 2, 3))).abs().max() < 0.02
    assert float(min(bright.min(), flat.min())) >= 0
    assert float(max(bright.max(), flat.max())) <= 1


def test_erasing_blanks_one_rectangle() -> None:
    images = torch.ones(64, 3, 16, 16)
    erased = augmenter(erase=0.5).erase(images)
    blank = erased[:, 0] == 0
    hit = blank.flatten(1).any(1)
    assert 20 < int(hit.sum()) < 44
    assert torch.equal(erased[:, 0], erased[:, 2])
    for mask in blank[hit]:
        rows, columns = mask.any(1), mask.any(0)
        assert int(mask.sum()) == int(rows.sum() * columns.sum())
        assert mask.float().mean() < 0.6


@pytest.mark.parametrize("channels", [1, 3])
def test_a_batch_of_one_works(channels: int) -> None:
    one = pixels(channels=channels)[:1]
    spec = AugmentSpec(rotate=10, flip=True)
    assert Augmenter(spec, 0, 0, INDEX[:1]).geometry(one).shape == (1, 16, 16, channels)


def test_a_batch_takes_milliseconds() -> None:
    images = np.random.default_rng(0).integers(0, 256, (128, 32, 32, 3), np.uint8)
    shift = Augmenter(AugmentSpec(flip=True), 0, 0, np.arange(128))
    best = min(_seconds(lambda: shift.geometry(images)) for _ in range(20))
    assert best < 0.02


def _seconds(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start


def test_left_out_words_depend_on_the_example_alone_and_keep_the_frame() -> None:
    tokens = np.zeros((4, 20), np.int32)
    tokens[:, 0], tokens[:, 1:17], tokens[:, 17] = 2, np.arange(100, 116), 3
    lengths = np.full(4, 18, np.int32)
    index = np.array([7, 3, 11, 0])
    worse, shorter = leave_out(tokens, lengths, 0.3, 5, 1, index)
    alone, length = leave_out(tokens[1:2], lengths[1:2], 0.3, 5, 1, index[1:2])
    assert length[0] == shorter[1]
    assert np.array_equal(alone[0], worse[1])
    assert (shorter < 18).any()
    for row, count in zip(worse, shorter, strict=True):
        kept = row[:count]
        assert (kept[0], kept[-1]) == (2, 3)
        assert (np.diff(kept[1:-1]) > 0).all()
    other, _ = leave_out(tokens, lengths, 0.3, 5, 2, index)
    assert not np.array_equal(other, worse)


def test_nothing_is_left_out_of_the_shortest_text() -> None:
    tokens = np.array([[2, 3, 0]], np.int32)
    same, length = leave_out(tokens, np.array([2], np.int32), 0.5, 0, 0, np.array([0]))
    assert same[0, : length[0]].tolist() == [2, 3]
