"""What a job needs of the process it runs in, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from kdstudio.engine.progress import Reporter
from kdstudio.protocol.commands import Ask
from kdstudio.protocol.events import Event, Phase
from kdstudio.runs.layout import RunFolder


class Context(Reporter, Protocol):
    """The job folder and its clients, as a job sees them."""

    folder: RunFolder
    leads: bool

    def seconds(self) -> float:
        """Time that this job has taken over all its sessions."""

    def started(self, kind: str, phases: tuple[Phase, ...]) -> None:
        """Say that a session began; before anything slow is imported."""

    def phase(self, name: str, ahead: float = 0.0) -> None:
        """Enter a phase; ``ahead`` says how many more phases of this one's length follow, for the time left."""

    def expect(self, seconds: Mapping[str, float]) -> None:
        """How long each phase was estimated to take, for the time left."""

    def emit(self, event: Event) -> None:
        """Write an event."""

    def check(self) -> None:
        """Raise :class:`~kdstudio.engine.listener.Stopped` when asked to stop; wait here while paused."""

    def check_stop(self) -> None:
        """Raise as :meth:`check` does, but never wait: for work that is under way and paid for."""

    def secret(self, address: str) -> str:
        """The key that a client handed over for this address, the newest where it did so again; may be empty."""

    def asked(self) -> Ask:
        """The next request of a client, in order; raises :class:`Stopped` as :meth:`check` does."""

    def wants_checkpoint(self) -> bool:
        """Whether a training loop should save before it obeys :meth:`check`."""

    def pause(self) -> None:
        """Pause on the worker's own accord, as on a full disk; returns after Continue."""
