"""The commands that measure on this machine: estimate, and models on a recipe's data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from kdstudio.cli import tables
from kdstudio.cli.commands.work import do
from kdstudio.cli.options import Json, Sets, recipe_from
from kdstudio.cli.output import Output
from kdstudio.core import catalog
from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import ProfileJob
from kdstudio.core.profile import Profile
from kdstudio.core.profile import estimate as estimate_of
from kdstudio.core.recipe import TaskKind

Recipe = Annotated[Path | None, typer.Argument(metavar="[RECIPE]", help="A recipe, as TOML; without one the sample’s.")]


def estimate(recipe: Recipe = None, sets: Sets = None, json: Json = False) -> None:
    """Measure a recipe’s models for some seconds and say what the run will take."""
    output, wanted = Output(json=json), recipe_from(recipe, sets)
    profile = do(ProfileJob(), wanted, output, "profile.json", Profile)
    found = estimate_of(wanted, profile)
    output.show(tables.measured(filter(None, (profile.teacher, profile.student))))
    if found is not None:
        output.show(tables.estimate(found))
    output.result({"profile": profile, "estimate": found, "seconds": found.seconds if found else None})


def models(
    task: Annotated[str, typer.Option(help="Only those for this kind of task.")] = "",
    measure: Annotated[
        Path | None,
        typer.Option(metavar="RECIPE", help="Measure each on this recipe’s data: size, time of one example."),
    ] = None,
    json: Json = False,
) -> None:
    """List the architectures of teachers and students, with parameters and multiply–adds."""
    output = Output(json=json)
    if measure is not None:
        recipe = recipe_from(measure, None)
        names = tuple(info.name for info in catalog.load().for_task(recipe.task))
        profile = do(ProfileJob(architectures=names), recipe, output, "profile.json", Profile)
        output.show(tables.measured(profile.architectures))
        output.result({"input": profile.input, "architectures": profile.architectures})
        return
    found = [info for info in catalog.load().architectures if task in ("", info.task)]
    if not found:
        raise KDError(Code.RECIPE_INVALID, f"There is no task “{task}”.", f"Known: {', '.join(get_args(TaskKind))}.")
    output.show(tables.architectures(found))
    output.result({"architectures": found})
