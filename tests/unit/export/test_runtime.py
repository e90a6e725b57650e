"""Model files in use: predictions, refusals, and times measured side by side."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kdstudio.core.errors import Code, KDError
from kdstudio.export.feeds import feed, spread
from kdstudio.export.pipeline import ExportResult
from kdstudio.export.runtime import OnnxModel, predict
from kdstudio.export.timing import latency
from tests.unit.export.conftest import IMAGE, Student


@pytest.fixture(scope="module")
def exported(convnet_export: tuple[Student, ExportResult]) -> ExportResult:
    return convnet_export[1]


@pytest.mark.parametrize("file", ["model.onnx", "model_quantized.onnx"])
def test_predicts_a_picture_as_it_was_trained(
    convnet: Student, exported: ExportResult, file: str, tmp_path: Path
) -> None:
    data = convnet.dataset
    paths = []
    for i in range(8):
        paths.append(str(tmp_path / f"{i}.png"))
        Image.fromarray(data.test.arrays["image"][i, ..., 0]).save(paths[-1])
    found = predict(exported.folder / "onnx" / file, paths)
    assert [item.input for item in found.items] == paths
    assert [item.label for item in found.items] == [data.labels[i] for i in data.test.labels[:8]]
    for item in found.items:
        assert sum(chance for _, chance in item.scores) == pytest.approx(1, abs=1e-5)
        assert item.scores[0][0] == item.label
        assert [s for _, s in item.scores] == sorted((s for _, s in item.scores), reverse=True)


def test_one_unreadable_input_does_not_stop_the_others(exported: ExportResult, tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(10))
    Image.new("L", (20, 30)).save(tmp_path / "good.png")
    found = predict(exported.folder / "onnx/model.onnx", [str(tmp_path / "bad.png"), str(tmp_path / "good.png")])
    assert "bad.png" in found.items[0].problem
    assert not found.items[0].scores
    assert found.items[1].label
    assert predict(exported.folder / "onnx/model.onnx", []).items == ()


def test_a_model_of_another_program_is_refused(exported: ExportResult, tmp_path: Path) -> None:
    import onnx

    model = onnx.load(str(exported.folder / "onnx/model.onnx"))
    del model.metadata_props[:]
    onnx.save(model, str(tmp_path / "foreign.onnx"))
    with pytest.raises(KDError, match="not exported by KD Studio") as caught:
        OnnxModel.open(tmp_path / "foreign.onnx")
    assert caught.value.code == Code.MODEL_FORMAT


def test_wrong_inputs_are_refused(exported: ExportResult) -> None:
    model = OnnxModel.open(exported.folder / "onnx/model.onnx")
    with pytest.raises(KDError) as caught:
        model.logits({"pixel_values": np.zeros((1, 3, 8, 8), np.float32)})
    assert caught.value.code == Code.MODEL_MISMATCH


def test_text_model_needs_its_tokenizer(encoder_export: tuple[Student, ExportResult], tmp_path: Path) -> None:
    folder = shutil.copytree(encoder_export[1].folder, tmp_path / "out")
    (folder / "tokenizer.json").write_text("{}")
    with pytest.raises(KDError, match=r"tokenizer\.json") as caught:
        OnnxModel.open(folder / "onnx/model.onnx")
    assert caught.value.code == Code.MODEL_MISMATCH


def test_latency_of_files_side_by_side(convnet: Student, exported: ExportResult) -> None:
    one = feed(IMAGE, convnet.dataset.test, np.array([0]), convnet.dataset.input)
    many = feed(IMAGE, convnet.dataset.test, np.arange(100), convnet.dataset.input)
    fp32 = exported.folder / "onnx/model.onnx"
    found = latency({"one": (fp32, one), "hundred": (fp32, many)}, seconds=0.3)
    assert found["one"].runs == found["hundred"].runs >= 5
    assert 0 < found["one"].median_ms <= found["one"].p95_ms
    assert found["hundred"].median_ms > 3 * found["one"].median_ms
    assert latency({}) == {}


def test_spread_takes_every_class_in_its_share() -> None:
    labels = np.array([0] * 80 + [1] * 15 + [2] * 5)
    chosen = spread(np.random.default_rng(0).permutation(labels), 20)
    assert len(set(chosen.tolist())) == 20
    shuffled = np.random.default_rng(0).permutation(labels)
    np.testing.assert_allclose(np.bincount(shuffled[chosen]), [16, 3, 1], atol=1)
    assert spread(labels, 500).tolist() == list(range(100))
