"""Test examples made worse in ways that happen in use, to see what a student lost that clean test data does not show.

Images in the manner of Hendrycks & Dietterich 2019 (arXiv 1903.12261), at one middling strength each.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from kdstudio.engine.data.dataset import Examples

Pixels = NDArray[np.uint8]
Tokens = NDArray[np.int32]

_SEED = 0
_SHARE = 0.15


def _noise(pixels: Pixels) -> Pixels:
    drawn = np.random.default_rng(_SEED).normal(0, 0.12 * 255, pixels.shape)
    return np.clip(pixels + drawn, 0, 255).astype(np.uint8)


def _blur(pixels: Pixels) -> Pixels:
    """Gaussian blur whose width is a 32nd of the image."""
    sigma = max(0.5, pixels.shape[1] / 32)
    reach = int(3 * sigma + 0.5)
    line = torch.exp(-0.5 * (torch.arange(-reach, reach + 1) / sigma) ** 2)
    line = line / line.sum()
    planes = torch.from_numpy(pixels).permute(0, 3, 1, 2).float()
    count, channels, height, width = planes.shape
    planes = F.pad(planes.reshape(count * channels, 1, height, width), [reach] * 4, mode="replicate")
    planes = F.conv2d(F.conv2d(planes, line.view(1, 1, 1, -1)), line.view(1, 1, -1, 1))
    blurred: Pixels = planes.reshape(count, channels, height, width).permute(0, 2, 3, 1).round().byte().numpy()
    return blurred


def _contrast(pixels: Pixels) -> Pixels:
    mean = pixels.mean(axis=(1, 2, 3), keepdims=True)
    flat: Pixels = np.clip(0.4 * (pixels - mean) + mean, 0, 255).astype(np.uint8)
    return flat


def _brightness(pixels: Pixels) -> Pixels:
    return np.clip(pixels.astype(np.int16) + 51, 0, 255).astype(np.uint8)


def _pixelate(pixels: Pixels) -> Pixels:
    planes = torch.from_numpy(pixels).permute(0, 3, 1, 2).float()
    small = F.interpolate(planes, scale_factor=0.5, mode="area")
    large = F.interpolate(small, size=planes.shape[2:], mode="nearest")
    coarse: Pixels = large.permute(0, 2, 3, 1).round().byte().numpy()
    return coarse


IMAGES: dict[str, tuple[str, Callable[[Pixels], Pixels]]] = {
    "noise": ("Noise", _noise),
    "blur": ("Blur", _blur),
    "contrast": ("Low contrast", _contrast),
    "brightness": ("Too bright", _brightness),
    "pixelate": ("Half the resolution", _pixelate),
}


def image(name: str, examples: Examples) -> Examples:
    """The images of ``examples`` made worse in one of the ways of :data:`IMAGES`, in memory."""
    pixels = examples.take("image", np.arange(len(examples)))
    return Examples({"image": IMAGES[name][1](pixels)}, examples.labels, examples.ids)


TEXTS: dict[str, str] = {"dropped": "Words left out", "unknown": "Unknown words", "swapped": "Words swapped"}


def text(name: str, examples: Examples, unknown: int) -> Examples:
    """The texts of ``examples`` with 15 % of their tokens left out, unknown, or swapped with the next.

    The first and the last token, which frame a text, stay. ``unknown`` is the tokenizer's id for an unknown word.
    """
    rng = np.random.default_rng(_SEED)
    tokens = examples.take("tokens", np.arange(len(examples))).copy()
    lengths = examples.take("length", np.arange(len(examples))).copy()
    for row, length in enumerate(lengths):
        inner = np.arange(1, int(length) - 1)
        hit = inner[rng.random(len(inner)) < _SHARE]
        if name == "unknown":
            tokens[row, hit] = unknown
        elif name == "swapped":
            for place in hit[hit + 1 < length - 1]:
                tokens[row, [place, place + 1]] = tokens[row, [place + 1, place]]
        else:
            kept = np.delete(tokens[row, :length], hit)
            tokens[row, : len(kept)] = kept
            lengths[row] = len(kept)
    return Examples({"tokens": tokens, "length": lengths}, examples.labels, examples.ids)
