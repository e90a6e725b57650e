"""A process that ``torchrun`` started beside the leader: it computes its share and writes nothing."""

from __future__ import annotations

from collections.abc import Mapping

from kdstudio.protocol.commands import Ask
from kdstudio.protocol.events import Event, Phase
from kdstudio.runs.layout import RunFolder


class Follower:
    """Stands in for the context of the leader, who alone talks to the job folder and obeys its clients."""

    leads = False

    def __init__(self, folder: RunFolder) -> None:
        self.folder = folder

    def seconds(self) -> float:
        """The leader says it."""
        return 0.0

    def emit(self, event: Event) -> None:
        """The leader says it."""

    def started(self, kind: str, phases: tuple[Phase, ...]) -> None:
        """The leader says it."""

    def phase(self, name: str, ahead: float = 0.0) -> None:
        """The leader says it."""

    def expect(self, seconds: Mapping[str, float]) -> None:
        """The leader says it."""

    def progress(self, done: float, total: float, unit: str = "") -> None:
        """The leader says it."""

    def notice(self, code: str, message: str, hint: str = "", *, warning: bool = True) -> None:
        """The leader says it."""

    def check(self) -> None:
        """When the leader stops, ``torchrun`` ends this process."""

    def check_stop(self) -> None:
        """As :meth:`check`."""

    def secret(self, address: str) -> str:
        """Only the leader's clients hand over keys, and a job that needs one runs in one process."""
        raise NotImplementedError

    def asked(self) -> Ask:
        """Only the leader's clients ask, and a job that answers them runs in one process."""
        raise NotImplementedError

    def wants_checkpoint(self) -> bool:
        """The leader saves."""
        return False

    def pause(self) -> None:
        """The leader waits, and this process with it at the next step."""
