"""Layouts of image folders, and D12 and D13: odd names and odd entries."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from pathlib import Path

import numpy as np
import pytest

from kdstudio.client import guess
from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import ImageInput
from kdstudio.core.names import unescape
from kdstudio.core.recipe import DataSpec
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.data.readers import open_source
from kdstudio.engine.progress import Silent
from kdstudio.engine.tasks import get
from tests.unit.engine.data import make

TASK = get("image-classification")


def load(root: Path, **settings: object) -> Dataset:
    return TASK.load(make.recipe(root, **settings), root.parent / "cache", Silent())


def test_class_folders_get_a_split(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 30, "dog": 20})
    data = load(root)
    assert data.health.layout == "class/"
    assert data.health.split_made
    assert [len(data.split(name)) for name in ("train", "validation", "test")] == [40, 5, 5]
    assert data.labels == ("cat", "dog")
    assert data.train.ids[0].startswith("cat/")


@pytest.mark.parametrize("validation", ["val", "valid", "validation", "Validation"])
def test_split_folders_outside_are_taken(tmp_path: Path, validation: str) -> None:
    for number, name in enumerate(("train", validation, "test")):
        make.folder(tmp_path / "d" / name, {"cat": 4, "dog": 3}, start=100 * number)
    data = load(tmp_path / "d")
    assert data.health.layout == "split/class/"
    assert not data.health.split_made
    assert [len(data.split(name)) for name in ("train", "validation", "test")] == [7, 7, 7]
    assert set(data.validation.ids) >= {f"{validation}/cat/000.png"}


def test_split_folders_inside_are_taken(tmp_path: Path) -> None:
    for number, name in enumerate(("cat", "dog")):
        make.folder(tmp_path / "d" / name, {"train": 8, "val": 2, "test": 3}, start=100 * number)
    data = load(tmp_path / "d")
    assert data.health.layout == "class/split/"
    assert [len(data.split(name)) for name in ("train", "validation", "test")] == [16, 4, 6]
    assert data.labels == ("cat", "dog")


def test_a_missing_validation_split_is_drawn_from_training(tmp_path: Path) -> None:
    for number, name in enumerate(("train", "test")):
        make.folder(tmp_path / "d" / name, {"cat": 20, "dog": 20}, start=100 * number)
    data = load(tmp_path / "d")
    assert [len(data.split(name)) for name in ("train", "validation", "test")] == [36, 4, 40]
    assert all(id.startswith("train/") for id in data.validation.ids)
    assert "validation drawn here" in make.finding(data.health, "split").message


def test_a_class_may_be_called_like_a_split(tmp_path: Path) -> None:
    data = load(make.folder(tmp_path / "d", {"test": 10, "nice": 10}))
    assert data.labels == ("nice", "test")


def test_deeper_folders_belong_to_their_class_and_a_wrapper_is_seen_through(tmp_path: Path) -> None:
    make.folder(tmp_path / "d" / "archive" / "cat", {"indoors": 6, "outdoors": 6})
    make.folder(tmp_path / "d" / "archive", {"dog": 12}, start=100)
    data = load(tmp_path / "d")
    assert data.labels == ("cat", "dog")
    assert any(id.startswith("archive/cat/indoors/") for id in data.train.ids)


def test_classes_named_by_numbers_are_in_the_order_of_the_numbers(tmp_path: Path) -> None:
    assert load(make.folder(tmp_path / "d", {"10": 6, "9": 6, "1": 6})).labels == ("1", "9", "10")


@pytest.mark.parametrize("content", ["nothing", "loose files"])
def test_a_folder_without_class_folders_names_the_layouts(tmp_path: Path, content: str) -> None:
    (tmp_path / "d").mkdir()
    if content == "loose files":
        make.picture(0).save(tmp_path / "d" / "a.png")
    with pytest.raises(KDError) as error:
        load(tmp_path / "d")
    assert error.value.code == Code.DATA_LAYOUT
    assert "class/" in str(error.value)
    assert make.check(make.recipe(tmp_path / "d"), tmp_path / "cache").blocking[0].code == "data-layout"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(KDError, match="nowhere") as error:
        load(tmp_path / "nowhere")
    assert error.value.code == Code.DATA_NOT_FOUND


ODD_NAMES = [
    b"x" * 251 + b".png",
    "😀.png".encode(),
    "שלום عليكم.png".encode(),
    b"two\nlines.png",
    b"caf\xe9.png",
    "e\u0301.png".encode(),
    b"  spaces .png",
    b"back\\slash.png",
    b"-rf.png",
    b"noextension",
]


posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names and entries")


def place(picture: Path, folder: Path, name: bytes) -> bool:
    """Put a picture under a name, where the file system takes it."""
    try:
        shutil.copy(os.fsencode(picture), os.fsencode(folder) + b"/" + name)
    except OSError:
        return False
    return True


@posix
def test_odd_names_work_and_their_ids_lead_back_to_the_file(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 10, "dog": 20}, start=100)
    placed = 0
    for number, name in enumerate(ODD_NAMES):
        make.picture(number).save(tmp_path / "picture.png")
        placed += place(tmp_path / "picture.png", root / "cat", name)
    data = load(root)
    ids = [id for name in ("train", "validation", "test") for id in data.split(name).ids]
    assert len(ids) == 30 + placed
    assert placed == len(ODD_NAMES) or sys.platform != "linux"
    assert rb"cat/caf\xe9.png".decode() in ids or sys.platform != "linux"
    assert r"cat/two\u000alines.png" in ids
    for id in ids:
        assert (root / unescape(id)).is_file()
        assert id.isprintable() or "\u0301" in id or "😀" in id
    odd = [id for id in ids if "lines" in id]
    assert r"cat/two\u000alines.png" in odd
    assert len(load(root, exclude=tuple(odd)).train) < len(ids)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes names of any bytes")
def test_odd_class_names_work(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"😀": 10, "two\nlines": 10})
    os.mkdir(os.fsencode(root) + b"/caf\xe9")
    for number in range(10):
        make.picture(100 + number).save(tmp_path / "picture.png")
        shutil.copy(tmp_path / "picture.png", os.fsencode(root) + b"/caf\xe9/" + str(number).encode())
    assert load(root).labels == ("caf\\xe9", "two\\u000alines", "😀")


@posix
def test_odd_entries_are_skipped_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make.folder(tmp_path / "d", {"cat": 10, "dog": 10})
    os.mkfifo(root / "cat" / "pipe.png")
    (root / "cat" / "loop").symlink_to(root, target_is_directory=True)
    (root / "cat" / "self").symlink_to("self")
    (root / "dog" / "gone.png").symlink_to(tmp_path / "gone")
    (root / "dog" / "null.png").symlink_to("/dev/null")
    monkeypatch.chdir(root / "dog")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.png")
        health = make.check(make.recipe(root), tmp_path / "cache")
    skipped = make.finding(health, "skipped")
    assert health.examples == 20
    assert skipped.count == 6
    reasons = " ".join(skipped.details)
    for word in ("a pipe", "a device", "a socket", "a folder above it", "to itself or to nothing"):
        assert word in reasons
    assert not health.blocking


@posix
def test_a_link_to_a_file_or_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    elsewhere = make.folder(tmp_path / "e", {"dog": 10}, start=50)
    root = make.folder(tmp_path / "d", {"cat": 10})
    (root / "dog").symlink_to(elsewhere / "dog", target_is_directory=True)
    assert load(root).labels == ("cat", "dog")


@posix
def test_a_folder_that_may_not_be_opened_is_skipped(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 10, "dog": 10})
    (root / "cat" / "locked").mkdir(mode=0)
    health = make.check(make.recipe(root), tmp_path / "cache")
    if os.access(root / "cat" / "locked", os.R_OK):
        assert health.examples == 20  # the superuser may open everything
    else:
        assert make.finding(health, "skipped").count == 1


def test_junk_of_file_managers_is_no_example(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 10, "dog": 10})
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", "._000.png"):
        (root / "cat" / name).write_bytes(b"junk")
    health = make.check(make.recipe(root), tmp_path / "cache")
    assert make.finding(health, "unreadable").severity == "pass"


def test_unreadable_files_are_listed_with_cause_and_fix_or_stop(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 20, "dog": 20})
    make.picture(7, 64).save(tmp_path / "whole.jpg")
    whole = (tmp_path / "whole.jpg").read_bytes()
    (root / "cat" / "short.jpg").write_bytes(whole[:-2])
    (root / "cat" / "half.jpg").write_bytes(whole[: len(whole) // 2])
    (root / "dog" / "text.png").write_text("hello")
    health = make.check(make.recipe(root), tmp_path / "cache")
    found = make.finding(health, "unreadable")
    assert found.severity == "warn"
    assert found.message.startswith("3 of 43 images cannot be read")
    assert set(found.items) == {("cat/short.jpg",), ("cat/half.jpg",), ("dog/text.png",)}
    assert health.examples + found.count == 43
    assert all(detail.count(".") >= 2 for detail in found.details)
    with pytest.raises(KDError, match="3 of 43") as error:
        load(root, on_unreadable="stop")
    assert error.value.code == Code.DATA_UNREADABLE
    without = load(root, on_unreadable="stop", exclude=("cat/short.jpg", "cat/half.jpg", "dog/text.png"))
    assert len(without.train) + len(without.validation) + len(without.test) == 40


@pytest.mark.parametrize(
    ("sides", "expected"), [([28], 28), ([96], 96), ([32, 32, 48], 32), ([28, 97], 224), ([300], 224)]
)
def test_the_size_is_chosen_from_the_images(tmp_path: Path, sides: list[int], expected: int) -> None:
    for number in range(12):
        path = tmp_path / "d" / "ab"[number % 2] / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        make.picture(number, sides[number // 2 % len(sides)]).save(path)
    data = load(tmp_path / "d")
    assert isinstance(data.input, ImageInput)
    assert data.input.size == expected
    fixed = load(tmp_path / "d", image_size=16).input
    assert isinstance(fixed, ImageInput)
    assert fixed.size == 16


@pytest.mark.parametrize("stored", ["L", "RGB"])
def test_colourless_images_make_a_gray_model_however_they_are_stored(tmp_path: Path, stored: str) -> None:
    for number in range(12):
        path = tmp_path / "d" / "ab"[number % 2] / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        make.picture(number, 20, "L").convert(stored).save(path)
    data = load(tmp_path / "d", image_size=16)
    assert isinstance(data.input, ImageInput)
    assert data.input.channels == 1
    encoded = TASK.encode(data.input, [str(tmp_path / "d" / id) for id in data.test.ids])["pixel_values"]
    trained = TASK.batch(data.test, np.arange(len(data.test)), data.input, None)["pixel_values"]
    assert np.array_equal(encoded, trained.numpy())


def test_one_colour_image_makes_a_colour_model(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 6, "dog": 6}, mode="L")
    make.picture(99).save(root / "cat" / "colour.png")
    data = load(root).input
    assert isinstance(data, ImageInput)
    assert data.channels == 3
    gray = load(root, channels="gray").input
    assert isinstance(gray, ImageInput)
    assert gray.channels == 1


def test_the_named_format_is_taken_at_its_word(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 6, "dog": 6})
    with pytest.raises(KDError) as error:
        open_source(DataSpec(path=str(root), format="idx"), "image-classification")
    assert error.value.code == Code.DATA_LAYOUT


@pytest.fixture
def reviews(tmp_path: Path) -> Path:
    """Texts in the layout of the best-known set of film reviews: a file each, below split and class."""
    root = tmp_path / "reviews"
    for split in ("train", "test"):
        for label, word in (("pos", "splendid"), ("neg", "dreadful")):
            (root / split / label).mkdir(parents=True)
            for number in range(12):
                text = f"{word.title()} film number {number} of {split}, {'because the ending ' * number}surprised."
                (root / split / label / f"{number}_7.txt").write_text(f"  {text}\n", encoding="utf-8")
    (root / "README").write_text("about")
    return root


def test_a_folder_of_texts(reviews: Path, tmp_path: Path) -> None:
    assert guess.task_of(reviews) == "text-classification"
    health = make.check(make.recipe(reviews, "text-classification"), tmp_path / "cache")
    assert (health.format, health.layout, health.examples) == ("folder", "split/class/", 48)
    assert not health.blocking
    rows = {row.id: row for row in health.preview}
    assert rows["test/neg/0_7.txt"].text == "Dreadful film number 0 of test, surprised."
    assert rows["test/neg/0_7.txt"].label == "neg"


def test_a_file_that_is_no_text_is_listed(reviews: Path, tmp_path: Path) -> None:
    (reviews / "train" / "neg" / "0_7.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (reviews / "test" / "neg" / "1_7.txt").write_bytes("Grauenhafter Schluß".encode("cp1252"))
    health = make.check(make.recipe(reviews, "text-classification"), tmp_path / "cache")
    assert make.finding(health, "unreadable").items == (("train/neg/0_7.txt",),)
    assert {row.id: row.text for row in health.preview}["test/neg/1_7.txt"] == "Grauenhafter Schluß"


def test_images_are_refused_where_texts_are_wanted(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 6, "dog": 6})
    health = make.check(make.recipe(root, "text-classification"), tmp_path / "cache")
    assert health.blocking[0].code == "data-task"
