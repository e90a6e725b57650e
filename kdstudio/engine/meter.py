"""Running means on the device, read once per report."""

from __future__ import annotations

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
