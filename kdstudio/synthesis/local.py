"""A teacher in a GGUF file, answered by llama.cpp inside this process: it ends with the job, whatever ends the job.

The library’s server always listens, too; it does so on this machine alone, at a free port, for a key that nobody knows.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import threading
import time
from pathlib import Path
from typing import Any

import msgspec
import psutil
import xllamacpp

from kdstudio.core.errors import Code, KDError
from kdstudio.core.synthesis import LLMSpec
from kdstudio.engine.memory import require_memory
from kdstudio.synthesis import gguf
from kdstudio.synthesis.asker import Asker, Request
from kdstudio.synthesis.chat import Job
from kdstudio.synthesis.completion import Completion
from kdstudio.synthesis.purse import Purse
from kdstudio.synthesis.retry import Patience

_CONTEXT = 4096
"""Tokens of one question with its answer; a prompt of this program has a few hundred."""

_SLOTS = 4  # more at once gain nothing on a processor
_TOP = 200  # enough for every option to be among them
_LOOK_SECONDS = 0.05
_LEAVE_SECONDS = 0.5
_ERRORS_ONLY = 1
_BLOCK = 1 << 22


class Local(Asker):
    """Raises ``MODEL_NOT_FOUND``, ``MODEL_FORMAT`` (also where it has no chat template), ``MODEL_DAMAGED`` or
    ``MODEL_TOO_LARGE`` before anything is loaded.
    """

    def __init__(self, spec: LLMSpec, job: Job, purse: Purse, patience: Patience) -> None:
        if not spec.path:
            raise KDError(Code.MODEL_NOT_FOUND, "No GGUF file is named.", "Name the teacher’s file: llm.path.")
        path = Path(spec.path).expanduser()
        header = gguf.read(path)
        if not header.chat_template:
            raise KDError(
                Code.MODEL_FORMAT,
                f"{path.name} has no chat template: it continues texts, and does not follow instructions.",
                "Choose a file whose name ends in “instruct”, “it” or “chat”.",
            )
        self._deadline = spec.timeout_seconds
        self._slots = min(spec.parallel, _SLOTS)
        self._context = min(header.context, _CONTEXT)
        require_memory(header.memory(self._context * self._slots), path, "or choose a smaller teacher")
        super().__init__(spec.model or header.name, _hash(path, job), patience)
        self._job = job
        self._purse = purse
        self._server: xllamacpp.Server | None = self._load(path)
        self._room = threading.Semaphore(self._slots)

    def _load(self, path: Path) -> xllamacpp.Server:
        params = xllamacpp.CommonParams()
        params.model.path = str(path)
        params.n_parallel = self._slots
        params.n_ctx = self._context * self._slots
        for cpu in (params.cpuparams, params.cpuparams_batch):
            cpu.n_threads = _threads()
            cpu.poll = 0
        params.cache_ram_mib = 0  # otherwise up to 8 GB of earlier prompts
        params.verbosity = _ERRORS_ONLY
        params.offline = True
        params.use_jinja = True  # the file’s own chat template
        params.hostnames, params.port = ["127.0.0.1"], 0
        params.api_keys = [secrets.token_urlsafe(32)]
        try:
            return xllamacpp.Server(params)
        except RuntimeError as error:
            raise KDError(
                Code.MODEL_FORMAT,
                f"{path.name} cannot be loaded: {error}.",
                "The worker’s log says why; a newer KD Studio may know this kind of model.",
            ) from None

    def close(self) -> None:
        """Break off what is under way; the memory is free when the last call has noticed, or with the process."""
        until = time.monotonic() + _LEAVE_SECONDS
        for _ in range(self._slots):
            self._room.acquire(timeout=max(0.0, until - time.monotonic()))
        self._server = None

    def _exchange(self, request: Request) -> Completion:
        self._job.check()
        while not self._room.acquire(timeout=_LOOK_SECONDS):
            self._job.check()
        body = request.body()
        body["chat_template_kwargs"] = {"enable_thinking": False}
        if request.options:  # the grammar bears on what is taken, and not on the probabilities that are told
            grammar = f"root ::= {' | '.join(map(json.dumps, request.options))}"
            body |= {"top_logprobs": _TOP, "max_tokens": 1, "grammar": grammar}
        call = _Call(self._server, body, self._room)
        with self._purse.pay(request.most_in, request.max_tokens, self._job.check_stop) as bill:
            completion = call.wait(self._job, self._deadline)
            if completion.usage is not None:
                bill.tokens_in, bill.tokens_out = completion.usage.prompt_tokens, completion.usage.completion_tokens
                bill.cost = self._purse.price(bill.tokens_in, bill.tokens_out)
        return completion


class _Call:
    """One request under way in a thread of its own, since the library returns only when it has an answer.

    Its words come one by one, and each is the occasion to break it off.
    """

    def __init__(self, server: xllamacpp.Server | None, body: dict[str, Any], room: threading.Semaphore) -> None:
        assert server is not None, "asked after it was closed"
        self._server, self._body, self._room = server, body, room
        self._left = False
        self._chunks: list[Any] = []
        self._answered = threading.Event()
        threading.Thread(target=self._run, name="llama", daemon=True).start()

    def wait(self, job: Job, deadline: float) -> Completion:
        """The answer; raises :class:`KDError` where the library refuses, or what ``job`` raises."""
        until = time.monotonic() + deadline
        try:
            while not self._answered.wait(_LOOK_SECONDS):
                job.check_stop()
                if time.monotonic() > until:
                    raise KDError(
                        Code.LLM_ANSWER,
                        f"The teacher gave no whole answer within {deadline:g} s.",
                        "Allow it more time, or choose a smaller teacher.",
                    )
        finally:
            self._left = True
        return _joined(self._chunks)

    def _run(self) -> None:
        try:
            streamed = {**self._body, "stream": True, "stream_options": {"include_usage": True}}
            refused = self._server.handle_chat_completions(streamed, self._hear)
            self._chunks += [refused] if refused else []
        except BaseException as error:
            self._chunks.append({"error": {"message": str(error)}})
        finally:
            del self._server
            self._room.release()
            self._answered.set()

    def _hear(self, chunk: Any) -> bool:
        """Take a part of the answer; true ends it."""
        self._chunks.append(chunk)
        return self._left


def _joined(chunks: list[Any]) -> Completion:
    """The whole that the parts of a streamed answer make."""
    text, finish, usage = "", None, None
    tokens: list[Any] = []
    for chunk in chunks:
        if "error" in chunk:
            raise KDError(
                Code.LLM_REFUSED, f"llama.cpp refuses the request: {chunk['error'].get('message', '')[:300]}.", _SHORTEN
            )
        usage = chunk.get("usage") or usage
        for choice in chunk.get("choices", ()):
            text += choice["delta"].get("content") or ""
            tokens += (choice.get("logprobs") or {}).get("content") or []
            finish = choice.get("finish_reason") or finish
    choice = {"message": {"content": text}, "finish_reason": finish, "logprobs": {"content": tokens}}
    return msgspec.convert({"choices": [choice], "usage": usage}, Completion)


_SHORTEN = "Shorten the task, or allow shorter texts."


def _threads() -> int:
    """One less than there are cores. Its threads wait for each other at every layer of the network: on two busy cores
    two of them gave 1.4 tokens a second where one gave 13 to 18.
    """
    return max(1, (psutil.cpu_count(logical=False) or 1) - 1)


def _hash(path: Path, job: Job) -> str:
    """SHA-256 of the file, which a stop breaks off."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
            job.check()
    return found.hexdigest()
