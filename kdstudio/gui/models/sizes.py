"""How large teacher and student are, as far as it is known before anything is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kdstudio.core import catalog as catalogs
from kdstudio.core.errors import KDError
from kdstudio.core.profile import Measured
from kdstudio.core.recipe import Recipe, StudentSpec, TeacherSpec
from kdstudio.core.resources import resolve
from kdstudio.gui import figures


@dataclass(frozen=True)
class Known:
    """What is known of one model; None where it is not."""

    title: str
    size_bytes: int | None = None
    parameters: int | None = None
    multiply_adds: int | None = None
    latency_ms: float | None = None

    def measured(self, found: Measured | None) -> Known:
        """The same with what was measured in place of what was known."""
        if found is None:
            return self
        size = found.size_bytes or self.size_bytes
        return Known(
            self.title,
            size,
            found.parameters or self.parameters,
            found.multiply_adds or self.multiply_adds,
            found.latency_ms,
        )


def student(recipe: Recipe) -> Known:
    """The student: from the catalog, or its folder's size. Reads the disk; call it in the background."""
    return _trained_here(recipe.student)


def teacher(recipe: Recipe) -> Known:
    """The teacher: from the catalog, or its file's size. Reads the disk; call it in the background."""
    spec = recipe.teacher
    if spec.kind == "train":
        return _trained_here(spec)
    try:
        path = resolve(spec.path)
    except KDError:
        return Known(title="")
    if not spec.path:
        return Known(title="")
    if known := _own_model(path):
        return known
    title = _from_catalog(spec.architecture).title if spec.architecture else path.name
    return Known(title, None if spec.kind == "predictions" else _bytes_of(path))


def _trained_here(spec: StudentSpec | TeacherSpec) -> Known:
    if spec.architecture == catalogs.FOLDER:
        return Known(catalogs.title_of(spec.architecture, spec.path), _bytes_of(Path(spec.path)) if spec.path else None)
    return _from_catalog(spec.architecture, spec.params)


def _own_model(path: Path) -> Known | None:
    """What an own model's folder says of itself."""
    try:
        card = msgspec.json.decode((path / "kdstudio.json").read_bytes(), type=_Card)
    except (OSError, msgspec.MsgspecError):
        return None
    known = _from_catalog(card.architecture)
    return Known(known.title, known.size_bytes or _bytes_of(path), known.parameters, known.multiply_adds)


class _Card(msgspec.Struct):
    architecture: str


def _from_catalog(name: str, params: Mapping[str, object] | None = None) -> Known:
    """An architecture with its default settings; with others its size is only known once it is built."""
    try:
        info = catalogs.load().architecture(name)
    except KDError:
        return Known(title=name)
    if params:
        return Known(info.title)
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
    return figures.local(f"{times:,.0f}×" if times >= 10 else f"{times:,.1f}×")
