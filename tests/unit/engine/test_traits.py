from __future__ import annotations

import numpy as np
import pytest

from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.traits import traits


def pictures(*planes: np.ndarray) -> Examples:
    pixels = np.stack(planes).astype(np.uint8)[..., None].repeat(3, axis=3)
    count = len(pixels)
    return Examples({"image": pixels}, np.zeros(count, np.int64), [str(i) for i in range(count)])


def test_pictures_are_bright_contrasty_and_sharp_by_their_grey_values() -> None:
    checks = 255 * (np.indices((8, 8)).sum(0) % 2)
    slope = np.tile(np.linspace(0, 255, 8).round(), (8, 1))
    found = traits(pictures(np.full((8, 8), 51), checks, slope))
    assert found["brightness"] == pytest.approx([0.2, 0.5, 0.5], abs=0.01)
    assert found["contrast"][0] == pytest.approx(0, abs=1e-6)
    assert found["contrast"][1] == pytest.approx(0.5)
    assert found["sharpness"][1] > 50 * found["sharpness"][2]
    assert all(values.shape == (3,) and values.dtype == np.float32 for values in found.values())


def test_a_split_larger_than_a_chunk_is_measured_whole() -> None:
    planes = [np.full((4, 4), number % 256) for number in range(1100)]
    assert traits(pictures(*planes))["brightness"] == pytest.approx([i % 256 / 255 for i in range(1100)], abs=1e-5)


def test_texts_have_their_length_without_the_frame() -> None:
    tokens = Examples({"tokens": np.zeros((3, 9), np.int32), "length": np.array([9, 2, 4])}, np.zeros(3), list("abc"))
    assert traits(tokens)["length"].tolist() == [7.0, 0.0, 2.0]


def test_rows_that_are_picked_keep_their_order() -> None:
    whole = pictures(np.full((4, 4), 0), np.full((4, 4), 255))
    picked = Examples(whole.arrays, np.zeros(2, np.int64), ["b", "a"], np.array([1, 0]))
    assert traits(picked)["brightness"] == pytest.approx([1.0, 0.0])


def test_other_inputs_have_no_traits() -> None:
    assert traits(Examples({"point": np.zeros((2, 2))}, np.zeros(2, np.int64), ["a", "b"])) == {}
