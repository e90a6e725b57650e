"""Training: what it learns, what a resume repeats, what it refuses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import AugmentSpec, PlanSpec
from kdstudio.engine import answers, loop
from kdstudio.engine.answers import LiveAnswers, Views
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.evaluate import accuracy_of, logits_of
from kdstudio.engine.listener import Stopped, Unattended
from kdstudio.engine.loop import train
from kdstudio.engine.methods import create
from kdstudio.engine.models.teacher import ModuleTeacher, fingerprint
from kdstudio.engine.progress import Silent
from kdstudio.engine.training import Training
from tests.unit.engine.points import CPU, Net, PointTask, make_dataset, make_training


class InterruptError(Exception):
    pass


class StopAt(Unattended):
    """Ends the training after a step, as a kill between two steps does."""

    def __init__(self, step: int) -> None:
        self.left = step

    def check(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise InterruptError


class Recorder(Unattended):
    def __init__(self) -> None:
        self.values: dict[str, list[float]] = {}
        self.notices: list[str] = []

    def metrics(self, step: int, seconds: float, values: dict[str, float]) -> None:
        for name, value in values.items():
            self.values.setdefault(name, []).append(value)

    def validated(self, step: int, logits: np.ndarray, values: dict[str, float]) -> None:
        self.values.setdefault("validation", []).append(values["accuracy"])

    def notice(self, code: str, message: str, hint: str = "", *, warning: bool = True) -> None:
        self.notices.append(code)


def weights_of(module: torch.nn.Module) -> dict[str, bytes]:
    return {name: tensor.numpy().tobytes() for name, tensor in module.state_dict().items()}


def test_learns_and_reports(tmp_path: Path) -> None:
    recorder = Recorder()
    trained = train(make_training(tmp_path, listener=recorder))
    dataset = make_dataset()
    logits = logits_of(trained, PointTask(), dataset.test, dataset.input, CPU)
    assert accuracy_of(logits, dataset.test.labels) > 0.85
    assert len(recorder.values["validation"]) == 4
    assert {"train/ce", "train/loss", "weighted/ce", "train/learning_rate", "train/accuracy"} <= set(recorder.values)


@pytest.mark.parametrize("step", [1, 5, 6, 13, 23])
@pytest.mark.parametrize("optimizer", ["sgd", "adamw"])
def test_resume_from_any_step_is_bit_identical(tmp_path: Path, step: int, optimizer: str) -> None:
    plan = PlanSpec(
        epochs=4,
        batch_size=16,
        optimizer=optimizer,
        learning_rate=0.01,
        ema=0.9,
        augment=AugmentSpec(shift=0.1, views=3),
    )
    whole = weights_of(train(make_training(tmp_path / "whole", plan=plan)))
    with pytest.raises(InterruptError):
        train(make_training(tmp_path / "cut", plan=plan, listener=StopAt(step)))
    resumed = weights_of(train(make_training(tmp_path / "cut", plan=plan)))
    assert resumed == whole


class StopHeard(Unattended):
    """Hears of a stop wherever the training first tells or asks something after a step: in its report, or after it."""

    def __init__(self, step: int, where: str, *, keep: bool = True) -> None:
        self._step, self._where, self._keep = step, where, keep
        self._seen = 0

    def metrics(self, step: int, seconds: float, values: dict[str, float]) -> None:
        self._seen = step

    def progress(self, done: float, total: float, unit: str = "") -> None:
        if self._where == "report" and done >= self._step:
            raise Stopped("asked to stop", keep=self._keep)

    def check(self) -> None:
        if self._where == "check" and self._seen >= self._step:
            raise Stopped("asked to stop", keep=self._keep)


@pytest.mark.parametrize("where", ["report", "check"])
@pytest.mark.parametrize("step", [5, 6, 12])
def test_a_stop_that_keeps_loses_nothing_wherever_it_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, step: int
) -> None:
    monkeypatch.setattr(loop, "_REPORT_SECONDS", 0.0)
    plan = PlanSpec(epochs=4, batch_size=16, early_stopping=3, augment=AugmentSpec(shift=0.1, views=2))

    def lesson(name: str, listener: Unattended | None = None) -> Training:
        return make_training(tmp_path / name, plan=plan, listener=listener, checkpoint_seconds=1e9)

    whole = weights_of(train(lesson("whole")))
    cut = lesson("cut", StopHeard(step, where))
    with pytest.raises(Stopped):
        train(cut)
    newest = cut.store.newest()
    assert newest is not None
    assert newest[1].step == step
    assert weights_of(train(lesson("cut"))) == whole


def test_a_stop_that_discards_saves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "_REPORT_SECONDS", 0.0)
    training = make_training(tmp_path, listener=StopHeard(5, "check", keep=False), checkpoint_seconds=1e9)
    with pytest.raises(Stopped):
        train(training)
    assert training.store.newest() is None


def test_resume_of_a_finished_training_changes_nothing(tmp_path: Path) -> None:
    first = weights_of(train(make_training(tmp_path)))
    assert weights_of(train(make_training(tmp_path, listener=StopAt(1)))) == first


def test_micro_batches_give_the_gradient_of_the_whole_batch(tmp_path: Path) -> None:
    def trained(micro: int) -> dict[str, torch.Tensor]:
        plan = PlanSpec(epochs=1, batch_size=16, micro_batch=micro, learning_rate=0.05, augment=AugmentSpec(shift=0.0))
        model = Linear()
        return train(make_training(tmp_path / str(micro), plan=plan, model=model)).state_dict()

    class Linear(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            torch.manual_seed(1)
            self.layer = torch.nn.Linear(2, 3)

        def forward(self, points: torch.Tensor) -> torch.Tensor:
            return self.layer(points)

    whole, parts = trained(0), trained(4)
    for name, tensor in whole.items():
        torch.testing.assert_close(parts[name], tensor)


def test_early_stopping_returns_the_best_epoch(tmp_path: Path) -> None:
    plan = PlanSpec(epochs=60, batch_size=16, learning_rate=0.05, early_stopping=3, schedule="constant")
    recorder = Recorder()
    trained = train(make_training(tmp_path, plan=plan, listener=recorder))
    dataset = make_dataset()
    accuracy = accuracy_of(
        logits_of(trained, PointTask(), dataset.validation, dataset.input, CPU), dataset.validation.labels
    )
    assert "early-stop" in recorder.notices
    assert accuracy == max(recorder.values["validation"])
    assert len(recorder.values["validation"]) < 60


def test_the_best_epoch_is_kept_where_the_plan_says_so_also_over_a_resume(tmp_path: Path) -> None:
    plan = PlanSpec(epochs=12, batch_size=16, learning_rate=0.2, schedule="constant", keep="best")
    recorder, dataset = Recorder(), make_dataset()
    kept = train(make_training(tmp_path / "whole", plan=plan, listener=recorder))
    logits = logits_of(kept, PointTask(), dataset.validation, dataset.input, CPU)
    assert accuracy_of(logits, dataset.validation.labels) == max(recorder.values["validation"])
    assert len(recorder.values["validation"]) == 12
    with pytest.raises(InterruptError):
        train(make_training(tmp_path / "cut", plan=plan, listener=StopAt(50)))
    assert weights_of(train(make_training(tmp_path / "cut", plan=plan))) == weights_of(kept)


def test_rare_classes_are_found_more_often_where_they_count_more(tmp_path: Path) -> None:
    dataset = make_dataset()
    rare = dataset.train.labels == 2
    few = np.flatnonzero(~rare | (np.cumsum(rare) <= 3))
    train_split = Examples(
        {"points": dataset.train.arrays["points"][few]}, dataset.train.labels[few], [dataset.train.ids[i] for i in few]
    )
    scarce = replace(dataset, train=train_split)

    def recall(kind: str) -> float:
        plan = PlanSpec(epochs=3, batch_size=16, learning_rate=0.01, class_weights=kind)  # type: ignore[arg-type] # a literal
        model = train(make_training(tmp_path / kind, plan=plan, dataset=scarce))
        logits = logits_of(model, PointTask(), dataset.validation, dataset.input, CPU)
        return float((logits.argmax(1) == 2)[dataset.validation.labels == 2].mean())

    assert recall("balanced") > recall("none")


def test_loss_that_is_not_finite_stops_within_a_step_and_keeps_the_checkpoint(tmp_path: Path) -> None:
    dataset = make_dataset()
    with pytest.raises(InterruptError):
        train(make_training(tmp_path, listener=StopAt(3), dataset=dataset))
    training = make_training(tmp_path, dataset=dataset)
    dataset.train.arrays["points"][:] = np.nan
    with pytest.raises(KDError) as caught:
        train(training)
    assert caught.value.code is Code.LOSS_NOT_FINITE
    assert "step 3" in caught.value.message
    loaded = training.store.newest()
    assert loaded is not None
    assert loaded[1].step == 3
    assert all(torch.isfinite(tensor).all() for tensor in loaded[0].values())


def test_changed_data_refuses_an_exact_resume(tmp_path: Path) -> None:
    with pytest.raises(InterruptError):
        train(make_training(tmp_path, listener=StopAt(3)))
    with pytest.raises(KDError) as caught:
        train(make_training(tmp_path, dataset=make_dataset(fingerprint="other")))
    assert caught.value.code is Code.DATA_CHANGED


def test_cached_answers_equal_live_ones(tmp_path: Path) -> None:
    dataset, task = make_dataset(), PointTask()
    torch.manual_seed(7)
    network = Net(width=64, dropout=0.0)
    teacher = ModuleTeacher(network, "net", fingerprint(network))
    plan = PlanSpec(epochs=3, batch_size=16, augment=AugmentSpec(shift=0.2, views=2))
    views = Views.of(task, plan, teacher)
    cached = answers.ask(teacher, task, dataset, views, tmp_path / "answers", CPU, Silent())
    index = np.array([5, 0, 17])
    for epoch in range(3):
        inputs = task.batch(dataset.train, index, dataset.input, views.view(epoch))
        live = LiveAnswers(teacher)(inputs, dataset.train, index, epoch)
        torch.testing.assert_close(cached(inputs, dataset.train, index, epoch), live)
    assert cached.size_bytes > 2 * 96 * 3 * 4
    stamps = [path.stat().st_mtime_ns for path in cached.files]
    again = answers.ask(teacher, task, dataset, views, tmp_path / "answers", CPU, Silent())
    assert [path.stat().st_mtime_ns for path in again.files] == stamps


def test_distilled_student_follows_its_teacher(tmp_path: Path) -> None:
    dataset, task = make_dataset(), PointTask()
    teacher_net = train(make_training(tmp_path / "teacher", model=Net(width=64)))
    teacher = ModuleTeacher(teacher_net, "net", fingerprint(teacher_net))
    plan = PlanSpec(epochs=8, batch_size=16, augment=AugmentSpec(shift=0.1, views=2))
    views = Views.of(task, plan, teacher)
    heard = answers.ask(teacher, task, dataset, views, tmp_path / "answers", CPU, Silent())
    recorder = Recorder()
    method = create("kd", {"label_weight": 0.0, "teacher_weight": 1.0}, 3)
    training = make_training(tmp_path, plan=plan, method=method, answers=heard, views=views, listener=recorder)
    train(training)
    assert recorder.values["train/kd"][-1] < recorder.values["train/kd"][0] / 2


def test_running_out_of_memory_names_the_smaller_micro_batch(tmp_path: Path) -> None:
    class Hungry(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layer = torch.nn.Linear(2, 3)

        def forward(self, points: torch.Tensor) -> torch.Tensor:
            torch.empty(2**60, dtype=torch.uint8)
            return self.layer(points)

    with pytest.raises(KDError) as caught:
        train(make_training(tmp_path, model=Hungry()))
    assert caught.value.code is Code.OUT_OF_MEMORY
    assert "plan.micro_batch=8 (was 16)" in caught.value.hint
