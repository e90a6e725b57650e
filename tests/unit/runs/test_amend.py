from __future__ import annotations

from pathlib import Path

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import DistillJob
from kdstudio.core.recipe import Recipe
from kdstudio.runs.amend import amend, amended, earlier
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return Workspace(tmp_path).new(DistillJob(), Recipe())


def test_every_earlier_recipe_is_kept(run: RunFolder) -> None:
    assert amended(run) == {}
    amend(run, {"plan.learning_rate": "0.02"})
    amend(run, {"plan.micro_batch": "64", "runtime.threads": "1"})
    assert [recipe.plan.learning_rate for recipe in earlier(run)] == [0.05, 0.02]
    assert run.recipe().plan.micro_batch == 64
    first = Recipe()
    assert amended(run) == {
        "plan.learning_rate": (0.05, 0.02),
        "plan.micro_batch": (0, 64),
        "runtime.threads": (first.runtime.threads, 1),
    }


def test_the_same_value_changes_nothing(run: RunFolder) -> None:
    amend(run, {"plan.learning_rate": "0.05"})
    assert earlier(run) == []


@pytest.mark.parametrize(
    "change", [{"plan.batch_size": "64"}, {"data.path": "/elsewhere"}, {"plan.seed": "1"}, {"method.temperature": "2"}]
)
def test_what_a_checkpoint_depends_on_cannot_change(run: RunFolder, change: dict[str, str]) -> None:
    with pytest.raises(KDError, match="cannot change while a run goes on") as caught:
        amend(run, change)
    assert caught.value.code is Code.RECIPE_INVALID
    assert earlier(run) == []
    assert run.recipe() == Recipe()
