"""Fine-tuning with INT8 simulated: the rounding is the quantizer’s, and it repairs what calibration cannot."""

from __future__ import annotations

import copy
from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch
from torch import Tensor, nn

from kdstudio.engine.progress import Silent
from kdstudio.export.finetune import RoundedInput, RoundedWeight, finetune
from tests.unit.export.conftest import IMAGE, SPEC, Student, run_export


def test_weights_are_rounded_as_the_quantizer_does() -> None:
    weight = torch.tensor([[1.0, -0.5, 0.001], [100.0, 50.0, 0.2]])
    rounded = RoundedWeight(8)(weight)
    scale = torch.tensor([[1.0], [100.0]]) / 127
    torch.testing.assert_close(rounded, (weight / scale).round() * scale)
    seven = RoundedWeight(7)(weight)
    assert len(seven.unique()) <= len(rounded.unique())
    torch.testing.assert_close(seven.abs().amax(1), weight.abs().amax(1))


def test_gradients_pass_the_rounding() -> None:
    weight = torch.randn(3, 4, requires_grad=True)
    torch.autograd.backward(RoundedWeight(8)(weight).sum())
    torch.testing.assert_close(weight.grad, torch.ones(3, 4))


def test_inputs_are_rounded_over_the_range_seen() -> None:
    hook, layer = RoundedInput(), nn.Identity()
    hook(layer, (torch.tensor([-1.0, 3.0]),))
    hook.learning = False
    (found,) = hook(layer, (torch.tensor([-2.0, 0.0, 0.5, 3.0, 9.0]),))
    step = 4 / 255
    assert found[0] == pytest.approx(-1.0, abs=step)
    assert found[1] == 0.0, "zero stays zero"
    assert found[2] == pytest.approx(0.5, abs=step / 2)
    assert found[4] == pytest.approx(3.0, abs=step)


class Spoilt(nn.Module):
    """A trained layer with one more input that is always zero, whose weight dwarfs all others.

    FP32 does not notice; eight bits for the whole range leave the other weights at zero.
    """

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        weight = layer.weight.detach()
        extra = torch.full((len(weight), 1), float(weight.abs().max()) * 220)
        self.layer = nn.Linear(layer.in_features + 1, layer.out_features)
        self.layer.weight = nn.Parameter(torch.cat([weight, extra], 1))
        self.layer.bias = nn.Parameter(layer.bias.detach().clone())

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.layer(nn.functional.pad(x, (0, 1)))
        return out


def test_what_neither_calibration_nor_float_layers_repair_is_learnt(perceptron: Student, tmp_path: Path) -> None:
    network = copy.deepcopy(perceptron.module)
    network.net[1], network.net[3], network.head = map(Spoilt, (network.net[1], network.net[3], network.head))
    result = run_export(Student(network.eval(), IMAGE, perceptron.dataset), tmp_path / "out")
    int8, fp32 = result.file("int8"), result.file("fp32")
    assert int8 is not None
    assert fp32 is not None
    steps = int8.check.steps
    assert len(steps) == 6
    assert all("1 layer in float" not in step for step in steps[:3])
    assert "1 layer in float" in steps[3]
    assert steps[4].startswith("fine-tuned with simulated INT8")
    assert steps[5].startswith("kept: fine-tuned")
    assert "points lost" in steps[0]
    assert int8.check.accuracy["validation"] >= fp32.check.accuracy["validation"] - 0.005
    assert not result.notes
    spec = msgspec.structs.replace(SPEC, finetune_epochs=0)
    without = run_export(Student(network.eval(), IMAGE, perceptron.dataset), tmp_path / "without", spec)
    assert "FP32 file is safer" in without.notes[0]


def test_the_student_keeps_its_answers_and_its_shape(convnet: Student) -> None:
    data = convnet.dataset
    before = copy.deepcopy(convnet.module.state_dict())
    learnt = finetune(convnet.module, IMAGE, data, None, 1, reduce_range=False, reporter=Silent())
    assert set(learnt.state_dict()) == set(before), "nothing of the simulation is left"
    assert all(torch.equal(before[k], v) for k, v in convnet.module.state_dict().items()), "the student is untouched"
    assert not any(layer._forward_pre_hooks for layer in learnt.modules())
    batch = IMAGE.batch(data.test, np.arange(len(data.test)), data.input, None)
    with torch.no_grad():
        agreement = (learnt(**batch).argmax(1) == convnet.module(**batch).argmax(1)).float().mean()
    assert agreement > 0.95
    assert any(not torch.equal(before[k], v) for k, v in learnt.state_dict().items())
