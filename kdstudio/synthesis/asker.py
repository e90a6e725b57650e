"""Asking until an answer is of use: the part that is the same for an endpoint and for a file on this machine."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import msgspec

from kdstudio.core.errors import Code, KDError
from kdstudio.synthesis.chat import Message, Reply, Schema
from kdstudio.synthesis.completion import Completion, UnsuitableError, reply, shares
from kdstudio.synthesis.retry import Patience

T = TypeVar("T")
CHOICE_TOKENS = 8
TOP = 20
"""The most log-probabilities for each token that the OpenAI interface gives."""

_NEXT_SEED = 1_000_003  # far from the seeds that callers count up
_SEEDS = 2**31
_LONGEST = 4  # times the room that was asked for, for teachers that think before they answer
_THINKING_TOKENS = 1024


@dataclass(frozen=True)
class Request:
    """One question, a choice where there are ``options``; ``attempt`` counts the answers to it that were of no use."""

    messages: tuple[Message, ...]
    temperature: float
    max_tokens: int
    seed: int
    schema: Schema | None = None
    options: tuple[str, ...] = ()
    attempt: int = 0

    def again(self, error: UnsuitableError) -> Request:
        """The same question in hope of another answer, with more room where the last one was too short for it."""
        room = self.max_tokens
        if error.short:
            room = _THINKING_TOKENS if self.options else 2 * room
        return replace(self, seed=(self.seed + _NEXT_SEED) % _SEEDS, max_tokens=room, attempt=self.attempt + 1)

    def body(self, *, in_words: bool = False) -> dict[str, Any]:
        """The fields of the OpenAI interface; ``in_words`` says the schema to the teacher, too."""
        messages = [{"role": message.role, "content": message.text} for message in self.messages]
        body: dict[str, Any] = {"messages": messages, "temperature": self.temperature}
        body |= {"max_tokens": self.max_tokens, "seed": self.seed}
        if self.schema is not None:
            form = {"name": "answer", "schema": self.schema, "strict": True}
            body["response_format"] = {"type": "json_schema", "json_schema": form}
            if in_words:
                messages[0] = {**messages[0], "content": f"{messages[0]['content']}\n\n{_words(self.schema)}"}
        if self.options:
            body |= {"logprobs": True, "top_logprobs": TOP}
        return body

    @property
    def most_in(self) -> int:
        """Tokens that the question cannot exceed: no token is shorter than a byte, and each turn has its marks."""
        words = sum(len(message.text.encode()) + 16 for message in self.messages)
        return words + 2 * len(msgspec.json.encode(self.schema)) + 200 if self.schema is not None else words


def _words(schema: Schema) -> str:
    return f"Answer with one JSON object alone, which fits this JSON schema:\n{json.dumps(schema)}"


class Asker(ABC):
    """A :class:`kdstudio.synthesis.chat.Chat`, given a way to exchange a request for a completion.

    ``identity`` is a hash of which teacher it is: others of the same name answer otherwise.
    """

    at_once = 1
    """How many requests it answers in the time of one."""
    log_probabilities = False
    """Whether the newest choice came with log-probabilities."""
    schema = False
    """Whether the newest answer with a schema kept to it at once."""

    def __init__(self, model: str, identity: str, patience: Patience) -> None:
        self.model = model
        self.identity = identity
        self._patience = patience

    @abstractmethod
    def close(self) -> None:
        """Let go of the connection or the model."""

    @abstractmethod
    def _exchange(self, request: Request) -> Completion:
        """One answer, of whatever use; raises :class:`KDError` where there will be none."""

    def complete(
        self, messages: Sequence[Message], *, schema: Schema | None, temperature: float, max_tokens: int, seed: int
    ) -> Reply:
        """See :class:`~kdstudio.synthesis.chat.Chat`."""
        request = Request(tuple(messages), temperature, max_tokens, seed, schema)

        def accept(completion: Completion) -> Reply:
            self.schema = False
            found = reply(completion, schema)
            self.schema = schema is not None
            return found

        return self._until(request, accept)

    def choose(self, messages: Sequence[Message], options: Sequence[str]) -> tuple[float, ...]:
        """See :class:`~kdstudio.synthesis.chat.Chat`."""
        request = Request(tuple(messages), 0.0, CHOICE_TOKENS, 0, options=tuple(options))

        def accept(completion: Completion) -> tuple[float, ...]:
            self.log_probabilities = bool(completion.tokens)
            return shares(completion, options)

        return self._until(request, accept)

    def _until(self, request: Request, accept: Callable[[Completion], T]) -> T:
        most = request.max_tokens * _LONGEST
        while True:
            completion = self._exchange(request)
            try:
                return accept(completion)
            except UnsuitableError as error:
                if request.attempt + 1 >= self._patience.tries:
                    raise KDError(
                        Code.LLM_ANSWER,
                        f"{self.model} gave no answer of use in {self._patience.tries} tries: {error.why}.",
                        "Try a larger teacher, or say the task more simply.",
                    ) from None
                request = request.again(error)
                if not request.options:
                    request = replace(request, max_tokens=min(request.max_tokens, most))
