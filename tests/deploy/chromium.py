"""A headless Chromium, driven through the DevTools protocol over two pipes: no socket and no further package."""

from __future__ import annotations

import base64
import itertools
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

_WITH_PIPES = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]
for number, end in zip((3, 4), ends):  # where Chromium expects them
    os.dup2(end, number)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Chromium:
    """One browser with one page at a time. Every request and every console message is kept.

    With ``graphics`` a page finds a WebGPU adapter, as on a machine with a graphics card.
    """

    def __init__(self, home: Path, language: str = "en-GB", *, graphics: bool = False) -> None:
        program = next((found for name in _NAMES if (found := shutil.which(name))), None)
        if program is None or os.name == "nt":
            pytest.skip("Chromium is not installed")
        home.mkdir(parents=True, exist_ok=True)
        to_browser, self._to = os.pipe()
        self._from, from_browser = os.pipe()
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        options += ["--disable-dev-shm-usage", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
        if graphics:  # computed by the processor, with the very same shaders
            options += ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader", "--enable-features=Vulkan"]
        options += ["--remote-debugging-pipe", f"--user-data-dir={home}", f"--accept-lang={language}", "about:blank"]
        with (home / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _WITH_PIPES, str(to_browser), str(from_browser), program, *options],
                pass_fds=(to_browser, from_browser),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, "HOME": str(home)},
            )
        os.close(to_browser)
        os.close(from_browser)
        self._numbers = itertools.count(1)
        self._rest = b""
        self._session = ""
        self.requests: list[str] = []
        self.failures: list[str] = []
        self.console: list[str] = []

    def close(self) -> None:
        """End the browser and every process it has started."""
        self._send("Browser.close", session=False)
        self._process.wait(20)
        os.close(self._to)
        os.close(self._from)

    def open(self, url: str, *, dark: bool = False, width: int = 1180, height: int = 900) -> None:
        """Show a page of its own."""
        target = self.call("Target.createTarget", {"url": "about:blank"}, session=False)["targetId"]
        found = self.call("Target.attachToTarget", {"targetId": target, "flatten": True}, session=False)
        self._session = found["sessionId"]
        self.requests, self.failures, self.console = [], [], []
        for domain in ("Page", "Runtime", "Network", "Log", "DOM"):
            self.call(f"{domain}.enable")
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", {"features": [scheme]})
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", size)
        self.call("Page.navigate", {"url": url})

    def call(self, method: str, params: dict[str, Any] | None = None, *, session: bool = True) -> dict[str, Any]:
        """One command of the protocol and its result."""
        number = self._send(method, params, session=session)
        while True:
            message = self._receive()
            if message.get("id") == number:
                assert "error" not in message, f"{method}: {message['error']}"
                result: dict[str, Any] = message["result"]
                return result

    def js(self, code: str) -> Any:
        """The value of an expression in the page, awaited."""
        params = {"expression": code, "awaitPromise": True, "returnByValue": True, "userGesture": True}
        result = self.call("Runtime.evaluate", params)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def wait(self, code: str, seconds: float = 60) -> Any:
        """Wait until an expression in the page is true; its value."""
        deadline = time.monotonic() + seconds
        while not (value := self.js(code)):
            assert time.monotonic() < deadline, (code, self.console, self.failures)
            time.sleep(0.05)
        return value

    def choose(self, selector: str, files: list[str]) -> None:
        """Choose files, or a folder, as a person does in the dialog of an input."""
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        self.call("DOM.setFileInputFiles", {"nodeId": node, "files": files})

    def picture(self, path: Path) -> None:
        """Write what the page looks like."""
        data = self.call("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True})["data"]
        path.write_bytes(base64.b64decode(data))

    def _send(self, method: str, params: dict[str, Any] | None = None, *, session: bool) -> int:
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        return number

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            part = os.read(self._from, 1 << 20)
            assert part, "Chromium has ended"
            self._rest += part
        line, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        self._note(message.get("method", ""), message.get("params", {}))
        return message

    def _note(self, method: str, params: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif method == "Network.loadingFailed":
            self.failures.append(params["errorText"])
        elif method == "Runtime.exceptionThrown":
            self.console.append(json.dumps(params["exceptionDetails"])[:500])
        elif method == "Log.entryAdded":
            self.console.append(params["entry"]["text"])
        elif method == "Runtime.consoleAPICalled":
            self.console += [str(part.get("value", part.get("description"))) for part in params["args"]]
