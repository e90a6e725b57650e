"""The command that brings a model from the Hugging Face hub."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kdstudio.cli import tables, words
from kdstudio.cli.commands.work import do
from kdstudio.cli.exits import Exit
from kdstudio.cli.options import Json
from kdstudio.cli.output import Output
from kdstudio.core.hub import HubModel
from kdstudio.core.job import HubJob
from kdstudio.core.recipe import Recipe


def fetch(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="Its name on the hub, such as microsoft/resnet-18.")],
    revision: Annotated[str, typer.Option(help="A branch, a tag or a commit.")] = "main",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Download without asking.")] = False,
    json: Json = False,
) -> None:
    """Fetch a model from the Hugging Face hub as a teacher or a student to begin from; says first what it takes."""
    output = Output(json=json)
    found = do(HubJob(model=model, revision=revision), Recipe(name="hub"), output, "hub.json", HubModel)
    output.show(tables.hub(found))
    if not yes and not _agreed(found, output):
        output.say("Nothing was downloaded.")
        raise typer.Exit(Exit.STOPPED)
    job = HubJob(model=found.id, revision=found.commit, fetch=True)
    here = do(job, Recipe(name="hub"), output, "hub.json", HubModel)
    output.say(f"It is here; name it in a recipe: [teacher] kind = “checkpoint”, path = “{here.folder}”")
    output.result(here)


def _agreed(found: HubModel, output: Output) -> bool:
    if not sys.stdin.isatty():
        output.say("Repeat it with --yes to download this.")
        return False
    return typer.confirm(f"Download {words.size(found.size_bytes)}?", err=True)
