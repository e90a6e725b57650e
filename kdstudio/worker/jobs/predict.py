"""Run an exported model on a person's inputs and write ``artifacts/predictions.json``."""

from __future__ import annotations

from pathlib import Path

from kdstudio.core.job import PredictJob
from kdstudio.export.runtime import predict
from kdstudio.runs.layout import RunFolder
from kdstudio.worker.artifacts import write_json
from kdstudio.worker.context import Context
from kdstudio.worker.side_by_side import SideBySide


def run(job: PredictJob, folder: RunFolder, context: Context) -> None:
    """Answer every input, in order."""
    context.phase("predict")
    if job.run:
        models = SideBySide.of(RunFolder(Path(job.run)), context)
        models.warm_up()
        write_json(context, "answers", models.answer(job.inputs))
        return
    write_json(context, "predictions", predict(Path(job.model), job.inputs))
