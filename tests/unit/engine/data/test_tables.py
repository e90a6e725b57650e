"""I5, I6, I13: tables as people have them. Every row is used or listed, with its number."""

from __future__ import annotations

import base64
import io
import json
import locale
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput
from kdstudio.core.recipe import DataSpec, TaskKind
from kdstudio.engine.data import lines
from kdstudio.engine.data.readers import open_source
from kdstudio.engine.data.source import Record
from kdstudio.engine.progress import Silent
from kdstudio.engine.tasks import get
from tests.unit.engine.data import make

TEXT: TaskKind = "text-classification"
GOOD = [f"some words {n},{'ab'[n % 2]}" for n in range(20)]


def records(path: Path, kind: TaskKind = TEXT, **settings: object) -> list[Record]:
    return list(open_source(DataSpec(path=str(path), **settings), kind).records())  # type: ignore[arg-type]


def write(path: Path, *rows: str, header: str = "text,label", encoding: str = "utf-8", newline: str = "\n") -> Path:
    path.write_bytes(newline.join([header, *rows]).encode(encoding))
    return path


def listed(found: list[Record]) -> dict[str, str]:
    return {record.id: record.error for record in found if record.error}


def test_plain_rows(tmp_path: Path) -> None:
    found = records(write(tmp_path / "t.csv", *GOOD))
    assert len(found) == 20
    assert found[0] == Record("t.csv:2", "a", None, "some words 0")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_and_line_end(tmp_path: Path, newline: str, delimiter: str) -> None:
    rows = [row.replace(",", delimiter) for row in GOOD]
    path = write(tmp_path / "t.csv", *rows, header=f"text{delimiter}label", newline=newline)
    assert [(r.label, r.payload) for r in records(path)] == [(row[-1], row[:-2]) for row in GOOD]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-8"])
def test_any_encoding(tmp_path: Path, encoding: str) -> None:
    found = records(write(tmp_path / "t.csv", *GOOD, "ein schönes Café,a", encoding=encoding))
    assert found[-1].payload == "ein schönes Café"
    assert len(found) == 21
    assert not listed(found)


