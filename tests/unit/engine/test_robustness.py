"""Examples made worse: still valid, always the same, and harder."""

from __future__ import annotations

import numpy as np
import pytest

from kdstudio.engine.data import corrupt
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.progress import Silent
from kdstudio.engine.robustness import robustness
from tests.unit.engine.points import make_dataset


def pictures() -> Examples:
    pixels = np.random.default_rng(0).integers(0, 256, (6, 16, 16, 3), dtype=np.uint8)
    return Examples({"image": pixels}, np.arange(6) % 3, [str(i) for i in range(6)])


@pytest.mark.parametrize("name", corrupt.IMAGES)
def test_images_keep_shape_and_type_and_are_the_same_every_time(name: str) -> None:
    clean = pictures()
    worse, again = corrupt.image(name, clean), corrupt.image(name, clean)
    assert worse.arrays["image"].shape == (6, 16, 16, 3)
    assert worse.arrays["image"].dtype == np.uint8
    assert not np.array_equal(worse.arrays["image"], clean.arrays["image"])
    assert np.array_equal(worse.arrays["image"], again.arrays["image"])


def test_blur_of_a_flat_image_changes_nothing() -> None:
    flat = Examples({"image": np.full((1, 16, 16, 1), 90, np.uint8)}, np.zeros(1, np.int64), ["a"])
    assert (corrupt.image("blur", flat).arrays["image"] == 90).all()


@pytest.mark.parametrize("name", corrupt.TEXTS)
def test_texts_keep_their_frame(name: str) -> None:
    tokens = np.zeros((3, 40), np.int32)
    tokens[:, 0], tokens[:, 1:29], tokens[:, 29] = 2, np.arange(100, 128), 3
    clean = Examples({"tokens": tokens, "length": np.full(3, 30, np.int32)}, np.zeros(3, np.int64), list("abc"))
    worse = corrupt.text(name, clean, unknown=1)
    for row, length in zip(worse.arrays["tokens"], worse.arrays["length"], strict=True):
        assert row[0] == 2
        assert row[length - 1] == 3
    assert not np.array_equal(worse.arrays["tokens"], tokens)
    if name == "unknown":
        assert 0 < (worse.arrays["tokens"] == 1).sum() < 3 * 28
    if name == "dropped":
        assert (worse.arrays["length"] < 30).any()
    if name == "swapped":
        assert np.array_equal(np.sort(worse.arrays["tokens"], axis=1), np.sort(tokens, axis=1))


def test_every_model_is_asked_about_the_same_examples() -> None:
    class Task:
        corruptions = {"upside-down": "Upside down"}  # noqa: RUF012

        def corrupt(self, name: str, examples: Examples, input: object) -> Examples:
            points = -examples.take("points", np.arange(len(examples)))
            return Examples({"points": points}, examples.labels, examples.ids)

    def by_height(examples: Examples) -> np.ndarray:
        y = examples.take("points", np.arange(len(examples)))[:, 1]
        return np.stack([y, -y - 0.01, np.full_like(y, -9)], axis=1).astype(np.float32)

    clean, worse = robustness({"student": by_height}, Task(), make_dataset(), Silent())
    assert (clean.name, worse.name, worse.title) == ("clean", "upside-down", "Upside down")
    assert clean.accuracy["student"] > worse.accuracy["student"]
