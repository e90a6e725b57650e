"""The commands that distil: demo, run, resume, watch."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, NoReturn

import msgspec
import typer

from kdstudio.cli import tables
from kdstudio.cli.exits import Exit
from kdstudio.cli.follow import follow
from kdstudio.cli.options import Detach, DryRun, Json, Queue, RunName, Sets, assignments, recipe_from
from kdstudio.cli.output import Output, failure
from kdstudio.client import session as sessions
from kdstudio.client.session import Session
from kdstudio.core import metrics, preflight, recipe_file
from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import DistillJob
from kdstudio.core.recipe import Recipe
from kdstudio.runs import queue as runs_queue
from kdstudio.runs import record
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace


def demo(sets: Sets = None, json: Json = False, dry_run: DryRun = False, detach: Detach = False) -> None:
    """Distil the bundled sample: digits, with a teacher that comes with it."""
    distil(recipe_from(None, sets), Output(json=json), dry_run=dry_run, detach=detach)


def run(
    recipe: Annotated[Path, typer.Argument(metavar="RECIPE", help="A recipe, as TOML.")],
    sets: Sets = None,
    json: Json = False,
    dry_run: DryRun = False,
    detach: Detach = False,
    queue: Queue = False,
) -> None:
    """Run a recipe: teacher, control, student, evaluation, and a verified export."""
    output, wanted = Output(json=json), recipe_from(recipe, sets)
    if queue:
        _check(wanted, output, dry_run=dry_run)
        name = runs_queue.add(Workspace(), wanted).path.name
        output.say(f"{name} waits. Start what waits with: kdstudio queue --start")
        output.result({"run": name, "state": "queued"})
        return
    distil(wanted, output, dry_run=dry_run, detach=detach)


def resume(
    name: RunName,
    sets: Sets = None,
    take_over: Annotated[
        bool, typer.Option("--take-over", help="Resume although another computer may still be at it.")
    ] = False,
    json: Json = False,
    detach: Detach = False,
) -> None:
    """Go on with a stopped or interrupted run from its newest good checkpoint, also with some settings changed."""
    output, folder = Output(json=json), Workspace().find(name)
    found = record.state(folder)
    if not found.can_resume and not found.is_live:
        raise KDError(
            Code.RUN_NOT_READY, f"{folder.path.name} is {found}; there is nothing to resume.", "Start a new run."
        )
    raise typer.Exit(
        _until_end(sessions.resume(folder, take_over=take_over, changes=assignments(sets)), output, detach=detach)
    )


def watch(name: RunName, json: Json = False) -> None:
    """Follow a run that another terminal or the window started, or show the result of a finished one."""
    output, folder = Output(json=json), Workspace().find(name)
    if record.state(folder) is RunState.QUEUED:
        raise KDError(
            Code.RUN_NOT_READY,
            f"{folder.path.name} has not started.",
            f"Start it with: kdstudio resume {folder.path.name}",
        )
    raise typer.Exit(_until_end(sessions.attach(folder), output, detach=False))


def distil(
    recipe: Recipe,
    output: Output,
    *,
    dry_run: bool = False,
    detach: bool = False,
    more: Mapping[str, Any] | None = None,
) -> NoReturn:
    """Run a recipe and leave with its exit code; ``more`` goes into the JSON object at the end."""
    _check(recipe, output, dry_run=dry_run)
    session = sessions.start(Workspace(), DistillJob(), recipe)
    raise typer.Exit(_until_end(session, output, detach=detach, more=more or {}))


def _check(recipe: Recipe, output: Output, *, dry_run: bool) -> None:
    """Say what is wrong with a recipe; leaves where it cannot be started, or was only to be looked at."""
    found = preflight.check(recipe)
    blocked = any(problem.severity == "stop" for problem in found)
    if found:
        output.err.print(tables.problems(found))
    if dry_run:
        output.raw(recipe_file.dumps(recipe))
        plain = recipe_file.without_none(msgspec.to_builtins(recipe))
        output.result({"ready": not blocked, "problems": found, "recipe": plain})
        raise typer.Exit(Exit.INVALID if blocked else Exit.OK)
    if blocked:
        first = next(problem for problem in found if problem.severity == "stop")
        output.result(failure(KDError(Code.RECIPE_INVALID, first.message, first.hint)))
        raise typer.Exit(Exit.INVALID)


def _until_end(session: Session, output: Output, *, detach: bool, more: Mapping[str, Any] | None = None) -> Exit:
    name = session.folder.path.name
    output.say(f"Run {name}", style="bold")
    if detach:
        return _leave(session, output)
    code = follow(session, output)
    result: dict[str, Any] = {"run": name, "state": str(session.view.state), "folder": str(session.folder.path)}
    result |= more or {}
    report = record.report(session.folder)
    if session.view.failure is not None:
        lost = session.view.failure
        result["error"] = {"code": lost.code, "message": lost.message, "hint": lost.hint}
    elif report is not None:
        output.show(tables.results(report, record.deliverable(report)))
        result |= {"verdict": metrics.verdict(report), **metrics.summary(report)}
    output.result(result)
    return code


def _leave(session: Session, output: Output) -> Exit:
    """Let the worker go on alone, once it has said its first word or failed to."""
    session.keep_running()
    for _ in session.ticks():
        if session.view.sessions:
            output.say(f"It goes on by itself. Follow it with: kdstudio watch {session.folder.path.name}")
            output.result({"run": session.folder.path.name, "folder": str(session.folder.path)})
            return Exit.OK
    return follow(session, output)
