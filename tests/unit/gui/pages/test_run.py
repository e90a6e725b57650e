from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kdstudio.client import session
from kdstudio.core.errors import Code
from kdstudio.core.recipe import Recipe, TeacherSpec
from kdstudio.gui.pages import run as run_module
from kdstudio.gui.pages.run import RunPage
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.ask import Ask
from kdstudio.protocol import codec
from kdstudio.protocol.commands import Command, Continue, Pause, Stop
from kdstudio.protocol.events import (
    CheckpointSaved,
    Heartbeat,
    JobFailed,
    JobFinished,
    MetricBatch,
    Notice,
    PhaseChanged,
    PreviewItem,
    PreviewShown,
    Progress,
    StateChanged,
)
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.reader import Tail
from kdstudio.runs.record import RunState
from tests.conftest import Tell
from tests.unit.gui.worker_at import WorkerAt, new_run, worker_at

RECIPE = Recipe(name="Digits", teacher=TeacherSpec(kind="train", architecture="resnet20"))


@pytest.fixture
def page(qtbot: QtBot, studio: Studio) -> Iterator[RunPage]:
    made = RunPage(studio)
    qtbot.addWidget(made)
    made.resize(1060, 800)
    made.show()
    qtbot.waitUntil(lambda: made.board is not None)
    yield made
    QGuiApplication.clipboard().clear()


@pytest.fixture
def worker(page: RunPage, studio: Studio, qtbot: QtBot) -> Iterator[WorkerAt]:
    folder = new_run(RECIPE)
    with worker_at(folder) as made:
        made.begin()
        made.say(PhaseChanged(phase="train"))
        studio.open_run(folder)
        qtbot.waitUntil(lambda: page.state.text == "Running")
        yield made
        if made.held.is_locked:
            made.end(JobFinished(outcome="stopped"))
    if studio.run is not None:
        qtbot.waitUntil(lambda: not studio.run or not studio.run.following)


def commands(folder: RunFolder) -> list[Command]:
    return Tail(folder.commands, codec.decode_command).read()


def answer(page: RunPage, qtbot: QtBot, text: str) -> None:
    ask = page.findChild(Ask)
    assert ask is not None
    button = next(button for button in ask.buttons if button.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(Ask) is None)


def teach(worker: WorkerAt, steps: int, ce: float = 0.5) -> None:
    for step in range(1, steps + 1):
        values = {"student/train/loss": 1 / step, "student/weighted/kd": 0.5, "student/weighted/ce": ce}
        worker.say(MetricBatch(step=step, seconds=step / 10, values=values))


def test_says_what_learns_from_what_and_how_far_it_is(page: RunPage, worker: WorkerAt, qtbot: QtBot) -> None:
    worker.say(Progress(phase="train", done=1240, total=4680, unit="steps", seconds_left=130))
    qtbot.waitUntil(lambda: "1,240 of 4,680 steps" in page.progress.done.text())
    qtbot.waitUntil(lambda: page.title.text() == "Digits")
    qtbot.waitUntil(lambda: page.subtitle.text().startswith("ResNet-8 learns from ResNet-20"))
    assert page.progress.phase.text() == "Train student"
    assert page.progress.left.text().startswith("about 2 min left")
    assert page.progress.bar.value() == 265
    assert page.progress.stepper.accessibleName() == "Step 4 of 6: Train student"
    assert not page.primary.isEnabled()
    assert page.reason.text()


def test_charts_appear_with_the_first_numbers(page: RunPage, worker: WorkerAt, qtbot: QtBot) -> None:
    assert page.waiting.isVisible()
    teach(worker, 5)
    qtbot.waitUntil(lambda: page.board is not None and page.board.isVisible())
    assert page.board is not None
    assert list(page.board.charts) == ["weighted", "loss"]
    assert not page.waiting.isVisible()


def test_a_term_that_drowns_the_others_is_pointed_out(page: RunPage, worker: WorkerAt, qtbot: QtBot) -> None:
    teach(worker, 30)
    qtbot.wait(200)
    assert not page.banners.balance.isVisible()
    teach(worker, 30, ce=30.0)
    qtbot.waitUntil(page.banners.balance.isVisible)
    assert page.banners.balance.message.text().startswith("labels (ce) makes up 98.4\u00a0%")


