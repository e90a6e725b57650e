"""Quantization-aware distillation: the student learns to give the teacher’s answers with INT8 simulated.

Weights are rounded for each output channel as the quantizer will round them, and the inputs of every layer over the
range seen in training; gradients pass the rounding straight through (Jacob et al. 2018, arXiv 1712.05877, section 3).
Batch norms keep their statistics. A per-channel scale commutes with the batch norm that is folded into the weights
later, so nothing needs to be folded here.
"""

from __future__ import annotations

import copy
import math

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.utils import parametrize

from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.methods.kd import kd_loss
from kdstudio.engine.progress import Reporter
from kdstudio.engine.tasks.base import Task

_LAYERS = (nn.Conv1d, nn.Conv2d, nn.Linear)
_BATCH, _TEMPERATURE, _RATE, _WARM_BATCHES = 64, 2.0, 5e-4, 8
_FEWEST_STEPS, _MOST_STEPS = 300, 3000


class RoundedWeight(nn.Module):
    """Symmetric rounding of a weight ``(O, …)`` for each output channel to ``bits`` bits."""

    def __init__(self, bits: int) -> None:
        super().__init__()
        self.most = 2 ** (bits - 1) - 1

    def forward(self, weight: Tensor) -> Tensor:
        """The weight as the integer kernel will see it."""
        scale = weight.detach().flatten(1).abs().amax(1).clamp_min(1e-12) / self.most
        zero = torch.zeros_like(scale, dtype=torch.int32)
        return torch.fake_quantize_per_channel_affine(weight, scale, zero, 0, -self.most, self.most)


class RoundedInput:
    """A forward hook that rounds a layer’s input to 256 steps over the range seen while ``learning``."""

    def __init__(self) -> None:
        self.low, self.high = 0.0, 0.0
        self.learning = True

    def __call__(self, layer: nn.Module, inputs: tuple[Tensor, ...]) -> tuple[Tensor, ...]:
        """Widen the range, or round."""
        values = inputs[0]
        if self.learning:
            self.low = min(self.low, float(values.min()))
            self.high = max(self.high, float(values.max()))
            return inputs
        scale = max((self.high - self.low) / 255, 1e-12)
        zero = min(255, max(0, round(-self.low / scale)))
        return (torch.fake_quantize_per_tensor_affine(values, scale, zero, 0, 255), *inputs[1:])


def finetune(
    module: nn.Module,
    task: Task,
    dataset: Dataset,
    teacher: NDArray[np.float32] | None,
    epochs: int,
    *,
    reduce_range: bool,
    reporter: Reporter,
) -> nn.Module:
    """A copy of ``module`` (on the CPU) that was trained with INT8 simulated.

    ``teacher`` holds logits ``(N, C)`` of the training split; without it the student’s own FP32 answers are the goal.
    """
    student, before = copy.deepcopy(module).eval(), copy.deepcopy(module).eval()
    hooks = _simulate(student, 7 if reduce_range else 8)
    generator = np.random.default_rng(0)
    train = dataset.train

    def batch(index: NDArray[np.int64]) -> dict[str, Tensor]:
        return task.batch(train, index, dataset.input, None)

    with torch.no_grad():
        for _ in range(_WARM_BATCHES):
            student(**batch(generator.integers(0, len(train), _BATCH)))
    for hook in hooks:
        hook.learning = False
    steps = min(_MOST_STEPS, max(_FEWEST_STEPS, epochs * math.ceil(len(train) / _BATCH)))
    optimizer = torch.optim.AdamW(student.parameters(), _RATE, weight_decay=0.0)
    fall = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for step in range(steps):
        index = generator.integers(0, len(train), _BATCH)
        inputs = batch(index)
        with torch.no_grad():
            goal = before(**inputs) if teacher is None else torch.from_numpy(teacher[index])
        optimizer.zero_grad()
        torch.autograd.backward(kd_loss(student(**inputs), goal, _TEMPERATURE))
        optimizer.step()
        fall.step()
        reporter.progress(step + 1, steps, "steps")
    return _plain(student)


def _simulate(student: nn.Module, bits: int) -> list[RoundedInput]:
    hooks = []
    for layer in [layer for layer in student.modules() if isinstance(layer, _LAYERS)]:
        parametrize.register_parametrization(layer, "weight", RoundedWeight(bits))
        hooks.append(RoundedInput())
        layer.register_forward_pre_hook(hooks[-1])
    return hooks


def _plain(student: nn.Module) -> nn.Module:
    """Take the simulation out again; the weights stay as learnt, not rounded."""
    for layer in [layer for layer in student.modules() if isinstance(layer, _LAYERS)]:
        if parametrize.is_parametrized(layer):
            parametrize.remove_parametrizations(layer, "weight", leave_parametrized=False)
            layer._forward_pre_hooks.clear()
    return student
