"""The server behind a page: what it gives, and everything that it refuses."""

from __future__ import annotations

import http.client
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kdstudio.client.page_server import Mount, PageServer

pytestmark = pytest.mark.usefixtures("socket_enabled")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[PageServer]:
    for name in ("export/page", "lent"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "export" / "page" / "index.html").write_text("hello")
    (tmp_path / "export" / "ünï code.json").write_text("{}")
    (tmp_path / "export" / "both.js").write_text("own")
    (tmp_path / "lent" / "both.js").write_text("lent")
    (tmp_path / "lent" / "run.wasm").write_bytes(b"\0asm")
    (tmp_path / "lent" / "run.mjs").write_text("")
    mounts = (Mount("/", tmp_path / "export"), Mount("/", tmp_path / "lent"))
    with PageServer("/page/index.html", mounts, pages={"/made": b"made"}, headers={"X-More": "1"}) as server:
        yield server


def ask(server: PageServer, path: str, method: str = "GET", host: str = "") -> tuple[int, dict[str, str], bytes]:
    where = urlsplit(server.url)
    assert where.hostname
    assert where.port
    connection = http.client.HTTPConnection(where.hostname, where.port, timeout=10)
    connection.putrequest(method, path, skip_host=bool(host))
    if host:
        connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


def test_a_file_comes_with_its_type_and_isolated(served: PageServer) -> None:
    status, headers, body = ask(served, "/page/index.html")
    assert (status, body) == (200, b"hello")
    assert headers["Content-Type"].startswith("text/html")
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-More"] == "1"
    assert ask(served, "/run.wasm")[1]["Content-Type"] == "application/wasm"
    assert ask(served, "/run.mjs")[1]["Content-Type"].startswith("text/javascript")


def test_the_first_folder_wins_and_pages_need_no_file(served: PageServer) -> None:
    assert ask(served, "/both.js")[2] == b"own"
    assert ask(served, "/made")[2] == b"made"
    assert ask(served, "/%C3%BCn%C3%AF%20code.json")[2] == b"{}"
    status, headers, _ = ask(served, "/")
    assert (status, headers["Location"]) == (302, "/page/index.html")


def test_head_gives_no_body(served: PageServer) -> None:
    status, headers, body = ask(served, "/page/index.html", "HEAD")
    assert (status, headers["Content-Length"], body) == (200, "5", b"")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/page/..%2f..%2fsecret.txt",
        "/page/%2e%2e%5c%2e%2e%5csecret.txt",
        "//secret.txt",
        "/page",
        "/page/",
        "/nothing",
        "/page/index.html%00.js",
        "/" + "a" * 5000,
    ],
)
def test_nothing_else_is_given(served: PageServer, path: str) -> None:
    status, _, body = ask(served, path)
    assert status == 404
    assert body == b""


def test_an_absolute_path_is_not_taken(served: PageServer, tmp_path: Path) -> None:
    assert ask(served, f"/{tmp_path / 'secret.txt'}")[0] == 404


def test_a_link_does_not_lead_out(served: PageServer, tmp_path: Path) -> None:
    os.symlink(tmp_path / "secret.txt", tmp_path / "export" / "link.txt")
    os.symlink(tmp_path, tmp_path / "export" / "up")
    assert ask(served, "/link.txt")[0] == 404
    assert ask(served, "/up/secret.txt")[0] == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:{port}"])
def test_another_host_is_refused(served: PageServer, host: str) -> None:
    """A page elsewhere whose name is made to point here (DNS rebinding) gets nothing."""
    status, _, body = ask(served, "/page/index.html", host=host.format(port=urlsplit(served.url).port))
    assert (status, body) == (421, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_is_taken_in(served: PageServer, method: str) -> None:
    assert ask(served, "/page/index.html", method)[0] == 501


def test_closing_gives_port_and_thread_back(tmp_path: Path) -> None:
    before = threading.active_count()
    server = PageServer("/", [Mount("/", tmp_path)])
    where = urlsplit(server.url)
    assert where.hostname == "127.0.0.1"
    server.close()
    assert threading.active_count() == before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((where.hostname, where.port or 0), timeout=5)


def test_a_browser_that_hangs_up_disturbs_nobody(
    served: PageServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "export" / "large.bin").write_bytes(bytes(30_000_000))
    where = urlsplit(served.url)
    with socket.create_connection((where.hostname or "", where.port or 0)) as rude:
        rude.sendall(f"GET /large.bin HTTP/1.1\r\nHost: {where.netloc}\r\n\r\n".encode())
        rude.recv(100)
    assert ask(served, "/page/index.html")[0] == 200
    assert "Traceback" not in capfd.readouterr().err
