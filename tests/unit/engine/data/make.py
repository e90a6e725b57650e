"""Small data sets of every kind, written by the tests that read them."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kdstudio.core.health import Finding, Health
from kdstudio.core.recipe import DataSpec, Recipe, TaskKind, TeacherSpec
from kdstudio.engine.progress import Silent
from kdstudio.engine.tasks import get


def picture(seed: int, size: int = 12, mode: str = "RGB") -> Image.Image:
    """A picture of noise, another one for every seed."""
    channels = {"L": 1, "RGB": 3, "RGBA": 4, "CMYK": 4, "LA": 2}[mode]
    pixels = np.random.default_rng(seed).integers(0, 256, (size, size, channels), np.uint8)
    return Image.fromarray(pixels[..., 0]) if mode == "L" else Image.frombytes(mode, (size, size), pixels.tobytes())


def folder(root: Path, classes: dict[str, int], mode: str = "RGB", start: int = 0) -> Path:
    """Class folders with so many different pictures each."""
    for name, count in classes.items():
        (root / name).mkdir(parents=True, exist_ok=True)
        for number in range(count):
            picture(start, mode=mode).save(root / name / f"{number:03}.png")
            start += 1
    return root


def idx(path: Path, values: NDArray[np.uint8]) -> None:
    """An IDX file, gzipped where the name says so."""
    data = struct.pack(f">HBB{values.ndim}I", 0, 8, values.ndim, *values.shape) + values.tobytes()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


def recipe(path: Path, kind: TaskKind = "image-classification", teacher: str = "", **data: object) -> Recipe:
    """A recipe that reads this data."""
    return Recipe(
        task=kind,
        data=DataSpec(path=str(path), **data),  # type: ignore[arg-type]
        teacher=TeacherSpec(path=teacher) if teacher else TeacherSpec(),
    )


def check(recipe: Recipe, cache: Path) -> Health:
    """The data check of a recipe."""
    return get(recipe.task).check(recipe, cache, cache / "thumbnails", Silent())


def finding(health: Health, code: str) -> Finding:
    """The line of a code."""
    found = [finding for finding in health.findings if finding.code == code]
    assert found, [finding.code for finding in health.findings]
    return found[0]


def codes(health: Health) -> set[str]:
    """The codes of all lines."""
    return {finding.code for finding in health.findings}
