from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn
from torch.export import Dim

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput, TextInput
from kdstudio.engine import ort
from kdstudio.engine.models import registry, saved, wrapped
from kdstudio.engine.models.figures import figures

SMALL: dict[str, dict[str, Any]] = {
    "hf-resnet": {"widths": [8, 16], "depths": [1, 1]},
    "hf-mobilenetv2": {"width": 0.25},
    "hf-efficientnet": {"width": 0.25, "depth": 0.25},
    "hf-convnext": {"widths": [8, 16], "depths": [1, 1]},
    "hf-vit": {"layers": 1, "width": 16, "heads": 2, "feed_forward": 32},
    "hf-mobilevit": {"size": "xxs"},
}
PUBLISHED = {  # millions of parameters at 1,000 classes, as the papers give them
    "hf-mobilenetv2": ({}, 3.5),
    "hf-efficientnet": ({}, 5.3),
    "hf-convnext": ({}, 3.7),
    "hf-vit": ({"layers": 12}, 5.7),
    "hf-mobilevit": ({}, 1.3),
    "hf-resnet": ({"widths": [64, 128, 256, 512]}, 11.7),
}


def text(vocabulary: int = 100, length: int = 16) -> TextInput:
    words = '{"version": "1.0", "model": {"type": "WordLevel", "vocab": {"[PAD]": 0}, "unk_token": "[PAD]"}}'
    return TextInput(max_length=length, vocabulary=vocabulary, pad_id=0, tokenizer=words)


def export(network: nn.Module, inputs: dict[str, torch.Tensor], shapes: dict[str, Any], path: Path) -> ort.Session:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network.eval(),
            kwargs=inputs,
            f=path,
            dynamo=True,
            external_data=False,
            verbose=False,
            dynamic_shapes=shapes,
        )
    return ort.session(path, threads=1)


@pytest.mark.parametrize(("name", "setting"), PUBLISHED.items())
def test_the_default_is_the_size_that_was_published(name: str, setting: tuple[dict[str, Any], float]) -> None:
    params, millions = setting
    large = ImageInput(size=224, channels=3, mean=(0.5,) * 3, std=(0.5,) * 3)
    with torch.device("meta"):
        network = registry.build(name, params, large, 1000)
    assert figures(network, large).parameters / 1e6 == pytest.approx(millions, abs=0.06)


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize(("size", "channels"), [(32, 1), (64, 3)])
def test_small_images_train(name: str, size: int, channels: int) -> None:
    input = ImageInput(size=size, channels=channels, mean=(0.5,) * channels, std=(0.5,) * channels)
    network = registry.build(name, SMALL[name], input, 5).train()
    images = torch.rand(2, channels, size, size)
    logits = network(pixel_values=images)
    assert logits.shape == (2, 5)
    logits.sum().backward()
    assert any(parameter.grad is not None for parameter in network.parameters())


@pytest.mark.parametrize("name", SMALL)
def test_image_networks_export_with_any_batch(name: str, tmp_path: Path) -> None:
    input = ImageInput(size=64, channels=3, mean=(0.5,) * 3, std=(0.5,) * 3)
    network = registry.build(name, SMALL[name], input, 5)
    shapes = {"pixel_values": {0: Dim("batch", min=1, max=1024)}}
    session = export(network, {"pixel_values": torch.rand(2, 3, 64, 64)}, shapes, tmp_path / "net.onnx")
    for batch in (1, 3):
        images = torch.rand(batch, 3, 64, 64)
        (found,) = session.run(None, {"pixel_values": images.numpy()})
        with torch.no_grad():
            torch.testing.assert_close(torch.from_numpy(found), network(pixel_values=images), atol=1e-4, rtol=0)


def test_the_text_encoder_exports_with_any_batch_and_length(tmp_path: Path) -> None:
    network = registry.build("text-encoder", {"layers": 2, "width": 16, "feed_forward": 32}, text(), 4)
    batch, length = Dim("batch", min=1, max=1024), Dim("length", min=2, max=16)
    shapes = {name: {0: batch, 1: length} for name in ("input_ids", "attention_mask")}
    tokens = torch.randint(0, 100, (2, 8))
    inputs = {"input_ids": tokens, "attention_mask": torch.ones_like(tokens)}
    session = export(network, inputs, shapes, tmp_path / "net.onnx")
    for rows, columns in ((1, 2), (3, 16), (5, 11)):
        tokens = torch.randint(0, 100, (rows, columns))
        mask = torch.ones_like(tokens)
        mask[0, columns // 2 :] = 0
        (found,) = session.run(None, {"input_ids": tokens.numpy(), "attention_mask": mask.numpy()})
        with torch.no_grad():
            expected = network(input_ids=tokens, attention_mask=mask)
        torch.testing.assert_close(torch.from_numpy(found), expected, atol=1e-4, rtol=0)


def test_padding_changes_no_answer() -> None:
    network = registry.build("text-encoder", {"layers": 1, "width": 16, "feed_forward": 32}, text(), 4).eval()
    tokens = torch.randint(1, 100, (2, 6))
    mask = torch.ones_like(tokens)
    padded = [nn.functional.pad(tensor, (0, 5)) for tensor in (tokens, mask)]
    torch.testing.assert_close(
        network(input_ids=padded[0], attention_mask=padded[1]), network(input_ids=tokens, attention_mask=mask)
    )


def test_a_saved_network_loads_here_and_in_transformers(tmp_path: Path) -> None:
    params = {"layers": 1, "width": 16, "heads": 2, "feed_forward": 32}
    network = registry.build("text-encoder", params, text(), 3).eval()
    labels = ("games", "science", "web")
    saved.save(tmp_path / "m", network, architecture="text-encoder", params=params, input=text(), labels=labels)
    tokens = torch.randint(1, 100, (2, 6))
    inputs = {"input_ids": tokens, "attention_mask": torch.ones_like(tokens)}
    here = saved.load(tmp_path / "m")
    torch.testing.assert_close(here.module(**inputs), network(**inputs))
    assert (tmp_path / "m" / "tokenizer.json").read_text() == text().tokenizer
    with wrapped.quiet_transformers() as transformers:
        there = transformers.AutoModelForSequenceClassification.from_pretrained(tmp_path / "m", local_files_only=True)
    torch.testing.assert_close(there.eval()(**inputs).logits, network(**inputs))
    assert there.config.id2label == dict(enumerate(labels))


@pytest.mark.parametrize(
    ("name", "params"),
    [
        ("hf-resnet", {"widths": [8, 16], "depths": [1]}),
        ("hf-convnext", {"widths": [], "depths": []}),
        ("hf-vit", {"width": 100, "heads": 3}),
        ("hf-vit", {"patch": 64}),
        ("text-encoder", {"width": 128, "heads": 3}),
    ],
)
def test_settings_that_contradict_each_other_are_said(name: str, params: dict[str, Any], rgb: ImageInput) -> None:
    with pytest.raises(KDError) as caught:
        registry.build(name, params, text() if name == "text-encoder" else rgb, 5)
    assert caught.value.code == Code.RECIPE_INVALID


def test_a_network_for_texts_does_not_take_images(rgb: ImageInput) -> None:
    for name, input in (("text-encoder", rgb), ("resnet20", text())):
        with pytest.raises(KDError) as caught:
            registry.build(name, {}, input, 5)
        assert caught.value.code == Code.MODEL_MISMATCH
