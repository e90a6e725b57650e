from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kdstudio.core.recipe import DataSpec, Recipe
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.traits import columns, traits


def pictures(*planes: np.ndarray) -> Examples:
    pixels = np.stack(planes).astype(np.uint8)[..., None].repeat(3, axis=3)
    count = len(pixels)
    return Examples({"image": pixels}, np.zeros(count, np.int64), [str(i) for i in range(count)])


def test_pictures_are_bright_contrasty_and_sharp_by_their_grey_values() -> None:
    checks = 255 * (np.indices((8, 8)).sum(0) % 2)
    slope = np.tile(np.linspace(0, 255, 8).round(), (8, 1))
    found = traits(pictures(np.full((8, 8), 51), checks, slope))
    assert found["brightness"] == pytest.approx([0.2, 0.5, 0.5], abs=0.01)
    assert found["contrast"][0] == pytest.approx(0, abs=1e-6)
    assert found["contrast"][1] == pytest.approx(0.5)
    assert found["sharpness"][1] > 50 * found["sharpness"][2]
    assert all(values.shape == (3,) and values.dtype == np.float32 for values in found.values())


def test_a_split_larger_than_a_chunk_is_measured_whole() -> None:
    planes = [np.full((4, 4), number % 256) for number in range(1100)]
    assert traits(pictures(*planes))["brightness"] == pytest.approx([i % 256 / 255 for i in range(1100)], abs=1e-5)


def test_texts_have_their_length_without_the_frame() -> None:
    tokens = Examples({"tokens": np.zeros((3, 9), np.int32), "length": np.array([9, 2, 4])}, np.zeros(3), list("abc"))
    assert traits(tokens)["length"].tolist() == [7.0, 0.0, 2.0]


def test_rows_that_are_picked_keep_their_order() -> None:
    whole = pictures(np.full((4, 4), 0), np.full((4, 4), 255))
    picked = Examples(whole.arrays, np.zeros(2, np.int64), ["b", "a"], np.array([1, 0]))
    assert traits(picked)["brightness"] == pytest.approx([1.0, 0.0])


def test_other_inputs_have_no_traits() -> None:
    assert traits(Examples({"point": np.zeros((2, 2))}, np.zeros(2, np.int64), ["a", "b"])) == {}


def table(folder: Path, name: str, rows: list[tuple[object, ...]]) -> Path:
    path = folder / name
    lines = ["text,label,place,hour,note", *(",".join(map(str, row)) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_other_columns_of_a_table_sort_its_examples_where_they_hold_few_values(tmp_path: Path) -> None:
    rows = [(f"some words {i}", "ab"[i % 2], ("lab", "field", "")[i % 3], 12, f"note {i}") for i in range(60)]
    path = table(tmp_path, "data.csv", rows)
    recipe = Recipe(task="text-classification", data=DataSpec(path=str(path)))
    ids = [f"data.csv:{number}" for number in (4, 2, 3)]
    examples = Examples({}, np.zeros(3, np.int64), ids)
    found = columns(recipe, examples)
    assert found == {"place": [rows[int(id.partition(":")[2]) - 2][2] for id in ids], "note": found["note"]}
    many = Examples({}, np.zeros(60, np.int64), [f"data.csv:{number}" for number in range(2, 62)])
    assert list(columns(recipe, many)) == ["place"]


def test_data_without_columns_or_that_is_gone_has_none(tmp_path: Path) -> None:
    examples = Examples({}, np.zeros(1, np.int64), ["a"])
    assert columns(Recipe(), examples) == {}
    assert columns(Recipe(data=DataSpec(path=str(tmp_path / "gone.csv"))), examples) == {}
