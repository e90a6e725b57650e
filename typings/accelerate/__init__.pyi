"""The part of Accelerate that the loop uses."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import TypeVar

import torch
from torch import Tensor, nn

M = TypeVar("M", bound=nn.Module)
O = TypeVar("O", bound=torch.optim.Optimizer)

class Accelerator:
    process_index: int
    num_processes: int
    is_main_process: bool
    device: torch.device
    def __init__(self, *, cpu: bool = ..., mixed_precision: str = ...) -> None: ...
    def prepare(self, model: M, optimizer: O, /) -> tuple[M, O]: ...
    def autocast(self) -> AbstractContextManager[None]: ...
    def no_sync(self, model: nn.Module) -> AbstractContextManager[None]: ...
    def backward(self, loss: Tensor) -> None: ...
    def clip_grad_norm_(self, parameters: Iterable[nn.Parameter], max_norm: float) -> Tensor: ...
