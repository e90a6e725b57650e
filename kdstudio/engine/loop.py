"""The training loop: one for teacher, control and student, whatever the task and the method.

Order, augmentation and dropout are functions of the seed and the step, never of what ran before. That is why a
training resumed from any step on a CPU with the same number of threads ends in bit-identical weights.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from functools import lru_cache

import numpy as np
import torch
from accelerate import Accelerator
from numpy.typing import NDArray
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.engine import parallel
from kdstudio.engine.device import memory_in_words
from kdstudio.engine.evaluate import accuracy_of, logits_of
from kdstudio.engine.listener import Stopped
from kdstudio.engine.meter import Clock, Meter
from kdstudio.engine.methods import Batch, Method
from kdstudio.engine.optim import MovingAverage, learning_rate, make_optimizer
from kdstudio.engine.training import Progress, State, Training

_REPORT_SECONDS = 0.2


def train(t: Training) -> nn.Module:
    """Train ``t.model`` from its newest good checkpoint, or from the start, to the end of the plan.

    Long because the whole training reads from top to bottom in one place.

    Returns:
        The network to use: the moving average of the weights where the plan has one, the best epoch's weights
        where it stops early or is to keep the best, the last weights otherwise.

    Raises:
        KDError: ``LOSS_NOT_FINITE``, ``OUT_OF_MEMORY``, ``DATA_CHANGED`` or ``DISK_FULL``; the newest good
            checkpoint is untouched by all of them.
    """
    accelerator = parallel.accelerator(t.runtime)
    raw = t.runtime.place(t.model)
    method = t.method.to(t.runtime.device)
    average = MovingAverage(raw, copy.deepcopy(raw), t.plan.ema) if t.plan.ema else None
    optimizer = make_optimizer(t.plan, raw, method)
    state = State(t, raw, method, optimizer, average)
    progress = state.restore()
    model, optimizer = accelerator.prepare(raw, optimizer)
    meter, clock = Meter(), Clock(progress.seconds)

    with t.store, t.features.watched() if t.features else nullcontext():
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
            parallel.average_gradients(method)
            if t.plan.clip:
                accelerator.clip_grad_norm_(model.parameters(), t.plan.clip)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            if average:
                average.update(step)

            step += 1
            progress = replace(progress, step=step, seconds=clock.seconds, finished=step == t.steps)
            report = clock.due("report", _REPORT_SECONDS) or progress.finished
            if report:
                pace = {
                    "train/learning_rate": rate,
                    "train/examples_per_second": clock.rate("report", step) * len(index),
                }
                t.listener.metrics(step, clock.seconds, meter.read() | pace)
            if step % t.steps_per_epoch == 0:
                progress = _end_of_epoch(t, state, progress)
            asked = t.listener.wants_checkpoint()
            if progress.finished or asked or clock.due("checkpoint", t.checkpoint_seconds):
                state.save(progress, wait=progress.finished or asked)
            try:
                if report:
                    t.listener.progress(step, t.steps, "steps")
                t.listener.check()
            except Stopped as stopped:
                if stopped.keep:
                    state.save(progress, wait=True)
                raise
    return state.result()


def _end_of_epoch(t: Training, state: State, progress: Progress) -> Progress:
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
    features = t.features.read() if t.features else ()
    batch = Batch(student, teacher, labels, progress, t.plan.label_smoothing, features, t.class_weights)
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
