"""How a client hands a worker a key: a line through the pipe to its standard input, which no file and no log keeps."""

from __future__ import annotations

import msgspec


class Secret(msgspec.Struct, frozen=True, array_like=True):
    """A key and the one address it may be sent to."""

    address: str
    key: str

    def __repr__(self) -> str:
        return f"Secret({self.address!r}, …)"


def encode(secret: Secret) -> bytes:
    """One line, with its newline."""
    return msgspec.json.encode(secret) + b"\n"


def decode(line: bytes) -> Secret | None:
    """A line's secret, or None where it is none."""
    try:
        return msgspec.json.decode(line, type=Secret)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
