"""One file a kind of job."""

from __future__ import annotations

import importlib

import msgspec

from kdstudio.core.job import Job
from kdstudio.runs.layout import RunFolder
from kdstudio.worker.context import Context
from kdstudio.worker.phases import PHASES


def run(job: Job, folder: RunFolder, context: Context) -> None:
    """Do a job: the module is named after the job's kind and has ``run(job, folder, context)``."""
    kind = str(msgspec.to_builtins(job)["kind"])
    module_name = kind.replace("-", "_")
    context.started(kind, PHASES[kind])
    importlib.import_module(f"kdstudio.worker.jobs.{module_name}").run(job, folder, context)
