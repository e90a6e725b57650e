"""How long a job will still take: the phase by its own speed in this session, the later ones by what was estimated."""

from __future__ import annotations

from collections.abc import Mapping

_PACE_SECONDS = 0.5
"""No speed is told before the phase has gone on for so long."""
_LONG = 3.0
"""Shorter estimates say nothing about how fast this machine is now."""
_LEAST, _MOST = 0.25, 4.0


class TimeLeft:
    """A clock of the caller's choice runs through :meth:`seconds`.

    What is estimated for later phases is corrected by how much faster or slower the current one goes than estimated.
    """

    def __init__(self) -> None:
        self._expected: dict[str, float] = {}
        self._phase, self._ahead = "", 0.0
        self._pace: tuple[float, float] | None = None
        self._factor = 1.0

    def expect(self, seconds: Mapping[str, float]) -> None:
        """The estimate of every phase, in the order in which they come."""
        self._expected = dict(seconds)

    def enter(self, phase: str, ahead: float = 0.0) -> None:
        """A phase begins; ``ahead`` more phases of its length follow, which counts where nothing was estimated."""
        self._phase, self._ahead, self._pace = phase, ahead, None

    def seconds(self, now: float, done: float, total: float) -> float | None:
        """From the speed since this session entered the phase, so a resume starts with a clean estimate."""
        if self._pace is None or done < self._pace[1]:
            self._pace = (now, done)
        start, first = self._pace
        if done <= first or now - start < _PACE_SECONDS:
            return None
        each = (now - start) / (done - first)
        if self._phase not in self._expected:
            return each * (total - done + self._ahead * total)
        return each * (total - done) + self._later(each * total)

    def _later(self, whole: float) -> float:
        """Seconds of the phases after this one, which takes about ``whole`` seconds."""
        if self._expected[self._phase] >= _LONG:
            self._factor = min(_MOST, max(_LEAST, whole / self._expected[self._phase]))
        names = list(self._expected)
        later = names[names.index(self._phase) + 1 :]
        return self._factor * sum(self._expected[name] for name in later)
