"""A teacher behind an OpenAI-compatible endpoint.

What an endpoint does not know (a JSON schema, log-probabilities, a seed) it refuses by name; it is asked without it
from then on. Trouble that passes is waited out; trouble that a person must mend pauses the job once for all threads.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from typing import Any

import msgspec

from kdstudio.core.errors import Code, KDError
from kdstudio.core.llm_address import clean, require_encryption
from kdstudio.core.synthesis import LLMSpec
from kdstudio.engine.data.hashes import digest_of
from kdstudio.synthesis.asker import Asker, Request
from kdstudio.synthesis.chat import Job
from kdstudio.synthesis.completion import Completion
from kdstudio.synthesis.purse import Purse
from kdstudio.synthesis.retry import Patience, retry_after
from kdstudio.synthesis.wire import BrokenError, Response, Wire

_OPTIONAL = ("response_format", "top_logprobs", "logprobs", "seed", "temperature", "max_tokens")
_LOOK_SECONDS = 0.05


class _TroubleError(Exception):
    """Why a request failed, and which error it becomes when it does not pass."""

    def __init__(self, code: Code, why: str, hint: str = "", *, wait: float | None = None) -> None:
        super().__init__(why)
        self.code, self.why, self.hint, self.wait = code, why, hint, wait


class Endpoint(Asker):
    """Asks over the network. Raises ``LLM_ADDRESS`` or ``LLM_PLAIN_HTTP`` before anything is sent."""

    def __init__(self, spec: LLMSpec, job: Job, purse: Purse, patience: Patience) -> None:
        self.address = clean(spec.address)
        super().__init__(spec.model, digest_of("endpoint", self.address, spec.model), patience)
        require_encryption(self.address, plain_http=spec.plain_http)
        self.at_once = spec.parallel
        self._job = job
        self._purse = purse
        self._wire = Wire(self.address, spec.timeout_seconds)
        self._unknown: frozenset[str] = frozenset()
        self._mending = threading.Lock()
        self._mended = 0
        self._proven = False

    def close(self) -> None:
        """Close the connections."""
        self._wire.close()

    def _exchange(self, request: Request) -> Completion:
        failures = 0
        while True:
            self._job.check()
            mended = self._mended
            try:
                return self._once(request)
            except _TroubleError as trouble:
                failures += 1
                if self._passes(trouble, failures):
                    self._wait(self._patience.wait(failures, trouble.wait))
                elif self._patience.pauses and self._can_be_mended(trouble):
                    self._pause(trouble, mended)
                    failures = 0
                else:
                    raise KDError(trouble.code, trouble.why, trouble.hint) from None

    def _passes(self, trouble: _TroubleError, failures: int) -> bool:
        if trouble.code == Code.LLM_PROTOCOL and not self._proven:
            return failures < self._patience.tries
        passing = trouble.code in (Code.LLM_UNREACHABLE, Code.LLM_PROTOCOL)
        return passing and failures < self._patience.attempts and (trouble.wait or 0.0) <= self._patience.obeyed

    def _can_be_mended(self, trouble: _TroubleError) -> bool:
        """A page in place of an answer is a wrong address, or a bad day where there were answers before."""
        return trouble.code in (Code.LLM_UNREACHABLE, Code.LLM_KEY) or (
            trouble.code == Code.LLM_PROTOCOL and self._proven
        )

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(left, _LOOK_SECONDS))
            self._job.check()

    def _pause(self, trouble: _TroubleError, mended: int) -> None:
        """Pause the job, unless a person has continued it since this request was sent."""
        with self._mending:
            self._job.check()
            if self._mended == mended:
                self._job.notice(trouble.code, f"{trouble.why} The work waits.", trouble.hint)
                self._job.pause()
                self._mended += 1

    # -- one request

    def _once(self, request: Request) -> Completion:
        key = self._job.secret(self.address)
        if not (key.isascii() and key.isprintable() and " " not in key):
            raise _TroubleError(Code.LLM_KEY, "The key holds signs that no key has.", "Enter it again, then continue.")
        while True:
            body, unknown = self._body(request), self._unknown
            with self._purse.pay(request.most_in, request.max_tokens, self._job.check_stop) as bill:
                try:
                    response = self._wire.post(body, key, self._job.check_stop)
                except BrokenError as error:
                    if not error.sent:
                        bill.cost = 0.0
                    raise self._broken(error) from None
                completion = _read(response)
                if completion is None:
                    bill.cost = 0.0
                elif completion.usage is not None:
                    bill.tokens_in, bill.tokens_out = completion.usage.prompt_tokens, completion.usage.completion_tokens
                    bill.cost = self._purse.price(bill.tokens_in, bill.tokens_out)
            if completion is not None and completion.choices:
                self._proven = True
                return completion
            refusal = _refusal(response)
            if response.status not in (400, 422) or not self._forgo(refusal, body, unknown):
                raise self._trouble(response, refusal)

    def _body(self, request: Request) -> Mapping[str, Any]:
        in_words = "response_format" in self._unknown or request.attempt > 0
        body = {"model": self.model, "stream": False, **request.body(in_words=in_words)}
        if "max_tokens" in self._unknown:
            body["max_completion_tokens"] = body["max_tokens"]
        return {name: value for name, value in body.items() if name not in self._unknown}

    def _forgo(self, refusal: _Refusal, body: Mapping[str, Any], before: frozenset[str]) -> bool:
        """Whether there is a field to ask without from now on: the one that is named, or else the schema."""
        if self._unknown != before:
            return True  # another thread has found it out meanwhile
        named = [name for name in _OPTIONAL if (refusal.param or refusal.message).startswith(name)]
        if refusal.param and not named:
            return False  # something else is wrong, such as the model’s name or the length
        named = named or [name for name in _OPTIONAL if name in refusal.message] or ["response_format"]
        if named[0] not in body:
            return False
        more = {"logprobs", "top_logprobs"} if "logprobs" in named[0] else {named[0]}
        self._unknown = before | more
        return True

    # -- what went wrong

    def _broken(self, error: BrokenError) -> _TroubleError:
        if error.useless:
            return _TroubleError(Code.LLM_PROTOCOL, f"{self.address} is no endpoint: {error.why}.", _PROTOCOL)
        return _TroubleError(Code.LLM_UNREACHABLE, f"{self.address} cannot be asked: {error.why}.", _UNREACHABLE)

    def _trouble(self, response: Response, refusal: _Refusal) -> _TroubleError:
        status, said = response.status, f": {refusal.message}" if refusal.message else ""
        if status == 200 and isinstance(refusal.code, int):
            status = refusal.code  # a gateway that passes on the error of the endpoint behind it
        unpaid = status == 402 or refusal.code == "insufficient_quota"
        if unpaid or status in (401, 403):
            why = f"{self.address} asks for payment{said}." if unpaid else f"{self.address} refuses the key{said}."
            return _TroubleError(Code.LLM_KEY, why, _KEY)
        if status in (408, 409, 425, 429) or status >= 500:
            wait = retry_after(response.headers.get("Retry-After"), response.headers.get("Date"))
            words = f"{self.address} answers with error {status}{said}."
            if wait is not None and wait > self._patience.obeyed:
                words = f"{self.address} asks to wait for {_duration(wait)}."
            return _TroubleError(Code.LLM_UNREACHABLE, words, _UNREACHABLE, wait=wait)
        if 300 <= status < 400:
            where = response.headers.get("Location", "another address")
            return _TroubleError(
                Code.LLM_ADDRESS,
                f"{self.address} sends on to {where[:200]}; the key is not taken there.",
                "Enter that address as the base URL if you trust it.",
            )
        if status >= 400:
            return _TroubleError(Code.LLM_REFUSED, f"{self.address} refuses the request ({status}){said}.", _REFUSED)
        return _TroubleError(
            Code.LLM_PROTOCOL, f"{self.address} answers, but not as an endpoint does{_glimpse(response)}.", _PROTOCOL
        )


_PROTOCOL = "Check the base URL; it often ends in /v1."
_UNREACHABLE = "Check the connection and the operator’s status page, then continue; all rows are kept."
_KEY = "Enter a valid key or mend the account, then continue; all rows are kept."
_REFUSED = "Check the model’s name and the settings."


class _Refusal(msgspec.Struct, frozen=True):
    """The interface’s account of an error."""

    message: str = ""
    code: str | int | None = None
    param: str | None = None


class _Refused(msgspec.Struct, frozen=True):
    error: _Refusal | str | None = None


def _read(response: Response) -> Completion | None:
    """The completion, or None where the body holds none."""
    if response.status != 200:
        return None
    try:
        return msgspec.json.decode(response.body, type=Completion)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _refusal(response: Response) -> _Refusal:
    """What the endpoint says of its error, cut to a line; nothing where it says nothing in the interface’s form."""
    try:
        found = msgspec.json.decode(response.body, type=_Refused).error
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _Refusal()
    if isinstance(found, str):
        found = _Refusal(message=found)
    found = found or _Refusal()
    line = " ".join(found.message.split())[:300].rstrip(".")
    return msgspec.structs.replace(found, message="".join(sign for sign in line if sign.isprintable()))


def _glimpse(response: Response) -> str:
    start = " ".join(response.body[:60].decode(errors="replace").split())
    start = "".join(sign for sign in start if sign.isprintable())
    return f": “{start}…”" if start else " (the answer is empty)"


def _duration(seconds: float) -> str:
    return f"{seconds / 3600:.1f} h" if seconds >= 5400 else f"{max(1, round(seconds / 60))} min"
