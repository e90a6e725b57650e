"""Input that nobody wrote by hand: every reader answers with records or a sentence, never with anything else.

``KDSTUDIO_FUZZ=2000 python -m pytest tests/unit/engine/data/test_fuzz.py`` tries 10,000 inputs and more; the
default is a few seconds' worth. The seeds are fixed.
"""

from __future__ import annotations

import io
import os
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kdstudio.core.errors import KDError
from kdstudio.core.inputs import ImageInput
from kdstudio.core.recipe import DataSpec, TaskKind
from kdstudio.engine.data.images import open_image
from kdstudio.engine.data.readers import open_source
from kdstudio.engine.data.source import Record, UnreadableError
from tests.unit.engine.data import make

EXAMPLES = int(os.environ.get("KDSTUDIO_FUZZ", "60"))
FUZZ = settings(
    max_examples=EXAMPLES,
    deadline=10_000,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
INPUT = ImageInput(size=8, channels=3, mean=(), std=())

cells = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["", '"', '""', "a,b", "x\ny", "\r", "\0", "1,5", "NaN", "\ufeff", " ", "label", "é", "\x1a", "'"]),
)
rows = st.lists(st.lists(cells, max_size=4).map(",".join), max_size=30)
lines = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ['{"text": "x", "label": 1}', "{", "[]", "null", '{"text":', '{"a": {"b": [1e999]}}', '{"text": 1}']
    ),
)


def read(path: Path, kind: TaskKind = "text-classification") -> list[Record] | None:
    """The records, or None where the data was refused in words."""
    try:
        found = list(open_source(DataSpec(path=str(path)), kind).records())
    except KDError as error:
        refused = error
    else:
        return _checked(found)
    assert refused.message
    assert refused.hint
    refused.message.encode()
    return None


def _checked(found: list[Record]) -> list[Record]:
    assert len({record.id for record in found}) == len(found)
    for record in found:
        record.id.encode()
        assert record.error or record.label is None or record.label.strip()
        if not record.error and isinstance(record.payload, str):
            record.payload.encode()
    return found


@FUZZ
@given(st.binary(max_size=400))
@pytest.mark.parametrize("name", ["t.csv", "t.tsv", "t.jsonl", "t.parquet", "train-images-idx3-ubyte", "x.png"])
def test_any_bytes(tmp_path: Path, name: str, data: bytes) -> None:
    if name.startswith("train"):
        make.idx(tmp_path / "train-labels-idx1-ubyte", np.zeros(3, np.uint8))
    (tmp_path / name).write_bytes(data)
    read(tmp_path / name)
    read(tmp_path / name, "image-classification")


@FUZZ
@given(rows, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]), st.sampled_from(["\n", "\r\n"]))
def test_any_csv_loses_no_row(tmp_path: Path, content: list[str], encoding: str, newline: str) -> None:
    plain = [row.replace("\r", " ").replace("\n", " ").replace('"', "").replace("\0", "") for row in content]
    text = newline.join(["text,label,more", *plain])
    (tmp_path / "t.csv").write_bytes(text.encode(encoding, "replace"))
    found = read(tmp_path / "t.csv")
    if found is not None:
        assert len(found) == sum(bool(row.strip()) for row in plain)
    (tmp_path / "t.csv").write_bytes(newline.join(["text,label", *content]).encode(encoding, "replace"))
    read(tmp_path / "t.csv")


@FUZZ
@given(st.lists(lines, max_size=20))
def test_any_jsonl_loses_no_line(tmp_path: Path, content: list[str]) -> None:
    text = "\n".join(line.replace("\n", " ").replace("\r", " ") for line in content)
    (tmp_path / "t.jsonl").write_text('{"text": "x", "label": "y"}\n' * 3 + text, encoding="utf-8")
    found = read(tmp_path / "t.jsonl")
    if found is not None:
        assert len(found) == 3 + sum(bool(line.strip()) for line in text.split("\n"))


def _image(format: str) -> bytes:
    stream = io.BytesIO()
    make.picture(0, 16).save(stream, format)
    return stream.getvalue()


def _parquet(compression: str) -> bytes:
    stream = io.BytesIO()
    table = pa.table({"text": [f"words {n}" for n in range(50)], "label": list("ab" * 25)})
    pq.write_table(table, stream, compression=compression)
    return stream.getvalue()


def _idx() -> bytes:
    return struct.pack(">HBBIII", 0, 8, 3, 3, 4, 4) + bytes(range(48))


WHOLE: dict[str, bytes] = {
    **{f"x.{format.lower()}": _image(format) for format in ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "PPM")},
    "snappy.parquet": _parquet("snappy"),
    "none.parquet": _parquet("none"),
    "train-images-idx3-ubyte": _idx(),
}

edits = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=6), st.booleans()), max_size=6
)


def damage(data: bytes, changes: list[tuple[float, bytes, bool]]) -> bytes:
    """Overwrite or insert some bytes."""
    for place, piece, insert in changes:
        at = int(place * len(data))
        data = data[:at] + piece + data[at if insert else at + len(piece) :]
    return data


@pytest.mark.parametrize("name", WHOLE)
def test_damaged_files(tmp_path: Path, name: str) -> None:
    @FUZZ
    @given(edits, st.floats(0.1, 1))
    def damaged(changes: list[tuple[float, bytes, bool]], keep: float) -> None:
        data = damage(WHOLE[name], changes)
        data = data[: int(len(data) * keep) + 1]
        if name.startswith("x."):
            with suppress(UnreadableError):
                assert open_image(data, INPUT).shape == (8, 8, 3)
        else:
            (tmp_path / name).write_bytes(data)
            make.idx(tmp_path / "train-labels-idx1-ubyte", np.zeros(3, np.uint8))
            read(tmp_path / name, "image-classification" if "idx" in name else "text-classification")

    check: Callable[[], None] = damaged
    before = psutil.Process().memory_info().rss
    check()
    assert psutil.Process().memory_info().rss - before < 1 << 28
