"""Every code is explained, and nothing is explained that does not exist."""

import re
from pathlib import Path

from kdstudio.core.errors import Code

DOCS = Path(__file__).resolve().parents[2] / "docs" / "errors.md"


def test_each_code_has_its_line() -> None:
    explained = re.findall(r"^\| `([a-z-]+)` \| \S.* \| \S.* \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(explained) == sorted(str(code) for code in Code)
