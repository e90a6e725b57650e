"""I9–I12: what the data check finds, what blocks, and how it is resolved."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import TaskKind
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.progress import Silent
from kdstudio.engine.tasks import get
from tests.unit.engine.data import make

TASK = get("image-classification")
TEXT: TaskKind = "text-classification"


def load(root: Path, **settings: object) -> Dataset:
    return TASK.load(make.recipe(root, **settings), root.parent / "cache", Silent())


def blocked(root: Path, **settings: object) -> KDError:
    with pytest.raises(KDError) as error:
        load(root, **settings)
    health = make.check(make.recipe(root, **settings), root.parent / "cache")
    assert health.blocking
    assert health.blocking[0].message == error.value.message
    assert health.blocking[0].hint
    return error.value


def test_good_data_passes_with_its_counts_and_previews(tmp_path: Path) -> None:
    health = make.check(make.recipe(make.folder(tmp_path / "d", {"cat": 20, "dog": 30})), tmp_path / "cache")
    assert {finding.severity for finding in health.findings if finding.code != "few-examples"} == {"pass"}
    assert [(c.name, c.train, c.validation, c.test) for c in health.classes] == [
        ("cat", 16, 2, 2),
        ("dog", 24, 3, 3),
    ]
    assert health.input == "12 × 12 pixels, RGB"
    assert {row.label for row in health.preview} == {"cat", "dog"}
    assert all((tmp_path / "cache" / "thumbnails" / row.image).is_file() for row in health.preview)


@pytest.mark.parametrize(
    ("tests", "said"),
    [
        (5, "The test split has only 5 texts: one more right answer adds 20.0 points of accuracy."),
        (1, "The test split has only one text: the accuracy can only be 0 or 100 %."),
    ],
)
def test_a_split_that_is_too_small_to_measure_is_said(tmp_path: Path, tests: int, said: str) -> None:
    rows = [f"words {n},{n % 2},{'test' if n < tests else 'validation' if n < 20 else 'train'}" for n in range(60)]
    (tmp_path / "t.csv").write_text("\n".join(["text,label,split", *rows]), encoding="utf-8")
    health = make.check(make.recipe(tmp_path / "t.csv", TEXT), tmp_path / "cache")
    assert make.finding(health, "few-examples").message == said


def test_a_split_of_a_hundred_is_enough(tmp_path: Path) -> None:
    rows = [f"words {n},{n % 2}" for n in range(1000)]
    (tmp_path / "t.csv").write_text("\n".join(["text,label", *rows]), encoding="utf-8")
    assert "few-examples" not in make.codes(make.check(make.recipe(tmp_path / "t.csv", TEXT), tmp_path / "cache"))


def test_one_is_not_said_as_many(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 20, "dog": 30})
    (root / "cat" / "notes.docx").write_bytes(b"PK rubbish")
    health = make.check(make.recipe(root, exclude=("cat/gone.png",)), tmp_path / "cache")
    assert make.finding(health, "unreadable").message.startswith(
        "One of 51 images cannot be read and is left out, cat/notes.docx: The content"
    )
    assert make.finding(health, "curation").message == (
        "One example that the recipe excludes or relabels is not in the data: cat/gone.png."
    )


def test_what_was_changed_by_hand_is_listed_so_that_it_can_be_taken_back(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 20, "dog": 30, "hound": 20})
    recipe = make.recipe(
        root,
        exclude=("cat/001.png", "cat/gone.png"),
        relabel={"dog/002.png": "cat"},
        merge_classes={"hound": "dog"},
    )
    health = make.check(recipe, tmp_path / "cache")
    changed = make.finding(health, "by-hand")
    assert changed.message == "Changed by hand: 1 left out, 1 relabelled."
    assert changed.items == (("cat/001.png",), ("dog/002.png",))
    assert changed.details == ("Left out.", "Relabelled as “cat”.")
    assert make.finding(health, "merged-classes").message == "The class “hound” counts as “dog”."


def test_a_label_conflict_names_two_examples_with_different_labels(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 20, "dog": 30})
    for place in ("cat/a.png", "cat/b.png", "dog/c.png"):
        make.picture(500).save(root / place)
    message = make.finding(make.check(make.recipe(root), tmp_path / "cache"), "label-conflicts").message
    assert message == "One image has more than one label: cat/a.png, dog/c.png, cat/b.png."


# --- I9 --------------------------------------------------------------------------------------------------------


def test_class_names_that_look_alike_are_shown_and_merged_by_the_user_alone(tmp_path: Path) -> None:
    accent = [unicodedata.normalize(form, "é") for form in ("NFC", "NFD")]
    names = ["Cat", "cat", "cat ", *accent, "dog"]
    rows = [f"words {n},{name}" for n, name in enumerate(names * 10)]
    (tmp_path / "t.csv").write_text("\n".join(["text,label", *rows]), encoding="utf-8")
    recipe = make.recipe(tmp_path / "t.csv", TEXT)
    health = make.check(recipe, tmp_path / "cache")
    found = make.finding(health, "similar-class-names")
    assert found.severity == "warn"
    assert set(found.items) == {("Cat", "cat", "cat "), tuple(sorted(accent))}
    assert {c.name for c in health.classes} == set(names)
    merges = {"Cat": "cat", "cat ": "cat", accent[1]: accent[0]}
    merged = make.check(make.recipe(tmp_path / "t.csv", TEXT, merge_classes=merges), tmp_path / "cache")
    assert [c.name for c in merged.classes] == ["cat", "dog", accent[0]]
    assert "similar-class-names" not in make.codes(merged)
    assert merged.examples == health.examples


def test_merges_in_a_circle_come_to_an_end(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"a": 10, "b": 10, "c": 10})
    assert len(load(root, merge_classes={"a": "b", "b": "a"}).labels) == 3


# --- I10 -------------------------------------------------------------------------------------------------------


def test_a_single_class_is_blocked(tmp_path: Path) -> None:
    error = blocked(make.folder(tmp_path / "d", {"cat": 20}))
    assert error.code == Code.DATA_CLASSES
    assert "of one class, “cat”" in error.message
    assert "another class" in error.hint or "other class" in error.hint


def test_an_empty_class_is_blocked_until_accepted(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 20, "dog": 20, "bird": 0})
    error = blocked(root)
    assert error.code == Code.DATA_CLASSES
    assert "“bird” has no image" in error.message
    assert load(root, accept=("empty-class",)).labels == ("cat", "dog")


def test_a_class_of_unreadable_files_is_an_empty_class(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 20, "dog": 20, "bird": 0})
    (root / "bird" / "a.png").write_text("no picture")
    assert "“bird”" in blocked(root).message


@pytest.mark.parametrize("counts", [{"cat": 1, "dog": 1}, {"cat": 2, "dog": 2}], ids=["two rows", "four rows"])
def test_too_few_for_a_validation_split_are_blocked(tmp_path: Path, counts: dict[str, int]) -> None:
    error = blocked(make.folder(tmp_path / "d", counts))
    assert error.code == Code.DATA_SPLIT
    assert "too few" in error.message


def test_one_row_is_blocked(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("text,label\nhello,a\n")
    health = make.check(make.recipe(tmp_path / "t.csv", TEXT), tmp_path / "cache")
    assert {finding.code for finding in health.blocking} == {"single-class", "empty-split"}


def test_nothing_readable_is_blocked(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 0, "dog": 0})
    (root / "cat" / "a.png").write_text("no picture")
    assert "No image can be used" in blocked(root).message


def test_an_empty_validation_folder_is_filled_from_training(tmp_path: Path) -> None:
    for number, (name, count) in enumerate((("train", 20), ("test", 5))):
        make.folder(tmp_path / "d" / name, {"cat": count, "dog": count}, start=100 * number)
    make.folder(tmp_path / "d" / "val", {"cat": 0, "dog": 0})
    assert len(load(tmp_path / "d").validation) == 4


def test_no_training_split_is_blocked(tmp_path: Path) -> None:
    rows = [f"words {n},{'ab'[n % 2]},test" for n in range(10)]
    (tmp_path / "t.csv").write_text("\n".join(["text,label,split", *rows]))
    health = make.check(make.recipe(tmp_path / "t.csv", TEXT), tmp_path / "cache")
    assert "empty-split" in {finding.code for finding in health.blocking}


def test_a_class_that_is_only_tested_is_blocked_until_accepted(tmp_path: Path) -> None:
    make.folder(tmp_path / "d" / "train", {"cat": 20, "dog": 20})
    make.folder(tmp_path / "d" / "test", {"cat": 5, "dog": 5, "bird": 5}, start=100)
    error = blocked(tmp_path / "d")
    assert error.code == Code.DATA_CLASSES
    assert "“bird”" in error.message
    assert load(tmp_path / "d", accept=("unseen-class",)).labels == ("bird", "cat", "dog")


def test_tiny_and_unequal_classes_are_pointed_out(tmp_path: Path) -> None:
    health = make.check(make.recipe(make.folder(tmp_path / "d", {"cat": 40, "dog": 40, "owl": 2})), tmp_path / "cache")
    assert not health.blocking
    assert make.finding(health, "tiny-classes").items == (("owl",),)
    assert make.finding(health, "imbalance").items == (("cat",), ("owl",))


# --- I11 -------------------------------------------------------------------------------------------------------


def test_a_duplicate_across_splits_blocks_until_resolved_or_accepted(tmp_path: Path) -> None:
    root = tmp_path / "d"
    make.folder(root / "train", {"cat": 20, "dog": 20})
    make.folder(root / "test", {"cat": 5, "dog": 5}, start=100)
    make.picture(0).save(root / "test" / "cat" / "again.bmp")  # the same pixels in another file
    error = blocked(root)
    assert error.code == Code.DATA_SPLIT
    health = make.check(make.recipe(root), tmp_path / "cache")
    found = make.finding(health, "cross-split-duplicates")
    assert found.items == (("test/cat/again.bmp", "train/cat/000.png"),)
    assert "(test)" in found.details[0]
    assert len(load(root, exclude=("test/cat/again.bmp",)).test) == 10
    assert len(load(root, accept=("cross-split-duplicates",)).test) == 11
    accepted = make.check(make.recipe(root, accept=("cross-split-duplicates",)), tmp_path / "cache")
    assert make.finding(accepted, "cross-split-duplicates").severity == "warn"


def test_a_picture_under_two_labels_blocks_until_resolved_or_accepted(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 20, "dog": 20})
    make.picture(0).save(root / "dog" / "same.png")
    error = blocked(root)
    assert error.code == Code.DATA_CLASSES
    found = make.finding(make.check(make.recipe(root), tmp_path / "cache"), "label-conflicts")
    assert found.items == (("cat/000.png", "dog/same.png"),)
    assert found.details == ("cat/000.png: cat, dog/same.png: dog",)
    preview = make.check(make.recipe(root), tmp_path / "cache").preview
    assert {"cat/000.png", "dog/same.png"} <= {row.id for row in preview}
    for resolved in (
        load(root, exclude=("dog/same.png",)),
        load(root, relabel={"dog/same.png": "cat"}),
        load(root, accept=("label-conflicts",)),
    ):
        assert "label-conflicts" not in {finding.code for finding in resolved.health.blocking}
    relabelled = load(root, relabel={"dog/same.png": "cat"})
    assert [(c.name, c.train + c.validation + c.test) for c in relabelled.health.classes] == [("cat", 21), ("dog", 20)]


def test_duplicates_of_one_label_are_pointed_out_and_never_split(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 20, "dog": 20})
    for number in range(20):
        make.picture(number).save(root / "cat" / f"copy{number}.png")
    health = make.check(make.recipe(root), tmp_path / "cache")
    assert not health.blocking
    found = make.finding(health, "duplicates")
    assert (found.severity, found.count, len(found.items)) == ("warn", 20, 20)
    data = load(root)
    for name in ("train", "validation", "test"):
        ids = set(data.split(name).ids)
        for original, copy in ((f"cat/{n:03}.png", f"cat/copy{n}.png") for n in range(20)):
            assert (original in ids) == (copy in ids)


def test_texts_that_repeat_are_found(tmp_path: Path) -> None:
    rows = [f"words {n},{'ab'[n % 2]}" for n in range(20)] + ["words 0 ,a", "words 1,a"]
    (tmp_path / "t.csv").write_text("\n".join(["text,label", *rows]))
    health = make.check(make.recipe(tmp_path / "t.csv", TEXT), tmp_path / "cache")
    assert make.finding(health, "duplicates").items == (("t.csv:2", "t.csv:22"),)
    assert make.finding(health, "label-conflicts").items == (("t.csv:3", "t.csv:23"),)


def test_curation_that_names_nothing_is_pointed_out(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 10, "dog": 10})
    recipe = make.recipe(root, exclude=("cat/999.png",), relabel={"dog/999.png": "cat"})
    assert make.finding(make.check(recipe, tmp_path / "cache"), "curation").count == 2


# --- I12 -------------------------------------------------------------------------------------------------------


def test_the_fingerprint_changes_with_everything_that_matters(tmp_path: Path) -> None:
    root = make.folder(tmp_path / "d", {"cat": 20, "dog": 20})
    first = load(root).fingerprint
    assert load(root).fingerprint == first
    others = [
        load(root, **settings).fingerprint
        for settings in (
            {"seed": 1},
            {"validation": 0.2},
            {"image_size": 8},
            {"channels": "gray"},
            {"background": "black"},
            {"exclude": ("cat/000.png",)},
            {"relabel": {"cat/000.png": "dog"}},
            {"merge_classes": {"cat": "Cat"}},
        )
    ]
    make.picture(999).save(root / "cat" / "000.png")
    others.append(load(root).fingerprint)
    make.picture(1000).save(root / "cat" / "new.png")
    others.append(load(root).fingerprint)
    (root / "cat" / "new.png").rename(root / "cat" / "renamed.png")
    others.append(load(root).fingerprint)
    assert len({first, *others}) == len(others) + 1
