"""I11 for examples that are almost the same: found among copies, silent where nothing was copied, and acted on."""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageFilter

from kdstudio.core.recipe import DataSpec, Recipe, TaskKind
from kdstudio.engine.data import near_images, near_texts
from kdstudio.engine.data.near import components
from kdstudio.engine.progress import Silent
from kdstudio.engine.tasks import get
from tests.unit.engine.data import make

TEXT: TaskKind = "text-classification"
WORDS = [f"{a}{b}" for a in ("al", "be", "co", "du") for b in ("pha", "ta", "ral", "net")]


def photo(seed: int, size: int = 120) -> Image.Image:
    """Soft blobs of colour, as a photograph has them; another picture for every seed."""
    coarse = np.random.default_rng(seed).integers(0, 256, (7, 7, 3), np.uint8)
    return Image.fromarray(coarse).resize((size, size), Image.Resampling.BICUBIC)


def photos(root: Path, classes: tuple[str, ...] = ("cat", "dog"), each: int = 12) -> Path:
    for place, name in enumerate(classes):
        (root / name).mkdir(parents=True)
        for number in range(each):
            photo(100 * place + number).save(root / name / f"{number:02}.png")
    return root


def codes(root: Path, **spec: object) -> dict[str, str]:
    health = make.check(make.recipe(root, **spec), root.parent / "cache")
    return {finding.code: finding.severity for finding in health.findings if finding.code.startswith("near")}


@pytest.mark.parametrize("how", ["jpeg", "half", "double", "brighter", "contrast", "blur"])
def test_a_copy_that_was_saved_again_or_retouched_is_found(tmp_path: Path, how: str) -> None:
    root = photos(tmp_path / "d")
    image = photo(3)
    copy = {
        "jpeg": lambda: image,
        "half": lambda: image.resize((60, 60)),
        "double": lambda: image.resize((240, 240)),
        "brighter": lambda: ImageEnhance.Brightness(image).enhance(0.85),
        "contrast": lambda: ImageEnhance.Contrast(image).enhance(0.8),
        "blur": lambda: image.filter(ImageFilter.GaussianBlur(1)),
    }[how]()
    copy.save(root / "cat" / "copy.jpg", quality=60)
    health = make.check(make.recipe(root), tmp_path / "cache")
    found = next(f for f in health.findings if f.code.startswith("near"))
    assert found.severity == "warn"
    assert found.items == (("cat/03.png", "cat/copy.jpg"),)
    assert "cat/03.png: cat" in found.details[0]
    shown = {row.id for row in health.preview}
    assert {"cat/03.png", "cat/copy.jpg"} <= shown


@pytest.mark.parametrize(
    ("copies", "said"),
    [
        (1, "2 images are almost the same: cat/03.png, cat/copy1.jpg."),
        (2, "3 images are almost the same: cat/03.png, cat/copy1.jpg, cat/copy2.jpg."),
        (4, "5 images are almost the same: cat/03.png, cat/copy1.jpg, cat/copy2.jpg and 2 more."),
    ],
)
def test_one_group_is_told_by_how_many_there_are_in_it(tmp_path: Path, copies: int, said: str) -> None:
    root = photos(tmp_path / "d")
    for number in range(1, copies + 1):
        photo(3).save(root / "cat" / f"copy{number}.jpg", quality=50 + 10 * number)
    assert (
        make.finding(make.check(make.recipe(root, similar_together=True), tmp_path / "c"), "near-duplicates").message
        == said
    )


def test_what_nobody_copied_raises_no_alarm(tmp_path: Path) -> None:
    assert codes(photos(tmp_path / "d")) == {"near-duplicates": "pass"}
    health = get("image-classification").check(Recipe(), tmp_path, tmp_path / "t", Silent())
    assert make.finding(health, "near-duplicates").severity == "pass"


def test_a_fixed_camera_raises_no_alarm(tmp_path: Path) -> None:
    """All pictures are alike but for a small thing in them; that is what the average is taken away for."""
    scene = np.asarray(photo(0)).astype(int)
    for number in range(24):
        rng = np.random.default_rng(number)
        pixels = scene + rng.normal(0, 4, scene.shape)
        x, y = rng.integers(0, 100, 2)
        pixels[y : y + 12, x : x + 12] = rng.integers(0, 255, 3)
        folder = tmp_path / "d" / ("good", "bad")[number % 2]
        folder.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(folder / f"{number}.png")
    assert codes(tmp_path / "d") == {"near-duplicates": "pass"}


