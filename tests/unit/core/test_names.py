from __future__ import annotations

import os

import pytest

from kdstudio.core.names import escape, unescape


@pytest.mark.parametrize(
    ("raw", "id"),
    [
        (b"cat.png", "cat.png"),
        ("Katze 😀 קט.png".encode(), "Katze 😀 קט.png"),
        (b"caf\xe9.png", r"caf\xe9.png"),
        (b"two\nlines.png", r"two\u000alines.png"),
        ("turned\u202egnp.exe".encode(), r"turned\u202egnp.exe"),
        (rb"back\slash.png", r"back\\slash.png"),
        (rb"looks like \xe9.png", r"looks like \\xe9.png"),
    ],
)
def test_a_name_becomes_one_plain_line_and_comes_back(raw: bytes, id: str) -> None:
    name = os.fsdecode(raw)
    assert escape(name) == id
    assert unescape(id) == name
    id.encode()
