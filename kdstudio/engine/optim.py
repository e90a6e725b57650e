"""Optimiser and learning rate. The rate is a pure function of the step, so a resume has no schedule to restore."""

from __future__ import annotations

import math

import torch
from torch import nn

from kdstudio.core.recipe import PlanSpec


def make_optimizer(plan: PlanSpec, *modules: nn.Module) -> torch.optim.Optimizer:
    """The plan's optimiser over all modules. One-dimensional parameters (norms, biases) get no weight decay."""
    parameters = [parameter for module in modules for parameter in module.parameters() if parameter.requires_grad]
    groups = [
        {"params": [p for p in parameters if p.dim() > 1], "weight_decay": plan.weight_decay},
        {"params": [p for p in parameters if p.dim() <= 1], "weight_decay": 0.0},
    ]
    groups = [group for group in groups if group["params"]]
    if plan.optimizer == "adamw":
        return torch.optim.AdamW(groups, lr=plan.learning_rate)
    return torch.optim.SGD(groups, lr=plan.learning_rate, momentum=plan.momentum, nesterov=plan.momentum > 0)


def learning_rate(plan: PlanSpec, progress: float) -> float:
    """The learning rate at a point of the training.

    Args:
        plan: peak rate, warm-up and schedule.
        progress: share of all steps done, 0 to 1.

    Returns:
        The rate. Linear warm-up over the first ``warmup`` share; then cosine to zero (Loshchilov & Hutter 2017,
        eq. 5, one cycle), linear to zero, constant, or a fall by ``gamma`` at each milestone.
    """
    if progress < plan.warmup:
        return plan.learning_rate * max(progress, 1e-3) / plan.warmup
    after = (progress - plan.warmup) / (1 - plan.warmup)
    match plan.schedule:
        case "cosine":
            factor = 0.5 * (1 + math.cos(math.pi * min(1.0, after)))
        case "linear":
            factor = 1 - min(1.0, after)
        case "step":
            factor = plan.gamma ** sum(progress >= milestone for milestone in plan.milestones)
        case "constant":
            factor = 1.0
    return plan.learning_rate * max(factor, 1e-4)


class MovingAverage:
    """Exponential moving average of a network's weights and buffers; the copy is what is evaluated and exported."""

    def __init__(self, source: nn.Module, copy: nn.Module, decay: float) -> None:
        self.module = copy.eval().requires_grad_(requires_grad=False)
        self._decay = decay
        self._source = source

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Move towards the source; early steps move faster (decay at most (1 + step) / (10 + step))."""
        decay = min(self._decay, (1 + step) / (10 + step))
        for mine, theirs in zip(self.module.state_dict().values(), self._source.state_dict().values(), strict=True):
            if mine.is_floating_point():
                mine.lerp_(theirs.to(mine.dtype), 1 - decay)
            else:
                mine.copy_(theirs)
