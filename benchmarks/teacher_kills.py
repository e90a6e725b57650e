"""Kill the worker at random moments while a teacher on its bad days writes rows, resume, and count what came of it.

    python -m benchmarks.teacher_kills --rows 2000 --kills 50 --faults 0.3 [--seed 0]

The teacher is a server on this machine that counts what it is asked. Every session is killed with SIGKILL after a
random number of rows; where trouble pauses a session, it is continued. Prints a line for each kill and the sums in the
end. Exit code 0 where no row is missing, none is there twice, and no answer was paid for twice but those that were
under way at a kill.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from kdstudio.client import session as sessions
from kdstudio.client.session import Session
from kdstudio.core.job import SynthesisJob
from kdstudio.core.recipe import Recipe
from kdstudio.core.synthesis import LLMSpec
from kdstudio.protocol.commands import Continue
from kdstudio.runs.record import RunState
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.runs.workspace import ENVIRONMENT, Workspace
from tests import author
from tests.llm_server import LLMServer

PARALLEL = 16


def made(session: Session, rows: int) -> bool:
    """Follow a session until it has made so many rows more; false where it ended before."""
    rows += len(session.view.rows)
    while not session.view.ended:
        session.poll()
        if len(session.view.rows) >= rows:
            return True
        if session.view.state is RunState.PAUSED:
            print(f"  paused: {session.view.notices[-1].message}")
            session.send(Continue())
            time.sleep(0.5)
        time.sleep(0.01)
    return False


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--faults", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    draw, began, killed = random.Random(wanted.seed), time.monotonic(), 0
    with (
        tempfile.TemporaryDirectory() as home,
        LLMServer(answer=author.answer, rate=wanted.faults, seed=wanted.seed) as server,
    ):
        os.environ[ENVIRONMENT] = str(Path(home) / "workspace")  # where the workers look for the ledger
        place = TaskFolder(Path(home) / "task")
        task = author.task(server.address, per_class=wanted.rows // 2)
        llm = LLMSpec(address=server.address, model="small", timeout_seconds=20.0, parallel=PARALLEL)
        place.write(type(task)(brief=task.brief, llm=llm, generate=task.generate))
        session = sessions.start(Workspace(), SynthesisJob(task=str(place.path)), Recipe(name="kills"))
        while not session.view.finish:
            alive = made(
                session, 1 + draw.randrange(3 * wanted.rows // wanted.kills // 2) if killed < wanted.kills else 10**9
            )
            if alive:
                session.kill()
                killed += 1
            elif session.view.finish:
                break
            print(f"{killed:3d} kills, {len(session.view.rows):5,d} rows, {server.count()}", session.view.failure or "")
            session = sessions.resume(session.folder)
        lines = (place.examples / "train.jsonl").read_bytes().splitlines()
        asked = server.count()
    seconds = time.monotonic() - began
    print(f"{len(lines):,} rows, {len(set(lines)):,} distinct; {killed} kills in {seconds:.0f} s; {asked}")
    whole = len(lines) == len(set(lines)) == wanted.rows and killed == wanted.kills
    return 0 if whole and asked["twice"] <= PARALLEL * killed else 1


if __name__ == "__main__":
    sys.exit(main())
