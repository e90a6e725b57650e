"""Lines of a text file of unknown encoding, numbered as an editor numbers them, none longer than a limit."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.data.source import UnreadableError

LIMIT = 16 << 20
"""Characters in a line."""

_CHUNK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = {
    b"PK\x03\x04": "an Excel or zip file",
    b"\x1f\x8b": "a gzip file",
    b"PAR1": "a Parquet file",
    b"%PDF": "a PDF file",
    b"\xd0\xcf\x11\xe0": "an old Excel file",
}


class Lines:
    """Iterates over ``(number, line)``; a line above the limit is None. ``note`` says what was found odd.

    The encoding is that of the byte order mark, else UTF-16 by its pattern of zeros, else UTF-8; where more bytes
    than characters do not fit UTF-8, Windows-1252. Bytes that fit nothing come as lone surrogates.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.encoding, self.note = _encoding(path)

    def __iter__(self) -> Iterator[tuple[int, str | None]]:
        errors = "surrogateescape" if self.encoding.startswith("utf-8") else "replace"
        number = 0
        with self.path.open(encoding=self.encoding, errors=errors, newline="") as stream:
            while line := stream.readline(LIMIT):
                number += 1
                whole = len(line) < LIMIT or line.endswith(("\n", "\r"))
                while len(line) == LIMIT and not line.endswith(("\n", "\r")):
                    line = stream.readline(LIMIT)
                yield number, line if whole else None


def whole(path: Path) -> str:
    """A file as one text, without the white space around it.

    Raises :class:`UnreadableError` where it is no text, or longer than a line may be.
    """
    try:
        if path.stat().st_size > LIMIT:
            raise UnreadableError(f"The file has more than {LIMIT:,} bytes.")
        encoding, _ = _encoding(path)
        raw = path.read_bytes()
    except KDError as error:
        raise UnreadableError(error.message) from None
    except OSError as error:
        raise UnreadableError(f"The file cannot be opened: {error.strerror}.") from None
    text = raw.decode(encoding, "replace")
    if "\0" in text:
        raise UnreadableError("The file is not text.", "Leave it out, or choose images as the kind of data.")
    return text.replace("\r\n", "\n").strip()


def _encoding(path: Path) -> tuple[str, str]:
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
    except OSError as error:
        raise KDError(Code.DATA_UNREADABLE, f"{path} cannot be opened: {error.strerror}.", "Check the file.") from None
    for magic, what in _NOT_TEXT.items():
        if head.startswith(magic):
            raise KDError(Code.DATA_UNREADABLE, f"{path.name} is {what}, not text.", "Save it as CSV in UTF-8.")
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name, ""
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(head) > 2 and head[offset::2].count(0) > 0.3 * len(head[offset::2]) > 2 * head[1 - offset :: 2].count(0):
            return name, ""
    if _is_utf8(path):
        return "utf-8", ""
    return "cp1252", f"{path.name} is not UTF-8 and was read as Windows-1252. Look at letters with accents."


def _is_utf8(path: Path) -> bool:
    """Whether the text is UTF-8, but for fewer wrong bytes than right characters beyond ASCII."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    wrong = right = 0
    with path.open("rb") as stream:
        chunk = b" "
        while chunk:
            chunk = stream.read(_CHUNK)
            text = decoder.decode(chunk, final=not chunk)  # a last letter that was cut is wrong too
            if not text.isascii():
                beyond = sum(character > "\x7f" for character in text)
                bad = sum("\udc80" <= character <= "\udcff" for character in text)
                wrong, right = wrong + bad, right + beyond - bad
    return wrong <= right
