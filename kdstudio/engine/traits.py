"""What can be measured of an example itself, so that losses can be looked at in slices of the test split."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.errors import KDError
from kdstudio.core.recipe import Recipe
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.data.readers import open_source
from kdstudio.engine.data.tables import TableSource

Values = NDArray[np.float32]

_CHUNK = 512
_FRAME = 2


def traits(examples: Examples) -> dict[str, Values]:
    """By name, one value for each of the N examples, shape ``(N,)``.

    Pictures: ``brightness`` (mean of the grey values, 0–1), ``contrast`` (their standard deviation, that is RMS
    contrast) and ``sharpness`` (the standard deviation of their Laplacian; Pech-Pacheco et al. 2000). Texts:
    ``length`` in tokens.
    """
    if "image" in examples.arrays:
        parts = [_pictures(examples, start) for start in range(0, len(examples), _CHUNK)]
        return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]} if parts else {}
    if "length" in examples.arrays:
        lengths = examples.take("length", np.arange(len(examples)))
        return {"length": np.maximum(lengths - _FRAME, 0).astype(np.float32)}
    return {}


def _pictures(examples: Examples, start: int) -> dict[str, Values]:
    index = np.arange(start, min(start + _CHUNK, len(examples)))
    grey = examples.take("image", index).astype(np.float32).mean(axis=3) / 255
    found = {"brightness": grey.mean(axis=(1, 2)), "contrast": grey.std(axis=(1, 2)), "sharpness": _laplacian(grey)}
    return {name: values.astype(np.float32) for name, values in found.items()}


def _laplacian(grey: Values) -> Values:
    """Standard deviation of the Laplacian of pictures ``(B, H, W)``; 0 where one has no inside."""
    if min(grey.shape[1:]) < 3:
        return np.zeros(len(grey), dtype=np.float32)
    inside = grey[:, 1:-1, 1:-1]
    around = grey[:, :-2, 1:-1] + grey[:, 2:, 1:-1] + grey[:, 1:-1, :-2] + grey[:, 1:-1, 2:]
    found: Values = (around - 4 * inside).std(axis=(1, 2))
    return found


def columns(recipe: Recipe, examples: Examples) -> dict[str, list[str]]:
    """What a table says of the examples beside their input and label, where the data is a table."""
    try:
        source = open_source(recipe.data, recipe.task)
    except KDError:  # it was there when training began; its examples are decoded already
        return {}
    return source.beside(examples.ids) if isinstance(source, TableSource) else {}
