"""The command that has a teacher LLM write or label the examples of a task."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from kdstudio.cli import tables
from kdstudio.cli.commands import train
from kdstudio.cli.commands.work import do
from kdstudio.cli.exits import Exit
from kdstudio.cli.options import Json, Sets, assignments
from kdstudio.cli.output import Output
from kdstudio.client import keys
from kdstudio.client.recipes import recipe_of
from kdstudio.core import llm_address, recipe_file, resources
from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import LLMProbeJob, SynthesisJob
from kdstudio.core.recipe import Recipe
from kdstudio.core.synthesis import Probe, Synthesis, SynthesisReport
from kdstudio.runs.files import write_atomic
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.runs.workspace import Workspace

_SAMPLE = "sample:reviews"
_FILE = "task.toml"


def synth(
    task: Annotated[str, typer.Argument(metavar="TASK", help="A task’s folder, its task.toml, or its name.")],
    new: Annotated[bool, typer.Option("--new", help="Write a task to begin with, with comments, and stop.")] = False,
    pilot: Annotated[bool, typer.Option("--pilot", help="Make a few rows to look at, and no data set.")] = False,
    sets: Sets = None,
    key_stdin: Annotated[
        bool,
        typer.Option(
            "--key-stdin", help="Read the endpoint’s key from standard input, and keep it as the window does."
        ),
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Ask a teacher that costs money without asking first.")
    ] = False,
    distil: Annotated[bool, typer.Option("--distil", help="Go on to distil a student and export it.")] = False,
    json: Json = False,
) -> None:
    """Have a teacher LLM write or label examples of one narrow task, sift them, and leave a data set to distil from."""
    output, place = Output(json=json), _place(task)
    if new:
        _begin(place, output)
        return
    changes = _from_here(assignments(sets))
    wanted = place.settled(changes)
    _key(wanted, output, from_stdin=key_stdin)
    if not yes and not _agreed(place, wanted, changes, output, pilot=pilot):
        output.say("Nothing was asked of the teacher.")
        raise typer.Exit(Exit.STOPPED)
    job = SynthesisJob(task=str(place.path), stage="pilot" if pilot else "full", changes=changes)
    report = do(job, Recipe(name=wanted.brief.name), output, "synthesis.json", SynthesisReport)
    output.show(tables.synthesis(report, wanted.brief.names))
    if pilot:
        output.say(f"Look at the rows in {place.path / 'rows.csv'}. Then: kdstudio synth {task}")
        output.result({"report": report})
        return
    _go_on(place, wanted, report, output, distil=distil)


def _place(name: str) -> TaskFolder:
    """The task at a path, or the one of that name in the workspace."""
    path = Path(name).expanduser()
    if path.suffix == ".toml":
        if path.name != _FILE:
            raise KDError(Code.RECIPE_INVALID, f"{path.name} is not a task.", f"A task is a folder with a {_FILE}.")
        path = path.parent
    named = Workspace().tasks / name
    return TaskFolder((named if named.is_dir() and not path.exists() else path).resolve())


def _from_here(changes: dict[str, str]) -> dict[str, str]:
    """Changes whose paths start at the current folder, as everything that is typed in a terminal does."""
    paths = ("llm.path", "generate.texts")
    return {
        address: str(Path(value).expanduser().absolute()) if address in paths and value else value
        for address, value in changes.items()
    }


def _begin(place: TaskFolder, output: Output) -> None:
    """Copy the sample, to be changed."""
    if place.task.exists():
        raise KDError(Code.RECIPE_INVALID, f"{place.task} is there already.", "Choose another folder.")
    sample = TaskFolder(resources.resolve(_SAMPLE))
    write_atomic(place.task, sample.task.read_bytes())
    if not place.held_out.exists():
        write_atomic(place.held_out, sample.held_out.read_bytes())
    output.say(f"Change {place.task} to your task, and {place.held_out.name} beside it to examples that you labelled.")
    output.say(f"Then: kdstudio synth {place.path} --pilot")
    output.result({"task": str(place.task), "held_out": str(place.held_out)})


def _key(task: Synthesis, output: Output, *, from_stdin: bool) -> None:
    """Take the endpoint's key from a pipe, or ask for one that is neither stored nor needless."""
    if task.llm.kind != "endpoint":
        return
    address = llm_address.clean(task.llm.address)
    key = ""
    if from_stdin:
        key = sys.stdin.readline().strip()
    elif not llm_address.is_local(address) and not keys.find(address) and sys.stdin.isatty():
        key = typer.prompt(f"Key for {address}", hide_input=True, err=True).strip()
    if key and keys.store(address, key) == "session":
        output.say("The system has no store for keys; this one is kept in memory until the command ends.")


def _agreed(place: TaskFolder, task: Synthesis, changes: dict[str, str], output: Output, *, pilot: bool) -> bool:
    """Whether what it costs is accepted; a file or an endpoint on this machine costs nothing."""
    llm, spec = task.llm, task.generate
    priced = bool(llm.price_in or llm.price_out)
    if llm.kind == "gguf" or (llm_address.is_local(llm.address) and not priced):
        return True
    cost = "an unknown amount, since the task names no price"
    if priced:
        job = LLMProbeJob(task=str(place.path), changes=changes)
        probe = do(job, Recipe(name="probe"), output, "probe.json", Probe)
        rows = spec.pilot if pilot else spec.per_class * len(task.brief.labels)
        cost = f"about {probe.per_thousand * rows / 1000:.2f} for {rows:,} rows"
        if spec.source == "label" and not pilot:
            cost = f"about {probe.per_thousand:.2f} for a thousand rows"
    cap = f", and never more than {spec.spend_cap:.2f}" if spec.spend_cap else ""
    if not sys.stdin.isatty():
        output.say(f"{llm.model} would cost {cost}{cap}. Repeat it with --yes to ask it.")
        return False
    return typer.confirm(f"{llm.model} will cost {cost}{cap}. Ask it?", err=True)


def _go_on(place: TaskFolder, task: Synthesis, report: SynthesisReport, output: Output, *, distil: bool) -> None:
    """Leave the recipe that trains on the data set, or run it."""
    recipe = recipe_of(task, report)
    path = place.path / "recipe.toml"
    write_atomic(path, recipe_file.dumps(recipe).encode())
    made: dict[str, Any] = {"report": msgspec.to_builtins(report), "recipe": str(path)}
    if distil:
        train.distil(recipe, output, more=made)
    output.say(f"The data set is in {report.data}. Distil it with: kdstudio run {path}")
    output.result(made)
