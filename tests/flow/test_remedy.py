"""A run that diverged goes on from its last good checkpoint with a lower learning rate, by one option."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from benchmarks import tiny
from kdstudio.cli.main import main
from kdstudio.client import session as sessions
from kdstudio.client.remedy import remedy
from kdstudio.core.errors import Code
from kdstudio.core.job import DistillJob
from kdstudio.core.recipe import PlanSpec
from kdstudio.runs import record
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace


def test_a_diverged_run_is_resumed_with_a_lower_learning_rate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = tiny.recipe(tiny.write_pictures(tmp_path / "pictures", per_class=40), epochs=4)
    wild = PlanSpec(epochs=40, batch_size=32, learning_rate=10.0, weight_decay=1.0, warmup=0.0)
    recipe = msgspec.structs.replace(recipe, plan=wild)
    run = sessions.start(Workspace(), DistillJob(), recipe)
    list(run.events())
    assert run.view.failure is not None
    assert run.view.failure.code == Code.LOSS_NOT_FINITE, run.view.failure
    name, before = run.folder.path.name, run.view.step
    assert run.wait_for_exit(10)

    found = remedy(run.view, run.folder.recipe())
    assert found is not None
    assert found.changes == {"plan.learning_rate": "3"}
    assert main(["resume", name, "--set", "plan.batch_size=8"]) != 0
    assert "cannot change while a run goes on" in capsys.readouterr().err
    code = main(["resume", name, "--set", "plan.learning_rate=0.01", "--set", "plan.momentum=0.5"])
    said = capsys.readouterr().err
    assert code == 0, said
    assert "resumed with plan.learning_rate 0.01 (was 10.0)" in said
    assert record.state(run.folder) is RunState.DONE
    again = sessions.attach(run.folder)
    while again.poll():
        pass
    assert again.view.sessions == 2
    assert again.view.step > before
