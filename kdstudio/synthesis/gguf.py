"""The header of a GGUF file, read before llama.cpp opens it: whether it is whole, what it is, what memory it wants.

Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, versions 2 and 3, little-endian. Nothing is believed
that the file’s own size does not bear out.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from kdstudio.core.errors import Code, KDError

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_NUMBERS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9
_KEPT_ENTRIES = 1024
"""Longer arrays are vocabularies, which are not needed here."""

_LONGEST_STRING = 16_000_000
_ALIGNMENT = 32
_KEY_VALUE_BYTES = 2
"""Keys and values are cached in half precision."""

_WORKING_BYTES = 400_000_000
"""An allowance for what llama.cpp computes with besides weights and cache."""

_BLOCKS = {
    **{0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34), 30: (1, 2)},
    **{10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210), 15: (256, 292)},
    **{20: (32, 18), 23: (256, 136)},
}
"""Of the common types of tensors: how many weights a block has, and how many bytes."""


@dataclass(frozen=True)
class Header:
    """What a file says of itself; ``weight_bytes`` is its size on the disk, which it takes in memory too."""

    name: str
    licence: str
    architecture: str
    chat_template: str
    context: int
    weight_bytes: int
    cache_bytes_per_token: int

    def memory(self, tokens: int) -> int:
        """Bytes that it wants with room for so many tokens."""
        return self.weight_bytes + tokens * self.cache_bytes_per_token + _WORKING_BYTES


def read(path: Path) -> Header:
    """Read a header.

    Raises:
        KDError: ``MODEL_NOT_FOUND``, ``MODEL_FORMAT`` for another kind of file, or ``MODEL_DAMAGED`` for one that is
            cut short or contradicts itself.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            return _Reader(stream, size, path).header()
    except (FileNotFoundError, IsADirectoryError):
        raise KDError(Code.MODEL_NOT_FOUND, f"There is no file at {path}.", "Check the path.") from None
    except OSError as error:
        raise KDError(Code.MODEL_NOT_FOUND, f"{path} cannot be read: {error.strerror}.", "Check the file.") from None


class _Reader:
    def __init__(self, stream: BinaryIO, size: int, path: Path) -> None:
        self._stream, self._size, self._path = stream, size, path

    def header(self) -> Header:
        if self._stream.read(4) != _MAGIC:
            raise KDError(
                Code.MODEL_FORMAT, f"{self._path.name} is not a GGUF file.", "llama.cpp converts other models to GGUF."
            )
        version = self._number("I")
        if version not in _VERSIONS:
            raise KDError(
                Code.MODEL_FORMAT,
                f"{self._path.name} has version {version} of the GGUF format.",
                "Convert the model again with a current llama.cpp; versions 2 and 3 are read.",
            )
        tensors, entries = self._count(), self._count()
        values = {self._string(): self._value(self._number("I")) for _ in range(entries)}
        self._check_size(tensors, values)
        return self._told(values)

    def _told(self, values: dict[str, Any]) -> Header:
        architecture = str(values.get("general.architecture", ""))

        def number(name: str, otherwise: int) -> int:
            found = values.get(f"{architecture}.{name}", otherwise)
            found = max(found, default=0) if isinstance(found, list) else found
            return found if isinstance(found, int) and found >= 0 else otherwise

        if values.get("split.count", 1) not in (0, 1):
            raise KDError(
                Code.MODEL_FORMAT,
                f"{self._path.name} is one part of a model that is split into several.",
                "Merge them with “llama-gguf-split --merge”, and give the whole file.",
            )
        heads = number("attention.head_count", 1) or 1
        width = number("embedding_length", 0) // heads
        both = number("attention.key_length", width) + number("attention.value_length", width)
        cached = number("block_count", 0) * number("attention.head_count_kv", heads) * both
        return Header(
            name=str(values.get("general.name") or self._path.stem),
            licence=str(values.get("general.license") or ""),
            architecture=architecture,
            chat_template=str(values.get("tokenizer.chat_template") or ""),
            context=number("context_length", 2048) or 2048,
            weight_bytes=self._size,
            cache_bytes_per_token=cached * _KEY_VALUE_BYTES,
        )

    def _check_size(self, tensors: int, values: dict[str, Any]) -> None:
        ends = [offset + length for offset, length in self._tensors(tensors)]
        alignment = values.get("general.alignment", _ALIGNMENT)
        if not isinstance(alignment, int) or alignment < 1:
            raise self._damaged("its alignment is not a number")
        start = -(-self._stream.tell() // alignment) * alignment
        if not ends:
            raise self._damaged("it holds no weights")
        if start + max(ends) > self._size:
            raise self._damaged(f"its weights end at byte {start + max(ends):,}, and the file has {self._size:,}")

    def _tensors(self, count: int) -> Iterator[tuple[int, int]]:
        """Offset and least length in bytes of each."""
        for _ in range(count):
            self._string()
            dimensions = self._number("I")
            if dimensions > 8:
                raise self._damaged(f"a tensor has {dimensions} dimensions")
            weights = 1
            for _ in range(dimensions):
                weights *= self._number("Q")
            block, length = _BLOCKS.get(self._number("I"), (1, 0))
            yield self._number("Q"), weights // block * length

    # -- the parts of the format

    def _value(self, kind: int) -> Any:
        if kind in _NUMBERS:
            return self._number(_NUMBERS[kind])
        if kind == _STRING:
            return self._string()
        if kind != _ARRAY:
            raise self._damaged(f"it has a value of the unknown kind {kind}")
        inner, count = self._number("I"), self._count()
        if inner in _NUMBERS and count > _KEPT_ENTRIES:
            self._skip(count * struct.calcsize(f"<{_NUMBERS[inner]}"))
            return None
        if inner == _STRING and count > _KEPT_ENTRIES:
            for _ in range(count):
                self._skip(self._length())
            return None
        if inner == _ARRAY:
            raise self._damaged("it has arrays of arrays")
        return [self._value(inner) for _ in range(count)]

    def _string(self) -> str:
        return self._bytes(self._length()).decode(errors="replace")

    def _length(self) -> int:
        length: int = self._number("Q")
        if length > min(_LONGEST_STRING, self._size):
            raise self._damaged(f"it has a text of {length:,} bytes")
        return length

    def _count(self) -> int:
        count: int = self._number("Q")
        if count > self._size:
            raise self._damaged(f"it counts {count:,} entries")
        return count

    def _number(self, form: str) -> Any:
        return struct.unpack(f"<{form}", self._bytes(struct.calcsize(f"<{form}")))[0]

    def _skip(self, count: int) -> None:
        if self._stream.seek(count, 1) > self._size:
            raise self._damaged("it ends within its header")

    def _bytes(self, count: int) -> bytes:
        found = self._stream.read(count)
        if len(found) < count:
            raise self._damaged("it ends within its header")
        return found

    def _damaged(self, why: str) -> KDError:
        return KDError(Code.MODEL_DAMAGED, f"{self._path.name} is damaged: {why}.", "Copy or download it again.")
