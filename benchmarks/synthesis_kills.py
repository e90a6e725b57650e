"""Kill a generation again and again against a teacher on a bad day, and count rows and answers (E10 of the faults).

    python -m benchmarks.synthesis_kills --rows 2000 --kills 50 --faults 0.3

An answer that is on its way to a worker in the moment of its death is all that can be paid twice. The teacher is
``tests/llm_server.py`` over a real socket, the worker a real process that gets SIGKILL.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections import Counter
from pathlib import Path

import msgspec

from kdstudio.client import session as sessions
from kdstudio.core.job import SynthesisJob
from kdstudio.core.recipe import Recipe
from kdstudio.core.synthesis import SynthesisReport
from kdstudio.protocol.commands import Continue
from kdstudio.protocol.events import RowsMade
from kdstudio.runs.record import RunState
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.runs.workspace import Workspace
from tests import author
from tests.llm_server import LLMServer


def run(rows: int, kills: int, faults: float, seed: int) -> str:
    """One generation to its end; gives a row of the table."""
    chance = random.Random(seed)
    begun = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as scratch,
        LLMServer(answer=author.answer, rate=faults, seed=seed, faults=("429:0", "429:0.1", "reset", "cut")) as server,
    ):
        os.environ["KDSTUDIO_WORKSPACE"] = str(Path(scratch) / "workspace")
        place = TaskFolder(Path(scratch) / "task")
        task = author.task(server.address, per_class=rows // 2)
        place.write(msgspec.structs.replace(task, llm=msgspec.structs.replace(task.llm, parallel=16)))
        place.write_held_out(author.HELD_OUT)
        job = SynthesisJob(task=str(place.path))
        for number in range(kills):
            session = sessions.start(Workspace(), job, Recipe(name="kills"))
            until = time.monotonic() + 30
            goal = rows * (number + chance.random()) / kills  # the further, the later the kill
            seen = 0
            for events in session.ticks(0.01):
                seen += sum(len(event.rows) for event in events if isinstance(event, RowsMade))
                if seen >= goal or time.monotonic() > until or session.view.ended:
                    break
            session.kill()
        session = sessions.start(Workspace(), job, Recipe(name="kills"))
        for _ in session.ticks():
            if session.view.state is RunState.PAUSED:  # six faults in a row, which a person would mend
                session.send(Continue())
                time.sleep(0.5)
        assert session.view.failure is None, session.view.failure
        report = msgspec.json.decode((session.folder.artifacts / "synthesis.json").read_bytes(), type=SynthesisReport)
        lines = (place.examples / "train.jsonl").read_bytes().splitlines()
        count = server.count()
    twice = sum(times - 1 for times in Counter(lines).values())
    missing = rows - len(lines)
    seconds = time.monotonic() - begun
    return (
        f"| {rows:,} | {kills} | {faults:.0%} | {missing} | {twice} | {count['requests']:,} | {count['answered']:,} | "
        f"{count['twice']} | {sum(report.kept.values()):,} | {seconds:.0f} s |"
    )


HEAD = (
    "| rows wanted | kills | faults | rows missing | rows twice | requests | answered | answered again after a kill "
    "| rows kept | time |\n|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--faults", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    print(HEAD)
    print(run(asked.rows, asked.kills, asked.faults, asked.seed))


if __name__ == "__main__":
    main()
