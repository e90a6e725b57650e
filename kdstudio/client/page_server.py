"""A web server for one page on this machine: it answers this machine alone, and gives files of its folders alone.

It serves what the person is about to ship, so it lets nothing out and nothing in: bound to 127.0.0.1 on a free port,
it refuses a request whose ``Host`` is not its own address (DNS rebinding), any method but GET and HEAD, and any path
that leads out of its folders, through a link or otherwise. No folder is listed. Pages are cross-origin isolated, which
gives ONNX Runtime Web threads and the page a clock of five microseconds.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".toml": "text/plain; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".ico": "image/x-icon",
}
_HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_SECONDS = 30.0


class Mount(NamedTuple):
    """``folder`` appears below ``prefix``, such as “/” or “/data/”; of several that hold a file the first one wins."""

    prefix: str
    folder: Path


class PageServer:
    """Serves from a thread of its own until it is closed.

    ``start`` is the path that a person opens. ``pages`` are pages that are no files, by path. ``headers`` go with
    every answer, beside those that every page here gets.
    """

    def __init__(
        self,
        start: str,
        mounts: Sequence[Mount],
        *,
        pages: Mapping[str, bytes] | None = None,
        headers: Mapping[str, str] | None = None,
        port: int = 0,
    ) -> None:
        self._server = _Server((HOST, port), _Handler)
        self._server.start = start
        self._server.mounts = tuple(Mount(prefix, folder.resolve()) for prefix, folder in mounts)
        self._server.pages = dict(pages or {})
        self._server.headers = {**_HEADERS, **(headers or {})}
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), name="page-server", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """What to open in a browser."""
        return f"http://{HOST}:{self._server.server_port}{self._server.start}"

    def close(self) -> None:
        """Stop, and give the port back."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> PageServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    start: str
    mounts: tuple[Mount, ...]
    pages: dict[str, bytes]
    headers: dict[str, str]

    def find(self, path: str) -> Path | None:
        """The file behind a path, or None where there is none that may be given."""
        if "\\" in path or "\0" in path or ".." in PurePosixPath(path).parts:
            return None
        for prefix, folder in self.mounts:
            if not path.startswith(prefix):
                continue
            try:
                found = (folder / path.removeprefix(prefix)).resolve()
                if found.is_relative_to(folder) and found.is_file():
                    return found
            except (OSError, ValueError):
                continue  # no system knows such a name
        return None


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "KDStudio"
    sys_version = ""
    timeout = _SECONDS

    def do_GET(self) -> None:
        if self.headers.get("Host") not in {f"{name}:{self.server.server_port}" for name in (HOST, "localhost")}:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
            return
        path = unquote(urlsplit(self.path).path)
        if path == "/" and "/" not in self.server.pages:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", self.server.start)
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif path in self.server.pages:
            content = self.server.pages[path]
            self._head(_TYPES[".html"], len(content))
            if self.command == "GET":
                self.wfile.write(content)
        elif (found := self.server.find(path)) is not None:
            self._give(found)
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _give(self, path: Path) -> None:
        try:
            stream = path.open("rb")
        except OSError:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        with stream:
            self._head(_TYPES.get(path.suffix.lower(), "application/octet-stream"), path.stat().st_size)
            if self.command == "GET":
                shutil.copyfileobj(stream, self.wfile)

    def _head(self, kind: str, length: int) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def _refuse(self, status: HTTPStatus) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def end_headers(self) -> None:
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def handle(self) -> None:
        with suppress(ConnectionError, TimeoutError):  # the browser has turned away
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what a person looks at is theirs."""
