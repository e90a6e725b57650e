"""Look a model up on the hub, or fetch it, and write ``artifacts/hub.json``."""

from __future__ import annotations

from kdstudio.core.job import HubJob
from kdstudio.engine.models import hub
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace
from kdstudio.worker.artifacts import write_json
from kdstudio.worker.context import Context


def run(job: HubJob, folder: RunFolder, context: Context) -> None:
    """Say what there is; with ``fetch`` bring it here."""
    context.phase("look")
    found = hub.look(job.model, job.revision)
    if job.fetch:
        context.phase("fetch")
        found = hub.fetch(found, Workspace().models, context)
    write_json(context, "hub", found)
