"""What an architecture is: a named builder of networks, with its settings and the least that it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec
from torch import nn

from kdstudio.core.recipe import TaskKind


class NoParams(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An architecture without settings."""


Builder = Callable[[Any, Any, int], nn.Module]
"""``(settings, input, classes)``: the settings of the architecture's type, the input of its task.

The network takes the arguments that its task names and gives logits ``(B, classes)``.
"""


@dataclass(frozen=True)
class Architecture:
    """A named network: ``build(params, input, classes)`` makes one with fresh weights.

    ``reference_size`` is the side of the image for which the catalog gives the figures of an image network, and
    ``minimum_size`` the least it takes. ``task`` is None where it depends on the folder or package behind the name.
    """

    name: str
    title: str
    family: str
    summary: str
    task: TaskKind | None
    params: type[msgspec.Struct]
    build: Builder
    reference_size: int = 32
    minimum_size: int = 8
