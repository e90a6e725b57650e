"""Time the files of an export folder on this machine."""

from __future__ import annotations

from pathlib import Path

from kdstudio.core.job import BenchJob
from kdstudio.export.bench import bench
from kdstudio.runs.layout import RunFolder
from kdstudio.worker.artifacts import write_json
from kdstudio.worker.context import Context


def run(job: BenchJob, folder: RunFolder, context: Context) -> None:
    """Measure all files in turn."""
    context.phase("bench")
    write_json(context, "bench", bench(Path(job.export)))
