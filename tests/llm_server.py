"""A teacher LLM on this machine: enough of the OpenAI interface to be asked, over a real socket, with faults by plan.

    python -m tests.llm_server '{"plan": ["500", "ok", "429:1"], "rate": 0.3, "seed": 7}'

prints its base URL. ``plan`` holds what the first requests meet, in order; later ones meet a fault of ``faults`` with
probability ``rate``. ``GET /count`` tells what was asked. Faults are

``500``, ``401`` … a status, ``gateway`` one inside a 200; ``429:VALUE`` with that Retry-After; ``quota`` a 429 that
waiting does not mend; ``echo`` a 400 that repeats the key, ``long`` one for the length; ``reset`` a cut connection,
``cut`` one in the middle of the answer; ``drip`` an answer that never ends, ``silent`` none; ``slow`` half a second;
``html``, ``nonsense``, ``schema`` a body of another kind; ``huge`` a body of 100 MB, ``bomb`` a small one that unpacks
to it; ``length``, ``unfinished`` an answer that is not whole; ``prose`` words around the JSON; ``redirect`` to another
address; ``unbilled`` an answer without its usage.
"""

from __future__ import annotations

import gzip
import hashlib
import http.server
import json
import math
import random
import re
import socket
import struct
import sys
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

FAULTS = ("500", "503", "429:0", "reset", "cut", "html", "nonsense", "length", "unfinished")
"""What an endpoint does on a bad day, and is survived without a person."""

_OPTION = re.compile(r"^([A-Z])[.):] ", re.MULTILINE)


