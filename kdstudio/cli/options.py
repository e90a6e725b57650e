"""Options that several commands share, and how their text becomes a recipe."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kdstudio.core import recipe_file, settings
from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import Recipe
from kdstudio.runs import unpack
from kdstudio.runs.workspace import Workspace

Sets = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="Change a setting, such as method.temperature=4; may be given several times. "
        "“kdstudio settings” lists them.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="End with one JSON object on the last line of standard output.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Check the recipe, show it in full, and start nothing.")]
Detach = Annotated[bool, typer.Option("--detach", help="Start it and return; “kdstudio watch” follows it.")]
Queue = Annotated[bool, typer.Option("--queue", help="Put it into the queue, and start nothing.")]
RunName = Annotated[
    str, typer.Argument(metavar="RUN", help="A run’s name or an unambiguous part of it, its folder, or “last”.")
]


def assignments(sets: list[str] | None) -> dict[str, str]:
    """Split ``key=value`` texts."""
    found = {}
    for text in sets or []:
        key, equals, value = text.partition("=")
        if not equals or not key.strip():
            raise KDError(
                Code.RECIPE_INVALID, f"--set takes KEY=VALUE, not “{text}”.", "For example: --set plan.epochs=10"
            )
        found[key.strip()] = value
    return found


def recipe_from(path: Path | None, sets: list[str] | None) -> Recipe:
    """The recipe of a file (its relative paths start at its folder) with changes (theirs start here)."""
    recipe = Recipe() if path is None else recipe_file.anchored(recipe_file.load(path), path.resolve().parent)
    return changed(recipe, sets)


def changed(recipe: Recipe, sets: list[str] | None) -> Recipe:
    """A recipe with the changes of ``--set`` and its data unpacked; relative paths start at the current folder."""
    return unpack.ready(recipe_file.anchored(settings.override(recipe, assignments(sets)), Path.cwd()), Workspace())
