"""The commands that do one short job: data check, export, predict, bench."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeVar, get_args

import msgspec
import typer

from kdstudio.cli import tables
from kdstudio.cli.exits import Exit
from kdstudio.cli.follow import follow
from kdstudio.cli.options import Json, RunName, Sets, changed
from kdstudio.cli.output import Output, failure
from kdstudio.client import exports
from kdstudio.client import session as sessions
from kdstudio.client.guess import task_of
from kdstudio.core import metrics
from kdstudio.core.deliverable import Bench
from kdstudio.core.errors import Code, KDError
from kdstudio.core.health import Health
from kdstudio.core.job import BenchJob, DataCheckJob, ExportJob, Job, PredictJob
from kdstudio.core.metrics import Report
from kdstudio.core.prediction import Predictions
from kdstudio.core.recipe import DataSpec, Recipe, TaskKind
from kdstudio.core.resources import resolve
from kdstudio.runs import devices, record, unpack
from kdstudio.runs.files import discard
from kdstudio.runs.workspace import Workspace

T = TypeVar("T")


def check(
    path: Annotated[
        str, typer.Argument(metavar="PATH", help="A folder, file or archive of examples, or sample:digits.")
    ],
    task: Annotated[str, typer.Option(help="Kind of task; told from the data where it is not given.")] = "",
    sets: Sets = None,
    json: Json = False,
) -> None:
    """Look at data as training would: classes, unreadable files, duplicates, the split."""
    output = Output(json=json)
    path = str(unpack.unpacked(resolve(path), Workspace())) if unpack.is_archive(resolve(path)) else path
    task = task or task_of(resolve(path))
    if task not in get_args(TaskKind):
        raise KDError(Code.RECIPE_INVALID, f"There is no task “{task}”.", f"Known: {', '.join(get_args(TaskKind))}.")
    recipe = changed(Recipe(name="data check", task=task, data=DataSpec(path=path)), sets)  # type: ignore[arg-type] # just checked
    found = do(DataCheckJob(), recipe, output, "health.json", Health)
    output.show(tables.health(found))
    output.result(found)
    raise typer.Exit(Exit.FAILED if found.blocking else Exit.OK)


def export(
    name: RunName,
    to: Annotated[Path | None, typer.Option("--to", help="Folder to write into; empty writes into a new job.")] = None,
    sets: Sets = None,
    json: Json = False,
) -> None:
    """Export a finished run’s student again, reloaded and verified."""
    output, folder = Output(json=json), Workspace().find(name)
    if record.report(folder) is None:
        raise KDError(
            Code.RUN_NOT_READY,
            f"{folder.path.name} has no trained student yet.",
            f"Finish it first: kdstudio resume {folder.path.name}",
        )
    target = [f"export.directory={to.resolve()}"] if to else []
    recipe = changed(folder.recipe(), [*(sets or []), *target])
    report = do(ExportJob(run=str(folder.path)), recipe, output, "report.json", Report)
    output.show(tables.results(report, record.deliverable(report)))
    output.result({"run": folder.path.name, **metrics.summary(report)})


def predict(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="An exported .onnx file, or a finished run.")],
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", help="Image files, or texts.")],
    compare: Annotated[
        bool, typer.Option("--compare", help="Ask the teacher and every exported file of a run, side by side.")
    ] = False,
    json: Json = False,
) -> None:
    """Ask an exported model, with the very steps that its training used."""
    output = Output(json=json)
    if compare:
        _compare(model, tuple(inputs), output)
        return
    path = _model_file(model)
    found = do(PredictJob(model=str(path), inputs=tuple(inputs)), Recipe(), output, "predictions.json", Predictions)
    output.show(tables.predictions(found))
    output.result(found)
    raise typer.Exit(Exit.FAILED if any(item.problem for item in found.items) else Exit.OK)


def _compare(name: str, inputs: tuple[str, ...], output: Output) -> None:
    run = Workspace().find(name)
    if record.report(run) is None:
        raise KDError(Code.RUN_NOT_READY, f"{run.path.name} has exported no model yet.", "Finish the run first.")
    job = PredictJob(run=str(run.path), inputs=inputs)
    found = do(job, run.recipe(), output, "answers.json", dict[str, Predictions])
    output.show(tables.answers(found))
    output.result({"run": run.path.name, "answers": found})


def bench(
    export: Annotated[
        str,
        typer.Argument(
            metavar="RUN_OR_FOLDER", help="An export folder, which need not be of this machine, or a finished run."
        ),
    ],
    record_file: Annotated[
        Path | None,
        typer.Option("--import", metavar="FILE", help="Add what another device measured to a run, instead of timing."),
    ] = None,
    json: Json = False,
) -> None:
    """Time an export’s files on this machine: one thread and all, first answer, memory."""
    output = Output(json=json)
    if record_file is not None:
        measured = devices.add(Workspace().find(export), record_file)
        output.show(tables.measurement(measured))
        output.result(measured)
        return
    found = do(BenchJob(export=str(exports.find(export))), Recipe(), output, "bench.json", Bench)
    output.show(tables.bench(found))
    output.result(found)


def _model_file(name: str) -> Path:
    path = Path(name).expanduser()
    if path.is_file():
        return path.resolve()
    try:
        folder = Workspace().find(name)
    except KDError:
        raise KDError(
            Code.MODEL_NOT_FOUND, f"There is no model file or run “{name}”.", "Give an .onnx file or a finished run."
        ) from None
    report = record.report(folder)
    row = report and (report.row("int8") or report.row("fp32"))
    if not row or not row.path:
        raise KDError(Code.RUN_NOT_READY, f"{folder.path.name} has exported no model yet.", "Finish the run first.")
    return folder.path / row.path


def do(job: Job, recipe: Recipe, output: Output, artifact: str, kind: type[T]) -> T:
    """Run a short job to its end and read its result; leaves with its exit code when it did not succeed.

    The folder of a job that only answered a question goes with the answer; that of an export holds the files.
    """
    session = sessions.start(Workspace(), job, recipe)
    code = follow(session, output)
    if code is not Exit.OK:
        if session.view.failure:
            lost = session.view.failure
            output.result(failure(KDError(Code(lost.code), lost.message, lost.hint)))
        raise typer.Exit(code)
    found = msgspec.json.decode((session.folder.artifacts / artifact).read_bytes(), type=kind)
    if not isinstance(job, ExportJob):
        discard(session.folder.path)
    return found