@dataclass
class LLMServer:
    """A teacher with this plan; use as a context. ``asked`` holds the bodies of all requests, in order."""

    plan: Sequence[str] = ()
    rate: float = 0.0
    seed: int = 0
    faults: Sequence[str] = FAULTS
    key: str = ""
    log_probabilities: bool = True
    schema: bool = True
    thinking: bool = False
    answer: Callable[[dict[str, Any]], str] | None = None
    delay: float = 0.0
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    answered: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Nothing is random but the faults."""
        self._random = random.Random(self.seed)
        self._lock = threading.Lock()
        self._closing = threading.Event()

    def __enter__(self) -> Self:
        """Listen."""
        handler = type("Bound", (_Handler,), {"teacher": self})
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave, also amid an answer."""
        self._closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def address(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def arrive(self, body: dict[str, Any], headers: dict[str, str]) -> str:
        """Count a request and say which fault it meets."""
        with self._lock:
            self.asked.append(body)
            self.headers.append(headers)
            number = len(self.asked) - 1
            if number < len(self.plan):
                return self.plan[number]
            return self._random.choice(self.faults) if self._random.random() < self.rate else "ok"

    def wait(self, seconds: float) -> bool:
        """Whether the server closed meanwhile."""
        return self._closing.wait(seconds)

    def count(self) -> dict[str, int]:
        """Requests, distinct ones, and those that were answered whole more than once."""
        with self._lock:
            return {
                "requests": len(self.asked),
                "distinct": len({_digest(body) for body in self.asked}),
                "answered": sum(self.answered.values()),
                "twice": sum(count > 1 for count in self.answered.values()),
            }

    def say(self, body: dict[str, Any]) -> tuple[str, dict[str, float]]:
        """The answer's text, and the log-probabilities of its first token."""
        if self.answer is not None:
            text = self.answer(body)
        elif options := _OPTION.findall(body["messages"][-1]["content"]):
            text = options[int(_digest(body), 16) % len(options)]
        elif "response_format" in body or "JSON" in body["messages"][0]["content"]:
            text = json.dumps(_fill(_schema_of(body), _digest(body)[:8]))
        else:
            text = f"An answer, {_digest(body)[:8]}."
        others = [option for option in "ABCDEFGH" if option != text[:1]]
        return text, {text[:1]: math.log(0.8), **{other: math.log(0.2 / len(others)) for other in others}}


def _digest(body: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _schema_of(body: dict[str, Any]) -> dict[str, Any]:
    form = body.get("response_format", {})
    return form.get("json_schema", {}).get("schema", {}) or {"type": "object", "properties": {}}


def _fill(schema: dict[str, Any], word: str) -> Any:
    """Something that fits a schema, another for each ``word``."""
    if "enum" in schema:
        return schema["enum"][int(word, 16) % len(schema["enum"])]
    match schema.get("type"):
        case "object":
            return {name: _fill(part, word) for name, part in schema.get("properties", {}).items()}
        case "array":
            return [_fill(schema["items"], f"{word}{number}") for number in range(schema.get("minItems", 2))]
        case "integer" | "number":
            return int(word, 16) % 100
        case "boolean":
            return True
        case _:
            return f"Some words, {word}."


class _Handler(http.server.BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    teacher: LLMServer

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing."""

    def do_GET(self) -> None:
        """What was asked so far, or which models there are."""
        found = self.teacher.count() if self.path == "/count" else {"object": "list", "data": [{"id": "small"}]}
        self._send(200, json.dumps(found).encode())

    def do_POST(self) -> None:
        """Answer, or meet the fault that is due."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        headers = {name.lower(): value for name, value in self.headers.items()}
        fault = self.teacher.arrive(body, headers)
        if self.teacher.key and headers.get("authorization") != f"Bearer {self.teacher.key}":
            self._refuse(401, f"Incorrect API key provided: {headers.get('authorization', '')}")
        elif fault != "ok":
            self._fail(fault, body)
        elif unknown := self._unknown(body):
            self._refuse(400, f"Unsupported parameter: '{unknown}' is not supported with this model.", param=unknown)
        else:
            self.teacher.wait(self.teacher.delay)
            self._answer(body)

    def _unknown(self, body: dict[str, Any]) -> str:
        if self.teacher.thinking:
            return next((name for name in ("max_tokens", "temperature", "logprobs") if name in body), "")
        if not self.teacher.schema and "response_format" in body:
            return "response_format"
        return ""

    def _fail(self, fault: str, body: dict[str, Any]) -> None:  # noqa: C901 - one case for each fault
        status, _, value = fault.partition(":")
        match status:
            case "429":
                self._refuse(429, "Rate limit reached.", retry_after=value)
            case "quota":
                self._refuse(429, "You exceeded your current quota.", code="insufficient_quota")
            case "echo":
                self._refuse(400, f"What is {self.headers.get('Authorization', '')} for?")
            case "long":
                self._refuse(400, "This model's maximum context length is 8 tokens.", param="messages")
            case "reset":
                self._reset()
            case "cut":
                self._send(200, b'{"id": "cut", "choices": [', announced=9000)
                self.close_connection = True
            case "silent":
                self.teacher.wait(60)
                self.close_connection = True
            case "drip":
                self._drip()
            case "slow":
                self.teacher.wait(0.5)
                self._answer(body)
            case "html":
                self._send(200, b"<!doctype html><title>Sign in</title>", kind="text/html")
            case "nonsense":
                self._send(200, b'{"choices": [{"message": ')
            case "schema":
                self._send(200, b'{"object": "list", "choices": "none"}')
            case "huge":
                self._huge()
            case "bomb":
                self._send(200, gzip.compress(bytes(100_000_000), 1), encoding="gzip")
            case "gateway":
                self._send(200, b'{"error": {"message": "The provider is down.", "code": 502}}')
            case "redirect":
                self._send(307, b"", location="http://127.0.0.1:9/v1/chat/completions")
            case "length" | "unfinished" | "prose" | "unbilled":
                self._answer(body, status)
            case _:
                self._refuse(int(status), "The server had an error.")

    def _answer(self, body: dict[str, Any], fault: str = "") -> None:
        text, chances = self.teacher.say(body)
        finish: str | None = "stop"
        if fault in ("length", "unfinished"):
            text, finish = text[: len(text) // 2], "length" if fault == "length" else None
        elif fault == "prose":
            text = f"Sure! Here it is:\n```json\n{text}\n```\nAnything else?"
        choice: dict[str, Any] = {"index": 0, "message": {"role": "assistant", "content": text}}
        choice["finish_reason"] = finish
        if body.get("logprobs") and self.teacher.log_probabilities:
            top = [{"token": token, "logprob": chance, "bytes": None} for token, chance in chances.items()]
            choice["logprobs"] = {"content": [{**top[0], "top_logprobs": top[: body["top_logprobs"]]}]}
        told: dict[str, Any] = {"id": "1", "object": "chat.completion", "created": 0, "model": body["model"]}
        told["choices"] = [choice]
        if fault != "unbilled":
            asked = sum(len(message["content"].split()) for message in body["messages"])
            told["usage"] = {"prompt_tokens": asked, "completion_tokens": len(text.split())}
        if finish == "stop":
            self.teacher.answered[_digest(body)] += 1
        self._send(200, json.dumps(told).encode())

    def _refuse(self, status: int, message: str, *, code: str = "", param: str = "", retry_after: str = "") -> None:
        error = {"message": message, "type": "error", "code": code or None, "param": param or None}
        self._send(status, json.dumps({"error": error}).encode(), retry_after=retry_after)

    def _send(
        self,
        status: int,
        content: bytes,
        *,
        kind: str = "application/json",
        announced: int = 0,
        encoding: str = "",
        location: str = "",
        retry_after: str = "",
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(announced or len(content)))
        for name, value in (
            ("Content-Encoding", encoding), ("Location", location), ("Retry-After", retry_after),
        ):  # fmt: skip
            if value:
                self.send_header(name, value)
        self.end_headers()
        self._write(content)

    def _write(self, content: bytes) -> bool:
        """Whether somebody still reads."""
        try:
            self.wfile.write(content)
            self.wfile.flush()
        except OSError:
            self.close_connection = True
            return False
        return True

    def _chunked(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def _drip(self) -> None:
        self._chunked()
        while self._write(b"1\r\n \r\n") and not self.teacher.wait(0.05):
            pass
        self.close_connection = True

    def _huge(self) -> None:
        self._chunked()
        block = b" " * 100_000
        for _ in range(1000):
            if not self._write(b"%x\r\n%b\r\n" % (len(block), block)):
                break
        self.close_connection = True

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True


def main(plan: str) -> None:
    """Serve until killed."""
    with LLMServer(**json.loads(plan)) as server:
        sys.stdout.write(f"{server.address}\n")
        sys.stdout.flush()
        while not server.wait(3600):
            pass


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "{}")
