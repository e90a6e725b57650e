from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np

from kdstudio.client import session
from kdstudio.core.job import PredictJob
from kdstudio.core.prediction import Predictions
from kdstudio.core.recipe import Recipe
from kdstudio.runs import record
from kdstudio.runs.workspace import Workspace
from tests.flow.conftest import Reference


def test_the_teacher_and_every_exported_file_answer_the_same_pictures(reference: Reference, tmp_path: Path) -> None:
    pictures = sorted((reference.folder.artifacts / "test").glob("*.png"))[:2]
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"not a picture")
    inputs = tuple(map(str, (*pictures, broken)))
    job = session.start(Workspace(), PredictJob(run=str(reference.folder.path), inputs=inputs), Recipe())
    list(job.events())
    assert job.view.failure is None
    answers = msgspec.json.decode((job.folder.artifacts / "answers.json").read_bytes(), type=dict[str, Predictions])
    report = record.report(reference.folder)
    assert report is not None
    assert set(answers) == {"teacher", *(row.variant for row in report.rows if row.path)}
    for found in answers.values():
        first, _, unreadable = found.items
        assert first.input == inputs[0]
        assert first.label in [name for name, _ in first.scores]
        assert first.milliseconds is not None
        assert unreadable.problem
        assert not unreadable.label
    assert job.wait_for_exit(10)


def test_a_run_measures_its_files_on_worse_examples_and_the_test_pictures_themselves(reference: Reference) -> None:
    report = record.report(reference.folder)
    assert report is not None
    clean, *worse = report.robustness
    assert {"teacher", "student", "fp32"} <= set(clean.accuracy)
    assert all(set(found.accuracy) == set(clean.accuracy) for found in worse)
    assert clean.accuracy["fp32"] == clean.accuracy["student"]
    with np.load(reference.folder.artifacts / "predictions.npz") as answers:
        for name in ("brightness", "contrast", "sharpness"):
            assert answers[f"trait_{name}"].shape == answers["labels"].shape
