"""Rewritten graphs answer as before, and get the kernels that they were rewritten for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from kdstudio.engine import ort
from kdstudio.export.graph import integer_share
from kdstudio.export.rewrite import fill_lanes
from kdstudio.export.trace import export_fp32
from kdstudio.export.variants import int8_static
from kdstudio.export.variants.base import prepare
from kdstudio.export.variants.plan import Plan
from tests.unit.export.conftest import CLASSES, IMAGE, Student, calibration_of, image_data


class Separable(nn.Module):
    """An inverted residual of 24 channels inside, with its input added again."""

    def __init__(self, activation: type[nn.Module] = nn.ReLU, hidden: int = 24) -> None:
        super().__init__()
        self.stem = nn.Conv2d(1, 8, 3, padding=1)
        self.widen = nn.Sequential(nn.Conv2d(8, hidden, 1), nn.BatchNorm2d(hidden), activation())
        self.filter = nn.Sequential(nn.Conv2d(hidden, hidden, 3, padding=1, groups=hidden, bias=False), activation())
        self.narrow = nn.Conv2d(hidden, 8, 1)
        self.head = nn.Linear(8, CLASSES)

    def forward(self, pixel_values: Tensor) -> Tensor:
        x = self.stem(pixel_values)
        x = x + self.narrow(self.filter(self.widen(x)))
        out: Tensor = self.head(x.mean((2, 3)))
        return out


def _traced(network: nn.Module, folder: Path) -> Path:
    data = image_data()
    assert export_fp32(network.eval(), IMAGE, data.input, data.train, folder / "fp32.onnx") <= 1e-4
    return folder / "fp32.onnx"


def _filters(path: Path) -> list[int]:
    return [
        node.attribute[i].i
        for node in onnx.load(str(path)).graph.node
        for i in range(len(node.attribute))
        if node.attribute[i].name == "group" and node.attribute[i].i > 1
    ]


def _answers(path: Path) -> np.ndarray:
    batch = IMAGE.batch(image_data().test, np.arange(20), image_data().input, None)
    found: np.ndarray = ort.session(path).run(None, {name: tensor.numpy() for name, tensor in batch.items()})[0]
    return found


@pytest.mark.parametrize("activation", [nn.ReLU6, nn.Hardswish, nn.SiLU])
def test_a_depthwise_filter_gets_whole_lanes(activation: type[nn.Module], tmp_path: Path) -> None:
    torch.manual_seed(0)
    network = Separable(activation)
    fp32 = _traced(network, tmp_path)
    source = prepare(fp32, 0.0, calibration_of(Student(network, IMAGE, image_data())), tmp_path)
    assert _filters(fp32) == [24]
    assert _filters(source.model) == [32]
    np.testing.assert_allclose(_answers(source.model), _answers(fp32), atol=1e-5)
    int8_static.build(source, Plan(), tmp_path / "int8.onnx")
    assert integer_share(tmp_path / "int8.onnx") == 1.0
    scale = np.abs(_answers(fp32)).max()
    np.testing.assert_allclose(_answers(tmp_path / "int8.onnx"), _answers(fp32), atol=0.1 * scale)


def test_a_filter_that_fills_its_lanes_is_left_alone(tmp_path: Path) -> None:
    model = onnx.load(str(_traced(Separable(hidden=32), tmp_path)))
    before = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    fill_lanes(model)
    for tensor in model.graph.initializer:
        np.testing.assert_array_equal(numpy_helper.to_array(tensor), before[tensor.name])


class Open(Separable):
    """The filtered channels are read a second time, so none may be added."""

    def forward(self, pixel_values: Tensor) -> Tensor:
        x = self.filter(self.widen(self.stem(pixel_values)))
        out: Tensor = self.head(self.narrow(x).mean((2, 3))) + x.mean((1, 2, 3), keepdim=False)[:, None]
        return out


def test_channels_that_are_seen_elsewhere_stay_as_they_are(tmp_path: Path) -> None:
    model = onnx.load(str(_traced(Open(), tmp_path)))
    fill_lanes(model)
    onnx.save(model, str(tmp_path / "after.onnx"))
    assert _filters(tmp_path / "after.onnx") == [24]


class Mean(nn.Module):
    """One mean, whatever it is taken over."""

    def __init__(self, axes: tuple[int, ...], keep: bool) -> None:
        super().__init__()
        self.axes, self.keep = axes, keep
        self.head = nn.Conv2d(1, CLASSES, 5, stride=4)

    def forward(self, pixel_values: Tensor) -> Tensor:
        out: Tensor = self.head(pixel_values).mean(self.axes, keepdim=self.keep)
        return out.flatten(1)


@pytest.mark.parametrize(
    ("axes", "keep", "wanted"),
    [((2, 3), True, True), ((-1, -2), False, True), ((1, 3), False, False)],
)
def test_a_mean_over_the_picture_is_a_pooling(axes: tuple[int, ...], keep: bool, wanted: bool, tmp_path: Path) -> None:
    model = onnx.load(str(_traced(Mean(axes, keep), tmp_path)))
    operators = {node.op_type for node in model.graph.node}
    assert ("GlobalAveragePool" in operators, "ReduceMean" in operators) == (wanted, not wanted)
    onnx.checker.check_model(model, full_check=True)
    used = {name for node in model.graph.node for name in node.input}
    assert {tensor.name for tensor in model.graph.initializer} <= used, "nothing is left over"
