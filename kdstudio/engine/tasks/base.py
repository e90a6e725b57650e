"""The protocol behind which every task stands, so that a new one is a new file and not a branch in the loop."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from kdstudio.core.health import Health
from kdstudio.core.inputs import InputSpec
from kdstudio.core.recipe import AugmentSpec, Recipe, TaskKind
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.progress import Reporter


@dataclass(frozen=True)
class View:
    """One augmented look at the data. What happens to example i is a pure function of (seed, number, i)."""

    augment: AugmentSpec
    seed: int
    number: int


class Task(Protocol):
    """What the loop, the evaluation and the export need to know of a kind of data."""

    kind: TaskKind

    @property
    def corruptions(self) -> Mapping[str, str]:
        """Ways in which test examples are made worse, and what a person calls them."""

    def check(self, recipe: Recipe, cache: Path, thumbnails: Path, reporter: Reporter) -> Health:
        """Look at the recipe's data without decoding it for training; bad data is a finding, not an error."""

    def load(self, recipe: Recipe, cache: Path, reporter: Reporter) -> Dataset:
        """Read, split and decode the recipe's data, or open it where it is cached already.

        Raises ``KDError`` with a ``DATA_…`` code when it cannot be trained on.
        """

    def augments(self, augment: AugmentSpec) -> bool:
        """Whether these settings change the inputs of this task at all."""

    def batch(
        self, examples: Examples, index: NDArray[np.int64], input: InputSpec, view: View | None
    ) -> dict[str, Tensor]:
        """The model's keyword arguments for some examples, on the CPU, normalised; ``view`` augments them."""

    def sample(self, input: InputSpec, batch: int) -> dict[str, Tensor]:
        """Arguments of the right shapes and types, for profiling and for tracing the export."""

    def corrupt(self, name: str, examples: Examples, input: InputSpec) -> Examples:
        """Examples made worse in one of the ways of :attr:`corruptions`, the same way every time."""

    def encode(self, input: InputSpec, raw: Sequence[str]) -> dict[str, NDArray[Any]]:
        """Raw inputs (paths or texts) as the exported model takes them: the very same steps as in training."""


_MODULES: dict[TaskKind, str] = {"image-classification": "image", "text-classification": "text"}


def get(kind: TaskKind) -> Task:
    """The task of a recipe."""
    module = importlib.import_module(f"kdstudio.engine.tasks.{_MODULES[kind]}")
    return cast("Task", module.TASK)
