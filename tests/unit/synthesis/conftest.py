from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from kdstudio.core.synthesis import LLMSpec
from kdstudio.engine.listener import Stopped
from kdstudio.synthesis.retry import Patience

KEY = "sk-a-key-that-nobody-may-see"
FAST = Patience(attempts=3, first=0.01, longest=0.05, obeyed=1.5)
"""The product’s patience, a hundred times as fast."""


@dataclass
class Watched:
    """A job whose person continues after ``mend`` whenever it pauses, or stops it where there is none."""

    key: str = KEY
    mend: Callable[[], None] | None = None
    notices: list[tuple[str, str]] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def progress(self, done: float, total: float, unit: str = "") -> None:
        self.check()

    def notice(self, code: str, message: str, hint: str = "", *, warning: bool = True) -> None:
        self.notices.append((code, f"{message} {hint}"))

    def check(self) -> None:
        self.check_stop()

    def check_stop(self) -> None:
        if self.stopped.is_set():
            raise Stopped("asked to stop", keep=True)

    def pause(self) -> None:
        if self.mend is None:
            self.stopped.set()
        else:
            self.mend()
        self.check()

    def secret(self, address: str) -> str:
        return self.key


def spec(address: str, **changes: object) -> LLMSpec:
    settings: dict[str, object] = {"address": address, "model": "small", "timeout_seconds": 20.0, **changes}
    return LLMSpec(**settings)  # type: ignore[arg-type] # names and values are the tests' own
