"""A person's own texts, from files as people have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.synthesis import given


def write(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", 'id,text\n1,First text.\n2,"Second, text."\n'),
        ("a.tsv", "text\tid\nFirst text.\t1\nSecond, text.\t2\n"),
        ("a.csv", 'mail,sent\r\nFirst text.,1\r\n"Second, text.",2\r\n'),
        ("a.jsonl", '{"text": "First text."}\n{"text": "Second, text."}\n'),
        ("a.txt", "First text.\n\nSecond, text."),
    ],
)
def test_the_texts_of_a_file(tmp_path: Path, name: str, text: str) -> None:
    found = given.read(write(tmp_path, name, text))
    assert ([text.strip() for text in found.texts], found.unreadable) == (["First text.", "Second, text."], ())


def test_rows_without_a_text_are_named(tmp_path: Path) -> None:
    found = given.read(write(tmp_path, "a.jsonl", '{"text": "Fine."}\nnot json\n{"text": ""}\n{"text": [1]}\n'))
    assert found.texts == ("Fine.",)
    assert [line.partition(":")[0] for line in found.unreadable] == ["row 2", "row 3", "row 4"]
    assert "not JSON" in found.unreadable[0]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("none.csv", None, Code.DATA_NOT_FOUND),
        ("a.pdf", "x", Code.DATA_LAYOUT),
        ("a.csv", "a,b\n", Code.DATA_COLUMN),
        ("a.jsonl", "{}\n", Code.DATA_COLUMN),
        ("a.txt", "\n\n", Code.DATA_ROW),
        ("a.csv", "PK\x03\x04", Code.DATA_UNREADABLE),
    ],
)
def test_a_file_without_texts(tmp_path: Path, name: str, text: str | None, code: Code) -> None:
    path = tmp_path / name if text is None else write(tmp_path, name, text)
    with pytest.raises(KDError) as caught:
        given.read(path)
    assert caught.value.code == code
