"""A profile job measures real networks on real data."""

from __future__ import annotations

import msgspec
import numpy as np
from PIL import Image

from kdstudio.client import session as sessions
from kdstudio.core.job import ProfileJob
from kdstudio.core.profile import Profile, estimate
from kdstudio.core.recipe import DataSpec, PlanSpec, Recipe, RuntimeSpec, StudentSpec, TeacherSpec
from kdstudio.protocol.events import JobFinished, Notice
from kdstudio.runs.workspace import Workspace


def test_a_profile_measures_teacher_student_and_other_architectures() -> None:
    workspace = Workspace()
    data = workspace.root / "pictures"
    rng = np.random.default_rng(0)
    for number, name in enumerate(("dark", "light")):
        (data / name).mkdir(parents=True)
        for i in range(20):
            pixels = np.clip(rng.normal(60 + 120 * number, 20, (16, 16)), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(data / name / f"{i}.png")
    recipe = Recipe(
        name="pair",
        data=DataSpec(path=str(data), validation=0.2, test=0.2),
        teacher=TeacherSpec(kind="train", path="", architecture="mlp", params={"widths": [64]}),
        student=StudentSpec(architecture="mlp", params={"widths": [8]}),
        plan=PlanSpec(epochs=2, batch_size=8),
        runtime=RuntimeSpec(threads=1, memory_format="contiguous"),
    )
    session = sessions.start(workspace, ProfileJob(architectures=("resnet8", "vgg8")), recipe)
    events = list(session.events())
    assert isinstance(events[-1], JobFinished), events[-1]
    assert session.wait_for_exit(20)
    profile = msgspec.json.decode((session.folder.artifacts / "profile.json").read_bytes(), type=Profile)
    assert profile.student is not None
    assert profile.teacher is not None
    assert profile.student.parameters == 16 * 16 * 8 + 8 + 8 * 2 + 2
    assert profile.teacher.size_bytes == 4 * profile.teacher.parameters
    for measured in (profile.student, profile.teacher):
        assert measured.latency_ms is not None
        assert 0 < measured.latency_ms < 1000
        assert 0 < measured.forward_seconds < measured.step_seconds
        assert measured.answer_seconds > 0
    refused = [event.message for event in events if isinstance(event, Notice) and event.level == "warning"]
    assert {found.name for found in profile.architectures} == {"resnet8"} if refused else {"resnet8", "vgg8"}
    found = estimate(recipe, profile)
    assert found is not None
    assert found.seconds > 0