def test_another_encoding_than_utf8_is_said(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", *GOOD, "Café,a", "Äpfel,b", encoding="cp1252")
    health = make.check(make.recipe(path, TEXT), tmp_path / "cache")
    assert "Windows-1252" in make.finding(health, "reading").message


def test_a_few_wrong_bytes_in_utf8_cost_their_rows_alone(tmp_path: Path) -> None:
    data = write(tmp_path / "t.csv", *GOOD, "čeština ďábelské ódy,a").read_bytes().replace(b"words 4", b"words \xff")
    (tmp_path / "t.csv").write_bytes(data)
    found = records(tmp_path / "t.csv")
    assert len(found) == 21
    assert list(listed(found)) == ["t.csv:6"]
    assert "not text" in listed(found)["t.csv:6"]


def test_ragged_rows_are_listed_with_their_line(tmp_path: Path) -> None:
    found = records(write(tmp_path / "t.csv", *GOOD, "too,many,fields", "too few", *GOOD))
    assert listed(found) == {
        "t.csv:22": "The row has 3 fields instead of 2.",
        "t.csv:23": "The row has 1 fields instead of 2.",
    }
    assert len(found) == 42


def test_nul_bytes_are_listed(tmp_path: Path) -> None:
    found = records(write(tmp_path / "t.csv", *GOOD, "nul \0 byte,a"))
    assert listed(found) == {"t.csv:22": "“text” holds a NUL byte."}


def test_quotes_and_line_breaks_inside_fields(tmp_path: Path) -> None:
    rows = ['"a ""quoted"" word, and a comma",a', '"over\ntwo lines",b', '6" disk,a', *GOOD]
    found = records(write(tmp_path / "t.csv", *rows))
    assert [r.payload for r in found[:3]] == ['a "quoted" word, and a comma', "over\ntwo lines", '6" disk']
    assert [r.id for r in found[:4]] == ["t.csv:2", "t.csv:3", "t.csv:5", "t.csv:6"]
    assert not listed(found)


@pytest.mark.parametrize("place", [0, 7, 20])
def test_an_unterminated_quote_costs_one_row(tmp_path: Path, place: int) -> None:
    rows = [*GOOD[:place], '"never closed,a', *GOOD[place:]]
    found = records(write(tmp_path / "t.csv", *rows))
    assert len(found) == 21
    assert list(listed(found)) == [f"t.csv:{place + 2}"]


def test_many_unterminated_quotes_take_no_quadratic_time(tmp_path: Path) -> None:
    rows = ['"never closed,a', *GOOD] * 3000
    found = records(write(tmp_path / "t.csv", *rows))
    assert len(listed(found)) >= 3000
    assert len(found) <= 63_000


def test_a_field_of_200_kilobytes_is_used(tmp_path: Path) -> None:
    found = records(write(tmp_path / "t.csv", *GOOD, "word " * 40_000 + ",a"))
    assert not listed(found)
    assert len(str(found[-1].payload)) == 200_000


def test_a_text_beyond_the_limit_is_listed(tmp_path: Path) -> None:
    found = records(write(tmp_path / "t.csv", *GOOD, "word " * 250_000 + ",a"))
    assert "1,250,000 characters" in listed(found)["t.csv:22"]


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_an_endless_line_is_listed_and_not_held(tmp_path: Path, suffix: str) -> None:
    good = GOOD if suffix == ".csv" else [json.dumps({"text": row, "label": row[-1]}) for row in GOOD]
    start = ["text,label", *good] if suffix == ".csv" else good
    path = tmp_path / f"t{suffix}"
    with path.open("w") as stream:
        stream.write("\n".join(start) + "\n")
        for _ in range(40):
            stream.write("x" * (1 << 20))
        stream.write("\n" + "\n".join(good))
    found = records(path)
    assert len(found) == 41
    assert list(listed(found).values()) == [f"The line has more than {lines.LIMIT:,} characters."]


def test_rows_without_label_or_text_are_listed(tmp_path: Path) -> None:
    found = records(write(tmp_path / "t.csv", *GOOD, "no label,", ",a", "  ,a", "", "x, "))
    assert list(listed(found)) == ["t.csv:22", "t.csv:23", "t.csv:24", "t.csv:26"]


def test_a_table_without_header(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("\n".join(GOOD))
    found = records(path)
    assert found[0] == Record("t.csv:1", "a", None, "some words 0")
    assert len(found) == 20


def test_roles_are_guessed_and_overridden(tmp_path: Path) -> None:
    rows = [f"{n},{'xy'[n % 2]},a long text number {n},{'pq'[n // 2 % 2]}" for n in range(20)]
    path = write(tmp_path / "t.csv", *rows, header="id,kind,Review Body,label")
    source = open_source(DataSpec(path=str(path)), TEXT)
    assert source.columns == ("id", "kind", "Review Body", "label")
    assert source.roles == {"input": "Review Body", "label": "label"}
    other = open_source(DataSpec(path=str(path), label_column="kind"), TEXT)
    assert other.roles == {"input": "Review Body", "label": "kind"}
    assert {record.label for record in other.records()} == {"x", "y"}


def test_roles_are_guessed_without_helpful_names(tmp_path: Path) -> None:
    rows = [f"{n},{'xy'[n % 2]},a long text number {n}" for n in range(20)]
    source = open_source(DataSpec(path=str(write(tmp_path / "t.csv", *rows, header="u,v,w"))), TEXT)
    assert source.roles == {"input": "w", "label": "v"}


def test_a_misspelt_column_is_named_with_the_nearest(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", *GOOD)
    with pytest.raises(KDError, match="lable") as error:
        records(path, label_column="lable")
    assert error.value.code == Code.DATA_COLUMN
    assert "label" in error.value.hint


def test_a_table_of_numbers_alone_has_no_texts(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text("\n".join(json.dumps({"a": n, "b": n % 2}) for n in range(20)))
    with pytest.raises(KDError) as error:
        records(path)
    assert error.value.code == Code.DATA_COLUMN


def test_texts_are_refused_where_images_are_wanted(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", *GOOD)
    assert make.check(make.recipe(path), tmp_path / "cache").blocking[0].code == "data-task"


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "no rows"), (b"text,label\n", "no rows"), (b"PK\x03\x04rest", "Excel"), (b"\0" * 100, "no rows")],
    ids=["empty", "header", "excel", "zeros"],
)
def test_files_that_are_no_tables(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "t.csv").write_bytes(data)
    with pytest.raises(KDError, match=words) as error:
        records(tmp_path / "t.csv")
    assert error.value.code in (Code.DATA_ROW, Code.DATA_UNREADABLE, Code.DATA_COLUMN)


def test_a_split_column(tmp_path: Path) -> None:
    rows = [f"{row},{('train', 'Valid', 'test')[n % 3]}" for n, row in enumerate(GOOD)]
    found = records(write(tmp_path / "t.csv", *rows, "odd,a,elsewhere", "none,a,", header="text,label,split"))
    assert [record.split for record in found[:3]] == ["train", "validation", "test"]
    assert found[-1].split is None
    assert "“elsewhere”" in found[-2].error


def test_a_folder_of_split_tables(tmp_path: Path) -> None:
    for name in ("train", "dev", "test"):
        write(tmp_path / f"{name}.csv", *(f"{name} {row}" for row in GOOD))
    (tmp_path / "readme.md").write_text("hello")
    found = records(tmp_path)
    assert [(r.id, r.split) for r in found[::20]] == [
        ("train.csv:2", "train"),
        ("dev.csv:2", "validation"),
        ("test.csv:2", "test"),
    ]


def test_split_tables_must_agree_on_their_columns(tmp_path: Path) -> None:
    write(tmp_path / "train.csv", *GOOD)
    write(tmp_path / "test.csv", *GOOD, header="text,target")
    with pytest.raises(KDError, match=r"test\.csv has no column “label”") as error:
        records(tmp_path)
    assert error.value.code == Code.DATA_COLUMN


def test_rows_in_are_rows_used_and_rows_listed(tmp_path: Path) -> None:
    bad = ["a,b,c", '"open', "nul\0,a", ",a", "x,"]
    path = write(tmp_path / "t.csv", *(f"{n} {row}" for n, row in enumerate(GOOD)), *bad)
    text = path.read_bytes()
    health = make.check(make.recipe(path, TEXT), tmp_path / "cache")
    assert text.count(b"\n") == health.examples + make.finding(health, "unreadable").count == 25
    assert "t.csv:22" in make.finding(health, "unreadable").message
    with pytest.raises(KDError, match="22"):
        get(TEXT).load(make.recipe(path, TEXT, on_unreadable="stop"), tmp_path / "cache", Silent())


# --- I13 -------------------------------------------------------------------------------------------------------


@pytest.fixture(params=["de_DE.UTF-8", "tr_TR.UTF-8", "C"])
def _locale(request: pytest.FixtureRequest) -> Iterator[None]:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, request.param)
    except locale.Error:
        pytest.skip(f"{request.param} is not installed")
    yield
    locale.setlocale(locale.LC_ALL, before)


@pytest.mark.usefixtures("_locale")
def test_numbers_and_names_mean_the_same_in_every_locale(tmp_path: Path) -> None:
    rows = [f"{n},5;INFO {n};{'1,5' if n % 2 else '2,5'}" for n in range(20)]
    found = records(write(tmp_path / "t.csv", *rows, header="value;TITLE;LABEL"))
    assert {record.label for record in found} == {"1,5", "2,5"}
    assert found[0].payload == "INFO 0"
    (tmp_path / "t.jsonl").write_text("\n".join(f'{{"TITLE": "x {n}", "LABEL": {n % 2}.5}}' for n in range(20)))
    assert {record.label for record in records(tmp_path / "t.jsonl")} == {"0.5", "1.5"}


# --- JSONL -----------------------------------------------------------------------------------------------------


def jsonl(path: Path, *odd: str) -> list[Record]:
    good = [json.dumps({"text": f"words {n}", "label": "ab"[n % 2]}) for n in range(10)]
    path.write_text("\n".join([*good, *odd, *good]))
    return records(path)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"text": NaN, "label": "a"}', "NaN is not a JSON value"),
        ('{"text": "x", "label": Infinity}', "Infinity"),
        ('{"text": "x", "text": "y", "label": "a"}', "“text” is there twice"),
        ('{"text": "x", "label": "a"', "not JSON"),
        ("[1, 2]", "not an object"),
        ('{"label": "a"}', "no text"),
        ('{"text": "x"}', "no label"),
        ('{"text": "x", "label": null}', "no label"),
        ('{"text": ["x"], "label": "a"}', "holds a list"),
        ('{"text": "\\ud800", "label": "a"}', "not text"),
        ('{"text": ' + "[" * 100_000 + "]" * 100_000 + ', "label": "a"}', "nested too deeply"),
        ('{"text": "x", "label": ' + "9" * 5000 + "}", "not usable"),
    ],
    ids=lambda value: value[:30],
)
def test_a_line_that_is_not_usable_is_listed(tmp_path: Path, line: str, words: str) -> None:
    found = jsonl(tmp_path / "t.jsonl", line)
    assert len(found) == 21
    assert list(listed(found)) == ["t.jsonl:11"]
    assert words in listed(found)["t.jsonl:11"]


