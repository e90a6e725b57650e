"""A hub on this machine: the few addresses of the Hugging Face hub that fetching a model needs, over a real socket.

    python -m tests.hub_server FOLDER

serves FOLDER/owner/name as the model ``owner/name`` and prints its address. What owner it is says how it behaves:
``gated`` wants its terms accepted first, ``cut`` breaks off every download once in its middle, ``slow`` sends a little
at a time, ``wrong`` sends other bytes than it announces.
"""

from __future__ import annotations

import hashlib
import http.server
import json
import sys
import time
from pathlib import Path
from typing import ClassVar

COMMIT = "0123456789abcdef0123456789abcdef01234567"
_CHUNK = 1 << 14


class Handler(http.server.BaseHTTPRequestHandler):
    """One request."""

    root: Path
    cut: ClassVar[set[str]] = set()

    def do_HEAD(self) -> None:
        """What a file is."""
        self._answer(body=False)

    def do_GET(self) -> None:
        """A file, or what there is of a model."""
        self._answer(body=True)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing."""

    def _answer(self, *, body: bool) -> None:
        path = self.path.partition("?")[0].strip("/")
        if path.startswith("api/models/"):
            self._model(path.removeprefix("api/models/").split("/revision/")[0])
            return
        name, _, rest = path.partition("/resolve/")
        file = self.root / name / rest.partition("/")[2]
        if name.startswith("gated/"):
            self._refuse(403, "GatedRepo")
        elif not file.is_file():
            self._refuse(404, "EntryNotFound")
        else:
            self._file(name.split("/")[0], file, body=body)

    def _refuse(self, status: int, code: str) -> None:
        self.send_response(status)
        self.send_header("X-Error-Code", code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _model(self, name: str) -> None:
        folder = self.root / name
        if not folder.is_dir():
            self._refuse(404, "RepoNotFound")
            return
        files = sorted(path for path in folder.iterdir() if path.is_file())
        told = {
            "id": name,
            "sha": COMMIT,
            "gated": "manual" if name.startswith("gated/") else False,
            "pipeline_tag": "image-classification",
            "cardData": {"license": "apache-2.0"},
            "siblings": [self._sibling(path) for path in files],
        }
        content = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _sibling(self, path: Path) -> dict[str, object]:
        content = path.read_bytes()
        found: dict[str, object] = {"rfilename": path.name, "size": len(content)}
        if path.suffix == ".safetensors":
            found["lfs"] = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest(), "pointerSize": 1}
        return found

    def _file(self, owner: str, path: Path, *, body: bool) -> None:
        content = path.read_bytes()
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").partition("-")[0])
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - start))
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("ETag", f'"{hashlib.sha1(content).hexdigest()}"')
        self.send_header("Accept-Ranges", "bytes")
        self.end_headers()
        if body:
            self._send(owner, path.name, content[start:])

    def _send(self, owner: str, name: str, content: bytes) -> None:
        if owner == "wrong" and name.endswith(".safetensors"):
            content = bytes(len(content))
        if owner == "cut" and name not in self.cut:
            self.cut.add(name)
            content = content[: len(content) // 2]
        for start in range(0, len(content), _CHUNK):
            self.wfile.write(content[start : start + _CHUNK])
            time.sleep(0.1 if owner == "slow" else 0)


def main(folder: str) -> None:
    """Serve until killed."""
    Handler.root = Path(folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        sys.stdout.write(f"http://127.0.0.1:{server.server_address[1]}\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1])
