"""The training loop: one for teacher, control and student, whatever the task and the method.

Order, augmentation and dropout are functions of the seed and the step, never of what ran before. That is why a
training resumed from any step on a CPU with the same number of threads ends in bit-identical weights.
"""

from __future__ import annotations

import copy
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import torch
from accelerate import Accelerator
from numpy.typing import NDArray
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import PlanSpec
from kdstudio.engine import parallel
from kdstudio.engine.answers import Answers, Views
from kdstudio.engine.checkpoint import CheckpointState, CheckpointStore
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.device import Runtime, memory_in_words
from kdstudio.engine.evaluate import accuracy_of, logits_of
from kdstudio.engine.listener import Listener
from kdstudio.engine.meter import Meter
from kdstudio.engine.methods import Batch, Method
from kdstudio.engine.optim import MovingAverage, learning_rate, make_optimizer
from kdstudio.engine.tasks import Task

_REPORT_SECONDS = 0.2


@dataclass(frozen=True)
class Training:
    """Everything one network's training depends on. ``answers`` is None where there is no teacher."""

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
    checkpoint_seconds: float = 30.0

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


def train(t: Training) -> nn.Module:
    """Train ``t.model`` from its newest good checkpoint, or from the start, to the end of the plan.

    Returns:
        The network to use: the moving average of the weights where the plan has one, the best epoch's weights
        where it stops early, the last weights otherwise.

    Raises:
        KDError: ``LOSS_NOT_FINITE``, ``OUT_OF_MEMORY``, ``DATA_CHANGED`` or ``DISK_FULL``; the newest good
            checkpoint is untouched by all of them.
    """
    accelerator = parallel.accelerator(t.runtime)
    raw = t.runtime.place(t.model)
    method = t.method.to(t.runtime.device)
    average = MovingAverage(raw, copy.deepcopy(raw), t.plan.ema) if t.plan.ema else None
    optimizer = make_optimizer(t.plan, raw, method)
    state = _State(t, raw, method, optimizer, average)
    progress = state.restore()
    model, optimizer = accelerator.prepare(raw, optimizer)
    meter, clock = Meter(), _Clock(progress.seconds)

    with t.store:
        while not progress.finished:
            step = progress.step
            rate = learning_rate(t.plan, step / t.steps)
            for group in optimizer.param_groups:
                group["lr"] = rate
            torch.manual_seed(_mix(t.plan.seed, step))
            model.train()
            index = _batch_index(t, step)
            share = index[accelerator.process_index :: accelerator.num_processes]
            for part, is_last in _micro_batches(t, share):
                sync = nullcontext() if is_last else accelerator.no_sync(model)
                with sync, memory_in_words(len(part), t.batch_size):
                    loss = _loss(t, model, method, accelerator, part, step, meter)
                    _guard(loss, step)
                    accelerator.backward(loss * (len(part) / len(share)))
            if t.plan.clip:
                accelerator.clip_grad_norm_(model.parameters(), t.plan.clip)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            if average:
                average.update(step)

            step += 1
            progress = replace(progress, step=step, seconds=clock.seconds, finished=step == t.steps)
            if clock.due("report", _REPORT_SECONDS) or progress.finished:
                pace = {
                    "train/learning_rate": rate,
                    "train/examples_per_second": clock.rate("report", step) * len(index),
                }
                t.listener.metrics(step, clock.seconds, meter.read() | pace)
                t.listener.progress(step, t.steps, "steps")
            if step % t.steps_per_epoch == 0:
                progress = _end_of_epoch(t, state, progress)
            if progress.finished or t.listener.wants_checkpoint() or clock.due("checkpoint", t.checkpoint_seconds):
                state.save(progress)
            t.listener.check()
        t.store.wait()
    return state.result()


def _end_of_epoch(t: Training, state: _State, progress: Progress) -> Progress:
    """Measure the validation split, remember the best epoch, and end the training where the plan says so."""
    epoch = progress.step // t.steps_per_epoch - 1
    validation = t.dataset.validation
    logits = logits_of(state.evaluated, t.task, validation, t.dataset.input, t.runtime)
    accuracy = parallel.agreed(accuracy_of(logits, validation.labels))
    t.listener.validated(progress.step, logits, {"accuracy": accuracy})
    if accuracy > progress.best_accuracy or progress.best_epoch < 0:
        state.keep_best()
        return replace(progress, best_accuracy=accuracy, best_epoch=epoch)
    patience = t.plan.early_stopping
    if patience and epoch - progress.best_epoch >= patience:
        t.listener.notice(
            "early-stop",
            f"Stopped after epoch {epoch + 1}: no better validation accuracy for {patience} epochs.",
            warning=False,
        )
        return replace(progress, finished=True)
    return progress


