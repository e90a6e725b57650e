"""Running means on the device, read once per report, and the clock that says when."""

from __future__ import annotations

import time

import torch
from torch import Tensor


class Meter:
    """Weighted means of named scalars since the last :meth:`read`. Adding never waits for the device."""

    def __init__(self) -> None:
        self._sums: dict[str, Tensor] = {}
        self._weights: dict[str, float] = {}

    def add(self, name: str, value: Tensor, weight: float = 1.0) -> None:
        """Add a scalar tensor, such as a batch's mean loss weighted by its number of examples."""
        value = value.detach() * weight
        self._sums[name] = self._sums[name] + value if name in self._sums else value
        self._weights[name] = self._weights.get(name, 0.0) + weight

    def read(self) -> dict[str, float]:
        """The means, with a single transfer from the device; starts afresh."""
        if not self._sums:
            return {}
        totals = torch.stack([value.float() for value in self._sums.values()]).tolist()
        means = {name: total / self._weights[name] for name, total in zip(self._sums, totals, strict=True)}
        self._sums.clear()
        self._weights.clear()
        return means


class Clock:
    """Training time over all sessions, and what is due."""

    def __init__(self, seconds_before: float) -> None:
        self._start = time.monotonic() - seconds_before
        self._last: dict[str, float] = {"checkpoint": time.monotonic()}
        self._steps: dict[str, tuple[float, int]] = {}

    @property
    def seconds(self) -> float:
        """Training time until now."""
        return time.monotonic() - self._start

    def due(self, name: str, interval: float) -> bool:
        """Whether ``interval`` seconds have passed since this last said so."""
        now = time.monotonic()
        if now - self._last.get(name, float("-inf")) < interval:
            return False
        self._last[name] = now
        return True

    def rate(self, name: str, step: int) -> float:
        """Steps a second since the last call."""
        now = time.monotonic()
        before, last = self._steps.get(name, (now, step))
        self._steps[name] = (now, step)
        return (step - last) / (now - before) if now > before else 0.0