def test_labels_of_other_types_are_texts(tmp_path: Path) -> None:
    lines_ = [json.dumps({"text": f"words {n}", "label": (1, 1.0, True, 2.5)[n % 4]}) for n in range(20)]
    (tmp_path / "t.jsonl").write_text("\n".join(lines_))
    assert {r.label for r in records(tmp_path / "t.jsonl")} == {"1", "true", "2.5"}


# --- images in tables ------------------------------------------------------------------------------------------


def images(tmp_path: Path) -> list[str]:
    root = make.folder(tmp_path / "pictures", {"x": 20})
    return [f"pictures/x/{path.name}" for path in sorted((root / "x").iterdir())]


def test_a_table_of_image_paths(tmp_path: Path) -> None:
    paths = images(tmp_path)
    rows = [f"{path},{'ab'[n % 2]}" for n, path in enumerate(paths)]
    gone = ["pictures/gone.png,a", "https://example.org/a.png,b", ",a", "pictures/pipe.png,b"]
    if os.name != "nt":
        os.mkfifo(tmp_path / "pictures" / "pipe.png")
    path = write(tmp_path / "t.csv", *rows, *gone, header="file_name,label")
    health = make.check(make.recipe(path), tmp_path / "cache")
    assert health.examples == 20
    assert health.roles == {"input": "file_name", "label": "label"}
    assert make.finding(health, "unreadable").count == 4
    data = get("image-classification").load(make.recipe(path), tmp_path / "cache", Silent())
    assert isinstance(data.input, ImageInput)
    assert data.input.size == 12
    before = data.fingerprint
    make.picture(1000).save(tmp_path / paths[0])
    assert get("image-classification").load(make.recipe(path), tmp_path / "cache", Silent()).fingerprint != before


