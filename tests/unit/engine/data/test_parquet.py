"""Parquet tables, and I7: truncated, nested, exploding."""

from __future__ import annotations

import io
import json
import time
from pathlib import Path

import numpy as np
import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import DataSpec, TaskKind
from kdstudio.engine.data.readers import open_source
from kdstudio.engine.data.source import Record
from kdstudio.engine.progress import Silent
from kdstudio.engine.tasks import get
from tests.unit.engine.data import make

TEXT: TaskKind = "text-classification"
IMAGE: TaskKind = "image-classification"


def records(path: Path, kind: TaskKind = TEXT, **settings: object) -> list[Record]:
    return list(open_source(DataSpec(path=str(path), **settings), kind).records())  # type: ignore[arg-type]


def png(seed: int) -> bytes:
    stream = io.BytesIO()
    make.picture(seed).save(stream, "PNG")
    return stream.getvalue()


def texts(count: int = 20) -> dict[str, object]:
    return {"text": [f"some words {n}" for n in range(count)], "label": ["ab"[n % 2] for n in range(count)]}


def test_rows_are_numbered_from_1(tmp_path: Path) -> None:
    pq.write_table(pa.table(texts(600)), tmp_path / "t.parquet")
    found = records(tmp_path / "t.parquet")
    assert found[0] == Record("t.parquet:1", "a", None, "some words 0")
    assert found[-1].id == "t.parquet:600"


@pytest.mark.parametrize("form", ["bytes", "datasets"])
def test_images_in_bytes(tmp_path: Path, form: str) -> None:
    pictures = [png(n) for n in range(20)]
    column = pictures if form == "bytes" else [{"bytes": picture, "path": None} for picture in pictures]
    pq.write_table(pa.table({"image": column, "label": [n % 2 for n in range(20)]}), tmp_path / "t.parquet")
    data = get(IMAGE).load(make.recipe(tmp_path / "t.parquet"), tmp_path / "cache", Silent())
    assert data.labels == ("0", "1")
    row = int(data.test.ids[0].partition(":")[2]) - 1
    assert np.array_equal(data.test.take("image", np.array([0]))[0], np.asarray(make.picture(row)))


def test_class_names_of_the_datasets_library_are_used(tmp_path: Path) -> None:
    features = {"label": {"names": ["cat", "dog"], "_type": "ClassLabel"}, "text": {"_type": "Value"}}
    table = pa.table({"text": [f"x {n}" for n in range(10)], "label": [n % 2 for n in range(10)]})
    table = table.replace_schema_metadata({"huggingface": json.dumps({"info": {"features": features}})})
    pq.write_table(table, tmp_path / "train-00000-of-00001.parquet")
    assert {record.label for record in records(tmp_path / "train-00000-of-00001.parquet")} == {"cat", "dog"}


