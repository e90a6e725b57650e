"""What everything that asks a teacher LLM needs of it, wherever the teacher runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol

import msgspec

from kdstudio.core.synthesis import Usage
from kdstudio.engine.progress import Reporter

Schema = Mapping[str, Any]
"""A JSON schema (draft 2020-12, the part of it that OpenAI’s structured outputs know)."""


class Message(msgspec.Struct, frozen=True):
    """One turn of a conversation."""

    role: Literal["system", "user", "assistant"]
    text: str


class Reply(msgspec.Struct, frozen=True):
    """A whole answer, never one that was cut short, and the tokens that are billed for it."""

    text: str
    tokens_in: int
    tokens_out: int


class Chat(Protocol):
    """A teacher LLM that can be asked. Both questions may come from several threads at once.

    Both raise :class:`~kdstudio.core.errors.KDError` where the teacher cannot answer, and
    :class:`~kdstudio.engine.listener.Stopped` within a second after the job was asked to stop.
    """

    @property
    def model(self) -> str:
        """The name of the model, for the lineage record."""

    def complete(
        self, messages: Sequence[Message], *, schema: Schema | None, temperature: float, max_tokens: int, seed: int
    ) -> Reply:
        """An answer in words; with ``schema`` it is a JSON object that has its required fields.

        A higher ``seed`` asks for another answer to the same messages.
        """

    def choose(self, messages: Sequence[Message], options: Sequence[str]) -> tuple[float, ...]:
        """How probable each of ``options`` is as the answer, in their order; they sum to 1.

        Options are single tokens, such as “A”, “B”, …. Where the teacher tells log-probabilities, options outside of
        its list of the most probable tokens get 0, and the rest is scaled to sum to 1; otherwise its answer gets 1.
        """

    def close(self) -> None:
        """Let go of the connection or the model; asking afterwards is an error."""


class Job(Reporter, Protocol):
    """What asking needs of the job that it is done for."""

    def check(self) -> None:
        """Wait here while paused; raise :class:`~kdstudio.engine.listener.Stopped` when asked to stop."""

    def check_stop(self) -> None:
        """Raise as :meth:`check` does, but never wait: for work that is under way and paid for."""

    def pause(self) -> None:
        """Wait until a person continues."""

    def secret(self, address: str) -> str:
        """The key that a client handed over for this address, the newest where it did so again; may be empty."""


class Teacher(Chat, Protocol):
    """A chat whose answers are kept and counted; see :func:`kdstudio.synthesis.teacher.open_teacher`."""

    @property
    def usage(self) -> Usage:
        """What was asked so far, with what it cost."""
