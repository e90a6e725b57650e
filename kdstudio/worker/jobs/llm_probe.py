"""Ask the teacher LLM of a task once for a text and once for a label, and say what a thousand rows would come to."""

from __future__ import annotations

import time
from pathlib import Path

from kdstudio.core import brief
from kdstudio.core.job import LLMProbeJob
from kdstudio.core.synthesis import Probe, Synthesis
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.synthesis import label, write
from kdstudio.synthesis.asker import Asker
from kdstudio.synthesis.purse import Purse
from kdstudio.synthesis.retry import IMPATIENT
from kdstudio.synthesis.teacher import connect
from kdstudio.worker.artifacts import write_json
from kdstudio.worker.context import Context

_THOUSAND = 1000


def run(job: LLMProbeJob, folder: RunFolder, context: Context) -> None:
    """Try the teacher; nothing of it is kept, so that the next try measures anew.

    Raises:
        KDError: ``RECIPE_INVALID`` where the brief lacks something, or what stands in the way, at once instead of a
            pause: a person waits.
    """
    context.phase("connect")
    task = TaskFolder(Path(job.task)).settled(job.changes)
    brief.require(task.brief)
    purse = Purse(task.llm, task.generate.spend_cap)
    asker = connect(task.llm, context, purse, IMPATIENT)
    try:
        context.phase("try")
        write_json(context, "probe", _try(asker, task, purse))
    finally:
        asker.close()


def _try(asker: Asker, task: Synthesis, purse: Purse) -> Probe:
    """Both questions that a row costs; a thousand rows cost what these cost for each text that came."""
    began = time.monotonic()
    texts = write.ask(asker, task, write.request(task, 0, 0), ()) if task.generate.source == "write" else []
    wrote, paid = time.monotonic(), purse.usage.cost
    shares = label.decide(asker, task.brief, texts[0] if texts else task.brief.good[0].text)
    labelled = time.monotonic() - wrote
    rows = max(1, len(texts))
    chosen = task.brief.names[label.best(shares)] if shares else ""
    return Probe(
        model=asker.model,
        seconds=wrote - began if task.generate.source == "write" else labelled,
        log_probabilities=asker.log_probabilities,
        schema=asker.schema,
        per_thousand=_THOUSAND * (paid / rows + purse.usage.cost - paid),
        seconds_per_row=((wrote - began) / rows + labelled) / asker.at_once,
        answer=texts[0] if texts else chosen,
    )
