from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdstudio.core.errors import Code
from kdstudio.gui.run_model import RunModel
from kdstudio.protocol import codec
from kdstudio.protocol.commands import Continue, Pause, Save, Stop
from kdstudio.protocol.events import JobFinished, MetricBatch, StateChanged
from kdstudio.runs import lock
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.reader import Tail
from kdstudio.runs.record import RunState
from tests.unit.gui.worker_at import new_run, worker_at


@contextmanager
def following(folder: RunFolder) -> Iterator[RunModel]:
    model = RunModel.attach(folder)
    try:
        yield model
    finally:
        model.close()
        assert not model.following
        model.deleteLater()


def test_a_finished_run_opens_complete_and_ends(qtbot: QtBot) -> None:
    folder = new_run()
    with worker_at(folder) as worker:
        worker.begin()
        worker.say(
            *(MetricBatch(step=s, seconds=s / 10, values={"student/train/kd": 1 / (s + 1)}) for s in range(5000))
        )
        worker.say(JobFinished(outcome="done"))
    with following(folder) as model:
        with qtbot.waitSignal(model.ended):
            pass
        assert model.view.state is RunState.DONE
        assert len(model.view.series["student/train/kd"].values) == 5000
        assert model.folder == folder


def test_changed_comes_at_most_ten_times_a_second_and_never_loses_the_last(qtbot: QtBot) -> None:
    folder = new_run()
    with worker_at(folder) as worker, following(folder) as model:
        times: list[float] = []
        model.changed.connect(lambda: times.append(time.monotonic()))
        worker.begin()
        until = time.monotonic() + 1.0
        step = 0
        while time.monotonic() < until:
            worker.say(MetricBatch(step=step, seconds=0.0, values={"student/train/kd": float(step)}))
            step += 1
            qtbot.wait(2)
        qtbot.waitUntil(lambda: len(model.view.series["student/train/kd"].steps) == step)
        qtbot.wait(150)
        assert times[-1] >= until - 0.1
        gaps = [b - a for a, b in itertools.pairwise(times)]
        assert len(times) <= 15
        assert min(gaps) > 0.09


def test_a_burst_while_following_is_handed_over_whole(qtbot: QtBot) -> None:
    folder = new_run()
    with worker_at(folder) as worker, following(folder) as model:
        worker.begin()
        qtbot.waitUntil(lambda: model.view.sessions == 1)
        burst = (MetricBatch(step=s, seconds=0.0, values={"a/train/b": float(s)}) for s in range(6000))
        with folder.events.open("ab") as stream:
            stream.write(b"".join(map(codec.encode, burst)))
        qtbot.waitUntil(lambda: "a/train/b" in model.view.series and len(model.view.series["a/train/b"].steps) == 6000)
        assert list(model.view.series["a/train/b"].values) == [float(s) for s in range(6000)]


def test_what_is_asked_reaches_the_worker_in_order_even_when_closing_at_once(qtbot: QtBot) -> None:
    folder = new_run()
    with worker_at(folder) as worker:
        worker.begin()
        with following(folder) as model:
            model.pause()
            model.go_on()
            model.save()
            model.stop(keep=False)
        said = Tail(folder.commands, codec.decode_command).read()
    assert [type(command) for command in said] == [Pause, Continue, Save, Stop]
    assert isinstance(said[-1], Stop)
    assert not said[-1].keep


def test_watching_renews_the_lease_and_keep_running_outlives_the_window(qtbot: QtBot) -> None:
    folder = new_run()
    with worker_at(folder) as worker:
        worker.begin()
        watch = lock.LeaseWatch(folder.lease, seconds=1.5)
        with following(folder) as model:
            for _ in range(25):
                qtbot.wait(100)
                assert not watch.expired()
        qtbot.waitUntil(watch.expired)
        with following(folder) as model:
            model.keep_running()
        for _ in range(20):
            time.sleep(0.1)
            assert not watch.expired()


def test_a_worker_that_died_is_a_failure_in_words(qtbot: QtBot) -> None:
    folder = new_run()
    with worker_at(folder) as worker:
        worker.begin()
        worker.say(MetricBatch(step=7, seconds=0.0, values={"student/train/kd": 1.0}))
    with following(folder) as model:
        with qtbot.waitSignal(model.ended):
            pass
        assert model.view.failure is not None
        assert model.view.failure.code == Code.WORKER_DIED
        assert "step 7" in model.view.failure.message


def test_a_run_that_is_taken_ends_with_the_reason(qtbot: QtBot) -> None:
    folder = new_run()
    with worker_at(folder) as worker:
        worker.begin()
        model = RunModel.resume(folder)
        with qtbot.waitSignal(model.ended):
            pass
        assert model.view.failure is not None
        assert model.view.failure.code == Code.RUN_BUSY
        model.close()


def test_a_worker_that_cannot_be_started_ends_with_the_reason(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KDSTUDIO_ENGINE_PYTHON", str(tmp_path / "no-such-python"))
    model = RunModel.resume(new_run())
    with qtbot.waitSignal(model.ended):
        pass
    assert model.view.failure is not None
    assert model.view.failure.code == Code.ENGINE_UNAVAILABLE
    model.close()


def test_a_request_that_fails_is_told_and_the_run_goes_on(qtbot: QtBot) -> None:
    folder = new_run()
    with worker_at(folder) as worker:
        worker.begin()
        folder.commands.mkdir()
        with following(folder) as model:
            with qtbot.waitSignal(model.trouble) as caught:
                model.pause()
            assert "could not be told" in caught.args[0].message
            worker.say(StateChanged(state="paused"))
            qtbot.waitUntil(lambda: model.view.state is RunState.PAUSED)
