from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks import tiny
from benchmarks.kills import undisturbed
from kdstudio.client.session import Session
from kdstudio.core import recipe_file
from kdstudio.core.recipe import Recipe
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace


@dataclass(frozen=True)
class Reference:
    """A run that nobody disturbed, and the recipe that leads to the very same weights."""

    recipe: Recipe
    recipe_file: Path
    folder: RunFolder
    weights: str
    seconds: float


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    place = tmp_path_factory.mktemp("reference")
    recipe = tiny.recipe(tiny.write_pictures(place / "pictures"), epochs=8, student="resnet8")
    path = place / "recipe.toml"
    path.write_text(recipe_file.dumps(recipe), encoding="utf-8")
    workspace = Workspace(place / "workspace")
    weights, seconds = undisturbed(workspace, recipe)
    (folder,) = workspace.all_runs()
    return Reference(recipe, path, folder, weights, seconds)


Until = Callable[[Session, Callable[[], bool]], None]


@pytest.fixture
def until() -> Until:
    """Follow a session until something holds."""

    def wait(session: Session, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 120
        while not holds():
            assert time.monotonic() < deadline, session.view
            assert not session.view.ended, session.view.failure or session.view.finish
            session.poll()
            time.sleep(0.01)

    return wait
