from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import torch

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput
from kdstudio.engine.models import registry

INSTALLED = find_spec("timm") is not None


@pytest.mark.skipif(INSTALLED, reason="timm is installed")
def test_without_timm_its_names_are_explained(rgb: ImageInput) -> None:
    with pytest.raises(KDError, match="not installed") as caught:
        registry.build("timm:resnet18", {}, rgb, 5)
    assert caught.value.code == Code.ARCHITECTURE_UNKNOWN


def test_a_broken_timm_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rgb: ImageInput) -> None:
    (tmp_path / "timm").mkdir()
    (tmp_path / "timm" / "__init__.py").write_text("raise RuntimeError('operator torchvision::nms does not exist')\n")
    monkeypatch.delitem(sys.modules, "timm", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(KDError, match="torchvision::nms") as caught:
        registry.build("timm:resnet18", {}, rgb, 5)
    assert caught.value.code == Code.ENGINE_UNAVAILABLE


@pytest.mark.skipif(not INSTALLED, reason="timm is not installed")
@pytest.mark.parametrize("name", ["resnet18", "vit_tiny_patch16_224"])
def test_its_networks_take_the_data(name: str) -> None:
    gray = ImageInput(size=48, channels=1, mean=(0.5,), std=(0.5,))
    network = registry.build(f"timm:{name}", {}, gray, 5)
    assert network(pixel_values=torch.rand(2, 1, 48, 48)).shape == (2, 5)


@pytest.mark.skipif(not INSTALLED, reason="timm is not installed")
@pytest.mark.parametrize("name", ["resnet17", "hf_hub:someone/model"])
def test_an_unknown_name_never_asks_a_hub(name: str, rgb: ImageInput) -> None:
    with pytest.raises(KDError) as caught:
        registry.build(f"timm:{name}", {}, rgb, 5)
    assert caught.value.code == Code.ARCHITECTURE_UNKNOWN
