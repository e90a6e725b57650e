"""The commands that speak to a run: stop, pause, continue, save."""

from __future__ import annotations

from typing import Annotated

import typer

from kdstudio.cli.options import Json, RunName
from kdstudio.cli.output import Output
from kdstudio.client import session as sessions
from kdstudio.core.errors import Code, KDError
from kdstudio.protocol.commands import Command, Continue, Pause, Save, Stop
from kdstudio.runs import lock, record, writer
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace

_STOP_SECONDS = 60.0


def stop(
    name: RunName,
    discard: Annotated[bool, typer.Option("--discard", help="Keep no checkpoint; the run cannot be resumed.")] = False,
    json: Json = False,
) -> None:
    """Stop a run and keep it, so that it can be resumed."""
    output, folder = Output(json=json), _live(name)
    session = sessions.attach(folder)
    session.send(Stop(keep=not discard))
    if not session.wait_for_exit(_STOP_SECONDS):
        raise KDError(
            Code.RUN_BUSY,
            f"{folder.path.name} has not stopped after {_STOP_SECONDS:.0f} s.",
            "It may be writing a checkpoint; wait, or end its process.",
        )
    output.say(f"Stopped. {'Nothing was kept.' if discard else f'Go on with: kdstudio resume {folder.path.name}'}")
    output.result({"run": folder.path.name, "state": str(record.state(folder))})


def pause(name: RunName) -> None:
    """Make a run wait after its current step, with a checkpoint."""
    _tell(name, Pause(), "It waits after its current step. Go on with: kdstudio continue")


def continue_(name: RunName) -> None:
    """Let a paused run go on."""
    _tell(name, Continue(), "It goes on.")


def save(name: RunName) -> None:
    """Write a checkpoint now."""
    _tell(name, Save(), "It writes a checkpoint after its current step.")


def _tell(name: str, command: Command, words: str) -> None:
    writer.send(_live(name).commands, command)
    Output().say(words)


def _live(name: str) -> RunFolder:
    folder = Workspace().find(name)
    if not lock.is_held(folder):
        raise KDError(
            Code.RUN_NOT_READY, f"{folder.path.name} is not running.", f"It is {record.state(folder)} already."
        )
    return folder
