from __future__ import annotations

import json

import pytest
import torch

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput, TextInput
from kdstudio.engine.models.adapt import ImageAdapter, adapter

CUT = {"direction": "Right", "max_length": 8, "strategy": "LongestFirst", "stride": 0}


def image(size: int, channels: int, mean: float, std: float) -> ImageInput:
    return ImageInput(size=size, channels=channels, mean=(mean,) * channels, std=(std,) * channels)


def text(vocabulary: dict[str, int], length: int = 16, **extra: object) -> TextInput:
    model = {"type": "WordLevel", "vocab": vocabulary, "unk_token": "a"}
    content = {"version": "1.0", "added_tokens": [], "model": model, **extra}
    return TextInput(max_length=length, vocabulary=len(vocabulary), pad_id=0, tokenizer=json.dumps(content))


def test_the_same_input_needs_no_adapter() -> None:
    assert adapter(image(8, 1, 0.5, 0.5), image(8, 1, 0.5, 0.5), "T") is None


def test_the_normalisation_is_exchanged() -> None:
    pixels = torch.rand(2, 3, 8, 8)
    found = ImageAdapter(image(8, 3, 0.2, 0.4), image(8, 3, 0.5, 0.25))((pixels - 0.2) / 0.4)
    torch.testing.assert_close(found, (pixels - 0.5) / 0.25)


def test_colours_and_size_are_exchanged() -> None:
    white = torch.ones(1, 3, 8, 8)
    gray = ImageAdapter(image(8, 3, 0, 1), image(16, 1, 0, 1))(white)
    torch.testing.assert_close(gray, torch.ones(1, 1, 16, 16))
    green = torch.tensor([0.0, 1.0, 0.0]).view(1, 3, 1, 1).expand(1, 3, 8, 8)
    torch.testing.assert_close(
        ImageAdapter(image(8, 3, 0, 1), image(8, 1, 0, 1))(green), torch.full((1, 1, 8, 8), 0.587)
    )
    assert ImageAdapter(image(8, 1, 0, 1), image(8, 3, 0, 1))(gray[..., :8, :8]).shape == (1, 3, 8, 8)


def test_a_tokenizer_counts_by_what_it_does() -> None:
    vocabulary = {"[PAD]": 0, "a": 1}
    assert adapter(text(vocabulary), text(vocabulary, 32, truncation=CUT), "T") is None
    with pytest.raises(KDError, match="another tokenizer") as caught:
        adapter(text(vocabulary), text({"[PAD]": 0, "a": 2}), "T")
    assert caught.value.code == Code.MODEL_MISMATCH


def test_texts_longer_than_the_teacher_takes_are_refused() -> None:
    with pytest.raises(KDError, match="up to 8 tokens") as caught:
        adapter(text({"a": 0}), text({"a": 0}, 8), "T")
    assert caught.value.code == Code.MODEL_MISMATCH


@pytest.mark.parametrize(
    ("data", "teacher"), [(image(8, 1, 0, 1), text({"a": 0})), (text({"a": 0}), image(8, 1, 0, 1))]
)
def test_images_and_texts_do_not_mix(data: ImageInput | TextInput, teacher: ImageInput | TextInput) -> None:
    with pytest.raises(KDError) as caught:
        adapter(data, teacher, "T")
    assert caught.value.code == Code.MODEL_MISMATCH
