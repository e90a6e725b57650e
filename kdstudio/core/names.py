"""Names of files as ids: text that every file format can hold, and back to the name on disk.

A file name may hold bytes that are not UTF-8, line breaks, or marks that turn the reading direction around.
Such characters are written as escapes, so that an id is always plain, one-line text.
"""

from __future__ import annotations

import re

_ODD = re.compile("[\x00-\x1f\x7f-\x9f\\\\\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(\\))")


def escape(name: str) -> str:
    """A name as an id: bytes that are not text as ``\\xff``, control characters as ``\\u000a``."""
    return _ODD.sub(_escaped, name)


def unescape(id: str) -> str:
    """The name on disk that :func:`escape` made an id of."""
    return _ESCAPE.sub(_plain, id)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] == "\\":
        return "\\\\"
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def _plain(match: re.Match[str]) -> str:
    byte, character, _ = match.groups()
    if byte:
        return chr(0xDC00 + int(byte, 16))
    return chr(int(character, 16)) if character else "\\"
