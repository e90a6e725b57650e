"""Every command of the terminal, and how an error becomes words and an exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from kdstudio import __version__
from kdstudio.cli import exits
from kdstudio.cli.commands import browse, control, schema, train, work
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

app.command(cls=schema.WithSettings)(train.demo)
app.command(cls=schema.WithSettings)(train.run)
app.command()(train.resume)
app.command()(train.watch)
app.command()(control.stop)
app.command()(control.pause)
app.command("continue")(control.continue_)
app.command()(control.save)
app.command()(browse.runs)
app.command()(browse.log)
app.command()(browse.compare)
app.command()(browse.delete)
app.command()(browse.restore)
app.add_typer(data, name="data")
data.command()(work.check)
app.command()(work.models)
app.command()(schema.methods)
app.command("settings")(schema.list_settings)
app.command()(work.export)
app.command()(work.predict)
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
