"""A small task that still is one: pictures of three kinds of stripes, told apart through noise."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from kdstudio.core.recipe import DataSpec, ExportSpec, PlanSpec, Recipe, RuntimeSpec, StudentSpec, TeacherSpec

CLASSES = ("across", "down", "checked")
SIDE = 16


def write_pictures(folder: Path, per_class: int = 80) -> Path:
    """PNG files in ``class/`` folders, the same for every call."""
    generator = np.random.default_rng(0)
    rows, columns = np.mgrid[:SIDE, :SIDE] // 2 % 2
    for name, pattern in zip(CLASSES, (rows, columns, rows ^ columns), strict=True):
        (folder / name).mkdir(parents=True)
        for number in range(per_class):
            noisy = 160 * pattern + generator.normal(48, 30, (SIDE, SIDE))
            Image.fromarray(noisy.clip(0, 255).astype(np.uint8)).save(folder / name / f"{number}.png")
    return folder


def recipe(pictures: Path, *, epochs: int = 2, student: str = "mlp") -> Recipe:
    """A run of seconds: small teacher, small student, one thread, a checkpoint every tenth of a second."""
    params = {"widths": [16]} if student == "mlp" else {}
    return Recipe(
        name="tiny",
        data=DataSpec(path=str(pictures)),
        teacher=TeacherSpec(kind="train", architecture="mlp", params={"widths": [32, 32]}, plan=PlanSpec(epochs=8)),
        student=StudentSpec(architecture=student, params=dict(params)),
        plan=PlanSpec(epochs=epochs, batch_size=32),
        runtime=RuntimeSpec(control=False, threads=1, memory_format="contiguous", checkpoint_seconds=0.1),
        export=ExportSpec(int8=False),
    )
