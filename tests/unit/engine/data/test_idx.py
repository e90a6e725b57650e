from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput
from kdstudio.engine.progress import Silent
from kdstudio.engine.tasks import get
from tests.unit.engine.data import make

TASK = get("image-classification")


def write(root: Path, count: int = 40, suffix: str = ".gz", shape: tuple[int, ...] = (9, 7)) -> Path:
    root.mkdir()
    rng = np.random.default_rng(0)
    for name, images in (("train", count), ("t10k", 10)):
        make.idx(root / f"{name}-images-idx3-ubyte{suffix}", rng.integers(0, 256, (images, *shape), np.uint8))
        make.idx(root / f"{name}-labels-idx1-ubyte{suffix}", (np.arange(images) % 2).astype(np.uint8))
    return root


@pytest.mark.parametrize("suffix", [".gz", ""])
def test_plain_and_gzipped_files(tmp_path: Path, suffix: str) -> None:
    data = TASK.load(make.recipe(write(tmp_path / "d", suffix=suffix)), tmp_path / "cache", Silent())
    assert [len(data.split(name)) for name in ("train", "validation", "test")] == [36, 4, 10]
    assert data.test.ids[3] == "test/3"
    assert data.labels == ("0", "1")
    assert isinstance(data.input, ImageInput)
    assert (data.input.size, data.input.channels) == (9, 1)


def test_the_pixels_are_those_of_the_file(tmp_path: Path) -> None:
    write(tmp_path / "d", suffix="", shape=(8, 8))
    data = TASK.load(make.recipe(tmp_path / "d"), tmp_path / "cache", Silent())
    values = np.frombuffer((tmp_path / "d" / "t10k-images-idx3-ubyte").read_bytes(), np.uint8, offset=16)
    assert np.array_equal(data.test.take("image", np.arange(10))[..., 0], values.reshape(10, 8, 8))


def test_colour_images_have_a_fourth_axis(tmp_path: Path) -> None:
    data = TASK.load(make.recipe(write(tmp_path / "d", shape=(8, 8, 3))), tmp_path / "cache", Silent())
    assert isinstance(data.input, ImageInput)
    assert data.input.channels == 3


def test_one_file_is_enough(tmp_path: Path) -> None:
    path = write(tmp_path / "d") / "train-images-idx3-ubyte.gz"
    data = TASK.load(make.recipe(path), tmp_path / "cache", Silent())
    assert [len(data.split(name)) for name in ("train", "validation", "test")] == [32, 4, 4]


@pytest.mark.parametrize("suffix", [".gz", ""])
@pytest.mark.parametrize("keep", [3, 10, 200])
def test_a_truncated_file_is_named(tmp_path: Path, suffix: str, keep: int) -> None:
    path = write(tmp_path / "d", suffix=suffix) / f"train-images-idx3-ubyte{suffix}"
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(KDError, match="train-images-idx3-ubyte") as error:
        TASK.load(make.recipe(tmp_path / "d"), tmp_path / "cache", Silent())
    assert error.value.code == Code.DATA_UNREADABLE
    assert not any((tmp_path / "cache" / "data").glob("*/meta.json"))


def test_a_damaged_gzip_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "d") / "train-images-idx3-ubyte.gz"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(KDError, match="is damaged") as error:
        TASK.load(make.recipe(tmp_path / "d"), tmp_path / "cache", Silent())
    assert error.value.code == Code.DATA_UNREADABLE


def test_labels_that_do_not_fit_are_named(tmp_path: Path) -> None:
    root = write(tmp_path / "d")
    make.idx(root / "train-labels-idx1-ubyte.gz", np.zeros(39, np.uint8))
    with pytest.raises(KDError, match="holds 40 images") as error:
        TASK.load(make.recipe(root), tmp_path / "cache", Silent())
    assert error.value.code == Code.DATA_ROW


def test_a_header_that_promises_too_much_is_not_believed(tmp_path: Path) -> None:
    root = write(tmp_path / "d")
    head = b"\0\0\x08\x03" + (0xFFFFFFFF).to_bytes(4, "big") * 3
    (root / "train-images-idx3-ubyte.gz").write_bytes(gzip.compress(head + bytes(100)))
    with pytest.raises(KDError) as error:
        TASK.load(make.recipe(root), tmp_path / "cache", Silent())
    assert error.value.code in (Code.DATA_TOO_LARGE, Code.DATA_UNREADABLE, Code.DATA_ROW)


def test_texts_are_not_looked_for(tmp_path: Path) -> None:
    health = make.check(make.recipe(write(tmp_path / "d"), "text-classification"), tmp_path / "cache")
    assert health.blocking[0].code == "data-task"
