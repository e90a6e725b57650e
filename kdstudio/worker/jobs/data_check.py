"""Look at the recipe's data and write ``artifacts/health.json``."""

from __future__ import annotations

from kdstudio.core.job import DataCheckJob
from kdstudio.engine import tasks
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace
from kdstudio.worker.artifacts import write_json
from kdstudio.worker.context import Context


def run(job: DataCheckJob, folder: RunFolder, context: Context) -> None:
    """Check the data; a bad file is a finding, data that cannot be read at all an error."""
    recipe = folder.recipe()
    context.phase("check")
    task = tasks.get(recipe.task)
    health = task.check(recipe, Workspace().cache, folder.artifacts / "thumbnails", context)
    write_json(context, "health", health)