def test_a_loss_that_stands_still_is_pointed_out(page: RunPage, worker: WorkerAt, qtbot: QtBot) -> None:
    for step in range(1, 60):
        worker.say(MetricBatch(step=step, seconds=step / 10, values={"student/train/loss": 2.302585}))
    qtbot.waitUntil(page.banners.still.isVisible)
    assert page.banners.still.message.text() == "The loss has stood still since step 1."
    worker.say(MetricBatch(step=60, seconds=6.0, values={"student/train/loss": 2.0}))
    qtbot.waitUntil(lambda: not page.banners.still.isVisible())


def test_a_diverged_run_goes_on_with_a_lower_learning_rate_by_one_click(
    page: RunPage, worker: WorkerAt, studio: Studio, qtbot: QtBot, tell: Tell
) -> None:
    tell("done")
    worker.end(JobFailed(code=Code.LOSS_NOT_FINITE, message="The loss became nan at step 40.", hint="Resume."))
    qtbot.waitUntil(page.banners.error.remedy.isVisible)
    assert page.banners.error.remedy.text() == "Resume with learning rate 0.02"
    qtbot.waitUntil(lambda: studio.run is not None and not studio.run.following)
    qtbot.mouseClick(page.banners.error.remedy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.state.text == "Done", timeout=10_000)
    assert worker.folder.recipe().plan.learning_rate == 0.02
    assert not page.banners.error.isVisible()


def test_machine_and_answers_follow(page: RunPage, worker: WorkerAt, qtbot: QtBot) -> None:
    right = PreviewItem(id="a", label="7", teacher="7", student="7", confidence=0.9, text="seven")
    wrong = PreviewItem(id="b", label="1", teacher="1", student="7", confidence=0.4, text="one")
    worker.say(Heartbeat(rss_bytes=512_000_000, cpu_percent=150.0), PreviewShown(step=1, items=(right, wrong)))
    qtbot.waitUntil(page.preview.isVisible)
    assert page.preview._sum.text() == "1 of 2 right"
    names = [cell.accessibleName() for cell in page.preview._cells]
    assert names[1] == "Student: 7 (40.0\u00a0%). Teacher: 1. Right: 1."
    assert page.machine._rows["memory"]._value.text() == "512 MB"
    assert page.machine._rows["cpu"]._value.text().startswith("1.5 of ")
    worker.say(PreviewShown(step=2, items=(right,)))
    qtbot.waitUntil(lambda: page.preview._sum.text() == "1 of 1 right")


def test_pause_and_continue(page: RunPage, worker: WorkerAt, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [type(command) for command in commands(worker.folder)] == [Pause])
    worker.say(StateChanged(state="paused"))
    qtbot.waitUntil(lambda: page.pause.text() == "Continue")
    qtbot.mouseClick(page.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [type(command) for command in commands(worker.folder)] == [Pause, Continue])


@pytest.mark.parametrize(("text", "keep"), [("Stop and keep", True), ("Stop and discard", False)])
def test_stop_says_what_keep_and_discard_mean(
    page: RunPage, worker: WorkerAt, qtbot: QtBot, text: str, keep: bool
) -> None:
    qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    ask = page.findChild(Ask)
    assert ask is not None
    assert "resumed" in ask.accessibleDescription()
    answer(page, qtbot, text)
    qtbot.waitUntil(lambda: len(commands(worker.folder)) == 1)
    (command,) = commands(worker.folder)
    assert isinstance(command, Stop)
    assert command.keep is keep


