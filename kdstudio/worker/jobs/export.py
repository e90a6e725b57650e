"""Export the student of a finished run again, with this job's export settings."""

from __future__ import annotations

import time
from pathlib import Path

import torch

from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import ExportJob
from kdstudio.engine import tasks
from kdstudio.engine.device import Runtime
from kdstudio.engine.models import saved
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace
from kdstudio.worker.context import Context
from kdstudio.worker.results import export_student, recorded_answers, redeliver
from kdstudio.worker.work import Work


def run(job: ExportJob, folder: RunFolder, context: Context) -> None:
    """Load data and student of the run, export, and leave the result in the folder the recipe names."""
    started = time.monotonic()
    source = RunFolder(Path(job.run))
    student = source.artifacts / "models" / "student"
    if not saved.is_saved(student):
        raise KDError(
            Code.RUN_NOT_READY, f"{source.path.name} has no trained student yet.", "Let it finish, or resume it first."
        )
    recipe = folder.recipe()
    context.phase("data")
    task = tasks.get(recipe.task)
    dataset = task.load(recipe, Workspace().cache, context)
    context.phase("export")
    runtime = Runtime(torch.device("cpu"), "no", torch.get_num_threads(), torch.contiguous_format)
    work, network = Work(recipe, task, dataset, runtime, context), saved.load(student).module
    known = recorded_answers(source, dataset.test.ids)
    exported = export_student(work, network, lambda split: known if split == "test" else None)
    parameters = sum(parameter.numel() for parameter in network.parameters())
    redeliver(work, source, exported, parameters, time.monotonic() - started)