def test_a_folder_of_shards(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for number, name in enumerate(("train-00000-of-00002", "train-00001-of-00002", "test-00000-of-00001")):
        rows = {"text": [f"{number} {n}" for n in range(5)], "label": list("ababa")}
        pq.write_table(pa.table(rows), tmp_path / "data" / f"{name}.parquet")
    found = records(tmp_path)
    assert [record.split for record in found] == ["train"] * 10 + ["test"] * 5
    assert found[5].id == "train-00001-of-00002.parquet:1"


@pytest.mark.parametrize("keep", [0, 3, 100, -1, -9], ids=lambda keep: f"cut at {keep}")
def test_a_truncated_file_is_named(tmp_path: Path, keep: int) -> None:
    pq.write_table(pa.table(texts()), tmp_path / "t.parquet")
    data = (tmp_path / "t.parquet").read_bytes()
    (tmp_path / "t.parquet").write_bytes(data[:keep])
    with pytest.raises(KDError, match=r"t\.parquet is not a whole Parquet file") as error:
        records(tmp_path / "t.parquet")
    assert error.value.code == Code.DATA_UNREADABLE
    assert make.check(make.recipe(tmp_path / "t.parquet", TEXT), tmp_path / "cache").blocking


def test_a_damaged_page_is_named_with_its_row(tmp_path: Path) -> None:
    pq.write_table(pa.table(texts(5000)), tmp_path / "t.parquet", compression="gzip", row_group_size=1000)
    data = bytearray((tmp_path / "t.parquet").read_bytes())
    middle = len(data) // 2
    data[middle : middle + 400] = bytes(400)
    (tmp_path / "t.parquet").write_bytes(data)
    with pytest.raises(KDError, match="not a whole Parquet file after row") as error:
        records(tmp_path / "t.parquet")
    assert error.value.code == Code.DATA_UNREADABLE


def test_nested_and_extension_columns_are_not_taken(tmp_path: Path) -> None:
    table = pa.table(
        {
            "text": [["nested"]] * 20,
            "label": ["ab"[n % 2] for n in range(20)],
            "story": [f"words and words {n}" for n in range(20)],
            "uuid": pa.array([bytes(16)] * 20, pa.binary(16)).cast(pa.uuid()),
        }
    )
    pq.write_table(table, tmp_path / "t.parquet")
    source = open_source(DataSpec(path=str(tmp_path / "t.parquet")), TEXT)
    assert source.columns == ("label", "story")
    with pytest.raises(KDError, match="no column “text”") as error:
        records(tmp_path / "t.parquet", input_column="text")
    assert error.value.code == Code.DATA_COLUMN


def test_wrong_bytes_in_a_text_column_cost_their_row(tmp_path: Path) -> None:
    words = [f"words {n}".encode() for n in range(19)] + [b"\xff\xfe"]
    broken = pa.StringArray.from_buffers(20, *pa.array(words, pa.binary()).buffers()[1:])
    pq.write_table(pa.table({"text": broken, "label": list("ab" * 10)}), tmp_path / "t.parquet")
    found = records(tmp_path / "t.parquet")
    assert [record.id for record in found if record.error] == ["t.parquet:20"]


def test_a_file_that_says_it_explodes_is_refused(tmp_path: Path) -> None:
    table = pa.table({"text": np.zeros(70_000_000, np.int64)})
    pq.write_table(table, tmp_path / "t.parquet", compression="zstd", use_dictionary=False, row_group_size=1 << 30)
    del table
    assert (tmp_path / "t.parquet").stat().st_size < 1 << 20
    with pytest.raises(KDError, match="would grow from") as error:
        records(tmp_path / "t.parquet")
    assert error.value.code == Code.DATA_TOO_LARGE


def test_a_value_repeated_by_dictionary_does_not_fill_memory(tmp_path: Path) -> None:
    words = pa.DictionaryArray.from_arrays(pa.array([0] * 5000, pa.int32()), pa.array(["x" * (2 << 20)]))
    labels = pa.array(["ab"[n % 2] for n in range(5000)])
    pq.write_table(pa.table({"text": words, "label": labels}), tmp_path / "t.parquet", compression="zstd")
    del words
    assert (tmp_path / "t.parquet").stat().st_size < 1 << 20  # and 10 GB once unpacked
    before, most = psutil.Process().memory_info().rss, 0
    listed = 0
    for record in open_source(DataSpec(path=str(tmp_path / "t.parquet")), TEXT).records():
        listed += "above the limit" in record.error
        most = max(most, psutil.Process().memory_info().rss)
        if listed == 600:
            break
    assert listed == 600
    assert most - before < 1 << 30  # other tests of this process leave some memory to be given back


def test_a_file_of_too_many_rows_is_refused_at_once(tmp_path: Path) -> None:
    with pq.ParquetWriter(tmp_path / "t.parquet", pa.schema([("text", pa.bool_())])) as writer:
        for _ in range(3):
            writer.write_table(pa.table({"text": pa.nulls(50_000_000, pa.bool_())}))
    start = time.monotonic()
    with pytest.raises(KDError, match="150,000,000 rows") as error:
        records(tmp_path / "t.parquet")
    assert error.value.code == Code.DATA_TOO_LARGE
    assert time.monotonic() - start < 1
