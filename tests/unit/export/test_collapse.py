"""A MobileNetV2 whose INT8 really collapses, and what the guard makes of it."""

from __future__ import annotations

import copy
import re
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from kdstudio.engine.models.nets.layers import ConvNorm, conv3x3
from kdstudio.engine.models.nets.mobilenet import InvertedResidual
from kdstudio.export.pipeline import ExportResult
from tests.unit.export.conftest import CLASSES, IMAGE, SIZE, SPEC, Student, image_data, run_export, train


class Mobile(nn.Module):
    """The blocks of the product's MobileNetV2, fewer of them."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = ConvNorm(conv3x3(1, 8, stride=2))
        shapes = [(8, 8, 1), (8, 16, 2), (16, 16, 1), (16, 16, 1)]
        self.blocks = nn.Sequential(*(InvertedResidual(inputs, outputs, step, 4) for inputs, outputs, step in shapes))
        self.head = nn.Linear(16 * SIZE // 4, CLASSES)

    def forward(self, pixel_values: Tensor) -> Tensor:
        x: Tensor = self.blocks(self.stem(pixel_values))
        out: Tensor = self.head(x.mean(3).flatten(1))
        return out


def unbalance(network: Mobile, layers: tuple[tuple[int, int], ...]) -> None:
    """Make one channel that a layer of a block gives ten thousand times as large, and what reads it as much smaller.

    ReLU lets a positive factor through, so FP32 does not notice; one range for the whole tensor leaves nothing of the
    other channels. Nagel et al. 2019 (arXiv 1906.04721) found trained MobileNetV2s to be like that.
    """
    for number, layer in layers:
        norm = network.blocks[number].get_submodule(f"layers.{layer}.1")
        reader = network.blocks[number].get_submodule(f"layers.{layer + 1}.0")
        assert isinstance(norm, nn.BatchNorm2d)
        assert isinstance(reader, nn.Conv2d)
        factor = torch.ones(norm.num_features)
        factor[norm.bias.argmax()] = 1e4
        with torch.no_grad():
            norm.weight *= factor
            norm.bias *= factor
            reader.weight /= factor.view((1, -1, 1, 1) if reader.groups == 1 else (-1, 1, 1, 1))


@pytest.fixture(scope="module")
def mobile() -> Student:
    torch.manual_seed(0)
    return train(Mobile(), IMAGE, image_data(), 5, 5e-3)


def _exported(mobile: Student, layers: tuple[tuple[int, int], ...], folder: Path) -> ExportResult:
    network = copy.deepcopy(mobile.module)
    assert isinstance(network, Mobile)
    unbalance(network, layers)
    batch = {"pixel_values": torch.randn(20, 1, SIZE, SIZE)}
    with torch.no_grad():
        torch.testing.assert_close(network(**batch), mobile.module(**batch), rtol=1e-3, atol=1e-3)
    result = run_export(Student(network.eval(), IMAGE, mobile.dataset), folder / "out")
    int8 = result.file("int8")
    assert int8 is not None
    lost = [float(step.partition(": ")[2].split()[0]) for step in int8.check.steps[:3]]
    assert min(lost) >= 20, "all three calibrations must collapse here, or this proves nothing"
    return result


@pytest.mark.parametrize("blocks", [(1,), (0, 1)])
def test_a_collapse_is_repaired_with_few_layers_in_float(
    mobile: Student, blocks: tuple[int, ...], tmp_path: Path
) -> None:
    result = _exported(mobile, tuple((block, 0) for block in blocks), tmp_path)
    int8, fp32 = result.file("int8"), result.file("fp32")
    assert int8 is not None
    assert fp32 is not None
    assert 100 * (fp32.check.accuracy["validation"] - int8.check.accuracy["validation"]) <= SPEC.tolerance
    assert int8.check.agreement["validation"] >= 0.99
    assert re.fullmatch(r"kept: ranges fixed by \w+ calibration, [24] layers in float", int8.check.steps[-1])
    assert int8.check.integer_share is not None
    assert int8.check.integer_share >= 0.6
    assert not result.notes
    assert result.deliverable.recommended == "int8"


def test_what_is_unbalanced_everywhere_is_learnt_anew_or_said(mobile: Student, tmp_path: Path) -> None:
    """Half of the layers in float are not enough here, so the whole chain is gone through."""
    result = _exported(mobile, tuple((block, layer) for block in range(4) for layer in (0, 1)), tmp_path)
    int8, fp32 = result.file("int8"), result.file("fp32")
    assert int8 is not None
    assert fp32 is not None
    repairs = [step.partition(": ")[0] for step in int8.check.steps[3:-1]]
    floats = [words.rpartition(", ")[2] for words in repairs[:-1]]
    assert floats == ["1 layer in float", "2 layers in float", "4 layers in float"]
    assert repairs[-1].startswith("fine-tuned with simulated INT8")
    lost = 100 * (fp32.check.accuracy["validation"] - int8.check.accuracy["validation"])
    if lost <= SPEC.tolerance and int8.check.agreement["validation"] >= 0.99:
        assert not result.notes
        return
    (note,) = result.notes
    assert note.startswith("INT8 lost ")
    assert "after 4 repairs; the FP32 file is safer" in note
    assert lost <= SPEC.tolerance or result.deliverable.recommended == "fp32"
