"""Where a teacher that is not trained here comes from."""

from __future__ import annotations

import torch

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import Recipe
from kdstudio.core.resources import resolve
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.models import saved
from kdstudio.engine.models.teacher import ModuleTeacher, Teacher
from kdstudio.engine.tasks import Task


def load_teacher(recipe: Recipe, dataset: Dataset, task: Task, device: torch.device) -> Teacher:
    """The recipe's teacher, from an own model folder."""
    folder = resolve(recipe.teacher.path)
    if recipe.teacher.kind != "checkpoint" or not saved.is_saved(folder):
        raise KDError(Code.MODEL_FORMAT, f"{folder} is not a model folder of KD Studio.", "Choose another teacher.")
    model = saved.load(folder)
    return ModuleTeacher(model.module.to(device), model.architecture, model.fingerprint)
