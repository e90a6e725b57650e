"""Two processes started by torchrun share one distillation; the leader alone writes the folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import numpy as np
from PIL import Image

from kdstudio.core.job import DistillJob
from kdstudio.core.metrics import Report
from kdstudio.core.recipe import (
    AugmentSpec,
    DataSpec,
    ExportSpec,
    MethodSpec,
    PlanSpec,
    Recipe,
    RuntimeSpec,
    StudentSpec,
    TeacherSpec,
)
from kdstudio.protocol.events import JobFinished, JobStarted
from kdstudio.runs.layout import create
from kdstudio.runs.lock import KEEP
from kdstudio.runs.reader import tail_events


def test_two_processes_share_a_distillation(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    for number, name in enumerate(("dark", "light")):
        (tmp_path / "data" / name).mkdir(parents=True)
        for i in range(24):
            pixels = np.clip(rng.normal(60 + 120 * number, 20, (16, 16)), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(tmp_path / "data" / name / f"{i}.png")
    plan = PlanSpec(epochs=2, batch_size=8, augment=AugmentSpec(shift=0.0))
    # A method with adapters: their gradients are shared beside those that Accelerate looks after.
    recipe = Recipe(
        name="pair",
        data=DataSpec(path=str(tmp_path / "data"), validation=0.2, test=0.2),
        teacher=TeacherSpec(kind="train", path="", architecture="resnet8"),
        student=StudentSpec(architecture="resnet8"),
        method=MethodSpec(name="fitnet"),
        plan=plan,
        runtime=RuntimeSpec(control=False, threads=1, memory_format="contiguous"),
        export=ExportSpec(int8=False),
    )
    folder = create(tmp_path / "run", DistillJob(), recipe)
    folder.lease.write_text(KEEP)
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    command += ["-m", "kdstudio", "worker", str(folder.path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    events = tail_events(folder.events).read(1 << 24)
    assert [type(e) for e in events if isinstance(e, JobStarted | JobFinished)] == [JobStarted, JobFinished]
    report = msgspec.json.decode((folder.artifacts / "report.json").read_bytes(), type=Report)
    student = report.row("student")
    assert student is not None
    assert student.accuracy > 0.8
