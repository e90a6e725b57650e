"""What goes on inside student and teacher: layers whose outputs a method compares, read at every step.

A *stage* is the stretch of a network that works at one size of feature map; its end is what the next stage begins with.
Stages of student and teacher are paired from the last one backwards, so that networks of different depth meet at the
same level of meaning.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.methods.base import FeatureMethod, Shapes

_MAP_AXES = 4  # (B, C, H, W)


@dataclass(frozen=True)
class Stage:
    """The end of a stage: the path of its layer, and the shape ``(C, H, W)`` of its output for one image."""

    path: str
    shape: tuple[int, ...]


@dataclass
class Features:
    """Pairs of layers, and their newest outputs while the networks are watched."""

    student: nn.Module
    teacher: nn.Module
    pairs: tuple[tuple[Stage, Stage], ...]
    _seen: dict[tuple[str, str], Tensor] = field(default_factory=dict)

    @property
    def shapes(self) -> Shapes:
        """Student's and teacher's ``(C, H, W)``, pair by pair."""
        return tuple((mine.shape, theirs.shape) for mine, theirs in self.pairs)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Keep what the paired layers give in every forward pass until the block is left."""
        handles = [
            handle
            for mine, theirs in self.pairs
            for handle in (
                self._watch("student", self.student, mine.path),
                self._watch("teacher", self.teacher, theirs.path),
            )
        ]
        try:
            yield
        finally:
            for handle in handles:
                handle.remove()
            self._seen.clear()

    def read(self) -> tuple[tuple[Tensor, Tensor], ...]:
        """Feature maps float32 ``(B, C, H, W)`` of student and teacher in the newest forward pass, pair by pair."""
        seen = self._seen
        return tuple(
            (seen["student", mine.path].float(), seen["teacher", theirs.path].detach().float())
            for mine, theirs in self.pairs
        )

    def _watch(self, whose: str, network: nn.Module, path: str) -> RemovableHandle:
        def keep(module: nn.Module, arguments: Any, output: Any) -> None:
            self._seen[whose, path] = _tensor(output)

        return network.get_submodule(path).register_forward_hook(keep)


def between(
    student: nn.Module, teacher: nn.Module | None, inputs: dict[str, Tensor], method: FeatureMethod
) -> Features:
    """The layers that a method compares: those its settings name, or its choice among the ends of the stages.

    ``inputs`` is a small batch as both networks take it. Both run once.

    Raises ``METHOD_UNSUITABLE`` where the teacher is no network, a network has no feature maps, or a layer that the
    settings name is not there.
    """
    if teacher is None:
        raise _unsuitable(f"{method.title} looks inside the teacher, but this teacher gives nothing but answers.")
    wanted = method.params.student_layers, method.params.teacher_layers
    if len(wanted[0]) != len(wanted[1]):
        raise KDError(
            Code.METHOD_UNSUITABLE,
            f"Layers of the student are named {len(wanted[0])} times, those of the teacher {len(wanted[1])} times.",
            "Name as many of both, in pairs, or none.",
        )
    mine = _named(student, inputs, wanted[0], "student")
    theirs = _named(teacher, inputs, wanted[1], "teacher")
    if wanted[0]:
        return Features(student, teacher, tuple(zip(mine, theirs, strict=True)))
    pairs = tuple(reversed(list(zip(reversed(mine), reversed(theirs), strict=False))))
    return Features(student, teacher, method.choose(pairs))


def stages(network: nn.Module, inputs: dict[str, Tensor]) -> list[Stage]:
    """The ends of the stages, in the order in which they are reached; empty where there are no feature maps.

    A stage ends where the first layer or block begins that takes maps of one size and gives maps of the next. What
    works at the old size inside that block, such as a pre-activation or an expansion, comes too late to be the end.
    """
    calls = [call for call in _calls(network, inputs) if call.given]
    ends: dict[int, Stage] = {}
    for call in sorted(calls, key=lambda call: call.begin):
        if not call.taken or call.taken == call.given or call.taken in ends:
            continue
        levels = {inner.given for inner in calls if call.begin <= inner.begin and inner.end <= call.end}
        before = [done for done in calls if done.end < call.begin and done.given == call.taken]
        if before and levels <= {call.taken, call.given}:
            ends[call.taken] = before[-1].stage
    if calls:
        ends[calls[-1].given] = calls[-1].stage
    return list(ends.values())


@dataclass(frozen=True)
class _Call:
    """One layer's turn in a forward pass: when it began and ended, and the levels of what it took and gave.

    The level of a square map is the rounded binary logarithm of its side, so that padding does not change it and
    halving does; 0 stands for what is no map, such as tokens or what is left after pooling.
    """

    path: str
    begin: int
    end: int
    taken: int
    given: int
    shape: tuple[int, ...]

    @property
    def stage(self) -> Stage:
        return Stage(self.path, self.shape)


def _named(network: nn.Module, inputs: dict[str, Tensor], paths: tuple[str, ...], whose: str) -> list[Stage]:
    found = stages(network, inputs)
    if len(found) < 2:
        raise _unsuitable(f"The {whose} has no feature maps to compare.")
    if not paths:
        return found
    layers = {call.path: call.stage for call in _calls(network, inputs) if call.given}
    for path in paths:
        if path not in layers:
            raise KDError(
                Code.METHOD_UNSUITABLE,
                f"The {whose} has no layer “{path}” that gives a feature map.",
                f"The ends of its stages are {', '.join(stage.path for stage in found)}.",
            )
    return [layers[path] for path in paths]


@torch.no_grad()
def _calls(network: nn.Module, inputs: dict[str, Tensor]) -> list[_Call]:
    """Every layer's turn in the order of completion; what only adapts a teacher's input is left out."""
    done: list[_Call] = []
    running: dict[str, tuple[int, int]] = {}
    clock = count()

    def watch(path: str, module: nn.Module) -> Iterator[RemovableHandle]:
        def begin(module: nn.Module, arguments: Any, named: dict[str, Any]) -> None:
            running[path] = (next(clock), _level(_tensor([*arguments, *named.values()])))

        def end(module: nn.Module, arguments: Any, output: Any) -> None:
            begun, taken = running.pop(path)
            tensor = _tensor(output)
            shape = tuple(tensor.shape[1:]) if tensor is not None else ()
            done.append(_Call(path, begun, next(clock), taken, _level(tensor), shape))

        yield module.register_forward_pre_hook(begin, with_kwargs=True)
        yield module.register_forward_hook(end)

    training = network.training
    layers = [(path, module) for path, module in network.named_modules() if path and not path.startswith("adapt")]
    handles = [handle for path, module in layers for handle in watch(path, module)]
    try:
        network.eval()(**inputs)
    finally:
        network.train(training)
        for handle in handles:
            handle.remove()
    return done


def _level(tensor: Tensor | None) -> int:
    if tensor is None or tensor.dim() != _MAP_AXES or tensor.shape[2] != tensor.shape[3]:
        return 0
    return round(math.log2(tensor.shape[3]))


def _tensor(output: Any) -> Any:
    """The tensor of a layer's output: itself, the first of several, or the last hidden state; None for others."""
    if isinstance(output, tuple | list) and output:
        output = output[0]
    output = getattr(output, "last_hidden_state", output)
    return output if isinstance(output, Tensor) else None


def _unsuitable(message: str) -> KDError:
    return KDError(
        Code.METHOD_UNSUITABLE, message, "Choose a method that needs only the teacher’s answers, such as kd."
    )
