"""Image classification: pictures in a cache of pixels, augmented in batches, normalised for the model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from kdstudio.core.errors import Code, KDError
from kdstudio.core.health import Health, PreviewRow
from kdstudio.core.inputs import ImageInput, InputSpec
from kdstudio.core.phrases import phrase
from kdstudio.core.recipe import AugmentSpec, DataSpec, Recipe, TaskKind
from kdstudio.engine.data import corrupt, decode, health, near_images
from kdstudio.engine.data.augment import Augmenter, changes
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.data.images import open_image
from kdstudio.engine.data.prepare import Prepared, Reading, prepare, refused, report, shown
from kdstudio.engine.data.source import UnreadableError
from kdstudio.engine.progress import Reporter
from kdstudio.engine.tasks.base import View
from kdstudio.runs.files import disk_error

_STATISTICS_BYTES = 256 << 20
_CHUNK_BYTES = 256 << 10


class ImageTask:
    """See :class:`kdstudio.engine.tasks.base.Task`. The model's argument is ``pixel_values``, ``(B, C, S, S)``."""

    kind: TaskKind = "image-classification"
    corruptions: ClassVar[dict[str, str]] = {name: title for name, (title, _) in corrupt.IMAGES.items()}

    def check(self, recipe: Recipe, cache: Path, thumbnails: Path, reporter: Reporter) -> Health:
        """Look at the data. The images are decoded into the cache on the way, where training will find them."""
        try:
            prepared = self._prepare(recipe.data, cache, reporter)
        except KDError as error:
            if not error.code.startswith("data-"):
                raise
            return refused(recipe.data, error)
        return self._report(recipe.data, prepared, _thumbnails(prepared, thumbnails))

    def load(self, recipe: Recipe, cache: Path, reporter: Reporter) -> Dataset:
        """The three splits over the memory-mapped pixels."""
        prepared = self._prepare(recipe.data, cache, reporter)
        if error := health.first_error(prepared.findings):
            raise error
        arrays = {"image": prepared.store.array("image")}
        train, validation, test = (prepared.examples(split, arrays) for split in range(3))
        mean, std = _statistics(train)
        return Dataset(
            train=train,
            validation=validation,
            test=test,
            labels=prepared.examined.classes,
            input=ImageInput(
                size=prepared.store.meta.image_size,
                channels=prepared.store.meta.channels,
                mean=mean,
                std=std,
                background=recipe.data.background,
                max_megapixels=recipe.data.max_megapixels,
            ),
            fingerprint=prepared.fingerprint,
            health=self._report(recipe.data, prepared, ()),
        )

    def augments(self, augment: AugmentSpec) -> bool:
        """Whether a view differs from the image."""
        return changes(augment)

    def batch(
        self, examples: Examples, index: NDArray[np.int64], input: InputSpec, view: View | None
    ) -> dict[str, Tensor]:
        """``pixel_values`` float32 ``(B, C, S, S)`` of the examples ``index`` ``(B,)``."""
        assert isinstance(input, ImageInput)
        pixels = examples.take("image", index)
        if view is None or not changes(view.augment):
            return {"pixel_values": _normalise(_scaled(torch.from_numpy(pixels)), input)}
        augmenter = Augmenter(view.augment, view.seed, view.number, index)
        x = augmenter.colour(_scaled(augmenter.geometry(pixels)))
        return {"pixel_values": augmenter.erase(_normalise(x, input))}

    def sample(self, input: InputSpec, batch: int) -> dict[str, Tensor]:
        """Images of noise."""
        assert isinstance(input, ImageInput)
        shape = (batch, input.channels, input.size, input.size)
        noise = torch.rand(shape, generator=torch.Generator().manual_seed(0))
        return {"pixel_values": _normalise(noise, input)}

    def corrupt(self, name: str, examples: Examples, input: InputSpec) -> Examples:
        """Images with noise, blur and the like."""
        return corrupt.image(name, examples)

    def encode(self, input: InputSpec, raw: Sequence[str]) -> dict[str, NDArray[Any]]:
        """``pixel_values`` of image files."""
        assert isinstance(input, ImageInput)
        pixels = np.empty((len(raw), input.size, input.size, input.channels), np.uint8)
        for place, path in enumerate(raw):
            try:
                pixels[place] = open_image(Path(path), input)
            except UnreadableError as error:
                raise KDError(Code.DATA_UNREADABLE, f"{path}: {error}", "Choose an image file.") from None
        return {"pixel_values": _normalise(_scaled(torch.from_numpy(pixels)), input).numpy()}

    def _prepare(self, spec: DataSpec, cache: Path, reporter: Reporter) -> Prepared:
        reading = Reading(self.kind, decode.build, near_images.find, decode.settings_key(spec))
        return prepare(reading, spec, cache, reporter)

    def _report(self, spec: DataSpec, prepared: Prepared, preview: tuple[PreviewRow, ...]) -> Health:
        size, channels = prepared.store.meta.image_size, prepared.store.meta.channels
        gray, colour = phrase(f"{size} × {size} pixels, gray"), phrase(f"{size} × {size} pixels, RGB")
        input = gray if channels == 1 else colour
        return report(spec, prepared, input, preview)


def _scaled(pixels: Tensor) -> Tensor:
    """Pixels ``(B, H, W, C)`` of 0–255 as float32 ``(B, C, H, W)`` of 0–1."""
    return pixels.permute(0, 3, 1, 2).to(torch.float32, memory_format=torch.contiguous_format).div_(255)


def _normalise(x: Tensor, input: ImageInput) -> Tensor:
    mean, std = torch.tensor(input.mean), torch.tensor(input.std)
    return (x - mean.view(-1, 1, 1)) / std.view(-1, 1, 1)


def _statistics(train: Examples) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Mean and standard deviation of each channel over the training images (an even choice of very many)."""
    pixels = train.arrays["image"]
    size = max(1, pixels[0].size)
    wanted = min(len(train), max(1, _STATISTICS_BYTES // size))
    index = np.linspace(0, len(train) - 1, wanted).astype(np.int64)
    counts = np.zeros((pixels.shape[-1], 256), np.int64)
    step = max(1, _CHUNK_BYTES // size)
    for start in range(0, wanted, step):
        chunk = train.take("image", index[start : start + step])
        for channel in range(chunk.shape[-1]):
            counts[channel] += np.bincount(chunk[..., channel].reshape(-1), minlength=256)
    shares = counts / counts.sum(1, keepdims=True)
    values = np.arange(256) / 255
    mean = shares @ values
    std = np.sqrt(np.maximum(shares @ values**2 - mean**2, 0))
    return tuple(round(float(m), 6) for m in mean), tuple(round(max(float(s), 1e-3), 6) for s in std)


def _thumbnails(prepared: Prepared, folder: Path) -> tuple[PreviewRow, ...]:
    """Write some images as the model sees them."""
    pixels = prepared.store.array("image")
    preview = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for row, label in zip(*shown(prepared), strict=True):
            picture = np.array(pixels[row])
            Image.fromarray(picture[..., 0] if picture.shape[-1] == 1 else picture).save(folder / f"{row}.png")
            preview.append(PreviewRow(id=prepared.store.ids[row], label=label, image=f"{row}.png"))
    except OSError as error:
        raise disk_error(error, folder) from error
    return tuple(preview)


TASK = ImageTask()
