"""The commands of what a person keeps beside runs: the queue, tags and notes."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from kdstudio.cli import tables
from kdstudio.cli.exits import Exit
from kdstudio.cli.follow import follow
from kdstudio.cli.options import Json, RunName
from kdstudio.cli.output import Output
from kdstudio.client import session as sessions
from kdstudio.runs import notes, queue, record
from kdstudio.runs.notes import Notes
from kdstudio.runs.workspace import Workspace


def work_off(
    start: Annotated[bool, typer.Option("--start", help="Start the runs that wait, one after the other.")] = False,
    remove: Annotated[str, typer.Option("--remove", metavar="RUN", help="Take a run out; its folder stays.")] = "",
    json: Json = False,
) -> None:
    """List the runs that wait (“kdstudio run RECIPE --queue” adds one), or work them off."""
    output, workspace = Output(json=json), Workspace()
    if remove:
        queue.remove(workspace, workspace.find(remove))
    worst = Exit.OK
    while start and worst is not Exit.INTERRUPTED and (folder := queue.take(workspace)):
        output.say(f"Run {folder.path.name}", style="bold")
        code = follow(sessions.resume(folder), output)
        worst = max(worst, code)
        if code is Exit.STOPPED:  # whoever stops one run wants the terminal back; the others wait on
            break
        if report := record.report(folder):
            output.show(tables.results(report, record.deliverable(report)))
    left = [record.read(folder) for folder in queue.waiting(workspace)]
    if left:
        output.show(tables.runs(left))
    else:
        output.say("No run waits.")
    output.result({"waiting": [one.name for one in left]})
    raise typer.Exit(worst)


def note(
    name: RunName,
    text: Annotated[str | None, typer.Option("--text", help="Why it was made; replaces what was written.")] = None,
    tags: Annotated[str | None, typer.Option("--tags", help="Words to find it by, separated by commas.")] = None,
    json: Json = False,
) -> None:
    """Show the tags and the note of a run, or write them."""
    output, folder = Output(json=json), Workspace().find(name)
    found = notes.load(folder)
    if text is not None or tags is not None:
        found = Notes(
            text=found.text if text is None else text, tags=found.tags if tags is None else notes.tags_of(tags)
        )
        notes.save(folder, found)
    output.raw("\n".join(filter(None, (", ".join(found.tags), found.text))) or "Nothing is noted.")
    output.result({"run": folder.path.name, **msgspec.to_builtins(found)})