def test_pictures_without_contrast_are_no_look_alikes(tmp_path: Path) -> None:
    root = photos(tmp_path / "d")
    for value in (10, 20, 30):
        Image.new("RGB", (120, 120), (value, value, value)).save(root / "cat" / f"flat{value}.png")
    assert codes(root) == {"near-duplicates": "pass"}


def test_two_labels_and_two_splits_are_told_apart_and_accepted(tmp_path: Path) -> None:
    for split in ("train", "test"):
        photos(tmp_path / "d" / split, each=12) if split == "train" else None
    for name in ("cat", "dog"):
        (tmp_path / "d" / "test" / name).mkdir(parents=True)
        for number in range(3):
            photo(1000 + 10 * len(name) + number + (name == "dog") * 50).save(
                tmp_path / "d" / "test" / name / f"{number}.png"
            )
    photo(3).save(tmp_path / "d" / "test" / "cat" / "copy.jpg", quality=80)
    photo(5).save(tmp_path / "d" / "train" / "dog" / "copy.jpg", quality=80)
    root = tmp_path / "d"
    assert codes(root) == {"near-cross-split": "warn", "near-label-conflicts": "warn"}
    assert codes(root, accept=("near-cross-split",)) == {"near-cross-split": "pass", "near-label-conflicts": "warn"}
    assert codes(root, exclude=("test/cat/copy.jpg", "train/dog/copy.jpg")) == {"near-duplicates": "pass"}


def test_a_copy_of_an_excluded_original_still_counts(tmp_path: Path) -> None:
    """The search sees one of several equal files; which of them is left out makes no difference."""
    root = photos(tmp_path / "d")
    (root / "cat" / "zz.png").write_bytes((root / "cat" / "03.png").read_bytes())
    photo(3).save(root / "cat" / "copy.jpg", quality=70)
    health = make.check(make.recipe(root, exclude=("cat/03.png",)), tmp_path / "cache")
    found = next(f for f in health.findings if f.code.startswith("near") and f.severity == "warn")
    assert found.items == (("cat/copy.jpg", "cat/zz.png"),)


def test_the_split_keeps_them_together_when_asked(tmp_path: Path) -> None:
    root = photos(tmp_path / "d", each=20)
    for number in range(0, 20, 2):
        for name, place in (("cat", 0), ("dog", 100)):
            photo(place + number).save(root / name / f"{number:02}.jpg", quality=70)
    assert codes(root)["near-cross-split"] == "warn"
    assert codes(root, similar_together=True) == {"near-duplicates": "warn"}
    health = make.check(make.recipe(root, similar_together=True), tmp_path / "cache")
    assert sum(c.validation + c.test for c in health.classes) in range(8, 17)


def test_the_search_is_done_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = make.recipe(photos(tmp_path / "d"))
    make.check(recipe, tmp_path / "cache")
    found = next((tmp_path / "cache" / "data").glob("near-*[!.lock]"))
    before = found.stat().st_mtime_ns
    make.check(make.recipe(tmp_path / "d", exclude=("cat/01.png",)), tmp_path / "cache")
    assert found.stat().st_mtime_ns == before
    assert sorted(file.name for file in found.iterdir()) == ["likeness.npy", "rows.npy"]


def test_the_digits_of_mnist_raise_no_alarm_in_seconds(shared: Path, tmp_path: Path) -> None:
    start = time.perf_counter()
    recipe = Recipe(data=DataSpec(path=str(shared / "mnist")))
    health = get("image-classification").check(recipe, tmp_path, tmp_path / "t", Silent())
    assert make.finding(health, "near-duplicates").severity == "pass"
    assert health.examples == 70_000
    assert time.perf_counter() - start < 90


