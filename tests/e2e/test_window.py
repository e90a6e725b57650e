"""The whole way through the window, clicked: data, models, plan, run, results, export."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdstudio.gui.pages.home import HomePage
from kdstudio.runs import record
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace
from tests.e2e.driver import Person, at_the_window


@pytest.mark.timeout(240)
def test_from_a_recipe_to_a_verified_export(qtbot: QtBot, tmp_path: Path, recipe: Path) -> None:
    def act(person: Person) -> None:
        studio = person.window.studio
        assert isinstance(person.window.page, HomePage)
        studio.open_recipe(recipe)  # the file dialog is the system's own
        person.wait(lambda: person.page == "data", 10)
        person.wait(person.window.page.primary.isEnabled, 60)
        person.press("Next: models")
        assert person.page == "models"
        person.press("Next: plan")
        assert person.page == "plan"
        person.press("Start the run")
        assert person.page == "run"
        person.wait(lambda: studio.run is not None and studio.run.view.ended, 150)
        assert studio.run is not None
        assert studio.run.view.state is RunState.DONE, studio.run.view.failure
        person.wait(lambda: person.page == "results", 10)
        person.press("Export")
        assert person.page == "export"
        assert person.clicks == 4

    at_the_window(qtbot, tmp_path / "workspace", act)
    runs = list(Workspace(tmp_path / "workspace").all_runs())
    assert len(runs) == 1
    report = record.report(runs[0])
    assert report is not None
    int8 = report.row("int8")
    assert int8 is not None
    assert (runs[0].path / int8.path).is_file()
    assert int8.accuracy > 0.8
