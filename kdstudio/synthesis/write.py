"""One request for texts: what it asks for follows from the task and its number alone, and from texts seen before.

So a pilot is the beginning of the full run, and a run that is started again asks the very same questions.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from kdstudio.core.errors import Code, KDError
from kdstudio.core.synthesis import Synthesis
from kdstudio.synthesis import prompts
from kdstudio.synthesis.chat import Chat

BATCH = 5
"""Texts in one request: more become like one another, fewer pay for the brief more often."""

_SEEDS = 2**31
_TOKENS_PER_WORD = 4
"""Enough for languages whose words take many tokens."""
_LETTERS_PER_WORD = 7
"""Where a file on this machine has to end a text in which it is stuck; not every endpoint takes such a limit."""


@dataclass(frozen=True)
class Request:
    """The ``turn``-th request for texts of a label."""

    label: int
    turn: int
    topic: str
    seed: int


class _Texts(msgspec.Struct):
    texts: list[str]


def request(task: Synthesis, label: int, turn: int) -> Request:
    """What is asked for; the topics come in turn, in an order of the label's own."""
    spec = task.generate
    topics = [topic for topic in task.brief.topics if topic.strip()]
    random.Random(f"{spec.seed} {label}").shuffle(topics)
    seed = random.Random(f"{spec.seed} {label} {turn}").randrange(_SEEDS)
    return Request(label, turn, topics[turn % len(topics)] if topics else "", seed)


def ask(chat: Chat, task: Synthesis, request: Request, avoid: Sequence[str]) -> list[str]:
    """Up to five texts as the teacher wrote them; none where its answer is of no use."""
    words = task.generate.max_words
    messages = prompts.writing(task.brief, request.label, BATCH, max_words=words, topic=request.topic, avoid=avoid)
    try:
        reply = chat.complete(
            messages,
            schema=prompts.schema(BATCH, _LETTERS_PER_WORD * words if task.llm.kind == "gguf" else 0),
            temperature=task.llm.temperature,
            max_tokens=100 + BATCH * words * _TOKENS_PER_WORD,
            seed=request.seed,
        )
        return msgspec.json.decode(reply.text, type=_Texts).texts[:BATCH]
    except KDError as error:
        if error.code != Code.LLM_ANSWER:
            raise
    except msgspec.DecodeError:
        pass
    return []