@pytest.mark.parametrize("prefix", ["", "data:image/png;base64,"])
def test_a_table_of_images_in_base64(tmp_path: Path, prefix: str) -> None:
    rows = []
    for n in range(20):
        stream = io.BytesIO()
        make.picture(n).save(stream, "PNG")
        code = prefix + base64.b64encode(stream.getvalue()).decode()
        rows.append(json.dumps({"image": code, "label": n % 2}))
    (tmp_path / "t.jsonl").write_text("\n".join(rows))
    data = get("image-classification").load(make.recipe(tmp_path / "t.jsonl"), tmp_path / "cache", Silent())
    row = int(data.train.ids[0].partition(":")[2]) - 1
    assert np.array_equal(data.train.take("image", np.array([0]))[0], np.asarray(make.picture(row)))


def test_a_folder_of_images_with_a_metadata_table(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"pictures": 20})
    rows = [f"pictures/{n:03}.png,{'ab'[n % 2]}" for n in range(20)]
    write(root / "metadata.csv", *rows, header="file_name,label")
    assert make.check(make.recipe(root), tmp_path / "cache").format == "csv"


@pytest.mark.parametrize("below", ["", "pictures/x/"])
def test_a_table_beside_a_folder_of_images_is_used_though_its_columns_are_in_another_language(
    tmp_path: Path, below: str
) -> None:
    root = tmp_path / "d"
    make.folder(root / "pictures", {"x": 20})
    if not below:  # the names start from the folder of images
        for path in (root / "pictures" / "x").iterdir():
            path.rename(root / "pictures" / path.name)
        (root / "pictures" / "x").rmdir()
    rows = [f"{below}{n:03}.png;{'ab'[n % 2]};{n}" for n in range(20)]
    write(root / "liste.csv", *rows, header="Bilddatei;Art;Nummer")
    health = make.check(make.recipe(root), tmp_path / "cache")
    assert (health.format, health.examples) == ("csv", 20)
    assert health.roles == {"input": "Bilddatei", "label": "Art"}
    assert health.layout == ("liste.csv" if below else "liste.csv + pictures/")


def test_class_folders_with_a_table_about_their_files_stay_class_folders(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 20, "dog": 20})
    rows = [f"{name}/{n:03}.png,{'ab'[n % 2]}" for name in ("cat", "dog") for n in range(20)]
    write(root / "sources.csv", *rows, header="path,taken_by")
    assert make.check(make.recipe(root), tmp_path / "cache").format == "folder"


def test_the_columns_of_a_table_that_does_not_suit_can_be_chosen_from(tmp_path: Path) -> None:
    health = make.check(make.recipe(write(tmp_path / "t.csv", *GOOD), TEXT, label_column="gone"), tmp_path / "cache")
    assert health.columns == ("text", "label")
    assert health.blocking
    assert not health.unopened


def test_a_folder_of_loose_files_says_what_to_do_with_them(tmp_path: Path) -> None:
    for name in "ab":
        make.picture(1).save(tmp_path / f"{name}.png")
    health = make.check(make.recipe(tmp_path), tmp_path.parent / "cache")
    assert health.unopened
    assert health.findings[0].message == f"{tmp_path} holds no class folders, but 2 loose files."
    assert "named after the class" in health.findings[0].hint
