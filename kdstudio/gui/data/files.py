"""From an example's id back to its file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kdstudio.core import names
from kdstudio.core.health import Health
from kdstudio.core.recipe import Recipe
from kdstudio.core.resources import resolve
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.examples import Example


class Files:
    """The files of a folder's examples. Never looks at the disk."""

    def __init__(self, recipe: Recipe, health: Health) -> None:
        self._root = resolve(recipe.data.path) if health.format == "folder" else None

    def of(self, id: str) -> Path | None:
        """The file of an example, or None for a row of a table."""
        return None if self._root is None else self._root / names.unescape(id)


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


def marked(recipe: Recipe, examples: Iterable[Example]) -> list[Example]:
    """The examples with what the recipe has changed about them."""
    excluded, relabelled = set(recipe.data.exclude), recipe.data.relabel

    def look(example: Example) -> Example:
        if example.id in excluded:
            return replace(example, mark="excluded")
        if example.id in relabelled:
            return replace(example, label=relabelled[example.id], mark="relabelled")
        return example

    return [look(example) for example in examples]
