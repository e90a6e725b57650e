"""What the teacher costs: priced before it is asked, counted after, and never above the cap."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kdstudio.core.errors import Code, KDError
from kdstudio.core.synthesis import LLMSpec, Usage

_MILLION = 1e6
_LOOK_SECONDS = 0.1


@dataclass
class Bill:
    """What requests cost; of one under way, at first the most that it may come to."""

    cost: float
    tokens_in: int = 0
    tokens_out: int = 0


class Purse:
    """All spending of one job. Safe to use from several threads."""

    def __init__(self, spec: LLMSpec, cap: float) -> None:
        self._prices = spec.price_in / _MILLION, spec.price_out / _MILLION
        self._cap = cap
        self._usage = Usage()
        self._under_way = 0.0
        self._changed = threading.Condition()
        self._tallies = threading.local()

    @contextmanager
    def tally(self) -> Iterator[Bill]:
        """Sum up what this thread pays meanwhile, also for answers that were of no use."""
        self._tallies.bill = Bill(0.0)
        try:
            yield self._tallies.bill
        finally:
            del self._tallies.bill

    @property
    def usage(self) -> Usage:
        """All so far, without what is under way."""
        with self._changed:
            return self._usage

    def price(self, tokens_in: int, tokens_out: int) -> float:
        """What so many tokens cost."""
        return tokens_in * self._prices[0] + tokens_out * self._prices[1]

    def replay(self, tokens_in: int, tokens_out: int, cost: float) -> None:
        """Count an answer that was paid for earlier."""
        self._add(Usage(replayed=1, tokens_in=tokens_in, tokens_out=tokens_out, paid_before=cost))

    @contextmanager
    def pay(self, most_in: int, most_out: int, check: Callable[[], None]) -> Iterator[Bill]:
        """Set the most that a request may cost aside while it is under way; the bill says in the end what it did cost.

        Where it is not settled, as with an answer that breaks off, the most counts. Requests under way may make it
        wait; ``check`` may end that.

        Raises:
            KDError: ``LLM_SPEND_CAP`` before a request that could pass the cap.
        """
        bill = Bill(self.price(most_in, most_out))
        self._reserve(bill.cost, check)
        most = bill.cost
        try:
            yield bill
        finally:
            if sums := getattr(self._tallies, "bill", None):
                sums.cost += bill.cost
                sums.tokens_in += bill.tokens_in
                sums.tokens_out += bill.tokens_out
            self._add(Usage(requests=1, tokens_in=bill.tokens_in, tokens_out=bill.tokens_out, cost=bill.cost), most)

    def _reserve(self, most: float, check: Callable[[], None]) -> None:
        with self._changed:
            while self._cap and self._spent + self._under_way + most > self._cap:
                if not self._under_way:
                    raise KDError(
                        Code.LLM_SPEND_CAP,
                        f"The next request may cost {most:.4f}, and {self._spent:.4f} of the cap of {self._cap:.4f} "
                        "are spent.",
                        "Raise the spend cap and start again; all answers are kept.",
                    )
                self._changed.wait(_LOOK_SECONDS)
                check()
            self._under_way += most

    @property
    def _spent(self) -> float:
        return self._usage.cost + self._usage.paid_before

    def _add(self, more: Usage, released: float = 0.0) -> None:
        with self._changed:
            sums = (getattr(self._usage, name) + getattr(more, name) for name in Usage.__struct_fields__)
            self._usage = Usage(**dict(zip(Usage.__struct_fields__, sums, strict=True)))
            self._under_way = max(0.0, self._under_way - released)
            if self._under_way < 1e-12:
                self._under_way = 0.0
            self._changed.notify_all()