def _loss(
    t: Training,
    model: nn.Module,
    method: Method,
    accelerator: Accelerator,
    index: NDArray[np.int64],
    step: int,
    meter: Meter,
) -> Tensor:
    """Forward pass of one micro-batch: the weighted sum of the method's terms."""
    examples, epoch = t.dataset.train, step // t.steps_per_epoch
    inputs = t.runtime.place_inputs(t.task.batch(examples, index, t.dataset.input, t.views.view(epoch)))
    labels = torch.from_numpy(examples.labels[index]).to(t.runtime.device)
    with accelerator.autocast():
        student = model(**inputs)
    student = student.float()
    teacher = t.answers(inputs, examples, index, epoch).to(t.runtime.device) if t.answers else student.detach()
    progress = step / t.steps
    batch = Batch(student, teacher, labels, progress, t.plan.label_smoothing)
    weights, terms = method.weights(progress), method.terms(batch)
    loss = torch.stack([weights[name] * term for name, term in terms.items()]).sum()
    for name, term in terms.items():
        meter.add(f"train/{name}", term, len(index))
        meter.add(f"weighted/{name}", weights[name] * term, len(index))
    meter.add("train/loss", loss, len(index))
    meter.add("train/accuracy", (student.detach().argmax(1) == labels).float().mean(), len(index))
    return loss


def _batch_index(t: Training, step: int) -> NDArray[np.int64]:
    epoch, position = divmod(step, t.steps_per_epoch)
    order = _order(t.plan.seed, epoch, len(t.dataset.train))
    return order[position * t.batch_size : (position + 1) * t.batch_size]


@lru_cache(maxsize=1)
def _order(seed: int, epoch: int, count: int) -> NDArray[np.int64]:
    return np.random.Generator(np.random.PCG64([seed, epoch])).permutation(count)


def _micro_batches(t: Training, share: NDArray[np.int64]) -> Iterator[tuple[NDArray[np.int64], bool]]:
    """This process's share of a batch, in parts that fit into memory; the last part is marked."""
    size = t.plan.micro_batch or len(share)
    for start in range(0, len(share), size):
        yield share[start : start + size], start + size >= len(share)


def _mix(seed: int, step: int) -> int:
    """A seed for one step, far from its neighbours'."""
    return int(np.random.SeedSequence([seed, step]).generate_state(1, np.uint64)[0])


def _guard(loss: Tensor, step: int) -> None:
    if not torch.isfinite(loss):
        raise KDError(
            Code.LOSS_NOT_FINITE,
            f"The loss became {loss.item()} at step {step}.",
            "Resume with a lower learning rate; the last checkpoint is from before it.",
        )


class _Clock:
    """Training time over all sessions, and what is due."""

    def __init__(self, seconds_before: float) -> None:
        self._start = time.monotonic() - seconds_before
        self._last: dict[str, float] = {"checkpoint": time.monotonic()}
        self._steps: dict[str, tuple[float, int]] = {}

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._start

    def due(self, name: str, interval: float) -> bool:
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


class _State:
    """All tensors of a training under one name each, to and from a checkpoint."""

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
        """Remember the weights to return if the training stops early."""
        if self._t.plan.early_stopping:
            self._best = {name: tensor.detach().clone() for name, tensor in self.evaluated.state_dict().items()}

    def result(self) -> nn.Module:
        """The network to use."""
        if self._best:
            self.evaluated.load_state_dict(self._best)
        return self.evaluated.eval()

    def save(self, progress: Progress) -> None:
        """Write a checkpoint; on a full disk pause until a person has made room."""
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
                if progress.finished or t.listener.wants_checkpoint():
                    t.store.wait()
                return
            except KDError as error:
                if error.code is not Code.DISK_FULL:
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


def _under(tensors: dict[str, Tensor], part: str) -> dict[str, Tensor]:
    prefix = f"{part}."
    return {name.removeprefix(prefix): tensor for name, tensor in tensors.items() if name.startswith(prefix)}
