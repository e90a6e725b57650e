"""How long work reports back and how it is asked to stop, without knowing who listens."""

from __future__ import annotations

from typing import Protocol


class Reporter(Protocol):
    """What the engine tells its caller. Every call may raise to end the work between two units of it."""

    def progress(self, done: float, total: float, unit: str = "") -> None:
        """The current phase is ``done`` of ``total``; called often, forwarded seldom."""

    def notice(self, code: str, message: str, hint: str = "", *, warning: bool = True) -> None:
        """Something a person should know."""


class Silent:
    """A reporter that nobody listens to."""

    def progress(self, done: float, total: float, unit: str = "") -> None:
        """Ignore."""

    def notice(self, code: str, message: str, hint: str = "", *, warning: bool = True) -> None:
        """Ignore."""
