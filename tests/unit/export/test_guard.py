"""The guard repairs what quantization breaks, says how, and says so when it cannot."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import onnx
import pytest
import torch
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import ExportSpec
from kdstudio.engine.progress import Silent
from kdstudio.export import guard
from kdstudio.export.graph import inspect, integer_share
from kdstudio.export.pipeline import ExportResult, export
from kdstudio.export.trace import export_fp32
from kdstudio.export.variants.base import prepare
from kdstudio.export.variants.plan import Plan
from tests.unit.export.conftest import IMAGE, SPEC, Student, calibration_of, image_data, reference_of
from tests.unit.export.conftest import run_export as run


class Brittle(nn.Module):
    """A trained network between two layers whose outputs reach a thousand times further in one channel.

    The channel cancels out again, so FP32 does not notice; eight bits for the whole range leave nothing of the rest.
    """

    def __init__(self, inner: nn.Module) -> None:
        super().__init__()
        self.inner = inner
        self.widen = nn.Conv2d(1, 3, 1, bias=False)
        self.narrow = nn.Conv2d(3, 1, 1, bias=False)
        with torch.no_grad():
            self.widen.weight.copy_(torch.tensor([1.0, 1000.0, 1000.0]).view(3, 1, 1, 1))
            self.narrow.weight.copy_(torch.tensor([1.0, 1.0, -1.0]).view(1, 3, 1, 1))

    def forward(self, pixel_values: Tensor) -> Tensor:
        out: Tensor = self.inner(self.narrow(self.widen(pixel_values)))
        return out


class Listener(Silent):
    def __init__(self) -> None:
        self.notices: list[tuple[str, str, bool]] = []

    def notice(self, code: str, message: str, hint: str = "", *, warning: bool = True) -> None:
        self.notices.append((code, message, warning))


@pytest.fixture(scope="module")
def brittle(convnet: Student) -> Student:
    return Student(Brittle(convnet.module).eval(), IMAGE, convnet.dataset)


def test_a_collapse_is_repaired_with_the_worst_layers_in_float(brittle: Student, tmp_path: Path) -> None:
    listener = Listener()
    result = export(
        brittle.module,
        task=IMAGE,
        dataset=brittle.dataset,
        spec=SPEC,
        folder=tmp_path / "out",
        lineage={},
        reporter=listener,
        timing=False,
    )
    int8, fp32 = result.file("int8"), result.file("fp32")
    assert int8 is not None
    assert fp32 is not None
    assert int8.check.accuracy["validation"] >= fp32.check.accuracy["validation"] - 0.005
    assert int8.check.agreement["validation"] >= 0.99
    assert "points lost" in int8.check.steps[0], "the usual plan must break here, or this proves nothing"
    assert "in float" in int8.check.steps[-1]
    assert int8.check.steps[-1].startswith("kept: ")
    assert [step.split()[3] for step in int8.check.steps[:3]] == ["minmax", "entropy", "percentile"]
    repairs = [message for code, message, _ in listener.notices if code == "int8-repair"]
    assert len(repairs) == len(int8.check.steps) - 4
    assert not result.notes
    assert int8.check.integer_share is not None
    assert 0.5 <= int8.check.integer_share < 1.0


def test_what_cannot_be_repaired_is_said(tmp_path: Path) -> None:
    """Random weights on a tie: answers change with the least noise, so agreement stays low whatever is done."""
    torch.manual_seed(3)
    data = image_data()
    network = nn.ModuleDict({"head": nn.Linear(256, 4, bias=False)})
    with torch.no_grad():
        network["head"].weight.copy_(torch.randn(1, 256) + 1e-4 * torch.randn(4, 256))

    class Tied(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.head = network["head"]

        def forward(self, pixel_values: Tensor) -> Tensor:
            out: Tensor = self.head(pixel_values.flatten(1))
            return out

    listener = Listener()
    result = export(
        Tied().eval(),
        task=IMAGE,
        dataset=data,
        spec=SPEC,
        folder=tmp_path / "out",
        lineage={},
        reporter=listener,
        timing=False,
    )
    assert len(result.notes) == 1
    assert "of its examples differently from FP32" in result.notes[0]
    assert "look at those before you ship it" in result.notes[0]
    assert ("export", result.notes[0], True) in listener.notices
    assert result.notes[0] in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")


def test_sensitivity_names_the_broken_layers_first(brittle: Student, tmp_path: Path) -> None:
    data = brittle.dataset
    export_fp32(brittle.module, IMAGE, data.input, data.train, tmp_path / "fp32.onnx")
    source = prepare(tmp_path / "fp32.onnx", 0.0, calibration_of(brittle), tmp_path)
    assert len(source.graph.layers) == 6
    ranking = guard.sensitivity(source, Plan(), Silent())
    assert sorted(ranking) == sorted(source.graph.layers)
    assert set(ranking[:2]) == set(source.graph.layers[:2]), "those that write and read the wide channel"


def test_every_way_to_quantize_an_encoder_works(encoder_export: tuple[Student, ExportResult], tmp_path: Path) -> None:
    encoder, fp32 = encoder_export[0], encoder_export[1].folder / "onnx/model.onnx"
    source = prepare(fp32, 0.0, calibration_of(encoder), tmp_path)
    assert source.graph.encoder
    plans = list(guard.plans(source, ExportSpec()))
    assert [plan.calibration for plan in plans[:3]] == ["minmax", "entropy", "percentile"]
    assert [plan.dynamic for plan in plans] == [False, False, False, True]
    reference = reference_of(encoder, fp32)
    for number, plan in enumerate(plans):
        path = tmp_path / f"{number}.onnx"
        guard.build(source, plan, path)
        attempt = guard.measure(plan, path, reference)
        assert attempt.agreement > 0.95, str(attempt)
        assert 0 < attempt.noise < 0.1
        assert integer_share(path) >= 0.75, str(attempt)
        assert path.stat().st_size < fp32.stat().st_size


def test_the_closest_calibration_is_kept(convnet_export: tuple[Student, ExportResult], tmp_path: Path) -> None:
    student, result = convnet_export
    int8 = result.file("int8")
    assert int8 is not None
    assert len(int8.check.steps) == 4
    assert int8.check.steps[3].startswith("kept: ranges fixed by ")
    one = run(student, tmp_path / "out", msgspec.structs.replace(SPEC, calibration="percentile")).file("int8")
    assert one is not None
    assert [step.partition(":")[0] for step in one.check.steps] == ["ranges fixed by percentile calibration"]


def test_where_both_kinds_of_ranges_hold_the_faster_one_is_kept(
    encoder_export: tuple[Student, ExportResult], tmp_path: Path
) -> None:
    int8 = encoder_export[1].file("int8")
    assert int8 is not None
    assert [step.partition(":")[0] for step in int8.check.steps[:4]][3] == "ranges found for each input"
    found = re.fullmatch(r"kept: (ranges .+), (\d\.\d\d) times as fast as (ranges .+)", int8.check.steps[4])
    assert found, int8.check.steps[4]
    assert {"ranges found for each input"} < {found[1], found[3]}
    assert float(found[2]) >= 1


def _attempt(loss: float, agreement: float, noise: float) -> guard.Attempt:
    return guard.Attempt(Plan(), Path("a"), loss, agreement, agreement, noise)


def test_what_makes_an_attempt_better() -> None:
    """Accuracy first, then the same answers, then the same logits; a lucky gain counts as no loss."""
    ranked = [
        _attempt(0.0, 0.99, 0.1),
        _attempt(-2.0, 0.98, 0.1),
        _attempt(0.0, 0.98, 0.2),
        _attempt(0.4, 1.0, 0.0),
    ]
    assert sorted(ranked, key=lambda attempt: attempt.quality, reverse=True) == ranked
    assert _attempt(0.5, 0.99, 1).within(0.5, 1000)
    assert not _attempt(0.51, 1.0, 0).within(0.5, 1000)
    assert not _attempt(0.0, 0.985, 0).within(0.5, 1000)
    assert _attempt(0.0, 0.95, 0).within(0.5, 20), "one of twenty"


def test_reduced_range_uses_seven_bits(convnet_export: tuple[Student, ExportResult], tmp_path: Path) -> None:
    fp32 = convnet_export[1].folder / "onnx/model.onnx"
    source = prepare(fp32, 0.0, calibration_of(convnet_export[0]), tmp_path)
    largest = {}
    for choice in ("no", "yes"):
        plan = next(guard.plans(source, ExportSpec(reduce_range=choice)))  # type: ignore[arg-type]
        guard.build(source, plan, tmp_path / f"{choice}.onnx")
        weights = [t for t in onnx.load(str(tmp_path / f"{choice}.onnx")).graph.initializer if len(t.dims) == 4]
        largest[choice] = max(int(np.abs(onnx.numpy_helper.to_array(t).astype(int)).max()) for t in weights)
    assert largest["no"] == 127
    assert largest["yes"] <= 64


def test_calibration_of_one_example_or_one_class_is_said(perceptron: Student, tmp_path: Path) -> None:
    one = run(perceptron, tmp_path / "one", msgspec.structs.replace(SPEC, calibration_examples=1))
    assert any("a single example" in note for note in one.notes)
    assert "a single example" in one.deliverable.notes[0]
    assert "## Worth knowing\n\n- INT8 was calibrated on a single" in (one.folder / "README.md").read_text("utf-8")
    two = run(perceptron, tmp_path / "two", msgspec.structs.replace(SPEC, calibration_examples=2))
    assert any("show 2 of 4 classes" in note for note in two.notes)


def test_no_calibration_examples(convnet: Student, tmp_path: Path) -> None:
    data = convnet.dataset
    empty = replace(data.train, arrays={"image": data.train.arrays["image"][:0]}, labels=data.train.labels[:0], ids=())
    with pytest.raises(KDError) as caught:
        run(replace(convnet, dataset=replace(data, train=empty)), tmp_path / "out")
    assert caught.value.code == Code.CALIBRATION
    assert not (tmp_path / "out").exists()


class Template(nn.Module):
    """Answers by how bright four parts of the picture are; nothing is multiplied by weights."""

    def __init__(self) -> None:
        super().__init__()
        self.shift = nn.Parameter(torch.zeros(4))

    def forward(self, pixel_values: Tensor) -> Tensor:
        out: Tensor = pixel_values.mean((1, 3)).view(-1, 4, 4).mean(2) + self.shift
        return out


def test_what_has_nothing_to_quantize_is_left_in_float(tmp_path: Path) -> None:
    result = run(Student(Template().eval(), IMAGE, image_data()), tmp_path / "out")
    assert [file.variant for file in result.files] == ["fp32"]
    assert result.notes == (
        "INT8 was left out. No layer of the network multiplies by weights, so there is nothing to quantize.",
    )
    assert result.deliverable.recommended == "fp32"


def test_calibration_on_one_class_alone_is_said(perceptron: Student, tmp_path: Path) -> None:
    data = perceptron.dataset
    rows = np.flatnonzero(data.train.labels == 1)
    alone = replace(
        data.train,
        arrays={"image": data.train.arrays["image"][rows]},
        labels=data.train.labels[rows],
        ids=[data.train.ids[row] for row in rows],
    )
    result = run(replace(perceptron, dataset=replace(data, train=alone)), tmp_path / "out")
    assert any("show 1 of 4 classes" in note for note in result.notes)
    int8 = result.file("int8")
    assert int8 is not None
    assert int8.check.agreement["validation"] >= 0.95, "said, and measured on all classes"


def test_graph_of_a_convolution_net_is_no_encoder(convnet_export: tuple[Student, ExportResult]) -> None:
    fp32 = convnet_export[1].folder / "onnx/model.onnx"
    graph = inspect(fp32)
    assert not graph.encoder
    assert len(graph.layers) == 4
    assert integer_share(fp32) == 0.0
