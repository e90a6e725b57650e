"""Following a job to its end from a terminal: draw it, and turn Ctrl+C into a stop that loses nothing."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from kdstudio.cli import exits
from kdstudio.cli.exits import Exit
from kdstudio.cli.output import Output
from kdstudio.cli.progress import Board
from kdstudio.client.remedy import remedy
from kdstudio.client.session import Session
from kdstudio.core.errors import KDError
from kdstudio.protocol.commands import Stop
from kdstudio.runs.record import RunState

_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGBREAK") if hasattr(signal, name)]
_SILENCES = {
    "silent": "Training is not responding. Wait, or press Ctrl+C to stop it.",
    "gone": "The folder of this run cannot be reached. Training waits; bring the disk or the folder back.",
}
_EXIT_SECONDS = 10.0  # a worker that has said its last word is closing its files


def follow(session: Session, output: Output) -> Exit:
    """Draw a job until it has ended; returns the exit code and leaves the words about a failure on the screen."""
    with Board(output) as board, _interrupts() as interrupts:
        asked, silence = False, ""
        for _ in session.ticks():
            board.update(session.view)
            if session.silence != silence:
                silence = session.silence
                if silence:
                    output.say(_SILENCES[silence], style="yellow")
            if interrupts and not asked:
                asked = True
                output.say("Stopping and keeping the run … Press Ctrl+C again to stop at once.", style="yellow")
                session.send(Stop(keep=True))
            elif len(interrupts) > 1:
                session.kill()
                break
        board.update(session.view)
        session.wait_for_exit(_EXIT_SECONDS)
    return _ending(session, output)


def _ending(session: Session, output: Output) -> Exit:
    name, view = session.folder.path.name, session.view
    resumable = view.job is None or view.job.kind == "distill"
    if view.failure is not None:
        output.error(view.failure.message, view.failure.hint)
        if view.state is RunState.INTERRUPTED and view.sessions and resumable:
            output.say(f"  Go on with: kdstudio resume {name}")
        with suppress(KDError):  # a recipe that cannot be read has no setting to change
            if found := remedy(view, session.folder.recipe()):
                output.say(f"  Go on with: kdstudio resume {name} {found.options}")
        if view.failure.traceback:
            output.say(f"  Details: kdstudio log {name}", style="dim")
        return exits.of(view.failure.code)
    if view.finish is None:
        way_back = f" Resume from the newest checkpoint with: kdstudio resume {name}" if resumable else ""
        output.say(f"Stopped at once.{way_back}")
        return Exit.INTERRUPTED
    if view.finish.outcome == "done":
        return Exit.OK
    if view.job is not None and view.job.kind == "synthesis":
        output.say("Stopped. Every answer of the teacher is kept: the same command goes on from there.")
        return Exit.STOPPED
    if view.finish.outcome == "discarded" or not resumable:
        output.say("Stopped; nothing was kept.")
        return Exit.STOPPED
    step = f" at step {view.checkpoint.step}" if view.checkpoint else ""
    reason = f" {view.finish.reason}" if view.finish.reason else ""
    output.say(f"Stopped and kept{step}.{reason} Go on with: kdstudio resume {name}")
    return Exit.STOPPED


@contextmanager
def _interrupts() -> Iterator[list[int]]:
    """The signals that arrived so far, instead of an exception in the middle of something."""
    arrived: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        arrived.append(number)

    before = {number: signal.signal(number, note) for number in _SIGNALS}
    try:
        yield arrived
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
