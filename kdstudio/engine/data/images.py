"""From an image file to the model's pixels: one road for training, export calibration and prediction.

The type is told from the content, among a fixed list of formats; the size is checked in the header before a
pixel is decoded; EXIF rotation is applied; 16-bit values keep their high byte; an animation gives its first
frame; transparent pixels are laid over the background; then the image is made gray or RGB and resized.
"""

from __future__ import annotations

import hashlib
import io
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from kdstudio.core.inputs import ImageInput
from kdstudio.engine.data.source import UnreadableError

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF", "PPM", "AVIF")
_FORMATS_IN_WORDS = "PNG, JPEG, GIF, BMP, WebP, TIFF, PPM and AVIF"
_GRAY = {"1", "L", "LA", "La", "I", "F", "I;16", "I;16B", "I;16L", "I;16N"}

# The limit is ours (ImageInput.max_megapixels), checked in the header of every image that is opened here.
Image.MAX_IMAGE_PIXELS = None

Raw = Path | bytes | NDArray[np.uint8]


def open_image(raw: Raw, input: ImageInput) -> NDArray[np.uint8]:
    """An image as uint8 ``(size, size, channels)``. Raises :class:`UnreadableError`."""
    return fit(decode(raw, input.max_megapixels), input)


def header(raw: Raw, max_megapixels: int) -> tuple[int, int, bool]:
    """Width, height and whether the image is stored as gray, without decoding it. Raises :class:`UnreadableError`."""
    if isinstance(raw, np.ndarray):
        return raw.shape[1], raw.shape[0], raw.ndim == 2
    with _opened(raw, max_megapixels) as image:
        return image.width, image.height, image.mode in _GRAY


def decode(raw: Raw, max_megapixels: int) -> Image.Image:
    """The upright image at its full size, in mode L, LA, RGB or RGBA. Raises :class:`UnreadableError`."""
    if isinstance(raw, np.ndarray):
        return Image.fromarray(raw if raw.ndim == 2 or raw.shape[2] > 1 else raw[..., 0])
    with _opened(raw, max_megapixels) as image:
        image.load()
        return _plain(_upright(image))


def fit(image: Image.Image, input: ImageInput) -> NDArray[np.uint8]:
    """Lay a decoded image over the background, make it gray or RGB, resize it: uint8 ``(size, size, channels)``."""
    if image.mode in ("LA", "RGBA"):
        under = Image.new("RGBA", image.size, input.background)
        image = Image.alpha_composite(under, image.convert("RGBA"))
    image = image.convert("L" if input.channels == 1 else "RGB")
    if image.size != (input.size, input.size):
        image = image.resize((input.size, input.size), Image.Resampling.BILINEAR)
    return np.asarray(image).reshape(input.size, input.size, input.channels)


def digest(image: Image.Image) -> bytes:
    """16 bytes that two images share when they show exactly the same pixels."""
    found = hashlib.blake2b(f"{image.mode} {image.size}".encode(), digest_size=16)
    found.update(image.tobytes())
    return found.digest()


def is_gray(pixels: NDArray[np.uint8]) -> bool:
    """Whether an image ``(H, W, C)`` has no colour."""
    if pixels.shape[-1] == 1:
        return True
    red, green, blue = pixels[..., 0], pixels[..., 1], pixels[..., 2]
    return bool((red == green).all() and (green == blue).all())


@contextmanager
def _opened(raw: Path | bytes, max_megapixels: int) -> Iterator[Image.Image]:
    """Open an image from its header, with everything that may go wrong said in words."""
    try:
        if isinstance(raw, Path) and not stat.S_ISREG(raw.stat().st_mode):
            raise UnreadableError("This is not a file.", "Remove it.")  # a pipe would be waited for without end
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns about odd metadata, which is none of our business
            with Image.open(io.BytesIO(raw) if isinstance(raw, bytes) else raw, formats=FORMATS) as image:
                _check_size(image, max_megapixels)
                yield image
    except UnreadableError:
        raise
    except UnidentifiedImageError:
        raise UnreadableError(*_unidentified(raw)) from None
    except MemoryError:
        raise UnreadableError("The image does not fit into memory.", "Make it smaller.") from None
    except OSError as error:
        raise UnreadableError(*_os_error(error)) from None
    # Pillow's decoders raise whatever their parsing stumbles over: struct.error, SyntaxError, ValueError, …
    except Exception as error:
        raise UnreadableError(f"The image is damaged ({error}).", "Export or download it again.") from None


def _check_size(image: Image.Image, max_megapixels: int) -> None:
    megapixels = image.width * image.height / 1e6
    if megapixels > max_megapixels:
        raise UnreadableError(
            f"The image has {megapixels:,.0f} megapixels, above the limit of {max_megapixels}.",
            "Make it smaller, or raise data.max_megapixels.",
        )


def _unidentified(raw: Path | bytes) -> tuple[str, str]:
    empty = not raw if isinstance(raw, bytes) else raw.stat().st_size == 0
    if empty:
        return "The file is empty.", "Copy it again or remove it."
    return f"The content is not an image of a known type ({_FORMATS_IN_WORDS}).", "Convert it, or remove it."


def _os_error(error: OSError) -> tuple[str, str]:
    if error.errno is not None:
        return f"The file cannot be opened: {error.strerror}.", "Check that it exists and may be read."
    if "truncated" in str(error):
        return "The image ends early (it was cut off).", "Copy or download it again."
    return f"The image is damaged ({error}).", "Export or download it again."


def _upright(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    # An unreadable EXIF block says nothing about rotation; the pixels are fine.
    except Exception:
        return image


def _plain(image: Image.Image) -> Image.Image:
    mode = image.mode
    if mode in ("L", "LA", "RGB", "RGBA") and "transparency" not in image.info:
        return image
    if mode == "F" or mode.startswith("I"):
        return _eight_bits(image)
    if mode in ("1", "L"):
        return image.convert("LA" if "transparency" in image.info else "L")
    if mode == "La":
        return image.convert("LA")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """16-bit values keep their high byte, as Pillow does for RGB; floats count from 0 to 1, or else to 255."""
    values = np.asarray(image)
    if values.dtype.kind == "f":
        finite = np.nan_to_num(values, nan=0.0, posinf=255.0, neginf=0.0)
        scaled = finite * 255 if finite.max(initial=0) <= 1 else finite
        return Image.fromarray(np.clip(np.rint(scaled), 0, 255).astype(np.uint8))
    return Image.fromarray((np.clip(values, 0, 65535).astype(np.uint32) >> 8).astype(np.uint8))
