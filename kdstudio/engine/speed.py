"""How long a network takes on the recipe's own batches, measured in a moment on this machine."""

from __future__ import annotations

import copy
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from kdstudio.core.recipe import PlanSpec
from kdstudio.engine.answers import Views
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.device import Runtime
from kdstudio.engine.models.teacher import Query, Teacher
from kdstudio.engine.optim import make_optimizer
from kdstudio.engine.tasks import Task

_SECONDS = 1.0
_LEAST, _MOST = 3, 40
_ASKED = 256


@dataclass(frozen=True)
class Bench:
    """The batches that are timed: real examples in the size and with the views of the training."""

    task: Task
    dataset: Dataset
    plan: PlanSpec
    runtime: Runtime

    def batch(self, *, augmented: bool, size: int = 0) -> Query:
        """A batch on the device, of the training's size or another."""
        train = self.dataset.train
        index = np.arange(min(size or self.plan.micro_batch or self.plan.batch_size, len(train)))
        view = Views.of(self.task, self.plan).view(0) if augmented else None
        inputs = self.task.batch(train, index, self.dataset.input, view)
        return Query(self.runtime.place_inputs(inputs), train, index)


def forward_seconds(bench: Bench, module: nn.Module) -> float:
    """Seconds for one example: making the batch and one forward pass without gradient."""
    module = bench.runtime.place(module).eval()
    with torch.inference_mode():
        return _median(bench, lambda query: module(**query.inputs), augmented=False)


def answer_seconds(bench: Bench, teacher: Teacher, *, augmented: bool = False) -> float:
    """Seconds for one example, as a teacher or a finished network is asked: in large batches, where the network lies
    in memory as it comes; on augmented views, which take longer to make, or on the examples as they are."""
    runtime = replace(bench.runtime, precision="no", memory_format=torch.contiguous_format)
    plain = replace(bench, runtime=runtime)
    if teacher.module is not None:
        runtime.place(teacher.module)
    return _median(plain, teacher.logits, augmented=augmented and teacher.sees_views, size=_ASKED)


def step_seconds(bench: Bench, module: nn.Module) -> float:
    """Seconds for one example: making the batch, forward, backward and optimiser. A copy is trained."""
    trial = bench.runtime.place(copy.deepcopy(module)).train()
    optimizer = make_optimizer(bench.plan, trial)

    def step(query: Query) -> Tensor:
        logits = trial(**query.inputs).float()
        loss = F.cross_entropy(logits, logits.detach().argmax(1))
        torch.autograd.backward(loss)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        return loss.detach()

    return _median(bench, step, augmented=True)


def _median(bench: Bench, work: Callable[[Query], Tensor], *, augmented: bool, size: int = 0) -> float:
    times: list[float] = []
    deadline = time.perf_counter() + _SECONDS
    while len(times) <= _LEAST or (time.perf_counter() < deadline and len(times) < _MOST):
        start = time.perf_counter()
        query = bench.batch(augmented=augmented, size=size)
        work(query).sum().item()  # waits for the device
        times.append((time.perf_counter() - start) / len(query.index))
    return statistics.median(times[1:])  # the first pays for set-up
