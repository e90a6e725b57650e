from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from PIL import Image

from kdstudio.core.inputs import ImageInput
from kdstudio.core.recipe import DataSpec, Recipe, TeacherSpec
from kdstudio.engine import tasks
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.progress import Silent

CLASSES = ("bird", "cat", "dog")


@pytest.fixture
def rgb() -> ImageInput:
    return ImageInput(size=32, channels=3, mean=(0.5, 0.5, 0.5), std=(0.25, 0.25, 0.25))


@pytest.fixture
def gray() -> ImageInput:
    return ImageInput(size=28, channels=1, mean=(0.13,), std=(0.31,))


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Real files of 16×16 RGB noise: 3 classes, 6 training, 2 validation and 2 test examples of each."""
    root = tmp_path_factory.mktemp("pictures")
    draw = np.random.default_rng(0)
    for split, count in (("train", 6), ("validation", 2), ("test", 2)):
        for name in CLASSES:
            (root / "data" / split / name).mkdir(parents=True)
            for number in range(count):
                pixels = draw.integers(0, 256, (16, 16, 3), np.uint8)
                Image.fromarray(pixels).save(root / "data" / split / name / f"{number}.png")
    recipe = Recipe(data=DataSpec(path=str(root / "data")))
    return tasks.get("image-classification").load(recipe, root / "cache", Silent())


@pytest.fixture(scope="session")
def texts_recipe(tmp_path_factory: pytest.TempPathFactory) -> Recipe:
    """A real table of 3 classes with a split column; its tokenizer is trained on it."""
    root = tmp_path_factory.mktemp("texts")
    words = {"games": "play puzzle arcade", "science": "measure physics data", "web": "browser server page"}
    rows = ["text,label,split"]
    for (name, line), number in product(words.items(), range(20)):
        split = "test" if number < 4 else "validation" if number < 8 else "train"
        rows.append(f"{' '.join(np.roll(line.split(), number))} number {number},{name},{split}")
    (root / "texts.csv").write_text("\n".join(rows))
    data = DataSpec(path=str(root / "texts.csv"), max_length=16, vocabulary=300)
    return Recipe(task="text-classification", data=data, teacher=TeacherSpec(path=""))


@pytest.fixture(scope="session")
def texts(texts_recipe: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tasks.get("text-classification").load(texts_recipe, tmp_path_factory.mktemp("cache"), Silent())
