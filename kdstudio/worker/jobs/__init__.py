"""One file a kind of job."""

from __future__ import annotations

import importlib
import os

import msgspec

from kdstudio.core.job import Job
from kdstudio.runs.layout import RunFolder
from kdstudio.worker.context import Context
from kdstudio.worker.phases import PHASES

HUB = "hub"
"""The one kind of job that may ask the hub; one with a teacher LLM asks only the address that a person gave."""


def run(job: Job, folder: RunFolder, context: Context) -> None:
    """Do a job: the module is named after the job's kind and has ``run(job, folder, context)``."""
    kind = str(msgspec.to_builtins(job)["kind"])
    module_name = kind.replace("-", "_")
    context.started(kind, PHASES[kind])
    if kind != HUB:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    importlib.import_module(f"kdstudio.worker.jobs.{module_name}").run(job, folder, context)
