"""How often and after what time a teacher is asked again."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_SECONDS = re.compile(r"\d{1,9}")


@dataclass(frozen=True)
class Patience:
    """Waits between attempts. After ``attempts`` failures in a row the job pauses, or fails where it may not.

    A wait doubles from ``first`` to ``longest`` seconds, of which up to a half is left to chance so that many askers
    do not come back at once (“equal jitter”). What an endpoint asks for is waited for up to ``obeyed`` seconds;
    beyond that the job pauses at once. ``tries`` answers of no use are the most that are paid for one question.
    """

    attempts: int = 6
    first: float = 1.0
    longest: float = 30.0
    obeyed: float = 120.0
    tries: int = 3
    pauses: bool = True

    def wait(self, failures: int, asked: float | None, chance: Callable[[], float] = random.random) -> float:
        """Seconds after the ``failures``-th failure in a row, at least those that the endpoint ``asked`` for."""
        full = min(self.longest, self.first * 2.0 ** (failures - 1))
        return max(full * (0.5 + chance() / 2), asked or 0.0)


PATIENT = Patience()
"""For a long job that nobody watches."""

IMPATIENT = Patience(attempts=2, first=0.5, obeyed=2.0, tries=2, pauses=False)
"""For a person who waits at the screen."""


def retry_after(value: str | None, date: str | None = None) -> float | None:
    """Seconds that a ``Retry-After`` asks for (RFC 9110, 10.2.3), or None where it says nothing sensible.

    A date counts from the answer’s own ``Date``, so that a wrong clock here does not matter.
    """
    text = (value or "").strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    until = _date(text)
    if until is None:
        return None
    return max(0.0, (until - (_date(date or "") or datetime.now(UTC))).total_seconds())


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
