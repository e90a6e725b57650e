"""Random changes to batches of examples, a pure function of (seed, view, example): never of the batch.

The random numbers of an example are hashes of seed, view number, example index and what they are for, so that
any example of any view can be had alone and in any order, and a teacher's answer to it can be kept.
"""

from __future__ import annotations

import math

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from kdstudio.core.recipe import AugmentSpec
from kdstudio.engine.data.mixing import GOLDEN, mix

_FLIP, _X, _Y, _ANGLE, _ZOOM, _BRIGHTNESS, _CONTRAST, _ERASE, _AREA, _RATIO, _LEFT, _TOP, _DROP = range(13)

_LONGEST = 1 << 16


def uniform(seed: int, view: int, index: NDArray[np.int64], purpose: int) -> NDArray[np.float64]:
    """One number in [0, 1) for each example, ``(B,)``."""
    state = mix(mix(mix(np.array([seed], np.uint64)) + np.uint64(view)) + np.uint64(purpose))
    with np.errstate(over="ignore"):
        mixed = mix(state + index.astype(np.uint64) * GOLDEN)
    return (mixed >> np.uint64(11)).astype(np.float64) * 2.0**-53


def changes(augment: AugmentSpec) -> bool:
    """Whether these settings change an image at all."""
    return augment.flip or any((_moves(augment), augment.brightness, augment.contrast, augment.erase))


def _moves(augment: AugmentSpec) -> bool:
    return any((augment.shift, augment.rotate, augment.zoom))


class Augmenter:
    """What happens to the examples ``index`` ``(B,)`` in one view."""

    def __init__(self, augment: AugmentSpec, seed: int, view: int, index: NDArray[np.int64]) -> None:
        self._augment, self._seed, self._view, self._index = augment, seed, view, index

    def _draw(self, purpose: int) -> NDArray[np.float64]:
        return uniform(self._seed, self._view, self._index, purpose)

    def geometry(self, pixels: NDArray[np.uint8]) -> Tensor:
        """Move pixels ``(B, H, W, C)`` about: uint8 of the same shape, or float32 where they were interpolated.

        What comes in at a border repeats the border.
        """
        augment = self._augment
        B, H, W, C = pixels.shape
        if not augment.flip and not _moves(augment):
            return torch.from_numpy(pixels)
        flip = self._draw(_FLIP) < 0.5 if augment.flip else np.zeros(B, np.bool_)
        down, right = self._shift(_Y, H), self._shift(_X, W)
        if augment.rotate or augment.zoom:
            return self._affine(torch.from_numpy(pixels), flip, down, right)
        rows = np.clip(np.arange(H) - down[:, None], 0, H - 1)
        columns = np.clip(np.arange(W) - right[:, None], 0, W - 1)
        columns = np.where(flip[:, None], W - 1 - columns, columns)
        flat = (np.arange(B)[:, None, None] * H + rows[:, :, None]) * W + columns[:, None, :]
        taken = torch.from_numpy(pixels).view(B * H * W, C).index_select(0, torch.from_numpy(flat.reshape(-1)))
        return taken.view(B, H, W, C)

    def colour(self, x: Tensor) -> Tensor:
        """Change brightness and contrast of images ``(B, C, H, W)`` in 0–1."""
        if self._augment.brightness:
            x = x * self._factor(_BRIGHTNESS, self._augment.brightness)
        if self._augment.contrast:
            mean = x.mean((1, 2, 3), keepdim=True)
            x = (x - mean) * self._factor(_CONTRAST, self._augment.contrast) + mean
        return x.clamp(0, 1) if self._augment.brightness or self._augment.contrast else x

    def erase(self, x: Tensor) -> Tensor:
        """Blank out rectangles of normalised images ``(B, C, H, W)``, to the mean (Zhong et al. 2017)."""
        if not self._augment.erase:
            return x
        H, W = x.shape[-2:]
        area = (0.02 + 0.31 * self._draw(_AREA)) * H * W
        ratio = np.exp((2 * self._draw(_RATIO) - 1) * math.log(3.3))
        height, width = np.minimum(np.sqrt(area * ratio), H), np.minimum(np.sqrt(area / ratio), W)
        top, left = self._draw(_TOP) * (H - height), self._draw(_LEFT) * (W - width)
        on = self._draw(_ERASE) < self._augment.erase
        rows = (np.arange(H) >= top[:, None]) & (np.arange(H) < (top + height)[:, None]) & on[:, None]
        columns = (np.arange(W) >= left[:, None]) & (np.arange(W) < (left + width)[:, None])
        blank = torch.from_numpy(rows[:, None, :, None] & columns[:, None, None, :])
        return x.masked_fill(blank, 0.0)

    def _shift(self, purpose: int, side: int) -> NDArray[np.int64]:
        """Whole pixels, every one as likely."""
        most = round(self._augment.shift * side)
        return np.floor(self._draw(purpose) * (2 * most + 1)).astype(np.int64) - most

    def _factor(self, purpose: int, most: float) -> Tensor:
        factor = 1 + most * (2 * self._draw(purpose) - 1)
        return torch.from_numpy(factor.astype(np.float32)).view(-1, 1, 1, 1)

    def _affine(
        self, pixels: Tensor, flip: NDArray[np.bool_], down: NDArray[np.int64], right: NDArray[np.int64]
    ) -> Tensor:
        _, H, W, _ = pixels.shape
        angle = np.deg2rad(self._augment.rotate) * (2 * self._draw(_ANGLE) - 1)
        scale = 1 / (1 + self._augment.zoom * (2 * self._draw(_ZOOM) - 1))
        cos, sin = scale * np.cos(angle), scale * np.sin(angle)
        mirror = np.where(flip, -1.0, 1.0)
        x, y = 2 * right / W, 2 * down / H
        theta = np.stack(
            [
                np.stack([mirror * cos, mirror * sin, -mirror * (cos * x + sin * y)], 1),
                np.stack([-sin, cos, sin * x - cos * y], 1),
            ],
            1,
        )
        images = pixels.permute(0, 3, 1, 2).float()
        grid = F.affine_grid(torch.from_numpy(theta.astype(np.float32)), list(images.shape), align_corners=False)
        moved = F.grid_sample(images, grid, mode="bilinear", padding_mode="border", align_corners=False)
        return moved.permute(0, 2, 3, 1)


def leave_out(
    tokens: NDArray[np.int32], lengths: NDArray[np.int32], share: float, seed: int, view: int, index: NDArray[np.int64]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Leave ``share`` of the tokens ``(B, L)`` out of each text, but never the first and the last, which frame it."""
    places = np.arange(tokens.shape[1])
    drawn = uniform(seed, view, index[:, None] * _LONGEST + places, _DROP)
    inner = (places > 0) & (places < lengths[:, None] - 1)
    kept = (places < lengths[:, None]) & ~(inner & (drawn < share))
    order = np.argsort(~kept, axis=1, kind="stable")
    return np.take_along_axis(tokens, order, axis=1), kept.sum(axis=1).astype(np.int32)
