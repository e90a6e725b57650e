"""Keep a finished run's models loaded and answer what a person tries, one request after another."""

from __future__ import annotations

from pathlib import Path

from kdstudio.core.job import TryOutJob
from kdstudio.protocol.events import Answered
from kdstudio.runs.layout import RunFolder
from kdstudio.worker.context import Context
from kdstudio.worker.side_by_side import SideBySide


def run(job: TryOutJob, folder: RunFolder, context: Context) -> None:
    """Load, then answer until a client says stop or none is left."""
    context.phase("load")
    models = SideBySide.of(RunFolder(Path(job.run)), context)
    models.warm_up()
    context.phase("answer")
    while True:
        request = context.asked()
        context.emit(Answered(id=request.id, answers=models.answer(request.inputs)))
