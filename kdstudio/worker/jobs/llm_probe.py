"""Ask the teacher LLM of a task once for a text and once for a label, and say what a thousand rows would come to."""

from __future__ import annotations

import json
import time
from pathlib import Path

from kdstudio.core.brief import Brief
from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import LLMProbeJob
from kdstudio.core.synthesis import Probe, Synthesis
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.synthesis.asker import Asker
from kdstudio.synthesis.chat import Message, Reply
from kdstudio.synthesis.purse import Purse
from kdstudio.synthesis.retry import IMPATIENT
from kdstudio.synthesis.teacher import connect
from kdstudio.worker.artifacts import write_json
from kdstudio.worker.context import Context

_TEXTS = 3
_TOKENS = 600
_SCHEMA = {
    "type": "object",
    "properties": {"texts": {"type": "array", "items": {"type": "string"}}},
    "required": ["texts"],
    "additionalProperties": False,
}
_THOUSAND = 1000


def run(job: LLMProbeJob, folder: RunFolder, context: Context) -> None:
    """Try the teacher; nothing of it is kept, so that the next try measures anew.

    Raises:
        KDError: What stands in the way, at once instead of a pause: a person waits.
    """
    context.phase("connect")
    task = TaskFolder(Path(job.task)).read()
    purse = Purse(task.llm, task.generate.spend_cap)
    asker = connect(task.llm, context, purse, IMPATIENT)
    try:
        context.phase("try")
        write_json(context, "probe", _try(asker, task, purse))
    finally:
        asker.close()


def _try(asker: Asker, task: Synthesis, purse: Purse) -> Probe:
    """Both questions that a row costs; a thousand rows cost what these cost for each text that came."""
    names = [name for name in task.brief.names if name.strip()][:26] or ["yes", "no"]
    began = time.monotonic()
    texts = _texts(asker, task.brief, names[0]) if task.generate.source == "write" else ()
    wrote, paid = time.monotonic(), purse.usage.cost
    shares = _shares(asker, names, texts[0] if texts else f"A text about {names[0]}.")
    labelled = time.monotonic() - wrote
    rows = max(1, len(texts))
    seconds = (wrote - began) / rows + labelled
    return Probe(
        model=asker.model,
        seconds=labelled if task.generate.source == "label" else wrote - began,
        log_probabilities=asker.log_probabilities,
        schema=asker.schema,
        per_thousand=_THOUSAND * (paid / rows + purse.usage.cost - paid),
        seconds_per_row=seconds / asker.at_once,
        answer=texts[0] if texts else names[shares.index(max(shares))] if shares else "",
    )


def _texts(asker: Asker, brief: Brief, label: str) -> tuple[str, ...]:
    messages = (
        Message("system", "You write example texts for training a text classifier. Answer with JSON alone."),
        Message(
            "user",
            f"What goes in: {brief.input}\nWrite {_TEXTS} texts in {brief.language} for which “{label}” is the right "
            f'answer. Answer with {{"texts": [{_TEXTS} texts]}}.',
        ),
    )
    try:
        found: Reply = asker.complete(messages, schema=_SCHEMA, temperature=0.0, max_tokens=_TOKENS, seed=0)
    except KDError as error:
        if error.code != Code.LLM_ANSWER:
            raise
        return ()
    return tuple(text for text in json.loads(found.text)["texts"] if text.strip())


def _shares(asker: Asker, names: list[str], text: str) -> tuple[float, ...]:
    letters = [chr(ord("A") + number) for number in range(len(names))]
    options = "\n".join(f"{letter}. {name}" for letter, name in zip(letters, names, strict=True))
    messages = (
        Message("system", "You decide which answer is right for a text. Answer with one letter alone."),
        Message("user", f"The text: {text}\nThe answers:\n{options}\nThe letter:"),
    )
    try:
        return asker.choose(messages, letters)
    except KDError as error:
        if error.code != Code.LLM_ANSWER:
            raise
        return ()