def test_among_many_the_search_finds_what_comparing_all_would(tmp_path: Path) -> None:
    """Noise is the hardest for a search: everything is equally far from everything."""
    dice = np.random.default_rng(0)
    pixels = dice.integers(0, 256, (3000, 12, 12, 1), np.uint8)
    copies = np.clip(pixels[:200] + dice.normal(0, 6, (200, 12, 12, 1)), 0, 255).astype(np.uint8)
    small = near_images._Small(np.concatenate([pixels, copies]), np.arange(3200))
    average = np.sum([small.vectors(index).sum(0) for index in small.chunks()], 0) / len(small)
    wanted = near_images._all_pairs(small.apart(np.arange(3200), average))
    assert len(wanted) > 190

    class Few(NamedTuple):
        pixels: NDArray[np.uint8]

        def array(self, name: str) -> NDArray[np.uint8]:
            return self.pixels

    found = near_images.find(Few(small.pixels), small.rows, tmp_path, Silent())  # type: ignore[arg-type] # a store's one array
    assert {tuple(pair) for pair in found.rows.tolist()} == {tuple(pair) for pair in wanted.rows.tolist()}
    assert found.likeness.min() >= near_images.ALIKE


# --- texts -----------------------------------------------------------------------------------------------------


def sentences(path: Path, *more: tuple[str, str]) -> Path:
    rng = np.random.default_rng(0)
    rows = [(" ".join(rng.choice(WORDS, 14)), ("a", "b")[number % 2]) for number in range(60)]
    path.write_text("text,label\n" + "\n".join(f"{text},{label}" for text, label in (*rows, *more)), encoding="utf-8")
    return path


def test_texts_that_differ_in_a_word_or_in_punctuation_are_found(tmp_path: Path) -> None:
    base = "the quick brown fox jumps over the lazy dog while the band plays on in the old town hall"
    path = sentences(tmp_path / "t.csv", (base, "a"), (base.upper() + "!", "a"), (f"{base} tonight", "a"))
    health = make.check(make.recipe(path, TEXT), tmp_path / "cache")
    found = next(f for f in health.findings if f.code in ("near-duplicates", "near-cross-split"))
    assert found.items == (("t.csv:62", "t.csv:63", "t.csv:64"),)
    assert {row.text for row in health.preview} >= {base, f"{base} tonight"}


def test_other_texts_raise_no_alarm(tmp_path: Path) -> None:
    path = sentences(tmp_path / "t.csv", ("yes", "a"), ("yes?", "a"), ("no", "b"), ("", "b"), ("?!", "a"), ("…", "b"))
    health = make.check(make.recipe(path, TEXT), tmp_path / "cache")
    found = [f for f in health.findings if f.code.startswith("near")]
    assert [f.items for f in found] == [(("t.csv:62", "t.csv:63"),)], "“yes” and “yes?” are the same word"


def test_many_texts_of_one_template_cost_no_more_than_others(tmp_path: Path) -> None:
    rows = [f"your order number {n} has left our warehouse and will arrive at your door on monday" for n in range(4000)]
    lines = [f"{text},{'ab'[n % 2]}" for n, text in enumerate(rows)]
    (tmp_path / "t.csv").write_text("\n".join(["text,label", *lines]))
    start = time.perf_counter()
    health = make.check(make.recipe(tmp_path / "t.csv", TEXT), tmp_path / "cache")
    assert make.finding(health, "near-label-conflicts").severity == "warn"
    assert time.perf_counter() - start < 30


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=8))
def test_equal_plain_texts_have_equal_signatures(texts: list[str]) -> None:
    plains = [near_texts.plain(text) for text in texts]
    signatures = near_texts._signatures(plains)
    assert signatures.shape == (len(texts), 60)
    for i, one in enumerate(plains):
        for j, other in enumerate(plains):
            same = near_texts.shingles(one) == near_texts.shingles(other)
            assert bool((signatures[i] == signatures[j]).all()) == same


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 12), st.data())
def test_components_join_what_is_connected(count: int, data: st.DataObject) -> None:
    pairs = data.draw(st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=15))
    numbers = components(count, np.array(pairs, np.int64).reshape(-1, 2))
    parent = list(range(count))
    for a, b in pairs:
        old, new = parent[a], parent[b]
        parent = [new if p == old else p for p in parent]
    for i in range(count):
        for j in range(count):
            assert (numbers[i] == numbers[j]) == (parent[i] == parent[j])
