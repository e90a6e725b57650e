"""Labels from a teacher that is not told which one was meant, with how sure it is of each."""

from __future__ import annotations

import random
from collections.abc import Sequence

from kdstudio.core.brief import Brief
from kdstudio.core.errors import Code, KDError
from kdstudio.synthesis import prompts
from kdstudio.synthesis.chat import Chat
from kdstudio.synthesis.sift import id_of

_WAVERS = 0.1
"""A lead of the first label over the second below which the teacher does not know."""


def decide(chat: Chat, brief: Brief, text: str) -> tuple[float, ...]:
    """How probable each label of the brief is for a text; empty where the teacher gives no answer of use.

    Above 26 labels the teacher chooses in groups, then between their winners:
    ``p(label) = p(group) p(label | group)``.
    """
    try:
        found = _among(chat, brief, text, list(range(len(brief.labels))))
    except KDError as error:
        if error.code != Code.LLM_ANSWER:
            raise
        return ()
    return tuple(found[number] for number in range(len(brief.labels)))


def _among(chat: Chat, brief: Brief, text: str, labels: list[int]) -> dict[int, float]:
    """Shares of some labels, which sum to 1."""
    most = len(prompts.OPTIONS)
    if len(labels) <= most:
        return _choose(chat, brief, text, labels)
    count = -(-len(labels) // most)
    groups = [_among(chat, brief, text, labels[start::count]) for start in range(count)]
    winners = {max(group, key=lambda number: group[number]): group for group in groups}
    final = _among(chat, brief, text, list(winners))
    return {number: final[best] * share for best, group in winners.items() for number, share in group.items()}


def _choose(chat: Chat, brief: Brief, text: str, labels: list[int]) -> dict[int, float]:
    """One question. The order of the options is another one for each text, since teachers favour a place."""
    if len(labels) == 1:
        return {labels[0]: 1.0}
    order = random.Random(f"{id_of(text)} {labels}").sample(labels, len(labels))
    shares = chat.choose(prompts.deciding(brief, text, order), list(prompts.OPTIONS[: len(order)]))
    return dict(zip(order, shares, strict=True))


def best(shares: Sequence[float]) -> int:
    """The number of the most probable label."""
    return max(range(len(shares)), key=lambda number: shares[number])


def wavers(shares: Sequence[float]) -> bool:
    """Whether the teacher is as good as undecided."""
    first, second = sorted(shares, reverse=True)[:2]
    return first - second < _WAVERS
