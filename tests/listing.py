"""The names of the tests there are, for the tables that say what holds a promise."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

TESTS = Path(__file__).resolve().parent


@cache
def names_of_all_tests() -> frozenset[str]:
    """Every test function of this folder."""
    texts = (path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py"))
    return frozenset(name for text in texts for name in re.findall(r"^\s*def (test_\w+)\(", text, flags=re.MULTILINE))
