"""I1–I4: every kind of picture comes out the same way everywhere, and what cannot be read says why."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

import numpy as np
import psutil
import pytest
from numpy.typing import NDArray
from PIL import Image

from kdstudio.core.inputs import ImageInput
from kdstudio.engine.data.images import decode, digest, header, is_gray, open_image
from kdstudio.engine.data.source import UnreadableError
from tests.unit.engine.data import make

RGB = ImageInput(size=8, channels=3, mean=(), std=())
GRAY = ImageInput(size=8, channels=1, mean=(), std=())


def encoded(image: Image.Image, format: str = "PNG", **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, format, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def solid(mode: str, colour: object) -> bytes:
    return encoded(Image.new(mode, (8, 8), colour))  # type: ignore[arg-type]


def palette() -> Image.Image:
    image = Image.new("P", (8, 8), 0)
    image.putpalette([10, 20, 30, 40, 50, 60])
    return image


def corner(pixels: NDArray[np.uint8]) -> list[int]:
    return [int(value) for value in pixels[0, 0]]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (solid("1", 1), [255, 255, 255]),
        (solid("L", 40), [40, 40, 40]),
        (solid("RGB", (10, 20, 30)), [10, 20, 30]),
        (solid("RGBA", (10, 20, 30, 255)), [10, 20, 30]),
        (solid("RGBA", (10, 20, 30, 0)), [255, 255, 255]),
        (solid("RGBA", (0, 0, 0, 128)), [127, 127, 127]),
        (solid("LA", (0, 0)), [255, 255, 255]),
        (solid("I;16", 0x8012), [128, 128, 128]),
        (encoded(palette()), [10, 20, 30]),
        (encoded(palette(), transparency=0), [255, 255, 255]),
        (encoded(Image.new("L", (8, 8), 7), transparency=7), [255, 255, 255]),
        (encoded(Image.new("CMYK", (8, 8), (0, 0, 0, 255)), "TIFF"), [0, 0, 0]),
        (encoded(Image.new("CMYK", (8, 8), (255, 0, 0, 0)), "TIFF"), [0, 255, 255]),
        (encoded(Image.new("F", (8, 8), 0.5), "TIFF"), [128, 128, 128]),
        (encoded(Image.new("RGB", (8, 8), (0, 0, 255)), "BMP"), [0, 0, 255]),
        (encoded(Image.new("RGB", (8, 8), (0, 0, 255)), "WEBP", lossless=True), [0, 0, 255]),
    ],
    ids=[
        "bilevel", "gray", "rgb", "opaque", "transparent", "half", "gray-alpha", "16-bit", "palette",
        "palette-transparency", "gray-transparency", "cmyk-black", "cmyk-cyan", "float", "bmp", "webp",
    ],
)  # fmt: skip
def test_every_mode_gives_the_colour_a_person_sees(data: bytes, expected: list[int]) -> None:
    assert corner(open_image(data, RGB)) == expected
    assert open_image(data, GRAY).shape == (8, 8, 1)


def test_16_bit_rgb_and_gray_keep_the_same_byte() -> None:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    def png(colour_type: int, samples: int) -> bytes:
        rows = b"\0" + struct.pack(f">{samples}H", *[0x80FF] * samples)
        head = struct.pack(">IIBBBBB", 1, 1, 16, colour_type, 0, 0, 0)
        body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
        return b"\x89PNG\r\n\x1a\n" + body

    assert corner(open_image(png(0, 1), RGB)) == corner(open_image(png(2, 3), RGB)) == [128, 128, 128]


def test_the_background_shows_through() -> None:
    black = ImageInput(size=8, channels=3, mean=(), std=(), background="black")
    assert corner(open_image(solid("RGBA", (10, 20, 30, 0)), black)) == [0, 0, 0]


def test_exif_rotation_is_applied() -> None:
    upright = Image.new("RGB", (16, 8), "red")
    upright.paste("blue", (0, 0, 8, 8))
    exif = Image.Exif()
    exif[0x0112] = 6  # stored lying on its side: to be turned 90° clockwise
    stored = encoded(upright.transpose(Image.Transpose.ROTATE_90), exif=exif)
    assert decode(stored, 1).size == (16, 8)
    assert np.array_equal(open_image(stored, RGB), open_image(encoded(upright), RGB))


def test_an_animation_gives_its_first_frame() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    stream = io.BytesIO()
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    assert corner(open_image(stream.getvalue(), RGB)) == [255, 0, 0]


def test_the_type_is_told_from_the_content(tmp_path: Path) -> None:
    (tmp_path / "really.jpg").write_bytes(solid("RGB", (1, 2, 3)))
    assert corner(open_image(tmp_path / "really.jpg", RGB)) == [1, 2, 3]


@pytest.mark.parametrize("cut", ["half", "2 bytes short"])
@pytest.mark.parametrize("format", ["JPEG", "PNG", "GIF", "BMP", "TIFF"])
def test_a_truncated_image_is_found(format: str, cut: str) -> None:
    whole = encoded(make.picture(0, 64), format)
    missing = len(whole) // 2 if cut == "half" else 2
    if format == "GIF" and cut != "half":
        missing = 16  # the last bytes of a GIF hold no pixels
    if format == "PNG" and cut != "half":
        missing = 40  # nor do those of a PNG
    with pytest.raises(UnreadableError):
        open_image(whole[:-missing], RGB)


def test_a_jpeg_two_bytes_short_says_that_it_was_cut_off() -> None:
    with pytest.raises(UnreadableError, match="cut off"):
        open_image(encoded(make.picture(0, 64), "JPEG")[:-2], RGB)


@pytest.mark.parametrize(("data", "words"), [(b"", "empty"), (b"hello", "not an image"), (b"%PDF-1.7", "not an image")])
def test_what_is_no_image_says_so(data: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(data)
    for raw in (data, tmp_path / "x.png"):
        with pytest.raises(UnreadableError, match=words):
            open_image(raw, RGB)


def test_eps_is_refused_for_it_is_a_program() -> None:
    with pytest.raises(UnreadableError, match="not an image"):
        open_image(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 8 8\n", RGB)


def huge_png(side: int) -> bytes:
    """A valid PNG of side × side pixels in a few kilobytes to megabytes."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    packer = zlib.compressobj(1)
    row = b"\0" * (1 + side // 8)
    body = b"".join(packer.compress(row * 1000) for _ in range(side // 1000)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [10_000, 50_000], ids=["100 megapixels", "2.5 gigapixels"])
def test_huge_images_are_refused_from_their_header(side: int) -> None:
    data = huge_png(side)
    before = psutil.Process().memory_info().rss
    for look in (lambda: header(data, 64), lambda: open_image(data, RGB)):
        with pytest.raises(UnreadableError, match="megapixels"):
            look()
    assert psutil.Process().memory_info().rss - before < 64 << 20


def test_a_large_image_within_the_limit_is_read() -> None:
    large = ImageInput(size=8, channels=1, mean=(), std=(), max_megapixels=100)
    assert open_image(huge_png(10_000), large).shape == (8, 8, 1)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(UnreadableError, match="not a file"):
        open_image(tmp_path / "pipe.png", RGB)


def test_an_array_takes_the_same_road() -> None:
    image = make.picture(1, 8)
    assert np.array_equal(open_image(np.asarray(image), RGB), open_image(encoded(image), RGB))


def test_the_digest_is_of_the_pixels() -> None:
    image = make.picture(1)
    same = [decode(encoded(image, "PNG"), 1), decode(encoded(image, "BMP"), 1)]
    assert digest(same[0]) == digest(same[1])
    assert digest(same[0]) != digest(decode(encoded(make.picture(2)), 1))


def test_gray_is_told_from_the_pixels() -> None:
    assert is_gray(open_image(solid("L", 9), RGB))
    assert not is_gray(open_image(solid("RGB", (9, 9, 8)), RGB))
