"""What one network's training is, and all its tensors under one name each, to and from a checkpoint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import PlanSpec
from kdstudio.engine import imbalance, parallel
from kdstudio.engine.answers import Answers, Views
from kdstudio.engine.checkpoint import CheckpointState, CheckpointStore
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.device import Runtime
from kdstudio.engine.features import Features
from kdstudio.engine.listener import Listener
from kdstudio.engine.methods import Method
from kdstudio.engine.optim import MovingAverage
from kdstudio.engine.tasks import Task


@dataclass(frozen=True)
class Training:
    """Everything one network's training depends on.

    ``answers`` is None where there is no teacher, ``features`` where the method does not look inside.
    """

    model: nn.Module
    method: Method
    task: Task
    dataset: Dataset
    plan: PlanSpec
    views: Views
    answers: Answers | None
    runtime: Runtime
    store: CheckpointStore
    listener: Listener
    features: Features | None = None
    checkpoint_seconds: float = 30.0

    @cached_property
    def class_weights(self) -> Tensor | None:
        """How much each class counts in the cross-entropy, ``(C,)`` on the device; None where all count the same."""
        found = imbalance.class_weights(self.plan.class_weights, self.dataset.train.labels, len(self.dataset.labels))
        return None if found is None else found.to(self.runtime.device)

    @property
    def batch_size(self) -> int:
        """The plan's batch, or the whole of a smaller training split."""
        return min(self.plan.batch_size, len(self.dataset.train))

    @property
    def steps_per_epoch(self) -> int:
        """Full batches in one pass; the incomplete last one is dropped, and other examples fall in it next time."""
        return len(self.dataset.train) // self.batch_size

    @property
    def steps(self) -> int:
        """Optimiser steps in the whole training."""
        return self.plan.epochs * self.steps_per_epoch


@dataclass(frozen=True)
class Progress:
    """How far a training is: optimiser steps done, seconds over all sessions, and its best epoch."""

    step: int = 0
    seconds: float = 0.0
    best_accuracy: float = 0.0
    best_epoch: int = -1
    finished: bool = False


class State:
    """The tensors of a training under way."""

    def __init__(
        self,
        t: Training,
        model: nn.Module,
        method: Method,
        optimizer: torch.optim.Optimizer,
        average: MovingAverage | None,
    ) -> None:
        self._t, self._model, self._method = t, model, method
        self._optimizer, self._average = optimizer, average
        self._best: dict[str, Tensor] = {}

    def _modules(self) -> dict[str, nn.Module]:
        modules: dict[str, nn.Module] = {"model": self._model, "method": self._method}
        return {**modules, "average": self._average.module} if self._average else modules

    @property
    def evaluated(self) -> nn.Module:
        """The network that is measured: the moving average where there is one."""
        return self._average.module if self._average else self._model

    def keep_best(self) -> None:
        """Remember the weights to return where the best epoch is wanted, or the training may stop early."""
        if self._t.plan.early_stopping or self._t.plan.keep == "best":
            self._best = {name: tensor.detach().clone() for name, tensor in self.evaluated.state_dict().items()}

    def result(self) -> nn.Module:
        """The network to use."""
        if self._best:
            self.evaluated.load_state_dict(self._best)
        return self.evaluated.eval()

    def save(self, progress: Progress, *, wait: bool) -> None:
        """Write a checkpoint, and ``wait`` until it is there; on a full or lost disk pause until that is mended."""
        t = self._t
        if parallel.rank() > 0:
            return
        tensors = {
            f"{part}.{name}": tensor
            for part, module in self._modules().items()
            for name, tensor in module.state_dict().items()
        }
        tensors |= {f"best.{name}": tensor for name, tensor in self._best.items()}
        for number, slots in self._optimizer.state_dict()["state"].items():
            tensors |= {f"optimizer.{number}.{key}": v for key, v in slots.items() if isinstance(v, Tensor)}
        _guard(tensors, progress.step)
        state = CheckpointState(
            step=progress.step,
            seconds=progress.seconds,
            threads=t.runtime.threads,
            channels_last=t.runtime.memory_format is torch.channels_last,
            data=t.dataset.fingerprint,
            best_accuracy=progress.best_accuracy,
            best_epoch=progress.best_epoch,
            finished=progress.finished,
        )
        while True:
            try:
                t.store.save(tensors, state)
                if wait:
                    t.store.wait()
                return
            except KDError as error:
                if error.code not in (Code.DISK_FULL, Code.WORKSPACE_GONE):
                    raise
                t.listener.notice(error.code, error.message, error.hint)
                t.listener.pause()

    def restore(self) -> Progress:
        """Load the newest good checkpoint into model, optimiser and averages."""
        loaded = self._t.store.newest()
        if loaded is None:
            return Progress()
        tensors, state = loaded
        if state.data != self._t.dataset.fingerprint:
            raise KDError(
                Code.DATA_CHANGED,
                "The data has changed since the last checkpoint, so this run cannot be resumed exactly.",
                "Start a new run with the same recipe.",
            )
        for part, module in self._modules().items():
            module.load_state_dict(_under(tensors, part))
        self._best = _under(tensors, "best")
        slots: dict[int, dict[str, Tensor]] = {}
        for name, tensor in _under(tensors, "optimizer").items():
            number, _, key = name.partition(".")
            slots.setdefault(int(number), {})[key] = tensor
        groups = self._optimizer.state_dict()["param_groups"]
        self._optimizer.load_state_dict({"state": slots, "param_groups": groups})
        return Progress(state.step, state.seconds, state.best_accuracy, state.best_epoch, state.finished)


def _guard(tensors: dict[str, Tensor], step: int) -> None:
    """A step can ruin the weights before a loss shows it; such weights never replace a good checkpoint."""
    if not all(bool(tensor.isfinite().all()) for tensor in tensors.values() if tensor.is_floating_point()):
        raise KDError(
            Code.LOSS_NOT_FINITE,
            f"The weights became infinite or not a number at step {step}.",
            "Resume with a lower learning rate; the last checkpoint is from before it.",
        )


def _under(tensors: dict[str, Tensor], part: str) -> dict[str, Tensor]:
    prefix = f"{part}."
    return {name.removeprefix(prefix): tensor for name, tensor in tensors.items() if name.startswith(prefix)}
