"""How large teacher and student are, as far as it is known before anything is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kdstudio.core import catalog as catalogs
from kdstudio.core.errors import KDError
from kdstudio.core.recipe import Recipe
from kdstudio.core.resources import resolve


@dataclass(frozen=True)
class Known:
    """What is known of one model; None where it is not. ``exact`` says that it is the recipe's own input's."""

    title: str
    size_bytes: int | None = None
    parameters: int | None = None
    multiply_adds: int | None = None


def student(recipe: Recipe) -> Known:
    """The student, from the catalog."""
    return _from_catalog(recipe.student.architecture)


def teacher(recipe: Recipe) -> Known:
    """The teacher: from the catalog, or its file's size. Reads the disk; call it in the background."""
    spec = recipe.teacher
    if spec.kind == "train":
        return _from_catalog(spec.architecture)
    try:
        path = resolve(spec.path)
    except KDError:
        return Known(title="")
    if not spec.path:
        return Known(title="")
    title = _from_catalog(spec.architecture).title if spec.architecture else path.name
    return Known(title, None if spec.kind == "predictions" else _bytes_of(path))


def _from_catalog(name: str) -> Known:
    try:
        info = catalogs.load().architecture(name)
    except KDError:
        return Known(title=name)
    found = info.figures
    return Known(info.title, found.size_bytes, found.parameters, found.multiply_adds)


def _bytes_of(path: Path) -> int | None:
    """Size of a file, or of the weights in a folder."""
    try:
        if path.is_dir():
            weights = [
                file for file in path.iterdir() if file.suffix in (".safetensors", ".bin", ".pt", ".pth", ".onnx")
            ]
            return sum(file.stat().st_size for file in weights) or None
        return path.stat().st_size
    except OSError:
        return None


def ratio(large: float | None, small: float | None) -> str:
    """How many times smaller, or an empty string where it is not known."""
    if not large or not small:
        return ""
    times = large / small
    return f"{times:,.0f}×" if times >= 10 else f"{times:,.1f}×"
