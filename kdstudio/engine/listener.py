"""What the training loop tells its caller, and what it asks of it, between two steps."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kdstudio.engine.progress import Reporter, Silent


class Stopped(BaseException):
    """Raised where the work may end. Not an ``Exception``, so that no handler swallows it on the way.

    With ``keep`` a training saves what it has before it passes this on.
    """

    def __init__(self, reason: str, *, keep: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.keep = keep


class Listener(Reporter, Protocol):
    """A reporter that also follows one network's training. Its ``progress`` may raise what :meth:`check` raises."""

    def wants_checkpoint(self) -> bool:
        """Whether a checkpoint should be written now: before a pause, or because somebody asked."""

    def check(self) -> None:
        """Wait here while paused; raise :class:`Stopped` to end the training."""

    def pause(self) -> None:
        """Pause on the loop's own accord and return when a person continues."""

    def metrics(self, step: int, seconds: float, values: dict[str, float]) -> None:
        """Means since the last report, named ``split/metric``."""

    def validated(self, step: int, logits: NDArray[np.float32], values: dict[str, float]) -> None:
        """The validation split was measured; ``logits`` are ``(N, C)``."""

    def saved(self, step: int, path: Path, size_bytes: int) -> None:
        """A checkpoint was written."""


class Unattended(Silent):
    """A listener for callers that only want the result."""

    def wants_checkpoint(self) -> bool:
        """Never."""
        return False

    def check(self) -> None:
        """Go on."""

    def pause(self) -> None:
        """Nobody will continue it."""
        raise RuntimeError("an unattended training cannot be paused")

    def metrics(self, step: int, seconds: float, values: dict[str, float]) -> None:
        """Ignore."""

    def validated(self, step: int, logits: NDArray[np.float32], values: dict[str, float]) -> None:
        """Ignore."""

    def saved(self, step: int, path: Path, size_bytes: int) -> None:
        """Ignore."""
