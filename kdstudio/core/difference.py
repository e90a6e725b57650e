"""Two models on the same examples: how far apart they are, and whether that is more than chance."""

from __future__ import annotations

import math
from statistics import NormalDist

import msgspec

_LEVEL = 0.05
_EXACT_UP_TO = 1000
_NORMAL = NormalDist()


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """``won`` of ``examples`` only the first model answers rightly, ``lost`` only the second.

    This speaks of the examples alone: another seed of the training would give another model and another difference.
    """

    examples: int
    won: int
    lost: int

    @property
    def points(self) -> float:
        """The first model's accuracy less the second's, in percentage points."""
        return 100 * (self.won - self.lost) / self.examples

    @property
    def interval(self) -> tuple[float, float]:
        """The points within which the true difference lies with 95 % confidence (Bonett & Price 2012, eq. 5)."""
        examples = self.examples + 2
        won, lost = (self.won + 1) / examples, (self.lost + 1) / examples
        middle = won - lost
        reach = _NORMAL.inv_cdf(1 - _LEVEL / 2) * math.sqrt((won + lost - middle**2) / examples)
        return 100 * max(-1.0, middle - reach), 100 * min(1.0, middle + reach)

    @property
    def p_value(self) -> float:
        """How often two equally good models would differ at least as much: McNemar's test (1947), two-sided.

        Exact (binomial) up to 1,000 examples on which the two differ, with Edwards' correction beyond.
        """
        disputed, fewer = self.won + self.lost, min(self.won, self.lost)
        if disputed > _EXACT_UP_TO:
            distance = max(0.0, abs(self.won - self.lost) - 1) / math.sqrt(disputed)
            return 2 * (1 - _NORMAL.cdf(distance))
        below = sum(math.comb(disputed, k) for k in range(fewer + 1))
        return min(1.0, 2 * below / (1 << disputed))

    @property
    def may_be_chance(self) -> bool:
        """Whether the difference is too small for so few examples to mean anything (at the level of 5 %)."""
        return self.p_value >= _LEVEL
