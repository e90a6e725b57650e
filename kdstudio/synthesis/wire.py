"""One request over the network and its whole answer: bounded in size and time, broken off at once when asked to.

The requests of all threads run on one event loop in a thread of its own, because only there can a read that waits for
a slow peer be broken off. Nothing of the surroundings goes along: no redirect is followed, and none of the ``OPENAI_…``
variables, which are a person’s own for another purpose, is heeded.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx2
from openai import APIStatusError, AsyncOpenAI, OpenAIError

from kdstudio.core.errors import Code, KDError, first_line
from kdstudio.core.llm_address import is_local
from kdstudio.core.phrases import phrase

BODY_BYTES = 8_000_000
"""The longest answer: a thousand times what one is."""

T = TypeVar("T")
_CONNECT_SECONDS = 10.0
_LOOK_SECONDS = 0.05
_HEADERS = ("host", "connection", "content-type", "content-length", "accept", "user-agent")
_SHORT_KEY = 6
"""Shorter ones, such as “none”, are no secrets, and striking them out would garble answers."""


_key: ContextVar[str] = ContextVar("key", default="")  # of the request under way; no header that a log might show


class BrokenError(Exception):
    """No whole answer came. ``sent`` requests may be billed; a ``useless`` answer came, but no endpoint’s."""

    def __init__(self, why: str, *, sent: bool = True, useless: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.sent = sent
        self.useless = useless


@dataclass(frozen=True)
class Response:
    """A whole answer, whatever its status; the key is struck out of the body where the endpoint repeats it."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Wire:
    """The way to one endpoint, for any number of threads; raises ``LLM_UNREACHABLE`` where a proxy bars it."""

    def __init__(self, address: str, deadline: float) -> None:
        self._deadline = deadline
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="wire", daemon=True)
        self._thread.start()
        try:
            self._client = self._call(_connect(address)).result()
        except (ValueError, ImportError) as error:
            self._end()
            raise KDError(
                Code.LLM_UNREACHABLE,
                f"The proxy that this computer names cannot be used: {first_line(error)}.",
                "Correct HTTPS_PROXY in the environment, or take it out.",
            ) from None

    def close(self) -> None:
        """Break off what is under way and end the thread."""
        self._call(self._leave()).result()
        self._end()

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def post(self, body: Mapping[str, Any], key: str, check: Callable[[], None]) -> Response:
        """Ask for a chat completion; ``check`` is called all the while and may raise to break it off.

        Raises:
            BrokenError: The endpoint is not there, does not answer in time, or answers without end.
        """
        future = self._call(self._exchange(body, key))
        try:
            while not concurrent.futures.wait([future], _LOOK_SECONDS).done:
                check()
            return future.result()
        finally:
            future.cancel()

    def _call(self, work: Coroutine[Any, Any, T]) -> concurrent.futures.Future[T]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _leave(self) -> None:
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await self._client.close()

    async def _exchange(self, body: Mapping[str, Any], key: str) -> Response:
        try:
            async with asyncio.timeout(self._deadline):
                found = await self._ask(body, key)
        except TimeoutError:
            raise BrokenError(phrase(f"there was no whole answer within {self._deadline:g} s")) from None
        except OpenAIError as error:
            raise _in_words(error.__cause__ or error, key) from None
        except httpx2.HTTPError as error:
            raise _in_words(error, key) from None
        return found if len(key) < _SHORT_KEY else _without(found, key)

    async def _ask(self, body: Mapping[str, Any], key: str) -> Response:
        _key.set(key)
        asking: Any = self._client.chat.completions.with_streaming_response
        try:
            async with asking.create(**body) as answer:
                return Response(
                    answer.status_code, answer.headers, b"".join([part async for part in answer.iter_bytes()])
                )
        except APIStatusError as error:
            return Response(error.status_code, error.response.headers, error.response.content)


class _Client(httpx2.AsyncClient):
    """Sends no header but the few that a request needs, and reads no more than an answer may be long."""

    async def send(self, request: httpx2.Request, **settings: Any) -> httpx2.Response:
        headers = {name: value for name, value in request.headers.items() if name in _HEADERS}
        headers["Accept-Encoding"] = "identity"
        if key := _key.get():
            headers["Authorization"] = f"Bearer {key}"
        bare = httpx2.Request(
            request.method, request.url, headers=headers, stream=request.stream, extensions=request.extensions
        )
        response = await super().send(bare, **{**settings, "follow_redirects": False})
        response.request = request  # on whose headers the client has its own marks
        if response.headers.get("Content-Encoding", "identity") != "identity":
            await response.aclose()
            raise BrokenError(phrase("the answer is packed, although that was not asked for"), useless=True)
        announced = response.headers.get("Content-Length", "0")
        if announced.isdigit() and int(announced) > BODY_BYTES:
            await response.aclose()
            raise _too_long()
        response.stream = _Bounded(response.stream)
        return response


class _Bounded(httpx2.AsyncByteStream):
    """A body that ends in an error where it grows too long."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for part in self._stream:
            size += len(part)
            if size > BODY_BYTES:
                raise _too_long()
            yield part

    async def aclose(self) -> None:
        await self._stream.aclose()


def _too_long() -> BrokenError:
    return BrokenError(phrase(f"the answer is longer than {BODY_BYTES // 1_000_000} MB"), useless=True)


async def _connect(address: str) -> AsyncOpenAI:
    timeout = httpx2.Timeout(None, connect=_CONNECT_SECONDS)
    client = _Client(timeout=timeout, trust_env=not is_local(address))
    return AsyncOpenAI(
        base_url=address, api_key="handed over with each request", max_retries=0, timeout=timeout, http_client=client
    )


def _without(response: Response, key: str) -> Response:
    body = response.body
    for form in (key, key.replace("/", "\\/")):  # JSON may write a slash either way
        body = body.replace(form.encode(), b"[key]")
    return Response(response.status, response.headers, body)


def _in_words(error: BaseException, key: str) -> BrokenError:
    said = first_line(error)
    said = f" ({_struck(said, key)})" if said != type(error).__name__ else ""
    if isinstance(error, httpx2.ConnectTimeout):
        return BrokenError(phrase(f"there was no connection within {_CONNECT_SECONDS:g} s"), sent=False)
    if isinstance(error, httpx2.ConnectError | httpx2.ProxyError):
        return BrokenError(phrase(f"there is no connection{said}"), sent=False)
    return BrokenError(phrase(f"the connection broke{said}"))


def _struck(text: str, key: str) -> str:
    return text.replace(key, "[key]") if len(key) >= _SHORT_KEY else text
