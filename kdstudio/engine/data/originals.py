"""Pictures at their original size again, as an app would hand them over: for checks of what prepares them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kdstudio.core.recipe import DataSpec
from kdstudio.engine.data import images
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.data.readers import open_source
from kdstudio.engine.data.source import UnreadableError


def pictures(spec: DataSpec, examples: Examples) -> Iterator[tuple[int, NDArray[np.uint8]]]:
    """Position in ``examples`` and RGB pixels ``(H, W, 3)``, in the order of the data; one that is gone is left out.

    Transparent pixels are laid over the background, since most apps decode to opaque ones.
    """
    rows = np.arange(len(examples)) if examples.rows is None else examples.rows
    wanted = {int(row): position for position, row in enumerate(rows)}
    for row, record in enumerate(open_source(spec, "image-classification").records()):
        if not wanted:
            return
        position = wanted.pop(row, None)
        if position is None or record.error or isinstance(record.payload, str):
            continue
        try:
            image = images.decode(record.payload, spec.max_megapixels)
        except UnreadableError:  # changed since it was read; the check is of those that are there
            continue
        if image.mode in ("LA", "RGBA"):
            under = Image.new("RGBA", image.size, spec.background)
            image = Image.alpha_composite(under, image.convert("RGBA"))
        yield position, np.asarray(image.convert("RGB"))
