from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput
from kdstudio.engine.models import registry, statedict, weights
from kdstudio.engine.models.statedict import State

STATE = OrderedDict(a=torch.arange(6.0).reshape(2, 3), b=torch.arange(2))


@pytest.mark.parametrize("legacy", [False, True])
@pytest.mark.parametrize(
    "content",
    [
        STATE,
        {"state_dict": STATE, "epoch": 3, "optimizer": {"lr": 0.1, "momentum": [torch.zeros(2)]}},
        {"model": {f"module.{name}": tensor for name, tensor in STATE.items()}},
        {"model": {"state_dict": STATE}},
        {name: nn.Parameter(tensor, requires_grad=False) for name, tensor in STATE.items()},
        {name: tensor.half() if tensor.is_floating_point() else tensor for name, tensor in STATE.items()},
    ],
)
def test_tensors_come_out_of_what_is_wrapped_around_them(tmp_path: Path, content: object, legacy: bool) -> None:
    path = tmp_path / "model.pt"
    torch.save(content, path, _use_new_zipfile_serialization=not legacy)
    found = statedict.read(path).tensors
    assert found.keys() == STATE.keys()
    assert torch.equal(found["a"], STATE["a"])
    assert found["a"].dtype == torch.float32


def test_safetensors_are_known_by_their_content(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    save_file(dict(STATE), path)
    assert torch.equal(statedict.read(path).tensors["a"], STATE["a"])


def test_a_cut_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "model.pt"
    torch.save({"a": torch.rand(1000)}, path)
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(KDError) as caught:
        statedict.read(path)
    assert caught.value.code in (Code.MODEL_DAMAGED, Code.MODEL_FORMAT)


def test_a_cut_legacy_file_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "model.pt"
    torch.save({"a": torch.rand(1000)}, path, _use_new_zipfile_serialization=False)
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(KDError) as caught:
        statedict.read(path)
    assert caught.value.code == Code.MODEL_DAMAGED


def test_a_file_too_big_for_memory_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "model.pt"
    torch.save({"a": torch.rand(10)}, path, _use_new_zipfile_serialization=False)
    with path.open("r+b") as stream:
        stream.truncate(1 << 42)
    with pytest.raises(KDError) as caught:
        statedict.read(path)
    assert caught.value.code == Code.MODEL_TOO_LARGE


def test_values_that_are_not_numbers_are_named(tmp_path: Path) -> None:
    path = tmp_path / "model.pt"
    torch.save({"layer.weight": torch.tensor([1.0, float("nan")])}, path)
    with pytest.raises(KDError, match=r"layer\.weight") as caught:
        statedict.read(path)
    assert caught.value.code == Code.MODEL_DAMAGED


def test_a_file_without_a_state_dict_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.pt"
    torch.save([torch.ones(2)], path)
    with pytest.raises(KDError) as caught:
        statedict.read(path)
    assert caught.value.code == Code.MODEL_FORMAT


class OtherBlock(nn.Module):
    """The same residual block with the names that torchvision and its followers use."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.downsample = None
        if inputs != outputs or stride != 1:
            self.downsample = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x)))))
        return torch.relu(y + (x if self.downsample is None else self.downsample(x)))


class OtherResNet8(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)
        self.layer1 = nn.Sequential(OtherBlock(16, 16, 1))
        self.layer2 = nn.Sequential(OtherBlock(16, 32, 2))
        self.layer3 = nn.Sequential(OtherBlock(32, 64, 2))
        self.fc = nn.Linear(64, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = torch.relu(self.bn1(self.conv1(x)))
        return self.fc(self.layer3(self.layer2(self.layer1(x))).mean((2, 3)))


def test_weights_of_another_implementation_fit_by_order(rgb: ImageInput) -> None:
    other, ours = OtherResNet8(), registry.build("resnet8", {}, rgb, 10)
    images = torch.rand(8, 3, 32, 32)
    other(images)
    other.eval()
    weights.put(ours.eval(), statedict.named(ours, State(other.state_dict(), ordered=True)), "other.pt", "ResNet-8")
    torch.testing.assert_close(ours(pixel_values=images), other(images))


def test_tensors_in_alphabetical_order_are_not_taken_in_it(rgb: ImageInput) -> None:
    ours = registry.build("resnet8", {}, rgb, 10)
    state = dict(sorted(OtherResNet8().state_dict().items()))
    with pytest.raises(KDError) as caught:
        weights.put(ours, statedict.named(ours, State(state, ordered=False)), "other.safetensors", "ResNet-8")
    assert caught.value.code == Code.MODEL_MISMATCH


def test_another_architecture_does_not_fit_by_order(rgb: ImageInput) -> None:
    state = registry.build("resnet20", {}, rgb, 10).state_dict()
    ours = registry.build("resnet8", {}, rgb, 10)
    with pytest.raises(KDError) as caught:
        weights.put(ours, statedict.named(ours, State(state, ordered=True)), "resnet20.pt", "ResNet-8")
    assert caught.value.code == Code.MODEL_MISMATCH
