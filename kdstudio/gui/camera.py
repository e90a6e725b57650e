"""Pictures from a camera, where there is one, read with OpenCV.

Looking for cameras opens none, so that no light goes on before a person asks for it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FRAME_SECONDS = 1 / 15
_PATIENCE_SECONDS = 10
_PLATFORM: str = sys.platform  # a type checker would take it for the one it runs on
_SYSTEM = Path("/sys/class/video4linux")
_COMMANDS = {
    "darwin": ["system_profiler", "-json", "SPCameraDataType"],
    "win32": [
        *("powershell", "-NoProfile", "-Command"),
        "Get-CimInstance Win32_PnPEntity -Filter \"PNPClass='Camera' OR PNPClass='Image'\" "
        "| Select-Object @{n='_name';e={$_.Name}} | ConvertTo-Json",
    ],
}


class CameraInfo(NamedTuple):
    """A camera as OpenCV counts it (or the path of a video file), and its name."""

    source: int | str
    name: str


def cameras() -> list[CameraInfo]:
    """The cameras of this machine; none where OpenCV is not installed. May take a second: call it from a thread."""
    if find_spec("cv2") is None:
        return []
    if _PLATFORM.startswith("linux"):
        return on_linux(_SYSTEM)
    try:
        done = subprocess.run(
            _COMMANDS[_PLATFORM], capture_output=True, timeout=_PATIENCE_SECONDS, check=True, text=True
        )
        return named(json.loads(done.stdout or "[]"))
    except (KeyError, OSError, subprocess.SubprocessError, ValueError):
        return []


def on_linux(system: Path) -> list[CameraInfo]:
    """What the kernel lists: of each camera the first node, since the others carry its metadata."""
    found = []
    for place in system.glob("video*"):
        try:
            first = (place / "index").read_text(encoding="ascii").strip() == "0"
            name = (place / "name").read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            continue
        if first:
            found.append(CameraInfo(int(place.name.removeprefix("video")), name))
    return sorted(found)


def named(said: Any) -> list[CameraInfo]:
    """The cameras in what macOS or Windows says, in their order there."""
    entries = said.get("SPCameraDataType", []) if isinstance(said, dict) and "_name" not in said else said
    entries = [entries] if isinstance(entries, dict) else entries
    names = [str(entry["_name"]) for entry in entries if isinstance(entry, dict) and entry.get("_name")]
    return [CameraInfo(number, name) for number, name in enumerate(names)]


def as_image(frame: NDArray[np.uint8]) -> QImage:
    """A frame ``(H, W, 3)`` in OpenCV's order of blue, green, red, as a picture of its own."""
    height, width, _ = frame.shape
    return QImage(frame.tobytes(), width, height, 3 * width, QImage.Format.Format_BGR888).copy()


class Camera(QThread):
    """Reads a camera until :meth:`stop`; frames come at most 15 times a second, only the newest matters."""

    seen = Signal(QImage)
    failed = Signal()

    def __init__(self, info: CameraInfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._info = info
        self._stop = threading.Event()

    def stop(self) -> None:
        """Switch it off; returns when its light is out."""
        self._stop.set()
        self.wait()

    def run(self) -> None:
        """Open, read, close."""
        import cv2

        capture = cv2.VideoCapture(self._info.source)
        try:
            capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
            while not self._stop.is_set():
                begun = time.monotonic()
                there, frame = capture.read()
                if not there or frame is None:
                    self.failed.emit()
                    return
                self.seen.emit(as_image(frame))
                self._stop.wait(max(0.0, _FRAME_SECONDS - (time.monotonic() - begun)))
        finally:
            capture.release()
