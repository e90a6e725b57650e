"""Kill the worker at random moments, resume, and compare the final weights with those of an undisturbed run.

    python -m benchmarks.kills --kills 20 [--seed 0]

Every session is killed with SIGKILL at a moment drawn evenly over the length of the undisturbed run, also inside a
checkpoint's writing (one is written every tenth of a second), until the number of kills is reached; the last session
runs to its end. Prints one line for each kill and ends with the two hashes. Exit code 0 where they are equal.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import tiny
from kdstudio.client import session as sessions
from kdstudio.client.session import Session
from kdstudio.core.errors import Code
from kdstudio.core.job import DistillJob
from kdstudio.core.recipe import Recipe
from kdstudio.runs.files import sha256
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace


@dataclass(frozen=True)
class Outcome:
    """What became of a run that was killed again and again."""

    kills: int
    unloadable: int
    weights: str


def undisturbed(workspace: Workspace, recipe: Recipe) -> tuple[str, float]:
    """Hash of the final weights and the seconds it took."""
    start = time.monotonic()
    session = to_end(sessions.start(workspace, DistillJob(), recipe))
    assert session.view.state is RunState.DONE, session.view.failure
    return weights(session.folder), time.monotonic() - start


def disturbed(workspace: Workspace, recipe: Recipe, kills: int, length: float, seed: int) -> Outcome:
    """Kill and resume, then let it end. A session that ends before its kill starts the count in a new run."""
    draw = random.Random(seed)
    session = sessions.start(workspace, DistillJob(), recipe)
    killed = unloadable = 0
    while killed < kills:
        moment = time.monotonic() + draw.uniform(0.05, length)
        while time.monotonic() < moment and not session.view.ended:
            session.poll()
            time.sleep(0.005)
        if session.view.ended:
            check(session, RunState.DONE)
            unloadable += damaged(session)
            session = sessions.start(workspace, DistillJob(), recipe)
            continue
        session.kill()
        to_end(session)
        killed += 1
        sys.stdout.write(f"kill {killed:3d} in phase {session.view.phase or 'start'}: {session.view.failure.message}\n")
        session = sessions.resume(session.folder)
    check(to_end(session), RunState.DONE)
    return Outcome(killed, unloadable + damaged(session), weights(session.folder))


def damaged(session: Session) -> int:
    """Checkpoints that did not verify in any session of a run."""
    return sum(notice.code == Code.CHECKPOINT_DAMAGED for notice in session.view.notices)


def check(session: Session, state: RunState) -> None:
    """Fail with the run's own words."""
    if session.view.state is not state:
        raise SystemExit(f"{session.folder.path}: {session.view.failure or session.view.finish}")


def to_end(session: Session) -> Session:
    """Follow a session until its worker is gone."""
    for _ in session.ticks(0.02):
        pass
    session.wait_for_exit(30)
    return session


def weights(folder: RunFolder) -> str:
    """Hash over the files of the trained student."""
    student = folder.artifacts / "models" / "student"
    return " ".join(sha256(path) for path in sorted(student.glob("*.safetensors")))


def main() -> int:
    """Run the proof."""
    parser = argparse.ArgumentParser(description="Kill, resume, compare.")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        pictures = tiny.write_pictures(Path(place) / "pictures")
        recipe = tiny.recipe(pictures, epochs=options.epochs, student="resnet8")
        workspace = Workspace(Path(place) / "workspace")
        wanted, length = undisturbed(workspace, recipe)
        outcome = disturbed(workspace, recipe, options.kills, length, options.seed)
    equal = outcome.weights == wanted
    sys.stdout.write(f"undisturbed {wanted}\nkilled      {outcome.weights}\n")
    sys.stdout.write(f"{outcome.kills} kills, {outcome.unloadable} unloadable checkpoints, ")
    sys.stdout.write("bit-identical weights\n" if equal else "DIFFERENT weights\n")
    return 0 if equal and not outcome.unloadable else 1


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(main())
