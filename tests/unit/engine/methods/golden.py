"""The inputs on which the reference implementations were run (float64)."""

from __future__ import annotations

import torch
from torch import Tensor


def logits() -> tuple[Tensor, Tensor, Tensor]:
    """``s``, ``t`` of shape (4, 5) and labels (4,)."""
    i = torch.arange(1, 5, dtype=torch.float64)[:, None]
    j = torch.arange(1, 6, dtype=torch.float64)[None, :]
    return 2 * torch.sin(1.3 * i + 0.7 * j), 3 * torch.cos(0.9 * i - 0.5 * j), torch.tensor([0, 2, 4, 1])
