"""The commands drawn from the schema: settings, methods, catalog; and the help of ``run``."""

from __future__ import annotations

import subprocess
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from kdstudio.cli import tables
from kdstudio.cli.exits import Exit
from kdstudio.cli.options import Json
from kdstudio.cli.output import Output
from kdstudio.client.launch import engine_environment, engine_python
from kdstudio.core import catalog, settings
from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import Recipe


def list_settings(
    search: Annotated[str, typer.Argument(metavar="[SEARCH]", help="Only settings with this word.")] = "",
    method: Annotated[str, typer.Option(help="Show the settings of this method.")] = "kd",
    json: Json = False,
) -> None:
    """Explain every setting of a recipe: what it takes, its default, what it does."""
    output = Output(json=json)
    recipe = settings.override(Recipe(), {"method.name": method})
    word = search.lower()
    found = [s for s in settings.all_settings(recipe) if word in f"{s.address} {s.spec.label} {s.spec.help}".lower()]
    if not found:
        raise KDError(Code.RECIPE_INVALID, f"No setting has “{search}” in it.", "“kdstudio settings” lists all.")
    output.show(tables.settings(found))
    output.result({"settings": [{"address": s.address, **_plain(s.spec)} for s in found]})


def methods(json: Json = False) -> None:
    """List the distillation methods with their papers."""
    output, found = Output(json=json), catalog.load().methods
    output.show(tables.methods(found))
    output.result({"methods": found})


def write_catalog() -> None:
    """Write the catalog of methods and architectures anew (for developers, after adding one)."""
    code = subprocess.run([engine_python(), "-m", "kdstudio.engine.catalog"], env=engine_environment(), check=False)
    raise typer.Exit(Exit.OK if code.returncode == 0 else Exit.FAILED)


def app(context: typer.Context) -> None:
    """Open the window."""
    raise typer.Exit(subprocess.run([sys.executable, "-m", "kdstudio", "app", *context.args], check=False).returncode)


class WithSettings(TyperCommand):
    """A command whose help ends with the settings that ``--set`` takes."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The usual help, then the table."""
        super().format_help(ctx, formatter)
        Output().show(tables.settings(settings.all_settings(Recipe())))


def _plain(spec: Any) -> dict[str, Any]:
    return {name: getattr(spec, name) for name in spec.__struct_fields__ if name != "name"}