def test_going_on_stops_nothing(page: RunPage, worker: WorkerAt, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    answer(page, qtbot, "Go on training")
    qtbot.wait(150)
    assert not worker.folder.commands.exists()


def test_a_stopped_run_can_be_resumed(page: RunPage, worker: WorkerAt, studio: Studio, qtbot: QtBot) -> None:
    worker.end(CheckpointSaved(role="student", step=1200, path="c", size_bytes=1), JobFinished(outcome="stopped"))
    qtbot.waitUntil(page.banners.kept.isVisible)
    assert "1,200" in page.banners.kept.message.text()
    assert page.resume.isVisible()
    assert not page.stop.isVisible()
    qtbot.waitUntil(lambda: studio.run is not None and not studio.run.following, timeout=8000)
    with worker_at(worker.folder) as other:  # meanwhile somebody else goes on with it, which is said in words
        qtbot.mouseClick(page.resume, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(page.banners.error.isVisible)
        assert "already running" in page.banners.error.message.text()
        other.begin(session=2)
        qtbot.mouseClick(page.banners.error.retry, Qt.MouseButton.LeftButton)  # follows the one that runs
        qtbot.waitUntil(lambda: page.state.text == "Running")
        other.end(JobFinished(outcome="stopped"))


def test_goes_to_the_results_by_itself(page: RunPage, worker: WorkerAt, studio: Studio, qtbot: QtBot) -> None:
    with qtbot.waitSignal(studio.page_wanted, timeout=9000) as wanted:
        worker.end(JobFinished(outcome="done"))
    assert wanted.args == ["results"]
    assert page.primary.isEnabled()


def test_stays_when_somebody_works_with_the_page(
    page: RunPage, worker: WorkerAt, studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page._advance.setInterval(100)
    teach(worker, 5)
    qtbot.waitUntil(lambda: page.board is not None and page.board.isVisible())
    assert page.board is not None
    page.board.smoothing.setValue(10)
    with qtbot.assertNotEmitted(studio.page_wanted):
        with qtbot.waitSignal(studio.told, timeout=8000) as told:
            worker.end(JobFinished(outcome="done"))
        qtbot.wait(300)
    assert "results are ready" in told.args[0]
    qtbot.mouseClick(page.primary, Qt.MouseButton.LeftButton)


def test_a_reopened_run_stays_where_it_is(page: RunPage, studio: Studio, qtbot: QtBot) -> None:
    folder = new_run(RECIPE)
    with worker_at(folder) as worker:
        worker.begin()
        worker.say(JobFinished(outcome="done"))
    page._advance.setInterval(50)
    studio.open_run(folder)
    assert studio.run is not None
    with qtbot.waitSignal(studio.run.ended):
        pass
    with qtbot.assertNotEmitted(studio.page_wanted, wait=200):
        pass
    assert page.progress.phase.text() == "Everything is done"


def test_the_system_says_so_when_nobody_looks(
    page: RunPage, worker: WorkerAt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tmp_path / "said"
    command = tmp_path / "notify-send"
    command.write_text(f'#!/bin/sh\necho "$@" > {said}\n')
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    page.clearFocus()
    page.window().hide()
    worker.end(JobFinished(outcome="done"))
    qtbot.waitUntil(lambda: bool(page.notifier.last), timeout=8000)
    assert page.notifier.last == "Digits: The run is done. The results are ready."
    if sys.platform.startswith("linux"):
        qtbot.waitUntil(lambda: said.exists() and "results are ready" in said.read_text())


def test_a_failure_is_a_sentence_with_retry_and_details(
    page: RunPage, worker: WorkerAt, studio: Studio, qtbot: QtBot
) -> None:
    worker.end(
        JobFailed(code="out-of-memory", message="Ran out of memory.", hint="Try batch 16.", traceback="Trace: x")
    )
    qtbot.waitUntil(page.banners.error.isVisible)
    assert page.banners.error.message.text() == "Ran out of memory."
    assert page.banners.error.hint.text() == "Try batch 16."
    qtbot.mouseClick(page.banners.error.copy, Qt.MouseButton.LeftButton)
    assert "Trace: x" in QGuiApplication.clipboard().text()
    assert page.progress.stepper._state == "failed"
    before = studio.run
    qtbot.waitUntil(lambda: before is not None and not before.following, timeout=8000)
    qtbot.mouseClick(page.banners.error.retry, Qt.MouseButton.LeftButton)
    assert studio.run is not before
    assert studio.run is not None
    assert studio.run.folder == worker.folder
    studio.run.stop(keep=False)  # a real worker has been started
    qtbot.waitUntil(lambda: studio.run is not None and not studio.run.following, timeout=60_000)
    assert studio.run.view.state is RunState.DISCARDED


HUNG = """
import sys, time
sys.path.insert(0, {root!r})
from pathlib import Path
from kdstudio.runs.layout import RunFolder
from tests.unit.gui.worker_at import worker_at
from kdstudio.protocol.events import JobStarted
import os, socket
with worker_at(RunFolder(Path({folder!r}))) as worker:
    worker.say(JobStarted(kind="distill", session=1, pid=os.getpid(), host=socket.gethostname(), version="0"))
    part = worker.folder.checkpoints / f".step.{{os.getpid()}}.part"
    part.parent.mkdir()
    part.touch()
    time.sleep(60)
"""


def test_a_worker_that_hangs_can_be_waited_for_or_ended_but_not_while_it_saves(
    page: RunPage, studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "_UNRESPONSIVE_SECONDS", 0.4)
    page._obey.setInterval(200)
    folder = new_run(RECIPE)
    root = str(Path(run_module.__file__).parents[3])
    hung = subprocess.Popen([sys.executable, "-c", HUNG.format(root=root, folder=str(folder.path))])
    try:
        studio.open_run(folder)
        qtbot.waitUntil(page.banners.silent.isVisible, timeout=15_000)
        assert page.banners.silent.message.text() == "Training is not responding."
        wait, stop = page.banners.silent.buttons
        qtbot.mouseClick(wait, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not page.banners.silent.isVisible())
        qtbot.waitUntil(page.banners.silent.isVisible)
        with qtbot.waitSignal(studio.error_wanted) as refused:
            qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
        assert "writing a checkpoint" in refused.args[0].message
        assert hung.poll() is None
        assert isinstance(commands(folder)[-1], Stop)
        next(folder.checkpoints.glob(".*.part")).unlink()
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(page.banners.error.isVisible, timeout=8000)
        assert "stopped unexpectedly" in page.banners.error.message.text()
        hung.wait(5)
    finally:
        hung.kill()
        hung.wait()


def test_the_log_opens_and_can_be_copied(page: RunPage, worker: WorkerAt, qtbot: QtBot) -> None:
    worker.say(Notice(level="info", code="x", message="Two threads are fastest here."))
    qtbot.waitUntil(lambda: "Two threads" in page.log._newest.text())
    worker.folder.log.write_text("a library says something\n")
    qtbot.mouseClick(page.log.toggle, Qt.MouseButton.LeftButton)
    assert "Two threads" in page.log.text.toPlainText()
    qtbot.mouseClick(page.log._tabs.buttons["output"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "a library says" in page.log.text.toPlainText())
    qtbot.mouseClick(page.log._copy, Qt.MouseButton.LeftButton)
    assert "a library says" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(page.log.toggle, Qt.MouseButton.LeftButton)
    assert not page.log.text.isVisible()


def test_past_runs_can_be_laid_under_the_charts(page: RunPage, worker: WorkerAt, qtbot: QtBot) -> None:
    older = new_run(Recipe(name="Older"))
    with worker_at(older) as other:
        other.begin()
        teach(other, 10)
        other.say(JobFinished(outcome="done"))
    teach(worker, 5)
    qtbot.mouseClick(page.overlays, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.overlays.findChild(QMenu) is not None)
    menu = page.overlays.findChild(QMenu)
    assert menu is not None
    (action,) = menu.actions()
    assert action.text().startswith("Older · ")
    action.trigger()
    menu.close()
    qtbot.waitUntil(lambda: page.board is not None and bool(page.board._overlays))
    assert page.board is not None
    qtbot.waitUntil(lambda: page.board is not None and "loss" in page.board.charts)
    assert len(page.board.charts["loss"].curves) == 2


def test_the_command_can_be_copied_and_the_recipe_used_again(
    page: RunPage, worker: WorkerAt, studio: Studio, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == f"kdstudio watch {worker.folder.path.name}"
    with qtbot.waitSignal(studio.page_wanted) as wanted:
        page._use_recipe(worker.folder)
    assert wanted.args == ["plan"]
    assert studio.recipe == RECIPE


def test_narrow_windows_have_one_column(page: RunPage, worker: WorkerAt, qtbot: QtBot) -> None:
    teach(worker, 5)
    qtbot.waitUntil(lambda: page.board is not None and page.board.isVisible())
    page.resize(640, 700)
    qtbot.wait(50)
    assert page._side.y() > page.progress.y()
    assert page._side.x() < 100
