"""Whatever ends the window, the next one opens where the last one was, and nothing of a run is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from benchmarks import tiny
from kdstudio.core import recipe_file
from kdstudio.gui import place
from kdstudio.gui.pages.run import RunPage
from kdstudio.gui.pages.runs import RunsPage
from kdstudio.gui.place import Place
from kdstudio.runs import lock, record
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace
from tests.conftest import Tell
from tests.e2e.driver import Person, at_the_window

ROOT = Path(__file__).resolve().parents[2]
LOSS = "student/train/loss"


@contextmanager
def window(workspace: Path, *act: str) -> Iterator[subprocess.Popen[str]]:
    """A real window in its own process, at the point that ``act`` leads to; killed at the end if it is still there."""
    command = [sys.executable, "-m", "tests.e2e.acting", str(workspace), *act]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() in ("training", "open", "prepared")
        yield process
    finally:
        process.kill()
        process.communicate()


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait(10)


def until_free(folder: RunFolder, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while lock.is_held(folder):
        assert time.monotonic() < deadline, "the worker outlived its window"
        time.sleep(0.05)


def wait_until(holds: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def knocks(workspace: Path) -> int:
    """How often the open window came to the front because another start wished so."""
    log = workspace / "window.log"
    return log.read_text(encoding="utf-8").count("wished to see this window") if log.exists() else 0


def only_run(workspace: Path) -> RunFolder:
    (folder,) = Workspace(workspace).all_runs()
    return folder


def test_a_killed_window_opens_again_on_its_run_with_charts_intact(qtbot: QtBot, tmp_path: Path, tell: Tell) -> None:
    """P3: without a client the worker ends within 10 s; the run is offered to be resumed."""
    tell("hang")
    with window(tmp_path, "train") as process:
        kill(process)
    folder = only_run(tmp_path)
    assert place.load(Workspace(tmp_path)) == Place("run", folder.path.name)
    until_free(folder, 10)

    def act(person: Person) -> None:
        page = person.window.page
        assert isinstance(page, RunPage)
        person.wait(lambda: page.state.text == "Interrupted", 10)
        assert person.window.studio.run is not None
        assert person.window.studio.run.view.series[LOSS].values.tolist() == [0.5]
        person.wait(lambda: page.board is not None and "loss" in page.board.charts, 10)
        tell("done")
        person.click(page.resume)
        person.wait(lambda: page.state.text == "Done", 20)

    at_the_window(qtbot, tmp_path, act)
    assert record.state(folder) is RunState.DONE
    assert place.load(Workspace(tmp_path)) is None


def test_a_run_that_was_to_go_on_is_still_there_when_the_killed_window_opens_again(
    qtbot: QtBot, tmp_path: Path, tell: Tell
) -> None:
    """P3, *keep training*."""
    tell("hang")
    with window(tmp_path, "keep") as process:
        kill(process)
    folder = only_run(tmp_path)
    time.sleep(lock.LEASE_SECONDS + 1)
    assert lock.is_held(folder)

    def act(person: Person) -> None:
        page = person.window.page
        assert isinstance(page, RunPage)
        person.wait(lambda: page.state.text == "Running", 10)
        person.wait(lambda: page.board is not None and "loss" in page.board.charts, 10)
        person.press("Stop")
        person.press("Stop and keep")
        person.wait(lambda: page.state.text == "Stopped", 20)

    at_the_window(qtbot, tmp_path, act)
    until_free(folder, 10)


def test_the_queue_survives_a_killed_window(qtbot: QtBot, tmp_path: Path, tell: Tell) -> None:
    tell("hang")
    with window(tmp_path, "queue") as process:
        kill(process)
    second, first = sorted(Workspace(tmp_path).all_runs(), key=lambda run: run.path.name, reverse=True)
    until_free(first, 10)
    assert record.state(first) is RunState.INTERRUPTED
    assert record.state(second) is RunState.QUEUED

    def act(person: Person) -> None:
        page = person.window.page
        assert isinstance(page, RunsPage)
        person.wait(page.waiting.isVisible, 10)
        assert page.waiting.message.text() == "1 run waits for its turn."
        tell("done")
        person.press("Start the queue")
        person.wait(lambda: record.state(second) is RunState.DONE, 20)
        person.wait(lambda: not person.window.studio.queue.busy, 10)

    at_the_window(qtbot, tmp_path, act)


def test_a_recipe_under_preparation_is_there_again(qtbot: QtBot, tmp_path: Path) -> None:
    pictures = tiny.write_pictures(tmp_path / "pictures", per_class=8)
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(recipe_file.dumps(tiny.recipe(pictures)), encoding="utf-8")
    with window(tmp_path / "space", "prepare", str(recipe)) as process:
        kill(process)

    def act(person: Person) -> None:
        assert person.page == "data"
        assert person.window.studio.recipe == tiny.recipe(pictures)

    at_the_window(qtbot, tmp_path / "space", act)


def test_a_run_of_the_terminal_is_opened_and_stopped_in_the_window(
    qtbot: QtBot, tmp_path: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell("hang")
    monkeypatch.setenv("KDSTUDIO_WORKSPACE", str(tmp_path))
    command = [sys.executable, "-m", "kdstudio", "demo"]
    terminal = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def act(person: Person) -> None:
        home = person.window.page
        person.wait(lambda: "is training" in home.welcome.message.text(), 30)  # type: ignore[attr-defined] # home has it
        person.press("Show")
        page = person.window.page
        assert isinstance(page, RunPage)
        person.wait(lambda: page.state.text == "Running" and page.board is not None and page.board.isVisible(), 10)
        person.press("Stop")
        person.press("Stop and keep")
        person.wait(lambda: page.state.text == "Stopped", 20)

    try:
        deadline = time.monotonic() + 30
        while not any(record.state(run).is_live for run in Workspace(tmp_path).all_runs()):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        at_the_window(qtbot, tmp_path, act)
        said, _ = terminal.communicate(timeout=20)
    finally:
        terminal.kill()
        terminal.communicate()
    assert "Stopped and kept at step 30" in said


@pytest.mark.skipif(not hasattr(os, "fork"), reason="two hundred processes start at once by forking")
def test_of_two_hundred_starts_one_window_stays_and_comes_to_the_front(tmp_path: Path) -> None:
    """P12: each of the two hundred goes the whole way in; one becomes the window, which the others wish to see."""
    command = [sys.executable, "-m", "tests.e2e.crowd", str(tmp_path), "200"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as crowd:
        assert crowd.stdout is not None
        refused, owner = map(int, crowd.stdout.readline().split())
        try:
            assert refused == 199
            wait_until(lambda: place.load(Workspace(tmp_path)) == Place("home"), 30)  # the window is there
            before = knocks(tmp_path)
            again = [sys.executable, "-m", "kdstudio", "app", "--workspace", str(tmp_path)]
            one_more = subprocess.run(again, cwd=ROOT, capture_output=True, text=True, timeout=30, check=True)
            wait_until(lambda: knocks(tmp_path) > before, 10)
        finally:
            os.kill(owner, signal.SIGKILL)
        _, said = crowd.communicate(timeout=30)
    assert (said + one_more.stderr).count("is open already") == 200
    assert "Traceback" not in said
    with window(tmp_path, "open") as after:
        assert after.poll() is None


@pytest.mark.timeout(240)
def test_a_real_training_survives_its_window(qtbot: QtBot, tmp_path: Path) -> None:
    pictures = tiny.write_pictures(tmp_path / "pictures")
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(recipe_file.dumps(tiny.recipe(pictures, epochs=2000, student="resnet8")), encoding="utf-8")
    space = tmp_path / "space"
    with window(space, "train", str(recipe)) as process:
        kill(process)
    folder = only_run(space)
    until_free(folder, 12)
    assert record.state(folder) is RunState.STOPPED

    def act(person: Person) -> None:
        page = person.window.page
        assert isinstance(page, RunPage)
        person.wait(lambda: page.state.text == "Stopped", 10)
        assert page.banners.kept.message.text().startswith("Stopped. Resume goes on from step ")
        studio = person.window.studio
        assert studio.run is not None
        before = studio.run.view.series[LOSS].steps[-1]
        person.click(page.resume)
        person.wait(lambda: studio.run is not None and studio.run.view.sessions == 2, 60)
        person.wait(lambda: studio.run is not None and studio.run.view.series[LOSS].steps[-1] > before, 60)
        assert studio.run.view.series[LOSS].steps[0] < before
        studio.run.stop(keep=False)
        person.wait(lambda: page.state.text == "Discarded", 30)

    at_the_window(qtbot, space, act)
