from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kdstudio.core import recipe_file
from kdstudio.core.recipe import AugmentSpec, DataSpec, PlanSpec, Recipe, RuntimeSpec, StudentSpec, TeacherSpec


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    """Two classes of noisy squares and networks of a few units, in a recipe file."""
    rng = np.random.default_rng(0)
    for number, name in enumerate(("dark", "light")):
        folder = tmp_path / "squares" / name
        folder.mkdir(parents=True)
        for i in range(40):
            pixels = np.clip(rng.normal(60 + 120 * number, 20, (16, 16)), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / f"{i}.png")
    made = Recipe(
        name="Squares",
        data=DataSpec(path=str(tmp_path / "squares"), validation=0.2, test=0.2),
        teacher=TeacherSpec(kind="train", path="", architecture="mlp", params={"widths": [64]}),
        student=StudentSpec(architecture="mlp", params={"widths": [8]}),
        plan=PlanSpec(epochs=3, batch_size=8, augment=AugmentSpec(shift=0.0)),
        runtime=RuntimeSpec(threads=1, memory_format="contiguous"),
    )
    path = tmp_path / "squares.toml"
    path.write_text(recipe_file.dumps(made), encoding="utf-8")
    return path
