"""What a model takes, as data: the same record drives training, the exported model's metadata and Try it."""

from __future__ import annotations

import msgspec


class ImageInput(msgspec.Struct, frozen=True, kw_only=True, tag="image"):
    """A square image: RGB or gray, resized to ``size`` (bilinear, antialiased), scaled to 0–1, normalised.

    The model's input is ``pixel_values``, float32 ``(B, channels, size, size)`` = (x / 255 - mean) / std.
    Transparent pixels are laid over ``background`` first and EXIF rotation is applied.
    """

    size: int
    channels: int
    mean: tuple[float, ...]
    std: tuple[float, ...]
    background: str = "white"
    max_megapixels: int = 64


class TextInput(msgspec.Struct, frozen=True, kw_only=True, tag="text"):
    """A text, tokenized by ``tokenizer.json`` beside the model and cut after ``max_length`` tokens.

    The model's inputs are ``input_ids`` and ``attention_mask``, int64 ``(B, L)``, padded with ``pad_id``.
    ``tokenizer`` is the tokenizer's file (JSON) as text, so that the record is complete in itself.
    """

    max_length: int
    vocabulary: int
    pad_id: int
    tokenizer: str


InputSpec = ImageInput | TextInput
