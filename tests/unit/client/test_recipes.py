"""The recipe that goes on from a teacher LLM's data set."""

from __future__ import annotations

import pytest

from kdstudio.client.recipes import recipe_of
from kdstudio.core import preflight, recipe_file
from kdstudio.core.synthesis import GenerateSpec, Synthesis, SynthesisReport, Usage
from tests import author


@pytest.mark.parametrize(("rows", "epochs"), [(20, 60), (4000, 12), (100_000, 5)])
def test_the_length_suits_the_rows(rows: int, epochs: int) -> None:
    report = SynthesisReport(
        stage="full", wanted=rows, kept={"good": rows // 2, "bad": rows // 2}, doubtful=0, dropped={}, usage=Usage(),
        seconds=1, data="/tasks/reviews/examples", predictions="/tasks/reviews/examples/predictions.npz",
    )  # fmt: skip
    recipe = recipe_of(Synthesis(brief=author.BRIEF, generate=GenerateSpec(max_words=40)), report)
    assert (recipe.plan.epochs, recipe.data.max_length, recipe.name) == (epochs, 80, "Reviews")
    assert recipe_file.loads(recipe_file.dumps(recipe)) == recipe
    assert [problem for problem in preflight.check(recipe) if not problem.path.endswith("path")] == []
