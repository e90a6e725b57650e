"""Every command of the terminal, and how an error becomes words and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kdstudio import __version__
from kdstudio.cli import exits
from kdstudio.cli.commands import browse, control, fetch, look, measure, queue, schema, synth, train, work
from kdstudio.cli.exits import Exit
from kdstudio.cli.output import Output, failure
from kdstudio.core.errors import Code, KDError
from kdstudio.runs.workspace import ENVIRONMENT

_EXITS = "Exit codes: " + "; ".join(f"{code.value} {code.meaning}" for code in Exit) + "."

app = typer.Typer(
    name="kdstudio",
    help="Turn a large, accurate model into a small one that runs on a phone, on your own machine.",
    epilog=_EXITS,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
data = typer.Typer(help="Look at data before training.", no_args_is_help=True)

_COMMANDS: dict[str, dict[str, Callable[..., None]]] = {
    "Distil": {
        "demo": train.demo,
        "run": train.run,
        "resume": train.resume,
        "settings": schema.list_settings,
        "estimate": measure.estimate,
        "models": measure.models,
        "fetch": fetch.fetch,
        "synth": synth.synth,
        "methods": schema.methods,
    },
    "Runs that go on": {
        "watch": train.watch,
        "stop": control.stop,
        "pause": control.pause,
        "continue": control.continue_,
        "save": control.save,
        "queue": queue.work_off,
    },
    "Runs": {
        "runs": browse.runs,
        "results": browse.results,
        "log": browse.log,
        "compare": browse.compare,
        "note": queue.note,
        "delete": browse.delete,
        "restore": browse.restore,
    },
    "Models that came out": {
        "export": work.export,
        "predict": work.predict,
        "try": look.try_,
        "graph": look.graph,
        "bench": work.bench,
    },
}

for _panel, _commands in _COMMANDS.items():
    for _name, _function in _commands.items():
        _kind = schema.WithSettings if _name in ("demo", "run") else None
        app.command(_name, cls=_kind, rich_help_panel=_panel)(_function)
app.add_typer(data, name="data", rich_help_panel="Distil")
data.command()(work.check)
app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(schema.app)
app.command("catalog")(schema.write_catalog)


def _version(asked: bool) -> None:
    if asked:
        Output().raw(f"kdstudio {__version__}")
        raise typer.Exit()


@app.callback()
def _everywhere(
    workspace: Annotated[
        Path | None, typer.Option(help="Folder that holds the runs; otherwise KDSTUDIO_WORKSPACE, or your data folder.")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    if workspace is not None:
        os.environ[ENVIRONMENT] = str(workspace.resolve())


def main(arguments: list[str]) -> int:
    """Run one command; returns its exit code and never shows a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without “✓” still gets the rest of the line
    try:
        app(arguments, prog_name="kdstudio")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KDError as error:
        return _fail(error, arguments)
    except Exception as error:
        if os.environ.get("KDSTUDIO_DEBUG"):
            raise
        what = f"Something unexpected happened: {type(error).__name__}: {error}"
        return _fail(KDError(Code.INTERNAL, what, "Set KDSTUDIO_DEBUG=1 and run it again for the details."), arguments)
    return Exit.OK


def _fail(error: KDError, arguments: list[str]) -> int:
    output = Output(json="--json" in arguments)
    output.error(error.message, error.hint)
    output.result(failure(error))
    return exits.of(error.code)
