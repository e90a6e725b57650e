from __future__ import annotations

from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from kdstudio.client import guess
from kdstudio.core.errors import Code, KDError


def test_folders_and_tables_are_recognised(tmp_path: Path) -> None:
    (tmp_path / "a" / "cat").mkdir(parents=True)
    (tmp_path / "a" / "cat" / "1.PNG").write_bytes(b"")
    assert guess.task_of(tmp_path / "a") == "image-classification"
    texts = tmp_path / "texts.csv"
    texts.write_text("text,label\nhello,greeting\nbye,greeting\n", encoding="utf-8")
    assert guess.task_of(texts) == "text-classification"
    pictures = tmp_path / "pictures.csv"
    pictures.write_text("file,label\n1.png,cat\n2.jpg,dog\n", encoding="utf-8")
    assert guess.task_of(pictures) == "image-classification"
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "train.csv").write_text("text,label\nhello,x\n", encoding="utf-8")
    assert guess.task_of(tmp_path / "t") == "text-classification"


def test_images_in_a_parquet_table_are_seen_whatever_the_columns_are_called(tmp_path: Path) -> None:
    for name, cell, task in (
        ("png", b"\x89PNG\r\n\x1a\n" + bytes(200), "image-classification"),
        ("jpg", b"\xff\xd8\xff\xe0" + bytes(200), "image-classification"),
        ("txt", "some words", "text-classification"),
    ):
        parquet.write_table(pyarrow.table({"x": [cell] * 9, "y": [0] * 9}), tmp_path / f"{name}.parquet")
        assert guess.task_of(tmp_path / f"{name}.parquet") == task


def test_the_real_data_sets_are_recognised(shared: Path) -> None:
    assert guess.task_of(shared / "icons") == "image-classification"
    assert guess.task_of(shared / "mnist") == "image-classification"
    assert guess.task_of(shared / "mnist" / "train-images-idx3-ubyte.gz") == "image-classification"
    assert guess.task_of(shared / "package_sections") == "text-classification"


@pytest.mark.parametrize(
    ("name", "next_step"),
    [
        ("cat.png", "Drop the folder"),
        ("all.7z", "Unpack it"),
        ("letter.docx", "A folder"),
        ("a.xlsx", "as CSV"),
        ("a.json", "JSON Lines"),
    ],
)
def test_anything_else_names_the_next_step(tmp_path: Path, name: str, next_step: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(KDError) as caught:
        guess.task_of(path)
    assert caught.value.code is Code.DATA_LAYOUT
    assert name in caught.value.message
    assert next_step in caught.value.hint


def test_a_path_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(KDError) as caught:
        guess.task_of(tmp_path / "gone")
    assert caught.value.code is Code.DATA_NOT_FOUND
