"""What cannot be exported is said in words, and the network comes back as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.engine import ort
from kdstudio.export.trace import export_fp32
from tests.unit.export.conftest import CLASSES, IMAGE, SIZE, Student, image_data


class Spectral(nn.Module):
    """Uses an operator that ONNX does not have."""

    def __init__(self) -> None:
        super().__init__()
        self.head = nn.Linear(SIZE, CLASSES)

    def forward(self, pixel_values: Tensor) -> Tensor:
        out: Tensor = self.head(torch.linalg.eigvals(pixel_values[:, 0]).real)
        return out


class Undecided(nn.Module):
    """Takes a branch by the values of its input."""

    def __init__(self) -> None:
        super().__init__()
        self.head = nn.Linear(SIZE, CLASSES)

    def forward(self, pixel_values: Tensor) -> Tensor:
        x = pixel_values.mean((1, 2))
        if x.sum() > 0:
            x = -x
        out: Tensor = self.head(x)
        return out


class Drifting(nn.Module):
    """Answers something else in PyTorch at every call."""

    def __init__(self) -> None:
        super().__init__()
        self.head = nn.Linear(SIZE, CLASSES)
        self.calls = 0

    def forward(self, pixel_values: Tensor) -> Tensor:
        self.calls += 1
        out: Tensor = self.head(pixel_values.mean((1, 2))) + self.calls
        return out


@pytest.mark.parametrize(
    ("network", "code", "words"),
    [
        (Spectral, Code.EXPORT_UNSUPPORTED, "aten.linalg_eig"),
        (Undecided, Code.EXPORT_UNSUPPORTED, "could not turn the network into a graph"),
        (Drifting, Code.EXPORT_PARITY, "differ by"),
    ],
)
def test_refusals(network: Any, code: Code, words: str, tmp_path: Path) -> None:
    data = image_data()
    with pytest.raises(KDError) as caught:
        export_fp32(network(), IMAGE, data.input, data.train, tmp_path / "model.onnx")
    assert caught.value.code == code
    assert words in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.hint


def test_training_mode_is_given_back(convnet: Student, tmp_path: Path) -> None:
    convnet.module.train()
    try:
        data = convnet.dataset
        before = {k: v.clone() for k, v in convnet.module.state_dict().items()}
        assert export_fp32(convnet.module, IMAGE, data.input, data.train, tmp_path / "model.onnx", 20) <= 1e-4
        assert convnet.module.training
        assert all(torch.equal(before[k], v) for k, v in convnet.module.state_dict().items())
    finally:
        convnet.module.eval()


class Collecting(nn.Module):
    """Takes its inputs as whatever it is given."""

    def __init__(self, inner: nn.Module) -> None:
        super().__init__()
        self.inner = inner

    def forward(self, **inputs: Tensor) -> Tensor:
        out: Tensor = self.inner(**inputs)
        return out


def test_collected_arguments_keep_their_names(encoder: Student, tmp_path: Path) -> None:
    data = encoder.dataset
    path = tmp_path / "model.onnx"
    assert export_fp32(Collecting(encoder.module), encoder.task, data.input, data.train, path) <= 1e-4
    assert [entry.name for entry in ort.session(path).get_inputs()] == ["input_ids", "attention_mask"]
