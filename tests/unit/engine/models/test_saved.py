from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput
from kdstudio.engine.models import registry, saved

LABELS = ("cat", "dog", "bird")


@pytest.fixture
def folder(tmp_path: Path, rgb: ImageInput) -> Path:
    module = registry.build("resnet8", {}, rgb, 3)
    module(pixel_values=torch.rand(8, 3, 32, 32))
    saved.save(
        tmp_path / "model",
        module,
        architecture="resnet8",
        params={},
        input=rgb,
        labels=LABELS,
        extra={"accuracy": 0.5},
    )
    return tmp_path / "model"


def test_a_model_comes_back_as_it_was(tmp_path: Path, gray: ImageInput) -> None:
    module = registry.build("mlp", {"widths": [16, 8]}, gray, 3)
    saved.save(
        tmp_path / "m", module, architecture="mlp", params={"widths": [16, 8]}, input=gray, labels=LABELS, extra={}
    )
    found = saved.load(tmp_path / "m")
    assert (found.architecture, found.params, found.input, found.labels) == ("mlp", {"widths": [16, 8]}, gray, LABELS)
    assert all(torch.equal(a, b) for a, b in zip(module.parameters(), found.module.parameters(), strict=True))
    assert not found.module.training


def test_half_precision_halves_the_file_and_loads_as_float32(folder: Path, rgb: ImageInput) -> None:
    found = saved.load(folder)
    half = folder.with_name("half")
    saved.save(half, found.module, architecture="resnet8", params={}, input=rgb, labels=LABELS, half=True)
    sizes = [(path / saved.WEIGHTS).stat().st_size for path in (folder, half)]
    assert sizes[1] < 0.55 * sizes[0]
    again = saved.load(half).module
    assert {p.dtype for p in again.parameters()} == {torch.float32}
    images = torch.rand(4, 3, 32, 32)
    torch.testing.assert_close(again(pixel_values=images), found.module(pixel_values=images), atol=0.02, rtol=0.02)


def test_a_value_too_large_for_half_precision_keeps_its_tensor_whole(folder: Path, rgb: ImageInput) -> None:
    module = saved.load(folder).module
    with torch.no_grad():
        next(module.parameters())[0, 0, 0, 0] = 1e6
    saved.save(folder, module, architecture="resnet8", params={}, input=rgb, labels=LABELS, half=True)
    assert next(saved.load(folder).module.parameters())[0, 0, 0, 0] == 1e6


def test_the_fingerprint_follows_the_weights(folder: Path, rgb: ImageInput) -> None:
    before = saved.load(folder)
    assert saved.load(folder).fingerprint == before.fingerprint
    with torch.no_grad():
        next(before.module.parameters()).add_(1e-3)
    saved.save(folder, before.module, architecture="resnet8", params={}, input=rgb, labels=LABELS)
    assert saved.load(folder).fingerprint != before.fingerprint


def test_weights_of_another_network_are_named(folder: Path) -> None:
    state = load_file(folder / saved.WEIGHTS)
    state["surplus"] = torch.zeros(1)
    state["head.weight"] = torch.zeros(3, 5)
    del state["head.bias"]
    save_file(state, folder / saved.WEIGHTS)
    with pytest.raises(KDError) as caught:
        saved.load(folder)
    assert caught.value.code == Code.MODEL_MISMATCH
    for words in ("lacks head.bias", "also holds surplus", "head.weight is 3×5 and should be 3×64"):
        assert words in caught.value.message


@pytest.mark.parametrize(
    ("change", "code"),
    [({"version": 99, "new": 1}, Code.NEWER_VERSION), ({"labels": 3}, Code.MODEL_DAMAGED)],
)
def test_a_card_that_cannot_be_read_is_said(folder: Path, change: dict[str, object], code: Code) -> None:
    path = folder / saved.CARD
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(KDError) as caught:
        saved.load(folder)
    assert caught.value.code == code


def test_a_folder_without_a_model_is_said(tmp_path: Path) -> None:
    with pytest.raises(KDError) as caught:
        saved.load(tmp_path)
    assert caught.value.code == Code.MODEL_NOT_FOUND
