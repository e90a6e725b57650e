"""What terminals do to the runs is seen at the window that is open beside them, without touching it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdstudio.gui.pages.home import HomePage
from kdstudio.gui.pages.runs import RunsPage
from kdstudio.runs.workspace import Workspace
from tests.conftest import Tell
from tests.e2e.driver import Person, at_the_window

ROOT = Path(__file__).resolve().parents[2]


def kdstudio(workspace: Path, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kdstudio", *arguments]
    around = {**os.environ, "KDSTUDIO_WORKSPACE": str(workspace), **environment}
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, env=around, stdout=quiet, stderr=quiet)


def home_states(page: HomePage) -> list[str]:
    return [row.accessibleName().split(", ")[1] for row in page.recent.rows.values() if row.isVisible()]


def list_states(page: RunsPage) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def seen(person: Person, states: Callable[[], list[str]], wanted: str) -> None:
    person.wait(lambda: any(state.startswith(wanted) for state in states()), 60)


@pytest.mark.timeout(240)
def test_a_real_training_of_a_terminal_is_seen_on_home_from_its_start_to_its_end(
    qtbot: QtBot, tmp_path: Path, recipe: Path
) -> None:
    space = tmp_path / "workspace"

    def act(person: Person) -> None:
        page = person.window.page
        assert isinstance(page, HomePage)
        person.wait(page.recent.empty.isVisible, 10)
        process = kdstudio(space, "run", str(recipe), "--set", "plan.epochs=1", "--set", "export.int8=false")
        seen(person, lambda: home_states(page), "Running")
        assert "is training" in page.welcome.message.text()
        (row,) = page.recent.rows.values()
        seen(person, lambda: home_states(page), "Done")
        assert process.wait(60) == 0
        assert list(page.recent.rows.values()) == [row]  # the same widget all the time
        person.wait(lambda: not page.welcome.isVisible(), 10)
        (folder,) = Workspace(space).all_runs()
        assert kdstudio(space, "delete", folder.path.name).wait(30) == 0
        person.wait(page.recent.empty.isVisible, 10)
        assert not page.recent.rows

    at_the_window(qtbot, space, act)


@pytest.mark.timeout(120)
def test_runs_that_start_fail_die_and_go_are_seen_in_the_list(
    qtbot: QtBot, tmp_path: Path, recipe: Path, tell: Tell
) -> None:
    space = tmp_path / "workspace"
    space.mkdir()

    def act(person: Person) -> None:
        page = person.window.page
        assert isinstance(page, RunsPage)
        lasting = kdstudio(space, "run", str(recipe), KDSTUDIO_STORY="hang")
        seen(person, lambda: list_states(page), "Running 40.0\u00a0%")
        page.table.choose([0])
        chosen = [entry.folder for entry in page._chosen()]
        assert kdstudio(space, "run", str(recipe), KDSTUDIO_STORY="fail").wait(30) != 0
        seen(person, lambda: list_states(page), "Failed")
        assert kdstudio(space, "run", str(recipe), KDSTUDIO_STORY="kill").wait(30) != 0
        seen(person, lambda: list_states(page), "Interrupted")
        failed = next(e.folder for e in page._shown if e.state == "failed")
        assert kdstudio(space, "delete", failed.path.name).wait(30) == 0
        person.wait(lambda: "Failed" not in list_states(page), 10)
        assert [entry.folder for entry in page._chosen()] == chosen
        assert kdstudio(space, "stop", chosen[0].path.name).wait(30) == 0
        seen(person, lambda: list_states(page), "Stopped")
        lasting.wait(30)
        assert page.detail.isVisible()
        assert page.detail.state.text == "Stopped"

    at_the_window(qtbot, space, act, "--page", "runs")
