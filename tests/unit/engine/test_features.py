"""Which layers are compared, and that their outputs are those of the very step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput
from kdstudio.core.recipe import AugmentSpec, PlanSpec
from kdstudio.engine import features
from kdstudio.engine.answers import LiveAnswers
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.features import between, stages
from kdstudio.engine.loop import train
from kdstudio.engine.methods import Batch, FeatureMethod, create
from kdstudio.engine.models import registry
from kdstudio.engine.models.teacher import AdaptedImages, ModuleTeacher, fingerprint
from kdstudio.engine.tasks import View
from kdstudio.engine.training import Training
from tests.unit.engine.points import PointTask, make_training
from tests.unit.engine.test_loop import InterruptError, StopAt, weights_of

IMAGES = {"pixel_values": torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(0))}
RGB = ImageInput(size=32, channels=3, mean=(0.5,) * 3, std=(0.25,) * 3)


def net(name: str) -> nn.Module:
    return registry.build(name, {}, RGB, 10)


def feature_method(name: str, **settings: Any) -> FeatureMethod:
    method = create(name, settings, 10)
    assert isinstance(method, FeatureMethod)
    return method


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("resnet8", ["layer1", "layer2", "layer3"]),
        ("wrn-16-2", ["layer1", "layer2", "norm"]),
        ("vgg8", ["layer1", "layer2", "layer3", "layer5"]),
    ],
)
def test_stages_end_where_the_size_changes(name: str, paths: list[str]) -> None:
    found = stages(net(name), IMAGES)
    assert [stage.path for stage in found] == paths
    sizes = [stage.shape[1] for stage in found]
    assert sizes == sorted(sizes, reverse=True)


def test_a_network_of_the_transformers_library_has_stages() -> None:
    found = stages(net("hf-resnet"), IMAGES)
    assert len(found) >= 2
    assert all(stage.path.startswith("network.") for stage in found)


def test_looking_changes_nothing() -> None:
    network = net("resnet8").train()
    before = weights_of(network)
    stages(network, IMAGES)
    assert network.training
    assert weights_of(network) == before
    assert not any(module._forward_hooks for module in network.modules())


def test_stages_are_paired_from_the_last_one() -> None:
    found = between(net("resnet8"), net("vgg8"), IMAGES, feature_method("at"))
    assert [(mine.path, theirs.path) for mine, theirs in found.pairs] == [
        ("layer1", "layer2"),
        ("layer2", "layer3"),
        ("layer3", "layer5"),
    ]
    (middle,) = between(net("resnet8"), net("vgg8"), IMAGES, feature_method("fitnet")).pairs
    assert middle == found.pairs[1]
    (last,) = between(net("resnet8"), net("vgg8"), IMAGES, feature_method("rkd")).pairs
    assert last == found.pairs[2]


def test_layers_may_be_named() -> None:
    method = feature_method("sp", student_layers=["layer1", "layer2"], teacher_layers=["layer2.1", "layer3"])
    found = between(net("resnet8"), net("resnet20"), IMAGES, method)
    assert [(mine.path, theirs.path) for mine, theirs in found.pairs] == [("layer1", "layer2.1"), ("layer2", "layer3")]


def test_what_adapts_the_input_of_a_teacher_is_no_feature() -> None:
    teacher = AdaptedImages(net("resnet20"), nn.Upsample(scale_factor=2), None)
    assert [stage.path for stage in stages(teacher, IMAGES)] == ["network.layer1", "network.layer2", "network.layer3"]


@pytest.mark.parametrize(
    ("student", "teacher", "settings", "words"),
    [
        ("resnet8", None, {}, "nothing but answers"),
        ("mlp", "resnet20", {}, "The student has no feature maps"),
        ("resnet8", "mlp", {}, "The teacher has no feature maps"),
        ("resnet8", "resnet20", {"student_layers": ["layer9"], "teacher_layers": ["layer1"]}, "no layer “layer9”"),
        ("resnet8", "resnet20", {"student_layers": ["layer1"], "teacher_layers": ["head"]}, "no layer “head”"),
        ("resnet8", "resnet20", {"student_layers": ["layer1"]}, "named 1 times, those of the teacher 0"),
    ],
)
def test_what_cannot_be_compared_is_said(
    student: str, teacher: str | None, settings: dict[str, Any], words: str
) -> None:
    method = feature_method("at", **settings)
    with pytest.raises(KDError, match=words) as caught:
        between(net(student), net(teacher) if teacher else None, IMAGES, method)
    assert caught.value.code is Code.METHOD_UNSUITABLE


def test_the_newest_outputs_are_read_and_the_teachers_carry_no_gradient() -> None:
    student, teacher = net("resnet8").eval(), net("resnet20").eval()
    found = between(student, teacher, IMAGES, feature_method("at"))
    with found.watched():
        for images in (torch.zeros(2, 3, 32, 32), IMAGES["pixel_values"]):
            student(pixel_values=images)
            teacher(pixel_values=images)
        ((mine, theirs), *_) = found.read()
    assert mine.requires_grad
    assert not theirs.requires_grad
    seen: list[torch.Tensor] = []
    student.get_submodule("layer1").register_forward_hook(lambda module, arguments, output: seen.append(output))
    student(pixel_values=IMAGES["pixel_values"])
    torch.testing.assert_close(mine, seen[0])
    assert not any(module._forward_hooks for module in teacher.modules())


class PictureTask(PointTask):
    """The points, drawn as a picture of 4×4."""

    def batch(
        self, examples: Examples, index: np.ndarray, input: ImageInput, view: View | None
    ) -> dict[str, torch.Tensor]:
        points = super().batch(examples, index, input, view)["points"]
        return {"pixel_values": points[:, :, None, None].repeat(1, 1, 4, 4)}


class Small(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(2, width, 3, padding=1), nn.ReLU())
        self.second = nn.Sequential(nn.AvgPool2d(2), nn.Conv2d(width, width, 1), nn.BatchNorm2d(width))
        self.head = nn.Linear(width, 3)

    def forward(self, pixel_values: torch.Tensor) -> torch.Tensor:
        return self.head(self.second(self.first(pixel_values)).mean((2, 3)))


def lesson(folder: Path, name: str, listener: Any = None) -> Training:
    torch.manual_seed(1)
    teacher = ModuleTeacher(Small(8), "teacher", fingerprint(Small(8)))
    plan = PlanSpec(epochs=8, batch_size=16, learning_rate=0.001, augment=AugmentSpec(shift=0.1, views=2))
    torch.manual_seed(2)
    method, student = create(name, {"label_weight": 0.0}, 3), Small(4)
    assert isinstance(method, FeatureMethod)
    found = between(student, teacher.module, {"pixel_values": torch.rand(2, 2, 4, 4)}, method)
    method.prepare(found.shapes)
    task: Any = PictureTask()
    return make_training(
        folder,
        plan=plan,
        method=method,
        answers=LiveAnswers(teacher),
        listener=listener,
        model=student,
        task=task,
        features=found,
    )


def unlikeness(training: Training) -> float:
    """The method's terms beside the labels, on the whole training split."""
    data, found = training.dataset.train, training.features
    assert found is not None
    inputs = training.task.batch(data, np.arange(len(data)), training.dataset.input, None)
    with found.watched(), torch.no_grad():
        student = found.student.eval()(**inputs)
        teacher = found.teacher(**inputs)
        batch = Batch(student, teacher, torch.from_numpy(data.labels), features=found.read())
        terms = training.method.eval().terms(batch)
    training.method.train()
    return sum(term.item() for name, term in terms.items() if name != "ce")


@pytest.mark.parametrize("name", ["fitnet", "at", "sp", "rkd"])
def test_a_student_comes_to_resemble_its_teacher_inside(tmp_path: Path, name: str) -> None:
    training = lesson(tmp_path, name)
    before = unlikeness(training)
    train(training)
    assert unlikeness(training) < 0.9 * before


def test_adapters_are_learnt_and_resumed_to_the_bit(tmp_path: Path) -> None:
    training = lesson(tmp_path / "whole", "fitnet")
    fresh = weights_of(training.method)
    whole = weights_of(train(training))
    learnt = weights_of(training.method)
    assert learnt != fresh
    with pytest.raises(InterruptError):
        train(lesson(tmp_path / "cut", "fitnet", StopAt(7)))
    resumed = lesson(tmp_path / "cut", "fitnet")
    assert weights_of(train(resumed)) == whole
    assert weights_of(resumed.method) == learnt


def test_a_layer_that_gives_several_things_gives_its_first_tensor() -> None:
    tensor = torch.zeros(1)
    assert features._tensor((tensor, None)) is tensor
    assert features._tensor({"a": 1}) is None
