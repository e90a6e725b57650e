"""A teacher whose answers are kept: no question is paid for twice, and no session pays above the cap."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from kdstudio.core.errors import Code, KDError
from kdstudio.core.synthesis import LLMSpec, Usage
from kdstudio.engine.data.hashes import digest_of
from kdstudio.runs.workspace import slug
from kdstudio.synthesis.asker import Asker
from kdstudio.synthesis.chat import Job, Message, Reply, Schema
from kdstudio.synthesis.endpoint import Endpoint
from kdstudio.synthesis.ledger import Answer, Ledger
from kdstudio.synthesis.purse import Purse
from kdstudio.synthesis.retry import PATIENT, Patience

_LOOK_SECONDS = 0.05


def connect(spec: LLMSpec, job: Job, purse: Purse, patience: Patience = PATIENT) -> Asker:
    """The teacher itself, whose answers nobody keeps. Raises what its kind raises when it cannot be reached."""
    if spec.kind == "endpoint":
        return Endpoint(spec, job, purse, patience)
    from kdstudio.synthesis.local import Local  # which loads llama.cpp

    return Local(spec, job, purse, patience)


def open_teacher(spec: LLMSpec, job: Job, *, answers: Path, cap: float = 0.0, patience: Patience = PATIENT) -> Recorded:
    """A teacher with its ledger in the folder ``answers``; ``cap`` is the most that all answers may cost, 0 has none.

    Raises:
        KDError: ``LLM_ADDRESS`` or ``LLM_PLAIN_HTTP`` before anything is sent, ``RUN_BUSY`` while another job asks
            this teacher; a file on this machine raises what :class:`kdstudio.synthesis.local.Local` does.
    """
    purse = Purse(spec, cap)
    with ExitStack() as opened:
        asker = connect(spec, job, purse, patience)
        opened.callback(asker.close)
        ledger = opened.enter_context(Ledger(answers / f"{slug(asker.model)}-{asker.identity[:12]}.jsonl"))
        return Recorded(asker, ledger, purse, job, opened.pop_all())


class Recorded:
    """A :class:`kdstudio.synthesis.chat.Teacher` over an asker and its ledger; may be used as a context."""

    def __init__(self, asker: Asker, ledger: Ledger, purse: Purse, job: Job, opened: ExitStack) -> None:
        self.model = asker.model
        self._asker = asker
        self._ledger = ledger
        self._purse = purse
        self._job = job
        self._opened = opened
        self._asking: set[str] = set()
        self._asked = threading.Condition()

    @property
    def ledger(self) -> Path:
        """The file that its answers are kept in."""
        return self._ledger.path

    @property
    def usage(self) -> Usage:
        """What was asked so far, with what it cost."""
        return self._purse.usage

    def close(self) -> None:
        """Close the ledger and the teacher."""
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def complete(
        self, messages: Sequence[Message], *, schema: Schema | None, temperature: float, max_tokens: int, seed: int
    ) -> Reply:
        """See :class:`~kdstudio.synthesis.chat.Chat`."""

        asked: dict[str, Any] = {"schema": schema, "temperature": temperature, "max_tokens": max_tokens, "seed": seed}

        def ask() -> dict[str, Any]:
            return {"text": self._asker.complete(messages, **asked).text}

        found = self._once(_key(messages, asked), ask)
        return Reply(text=found.text, tokens_in=found.tokens_in, tokens_out=found.tokens_out)

    def choose(self, messages: Sequence[Message], options: Sequence[str]) -> tuple[float, ...]:
        """See :class:`~kdstudio.synthesis.chat.Chat`."""

        def ask() -> dict[str, Any]:
            return {"shares": self._asker.choose(messages, options)}

        return self._once(_key(messages, {"options": list(options)}), ask).shares

    def _once(self, key: str, ask: Callable[[], dict[str, Any]]) -> Answer:
        """The kept answer, or else one that is asked for by a single thread while the others wait for it."""
        with self._asked:
            while key in self._asking:
                self._asked.wait(_LOOK_SECONDS)
                self._job.check_stop()
            kept = self._ledger.find(key)
            if kept is None:
                self._asking.add(key)
        if kept is not None:
            self._purse.replay(kept.tokens_in, kept.tokens_out, kept.cost)
            return kept
        try:
            with self._purse.tally() as paid:
                said = ask()
            said |= {"tokens_in": paid.tokens_in, "tokens_out": paid.tokens_out, "cost": paid.cost}
            answer = Answer(key=key, at=time.time(), **said)
            self._keep(answer)
            return answer
        finally:
            with self._asked:
                self._asking.discard(key)
                self._asked.notify_all()

    def _keep(self, answer: Answer) -> None:
        """Write an answer down; while the disk is full the job waits, since it is paid for."""
        while True:
            try:
                return self._ledger.keep(answer)
            except KDError as error:
                if error.code != Code.DISK_FULL:
                    raise
                self._job.notice(error.code, error.message, "Free some space, then continue.")
                self._job.pause()


def _key(messages: Sequence[Message], asked: Mapping[str, Any]) -> str:
    """A hash of all that the answer depends on besides the teacher, whose file it is kept in."""
    return digest_of(msgspec.json.encode([messages, asked], order="sorted"))
