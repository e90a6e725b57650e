"""A chat completion as the OpenAI interface says it, and what is read from it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from kdstudio.core.phrases import phrase
from kdstudio.synthesis.chat import Reply, Schema
from kdstudio.synthesis.schema import misfit

_FENCE = re.compile(r"```(?:json)?\s*\n(.*?)```", re.DOTALL)
_CHOICE = re.compile(r"[\W_]*(\w+)")
_FINISHED = "stop"


class UnsuitableError(Exception):
    """An answer that is of no use; asked again it may be. ``short`` ones wanted more room."""

    def __init__(self, why: str, *, short: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.short = short


class Candidate(msgspec.Struct, frozen=True):
    """A token that might have come, with its natural log-probability."""

    token: str
    logprob: float


class Token(msgspec.Struct, frozen=True):
    """A token that came, and what else was probable in its place."""

    token: str
    logprob: float
    top_logprobs: list[Candidate] = []


class LogProbabilities(msgspec.Struct, frozen=True):
    """One entry for each token of the answer."""

    content: list[Token] | None = None


class Turn(msgspec.Struct, frozen=True):
    """The teacher’s words."""

    content: str | None = None


class Choice(msgspec.Struct, frozen=True):
    """One answer; only one is ever asked for."""

    message: Turn
    finish_reason: str | None = None
    logprobs: LogProbabilities | None = None


class Billed(msgspec.Struct, frozen=True):
    """Tokens that count for the price."""

    prompt_tokens: int = 0
    completion_tokens: int = 0


class Completion(msgspec.Struct, frozen=True):
    """The whole body, of which nothing else is needed."""

    choices: list[Choice]
    usage: Billed | None = None

    @property
    def text(self) -> str:
        """The words, without what surrounds them."""
        return (self.choices[0].message.content or "").strip()

    @property
    def tokens(self) -> list[Token]:
        """The tokens with their log-probabilities, none where the teacher does not tell them."""
        told = self.choices[0].logprobs
        return (told.content if told else None) or []


def reply(completion: Completion, schema: Schema | None) -> Reply:
    """The answer where it is whole and of the form that was asked for.

    Raises:
        UnsuitableError: Otherwise; a missing finish reason is taken for an answer that was cut.
    """
    finish = completion.choices[0].finish_reason
    if finish == "length":
        raise UnsuitableError(phrase("the answer was cut at the longest that was asked for"), short=True)
    if finish != _FINISHED:
        ended = phrase(f"the answer ended for the reason “{finish}”") if finish else phrase("the answer has no end")
        raise UnsuitableError(ended)
    if not completion.text:
        raise UnsuitableError(phrase("the answer is empty"))
    text = completion.text if schema is None else _json(completion.text, schema)
    billed = completion.usage or Billed()
    return Reply(text=text, tokens_in=billed.prompt_tokens, tokens_out=billed.completion_tokens)


def _json(text: str, schema: Schema) -> str:
    """The JSON object in an answer, as it stands or between words that were not asked for."""
    candidates: list[str] = [text, *_FENCE.findall(text), text[text.find("{") : text.rfind("}") + 1]]
    why = phrase("the answer holds no JSON")
    for candidate in candidates:
        try:
            value: Any = json.loads(candidate)
        except ValueError:
            continue
        why = misfit(value, schema)
        if not why:
            return candidate.strip()
    raise UnsuitableError(why)


def shares(completion: Completion, options: Sequence[str]) -> tuple[float, ...]:
    """How probable each option is: from the log-probabilities where they are told, otherwise 1 for the answer.

    The spellings of an option (“A”, “ A”) count together. What counts is the first token that is an option, or the
    very first where none is. Votes of several answers are not taken: at temperature 0 they would tell nothing, and
    at any other they would multiply the price.

    Raises:
        UnsuitableError: No option is in the answer.
    """
    for token in [token for token in completion.tokens if token.token.strip() in options] or completion.tokens[:1]:
        masses = dict.fromkeys(options, 0.0)
        for candidate in {
            entry.token: entry for entry in (*token.top_logprobs, Candidate(token.token, token.logprob))
        }.values():
            if candidate.token.strip() in masses:
                masses[candidate.token.strip()] += math.exp(candidate.logprob)
        if total := sum(masses.values()):
            return tuple(mass / total for mass in masses.values())
    found = _CHOICE.match(completion.text)
    if found is None or found[1] not in options:
        raise UnsuitableError(
            "the answer is none of the options", short=completion.choices[0].finish_reason == "length"
        )
    return tuple(float(option == found[1]) for option in options)
