"""From an example's id back to its file."""

from __future__ import annotations

from pathlib import Path

from kdstudio.core import names
from kdstudio.core.health import Health
from kdstudio.core.recipe import Recipe
from kdstudio.core.resources import resolve
from kdstudio.gui.widgets.examples import Example


def file_of(recipe: Recipe, health: Health, id: str) -> Path | None:
    """The file of an example in a folder of files, or None for a row of a table. Never looks at the disk."""
    return resolve(recipe.data.path) / names.unescape(id) if health.format == "folder" else None


def marked(recipe: Recipe, example: Example) -> Example:
    """The example with what the recipe has changed about it."""
    if example.id in recipe.data.exclude:
        mark, words = "excluded", example.label
    elif example.id in recipe.data.relabel:
        mark, words = "relabelled", recipe.data.relabel[example.id]
    else:
        return example
    return Example(example.id, words, example.text, example.image, example.note, example.group, mark)  # type: ignore[arg-type] # the two marks above
