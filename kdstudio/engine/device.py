"""Where the computation runs: device, number format, threads and memory layout, measured rather than assumed."""

from __future__ import annotations

import copy
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

import psutil
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import RuntimeSpec
from kdstudio.engine.progress import Reporter

Precision = Literal["no", "bf16", "fp16"]
_PROBE_SECONDS = 1.5


@dataclass(frozen=True)
class Runtime:
    """A settled choice; ``threads`` is part of a checkpoint, because it changes the bits of the result."""

    device: torch.device
    precision: Precision
    threads: int
    memory_format: torch.memory_format

    def place(self, module: nn.Module) -> nn.Module:
        """Move a network to the device, in the chosen layout."""
        return module.to(device=self.device, memory_format=self.memory_format)  # type: ignore[call-overload,no-any-return] # torch's stub has no overload for both

    def place_inputs(self, inputs: dict[str, Tensor]) -> dict[str, Tensor]:
        """Move a batch to the device; images in the chosen layout."""
        return {
            name: tensor.to(self.device, memory_format=self.memory_format)
            if tensor.dim() == 4
            else tensor.to(self.device)
            for name, tensor in inputs.items()
        }


def settle(
    spec: RuntimeSpec,
    model: nn.Module,
    batch: Callable[[], dict[str, Tensor]],
    reporter: Reporter,
    threads: int | None = None,
) -> Runtime:
    """Choose the device and, on a CPU, the fastest threads and memory format by training a copy for a moment.

    Args:
        spec: what the recipe asks for.
        model: the network to be trained; a copy is used.
        batch: makes one batch of the training's real size.
        reporter: told what was chosen and measured.
        threads: the count a checkpoint was made with, which overrides the probe so that a resume is exact.
    """
    device = choose_device(spec.device, reporter)
    precision = _precision(spec.precision, device)
    if device.type != "cpu":
        return Runtime(device, precision, torch.get_num_threads(), torch.channels_last)
    wanted_threads = threads or spec.threads
    counts = [wanted_threads] if wanted_threads else _candidates()
    formats = {
        "auto": [torch.contiguous_format, torch.channels_last],
        "contiguous": [torch.contiguous_format],
        "channels_last": [torch.channels_last],
    }[spec.memory_format]
    inputs = batch()
    if all(tensor.dim() != 4 for tensor in inputs.values()):
        formats = [torch.contiguous_format]
    choices = [Runtime(device, precision, count, layout) for count in counts for layout in formats]
    best = choices[0] if len(choices) == 1 else _fastest(choices, model, inputs, reporter)
    torch.set_num_threads(best.threads)
    return best


def choose_device(wanted: str, reporter: Reporter) -> torch.device:
    """The device asked for, or the best there is; a GPU that is missing is said, never silently replaced."""
    has = {
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
        "cpu": True,
    }
    if wanted == "auto":
        return torch.device(next(name for name, there in has.items() if there))
    if not has[wanted]:
        raise KDError(
            Code.ENGINE_UNAVAILABLE,
            f"This computer has no {wanted.upper()} device that PyTorch can use.",
            "Choose the device “auto” or “cpu”.",
        )
    return torch.device(wanted)


@contextmanager
def memory_in_words(batch: int, effective: int) -> Iterator[None]:
    """Say running out of memory in words, with the next smaller micro-batch; the effective batch stays the same."""
    try:
        yield
    except (MemoryError, RuntimeError) as error:
        if not isinstance(error, MemoryError | torch.OutOfMemoryError) and "allocate memory" not in str(error):
            raise
        smaller = max(1, batch // 2)
        raise KDError(
            Code.OUT_OF_MEMORY,
            f"Ran out of memory computing {batch} examples at once.",
            f"Resume with plan.micro_batch={smaller} (was {batch}); every step still learns from {effective}.",
        ) from error


def _precision(wanted: str, device: torch.device) -> Precision:
    if wanted == "auto":
        return "bf16" if device.type == "cuda" and torch.cuda.is_bf16_supported() else "no"
    names: dict[str, Precision] = {"fp32": "no", "bf16": "bf16", "fp16": "fp16"}
    return names[wanted]


def _candidates() -> list[int]:
    physical = psutil.cpu_count(logical=False) or os.cpu_count() or 1
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else physical
    most = max(1, min(physical, allowed))
    return sorted({1, max(1, most // 2), most})


def _fastest(choices: list[Runtime], model: nn.Module, inputs: dict[str, Tensor], reporter: Reporter) -> Runtime:
    """Time training steps of every choice in turn, several rounds, and take the best median-like minimum."""
    state = torch.get_rng_state()
    trials = [(choice, choice.place(copy.deepcopy(model)).train()) for choice in choices]
    best: dict[int, float] = {}
    deadline = time.perf_counter() + _PROBE_SECONDS * len(choices)
    for round_number in range(4):
        for number, (choice, network) in enumerate(trials):
            torch.set_num_threads(choice.threads)
            seconds = _step_seconds(network, choice.place_inputs(inputs))
            if round_number > 0 or len(best) < len(trials):  # the first round pays for set-up
                best[number] = min(best.get(number, float("inf")), seconds) if round_number > 1 else seconds
        if time.perf_counter() > deadline:
            break
    torch.set_rng_state(state)
    winner = choices[min(best, key=lambda number: best[number])]
    layout = "channels-last" if winner.memory_format is torch.channels_last else "contiguous"
    worst = max(best.values()) / min(best.values())
    reporter.notice(
        "runtime",
        f"Training on {winner.threads} CPU thread{'s' if winner.threads > 1 else ''}, {layout} "
        f"({worst:.1f} times faster here than the slowest choice tried).",
        warning=False,
    )
    return winner


def _step_seconds(network: nn.Module, inputs: dict[str, Tensor]) -> float:
    start = time.perf_counter()
    logits = network(**inputs)
    torch.autograd.backward(F.cross_entropy(logits, logits.detach().argmax(1)))
    network.zero_grad(set_to_none=True)
    return time.perf_counter() - start
