"""Several processes on one training, as ``torchrun`` starts them. With a single process all of this does nothing.

The leader (rank 0) alone writes the job folder; the others compute their share of every batch. When the leader
leaves, ``torchrun`` ends the others, so nothing needs to be told to them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import torch
from accelerate import Accelerator, InitProcessGroupKwargs, PartialState
from accelerate.utils import broadcast_object_list
from torch import nn

from kdstudio.engine.device import Runtime

_PATIENCE = timedelta(days=30)  # a paused leader keeps the others waiting inside a collective call


def rank() -> int:
    """This process's number among those ``torchrun`` started; 0 is the leader."""
    return int(os.environ.get("RANK", "0"))


def world() -> int:
    """How many processes ``torchrun`` started."""
    return int(os.environ.get("WORLD_SIZE", "1"))


@contextmanager
def leader_first() -> Iterator[None]:
    """Let the leader do this before the others, which then find what it wrote."""
    if world() == 1:
        yield
        return
    with PartialState(cpu=not torch.cuda.is_available(), timeout=_PATIENCE).main_process_first():
        yield


def accelerator(runtime: Runtime) -> Accelerator:
    """Accelerate as the loop uses it: on the settled device, in the settled number format."""
    patience = InitProcessGroupKwargs(timeout=_PATIENCE)
    return Accelerator(cpu=runtime.device.type == "cpu", mixed_precision=runtime.precision, kwargs_handlers=[patience])


def average_gradients(module: nn.Module) -> None:
    """Give every process the mean gradient of a module that Accelerate does not wrap: a method's adapters."""
    if world() == 1:
        return
    for parameter in module.parameters():
        if parameter.grad is not None:
            torch.distributed.all_reduce(parameter.grad)
            parameter.grad /= world()


def agreed(value: float) -> float:
    """The leader's value, in every process."""
    if world() == 1:
        return value
    values = [value]
    broadcast_object_list(values)
    return values[0]
