"""What a training's loss does that a person should see: it leaps, or it stands still."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from statistics import median
from typing import Literal, NamedTuple

_LEAP = 10.0
_ENOUGH = 8
_WINDOW = 40
_STILL = 1e-3


class Mark(NamedTuple):
    """Something to see on a chart. ``times`` says how far a spike was above the median before it."""

    kind: Literal["spike", "frozen"]
    series: str
    step: int
    seconds: float
    value: float
    times: float = 0.0


@dataclass
class Watch:
    """Looks at one loss as it is reported, so that no mark depends on what is drawn.

    A spike is a value of at least ten times the rolling median of the last 40; only its first point is marked. A loss
    is frozen when 40 values in a row lie within a thousandth of each other; it is marked once, where that began, and
    :attr:`frozen` holds for as long as it lasts.
    """

    series: str
    frozen: bool = False
    _leaping: bool = False
    _recent: deque[tuple[int, float, float]] = field(default_factory=lambda: deque(maxlen=_WINDOW))

    def see(self, step: int, seconds: float, value: float) -> Mark | None:
        """Take the next value; a step that was there before means that the training was resumed from there."""
        if self._recent and step <= self._recent[-1][0]:
            self._recent.clear()
            self._leaping = self.frozen = False
        found = self._spike(step, seconds, value)
        if not self._leaping:  # a spike says nothing about what is usual
            self._recent.append((step, seconds, value))
        return found or self._standstill()

    def _spike(self, step: int, seconds: float, value: float) -> Mark | None:
        if len(self._recent) < _ENOUGH:
            return None
        values = [seen for _, _, seen in self._recent]
        if value < _LEAP * min(values):  # cheap, and true of nearly all
            self._leaping = False
            return None
        usual = median(values)
        was, self._leaping = self._leaping, usual > 0 and value >= _LEAP * usual
        return Mark("spike", self.series, step, seconds, value, value / usual) if self._leaping and not was else None

    def _standstill(self) -> Mark | None:
        if len(self._recent) < _WINDOW:
            return None
        step, seconds, value = self._recent[0]
        if abs(self._recent[-1][2] - value) > _STILL * abs(value):
            self.frozen = False
            return None
        values = [seen for _, _, seen in self._recent]
        still = max(values) - min(values) <= _STILL * abs(value)
        was, self.frozen = self.frozen, still
        return Mark("frozen", self.series, step, seconds, value) if still and not was else None
