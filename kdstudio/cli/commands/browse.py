"""The commands that look at runs: runs, results, log, compare, delete, restore."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer
from rich.console import Group
from rich.text import Text

from kdstudio.cli import tables
from kdstudio.cli.options import Json, RunName
from kdstudio.cli.output import Output
from kdstudio.client.session import attach, tail_of
from kdstudio.core import metrics, settings
from kdstudio.core.errors import Code, KDError
from kdstudio.runs import devices, notes, record
from kdstudio.runs.record import RunRecord
from kdstudio.runs.workspace import Workspace


def runs(
    search: Annotated[str, typer.Argument(metavar="[SEARCH]", help="Only runs with this in name, tags or note.")] = "",
    json: Json = False,
) -> None:
    """List all runs, newest first."""
    output, found = Output(json=json), []
    for folder in Workspace().all_runs():
        noted = notes.load(folder)
        if search.lower() not in f"{folder.path.name} {' '.join(noted.tags)} {noted.text}".lower():
            continue
        try:
            found.append(record.read(folder))
        except KDError as error:
            output.say(f"! {folder.path.name} is left out: {error}", style="yellow")
    if found:
        output.show(tables.runs(found))
    else:
        output.say(f"No run has “{search}” in it." if search else "There are no runs yet. Start with: kdstudio demo")
    output.result({"runs": [_plain(one) for one in found]})


def results(
    name: RunName,
    variant: Annotated[str, typer.Option(help="Whose answers: teacher, control, student, fp32 or int8.")] = "student",
    json: Json = False,
) -> None:
    """Look into a finished run: the table, every class, the commonest confusions, the calibration."""
    output, folder = Output(json=json), Workspace().find(name)
    report = record.report(folder)
    if report is None:
        raise KDError(
            Code.RUN_NOT_READY,
            f"{folder.path.name} has no results yet.",
            f"Finish it first: kdstudio resume {folder.path.name}",
        )
    found = report.evaluations.get(variant)
    if found is None:
        known = ", ".join(report.evaluations)
        raise KDError(Code.RUN_NOT_READY, f"“{variant}” was not measured in this run.", f"There are: {known}.")
    output.show(Group(tables.results(report, record.deliverable(report)), tables.evaluation(found)))
    for measured in devices.load(folder):
        output.show(tables.measurement(measured))
    output.result({"run": folder.path.name, "variant": variant, "evaluation": found, **metrics.summary(report)})


def log(name: RunName) -> None:
    """Show what the worker of a run, or of a shorter job, printed, and the details of its failure."""
    output, folder = Output(), Workspace().find_job(name)
    session = attach(folder)
    while session.poll():
        pass
    output.raw(tail_of(folder, limit=1 << 20) or "The worker printed nothing.")
    if session.view.failure and session.view.failure.traceback:
        output.raw(session.view.failure.traceback)


def compare(first: RunName, second: RunName, json: Json = False) -> None:
    """Show the settings in which two runs differ, and their results side by side."""
    output, workspace = Output(json=json), Workspace()
    one, two = (record.read(workspace.find(name)) for name in (first, second))
    differences = settings.differences(one.recipe, two.recipe)
    output.show(Group(tables.differences(one, two, differences), tables.side_by_side(one, two)))
    if not differences:
        output.show(Text("The recipes are the same."))
    output.result({"settings": differences, "runs": [_plain(one), _plain(two)]})


def delete(name: RunName) -> None:
    """Move a run to the trash."""
    workspace = Workspace()
    moved = workspace.discard(workspace.find(name))
    Output().say(f"Moved to the trash. Bring it back with: kdstudio restore {moved.name}")


def restore(name: Annotated[str, typer.Argument(metavar="RUN", help="The name of a deleted run.")]) -> None:
    """Bring a run back from the trash."""
    Output().say(f"{Workspace().restore(name).path.name} is back.")


def _plain(found: RunRecord) -> dict[str, object]:
    plain: dict[str, object] = {
        "run": found.name,
        "state": str(found.state),
        "started": found.started,
        "folder": str(found.folder.path),
    }
    noted = notes.load(found.folder)
    plain |= {"tags": noted.tags, "note": noted.text}
    if found.report:
        plain |= metrics.summary(found.report)
    return msgspec.to_builtins(plain)  # type: ignore[no-any-return] # plain data stays what it was
