"""From an example's id back to its file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kdstudio.core import names
from kdstudio.core.health import Health
from kdstudio.core.recipe import Recipe
from kdstudio.core.resources import resolve
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.examples import Example


def file_of(recipe: Recipe, health: Health, id: str) -> Path | None:
    """The file of an example in a folder of files, or None for a row of a table. Never looks at the disk."""
    return resolve(recipe.data.path) / names.unescape(id) if health.format == "folder" else None


def previews(studio: Studio) -> dict[str, Example]:
    """The examples that the data check has kept a picture or a text of, by id."""
    health, folder = studio.check.result, studio.check.folder
    if health is None or folder is None:
        return {}
    pictures = folder.artifacts / "thumbnails"
    return {
        row.id: Example(row.id, row.label, row.text, pictures / row.image if row.image else None)
        for row in health.preview
    }


def marked(recipe: Recipe, example: Example) -> Example:
    """The example with what the recipe has changed about it."""
    if example.id in recipe.data.exclude:
        return replace(example, mark="excluded")
    if example.id in recipe.data.relabel:
        return replace(example, label=recipe.data.relabel[example.id], mark="relabelled")
    return example
