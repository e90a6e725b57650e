"""How an input becomes the numbers that a model takes, step by step, for whoever writes it in another language."""

from __future__ import annotations

from typing import Any

import msgspec

from kdstudio.core.inputs import ImageInput, InputSpec, TextInput

LUMA = (19595, 38470, 7471)
"""Weights of red, green and blue in 65,536ths for gray: ITU-R 601-2, as Pillow has them."""


def steps(input: InputSpec, *, fixed_shape: bool) -> tuple[str, ...]:
    """The steps in order; a file of ``fixed_shape`` takes one example of full length."""
    return _of_image(input, fixed_shape) if isinstance(input, ImageInput) else _of_text(input, fixed_shape)


def record(input: InputSpec, *, fixed_shape: bool) -> dict[str, Any]:
    """What ``preprocessing.json`` says: the numbers, and the steps in words. A tokenizer is a file of its own."""
    plain = msgspec.structs.replace(input, tokenizer="tokenizer.json") if isinstance(input, TextInput) else input
    return {**msgspec.to_builtins(plain), "steps": steps(input, fixed_shape=fixed_shape)}


def _of_image(input: ImageInput, fixed_shape: bool) -> tuple[str, ...]:
    red, green, blue = LUMA
    colour = (
        f"make it gray: ({red} × red + {green} × green + {blue} × blue + 32768) ÷ 65536, rounded down"
        if input.channels == 1
        else "take red, green and blue, in this order"
    )
    batch = "1" if fixed_shape else "batch"
    return (
        "turn the picture upright, as its EXIF rotation says",
        f"lay transparent pixels over {input.background}",
        colour,
        f"resize it to {input.size} × {input.size} pixels, bilinear with antialiasing, whatever its proportions were",
        f"divide by 255, subtract {_numbers(input.mean)}, divide by {_numbers(input.std)}",
        f"give it as pixel_values, float32 ({batch}, {input.channels}, {input.size}, {input.size}): channels, rows, "
        "columns",
    )


def _of_text(input: TextInput, fixed_shape: bool) -> tuple[str, ...]:
    batch, length = ("1", str(input.max_length)) if fixed_shape else ("batch", "length")
    fill = f"fill up to {input.max_length} tokens" if fixed_shape else "fill up to the longest text of the batch"
    return (
        "make tokens of it with tokenizer.json, with the special tokens that its template adds",
        f"cut it after {input.max_length} tokens, the special ones kept",
        f"{fill} with {input.pad_id}",
        f"give the numbers as input_ids and 1 for each token, 0 for each filling, as attention_mask: int64 ({batch}, "
        f"{length})",
    )


def _numbers(values: tuple[float, ...]) -> str:
    return ", ".join(f"{value:g}" for value in values)
