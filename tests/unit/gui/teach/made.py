"""Tasks with rows of a teacher, as the worker leaves them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kdstudio.core.errors import Code
from kdstudio.core.job import SynthesisJob
from kdstudio.core.recipe import Recipe
from kdstudio.core.synthesis import (
    HeldOutScore,
    LLMSpec,
    Probe,
    Row,
    Synthesis,
    SynthesisReport,
    Tested,
    Usage,
)
from kdstudio.gui.teach.past import Stage
from kdstudio.protocol.events import JobFinished, Notice, RowsMade, StateChanged
from kdstudio.runs.files import write_atomic
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.runs.workspace import Workspace
from tests.unit.gui.teach.briefs import BRIEF
from tests.unit.gui.worker_at import new_run, worker_at

LLM = LLMSpec(address="https://api.example.com/v1", model="large-instruct", price_in=0.5, price_out=1.5)
HELD_OUT = [("the courier threw it over the fence", "delivery"), ("you billed me for two lamps", "billing")]
USAGE = Usage(requests=31, replayed=4, tokens_in=12_400, tokens_out=1_950, cost=0.0091)


def rows(count: int = 8) -> tuple[Row, ...]:
    """Rows of both labels; every fourth is doubtful, every seventh was dropped."""
    made = []
    for number in range(count):
        label = ("delivery", "billing")[number % 2]
        doubtful, dropped = number % 4 == 3, number % 7 == 6
        made.append(
            Row(
                id=f"{number:08x}",
                text=f"message {number} about a {label} that went wrong on the way to my house",
                label=label,
                answer="delivery" if doubtful else label,
                probabilities=() if dropped else (0.9, 0.1) if doubtful or label == "delivery" else (0.1, 0.9),
                state="dropped" if dropped else "doubtful" if doubtful else "kept",
                why="The same text is there already." if dropped else "",
                topic="Shoes",
            )
        )
    return tuple(made)


def task_folder(**changes: object) -> TaskFolder:
    """A task whose teacher was tested, with a small held-out set."""
    folder = Workspace().new_task(BRIEF.name)
    folder.write(msgspec.structs.replace(Synthesis(brief=BRIEF, llm=LLM), **changes))
    probe = Probe(
        model=LLM.model, seconds=0.8, log_probabilities=True, schema=False, per_thousand=0.4, seconds_per_row=0.2
    )
    folder.write_tested(Tested(llm=LLM, probe=probe))
    folder.write_held_out(HELD_OUT)
    return folder


def job_of(folder: TaskFolder, stage: Stage) -> RunFolder:
    """A job folder of a stage."""
    return new_run(Recipe(name=BRIEF.name), SynthesisJob(task=str(folder.path), stage=stage))


def done(folder: TaskFolder, stage: Stage = "full", made: Sequence[Row] = ()) -> RunFolder:
    """A stage that is done."""
    made = made or rows()
    job = job_of(folder, stage)
    kept = [row.label for row in made if row.state == "kept"]
    report = SynthesisReport(
        stage=stage,
        wanted=len(made),
        kept={name: kept.count(name) for name in BRIEF.names},
        doubtful=sum(row.state == "doubtful" for row in made),
        dropped={"The same text is there already.": sum(row.state == "dropped" for row in made)},
        usage=USAGE,
        seconds=12.0,
        held_out=HeldOutScore(examples=2, right=1, confusion=((1, 0), (1, 0))),
        data=str(folder.examples) if stage == "full" else "",
        predictions=str(folder.examples / "predictions.npz") if stage == "full" else "",
    )
    with worker_at(job) as worker:
        worker.begin("synthesis")
        worker.say(RowsMade(rows=tuple(made), usage=USAGE), JobFinished(outcome="done"))
    write_atomic(job.artifacts / "synthesis.json", msgspec.json.encode(report))
    return job


WAITS = (
    Notice(
        level="warning",
        code=Code.LLM_KEY,
        message="The teacher refuses the key. The work waits.",
        hint="Enter a valid key, then continue.",
    ),
    StateChanged(state="paused"),
)
"""What a worker says whose key is refused."""
