"""The inputs on which the reference implementations were run (float64)."""

from __future__ import annotations

import torch
from torch import Tensor


def logits() -> tuple[Tensor, Tensor, Tensor]:
    """``s``, ``t`` of shape (4, 5) and labels (4,)."""
    i = torch.arange(1, 5, dtype=torch.float64)[:, None]
    j = torch.arange(1, 6, dtype=torch.float64)[None, :]
    return 2 * torch.sin(1.3 * i + 0.7 * j), 3 * torch.cos(0.9 * i - 0.5 * j), torch.tensor([0, 2, 4, 1])


def maps() -> tuple[Tensor, Tensor]:
    """Feature maps of student and teacher, (4, 3, 4, 4)."""
    k = torch.arange(4 * 3 * 4 * 4, dtype=torch.float64)
    return torch.sin(0.37 * k + 0.1).view(4, 3, 4, 4), torch.sin(0.53 * k + 0.4).view(4, 3, 4, 4)


def pooled() -> tuple[Tensor, Tensor]:
    """Pooled features of student and teacher, (4, 6)."""
    k = torch.arange(4 * 6, dtype=torch.float64)
    return torch.sin(0.71 * k + 0.2).view(4, 6), torch.sin(0.29 * k + 0.6).view(4, 6)
