"""What every step of a distillation needs at hand."""

from __future__ import annotations

from dataclasses import dataclass

from kdstudio.core.recipe import Recipe
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.device import Runtime
from kdstudio.engine.tasks import Task
from kdstudio.worker.context import Context


@dataclass(frozen=True)
class Work:
    """One distillation under way. ``runtime`` is where teachers are asked and networks are measured."""

    recipe: Recipe
    task: Task
    dataset: Dataset
    runtime: Runtime
    context: Context
