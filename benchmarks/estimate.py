"""The estimate before Start against what the run took, on the bundled sample.

    python -m benchmarks.estimate [--control] [--teacher ARCHITECTURE] [--epochs N]

Both happen one after the other in an empty workspace; another program that comes or goes meanwhile spoils the figure,
so the load is printed before and after. The bar is 25 %.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from kdstudio.client import session as sessions
from kdstudio.core.job import DistillJob, Job, ProfileJob
from kdstudio.core.profile import Profile, estimate
from kdstudio.core.recipe import PlanSpec, Recipe, RuntimeSpec, TeacherSpec
from kdstudio.protocol.events import JobFinished, PhaseChanged
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import ENVIRONMENT, Workspace


def work(job: Job, recipe: Recipe) -> tuple[RunFolder, dict[str, float]]:
    """Do a job; returns its folder and the seconds of its phases."""
    session = sessions.start(Workspace(), job, recipe)
    phase, since, seconds = "data", time.time(), {}
    for event in session.events():
        if isinstance(event, PhaseChanged | JobFinished):
            seconds[phase] = seconds.get(phase, 0.0) + event.at - since
            since = event.at
            phase = event.phase if isinstance(event, PhaseChanged) else ""
    session.wait_for_exit(20)
    return session.folder, seconds


def main() -> int:
    """Print phase by phase, and the difference of the whole."""
    parser = argparse.ArgumentParser(description="Estimate and truth on the sample.")
    parser.add_argument("--control", action="store_true", help="train the student alone as well")
    parser.add_argument("--teacher", help="train this architecture as the teacher first")
    parser.add_argument("--epochs", type=int, default=PlanSpec().epochs, help="of every training")
    options = parser.parse_args()
    recipe = Recipe(runtime=RuntimeSpec(control=options.control), plan=PlanSpec(epochs=options.epochs))
    if options.teacher:
        teacher = TeacherSpec(kind="train", path="", architecture=options.teacher)
        recipe = msgspec.structs.replace(recipe, teacher=teacher)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[ENVIRONMENT] = folder
        print(f"load {os.getloadavg()[0]:.1f}")
        probe, _ = work(ProfileJob(), recipe)
        profile = msgspec.json.decode(Path(probe.artifacts, "profile.json").read_bytes(), type=Profile)
        found = estimate(recipe, profile)
        assert found is not None
        _, took = work(DistillJob(), recipe)
    for phase, seconds in found.phases.items():
        print(f"{phase:10} estimated {seconds:6.1f} s   took {took.get(phase, 0.0):6.1f} s")
    total = sum(took.values())
    off = found.seconds / total - 1
    print(
        f"whole      estimated {found.seconds:6.1f} s   took {total:6.1f} s   {off:+.0%}; load {os.getloadavg()[0]:.1f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
