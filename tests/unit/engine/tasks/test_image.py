from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput
from kdstudio.core.recipe import AugmentSpec
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.progress import Silent
from kdstudio.engine.tasks import View, get
from tests.unit.engine.data import make

TASK = get("image-classification")

EVERYTHING = AugmentSpec(shift=0.1, flip=True, rotate=20, zoom=0.2, brightness=0.3, contrast=0.3, erase=0.5)


@pytest.fixture
def data(tmp_path: Path) -> Dataset:
    root = make.folder(tmp_path / "data", {"cat": 20, "dog": 20})
    return TASK.load(make.recipe(root), tmp_path / "cache", Silent())


def test_a_batch_is_the_normalised_picture(data: Dataset) -> None:
    index = np.array([3, 0, 3])
    batch = TASK.batch(data.train, index, data.input, None)["pixel_values"]
    assert isinstance(data.input, ImageInput)
    pixels = data.train.take("image", index).astype(np.float32) / 255
    expected = (pixels - np.array(data.input.mean)) / np.array(data.input.std)
    assert batch.shape == (3, 3, 12, 12)
    assert batch.dtype == torch.float32
    np.testing.assert_allclose(batch.numpy(), expected.transpose(0, 3, 1, 2), atol=1e-5)


def test_training_pictures_have_mean_0_and_deviation_1(data: Dataset) -> None:
    x = TASK.batch(data.train, np.arange(len(data.train)), data.input, None)["pixel_values"]
    assert x.mean((0, 2, 3)).abs().max() < 1e-4
    assert (x.std((0, 2, 3)) - 1).abs().max() < 1e-3


@pytest.mark.parametrize("augment", [AugmentSpec(), AugmentSpec(flip=True), EVERYTHING], ids=["shift", "flip", "all"])
def test_a_view_of_an_example_does_not_depend_on_its_batch(data: Dataset, augment: AugmentSpec) -> None:
    view = View(augment, seed=7, number=3)
    together = TASK.batch(data.train, np.arange(16), data.input, view)["pixel_values"]
    for place in (0, 5, 15):
        alone = TASK.batch(data.train, np.array([place]), data.input, view)["pixel_values"]
        torch.testing.assert_close(alone[0], together[place], rtol=0, atol=1e-5)
    again = TASK.batch(data.train, np.arange(16), data.input, view)["pixel_values"]
    assert torch.equal(again, together)


def test_another_view_or_seed_is_another_look(data: Dataset) -> None:
    index = np.arange(16)
    looks = [
        TASK.batch(data.train, index, data.input, View(AugmentSpec(), seed, number))["pixel_values"]
        for seed, number in ((0, 0), (0, 1), (1, 0))
    ]
    assert not torch.equal(looks[0], looks[1])
    assert not torch.equal(looks[0], looks[2])


def test_encode_takes_the_same_steps_as_training(data: Dataset, tmp_path: Path) -> None:
    files = [str(tmp_path / "data" / id) for id in data.test.ids]
    encoded = TASK.encode(data.input, files)["pixel_values"]
    trained = TASK.batch(data.test, np.arange(len(data.test)), data.input, None)["pixel_values"]
    assert np.array_equal(encoded, trained.numpy())


def test_encode_names_the_file_that_is_no_image(data: Dataset, tmp_path: Path) -> None:
    (tmp_path / "note.png").write_text("not a picture")
    with pytest.raises(KDError, match=r"note\.png") as error:
        TASK.encode(data.input, [str(tmp_path / "note.png")])
    assert error.value.code == Code.DATA_UNREADABLE


def test_a_sample_has_the_models_shape(data: Dataset) -> None:
    assert TASK.sample(data.input, 2)["pixel_values"].shape == (2, 3, 12, 12)


def test_full_mnist(shared: Path, tmp_path: Path) -> None:
    recipe = make.recipe(shared / "mnist")
    health = make.check(recipe, tmp_path)
    assert not health.blocking
    assert health.format == "idx"
    assert health.split_made
    assert sum(c.test for c in health.classes) == 10_000
    assert sum(c.validation for c in health.classes) == 6_000
    data = TASK.load(recipe, tmp_path, Silent())
    assert isinstance(data.input, ImageInput)
    assert (data.input.size, data.input.channels) == (28, 1)
    assert data.input.mean == pytest.approx((0.1307,), abs=5e-4)
    assert data.input.std == pytest.approx((0.3081,), abs=5e-4)
    assert data.labels == tuple("0123456789")
    assert data.test.ids[9999] == "test/9999"
    assert health.fingerprint == data.fingerprint


def test_icons(shared: Path, tmp_path: Path) -> None:
    recipe = make.recipe(shared / "icons")
    health = make.check(recipe, tmp_path)
    assert [f.code for f in health.blocking] == ["label-conflicts"]
    assert health.layout == "class/"
    conflicts, duplicates = make.finding(health, "label-conflicts"), make.finding(health, "duplicates")
    assert conflicts.count + duplicates.count >= 351
    with pytest.raises(KDError) as error:
        TASK.load(recipe, tmp_path, Silent())
    assert error.value.code == Code.DATA_CLASSES
    data = TASK.load(make.recipe(shared / "icons", accept=("label-conflicts",)), tmp_path, Silent())
    assert (len(data.train), len(data.validation), len(data.test)) == pytest.approx((1972, 246, 246), abs=2)
    assert isinstance(data.input, ImageInput)
    assert (data.input.size, data.input.channels) == (48, 3)
