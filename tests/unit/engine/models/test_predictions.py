from __future__ import annotations

import csv
import json
import pickle
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
import torch
from numpy.typing import NDArray
from pyarrow import parquet

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import Recipe, TeacherSpec
from kdstudio.engine import tasks
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.models.predictions import PredictionsTeacher
from kdstudio.engine.models.sources import load_teacher
from kdstudio.engine.models.teacher import Query

Rows = NDArray[np.float32]


def known(pictures: Dataset) -> tuple[list[str], Rows]:
    ids = [name for split in (pictures.train, pictures.validation, pictures.test) for name in split.ids]
    return ids, np.random.default_rng(0).normal(size=(len(ids), 3)).astype(np.float32)


def npy(path: Path, ids: list[str], rows: Rows) -> None:
    np.save(path, rows)


def npz(path: Path, ids: list[str], rows: Rows) -> None:
    order = np.random.default_rng(1).permutation(len(ids))
    np.savez(path, id=np.array(ids)[order], logits=rows[order])


def npz_splits(path: Path, ids: list[str], rows: Rows) -> None:
    np.savez(path, train=rows[:18], validation=rows[18:24], test=rows[24:])


def write_csv(path: Path, ids: list[str], rows: Rows) -> None:
    with path.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["id", "dog", "bird", "cat"])
        writer.writerows([name, row[2], row[0], row[1]] for name, row in zip(ids, rows.tolist(), strict=True))


def jsonl(path: Path, ids: list[str], rows: Rows) -> None:
    lines = [json.dumps({"id": name, "logits": row}) for name, row in zip(ids, rows.tolist(), strict=True)]
    path.write_text("\n".join(reversed(lines)))


def write_parquet(path: Path, ids: list[str], rows: Rows) -> None:
    parquet.write_table(pa.table({"path": ids, "predictions": rows.tolist()}), path)


def parquet_columns(path: Path, ids: list[str], rows: Rows) -> None:
    parquet.write_table(pa.table({"id": ids} | {f"logit_{n}": rows[:, n] for n in range(3)}), path)


def teach(path: Path, pictures: Dataset, **spec: object) -> PredictionsTeacher:
    recipe = Recipe(teacher=TeacherSpec(kind="predictions", path=str(path), **spec))
    teacher = load_teacher(recipe, pictures, tasks.get("image-classification"), torch.device("cpu"))
    assert isinstance(teacher, PredictionsTeacher)
    return teacher


def ask(teacher: PredictionsTeacher, pictures: Dataset, split: str, index: list[int]) -> torch.Tensor:
    return teacher.logits(Query({"pixel_values": torch.zeros(1)}, pictures.split(split), np.array(index)))


@pytest.mark.parametrize(
    ("suffix", "write"),
    [
        (".npy", npy),
        (".npz", npz),
        (".npz", npz_splits),
        (".csv", write_csv),
        (".jsonl", jsonl),
        (".parquet", write_parquet),
        (".parquet", parquet_columns),
    ],
)
def test_every_format_gives_the_rows_of_its_examples(
    tmp_path: Path, pictures: Dataset, suffix: str, write: Callable[[Path, list[str], Rows], None]
) -> None:
    ids, rows = known(pictures)
    path = tmp_path / f"answers{suffix}"
    write(path, ids, rows)
    teacher = teach(path, pictures)
    assert not teacher.sees_views
    torch.testing.assert_close(ask(teacher, pictures, "train", [4, 0]), torch.from_numpy(rows[[4, 0]]))
    torch.testing.assert_close(ask(teacher, pictures, "validation", [1]), torch.from_numpy(rows[[19]]))
    torch.testing.assert_close(ask(teacher, pictures, "test", [5]), torch.from_numpy(rows[[29]]))


def test_probabilities_become_their_logarithms(tmp_path: Path, pictures: Dataset) -> None:
    ids, rows = known(pictures)
    shares = torch.from_numpy(rows).softmax(1)
    npz(tmp_path / "answers.npz", ids, shares.numpy())
    found = ask(teach(tmp_path / "answers.npz", pictures), pictures, "train", [0, 1])
    torch.testing.assert_close(found, shares[:2].log(), rtol=1e-4, atol=1e-5)


def refused(path: Path, pictures: Dataset, **spec: object) -> KDError:
    with pytest.raises(KDError) as caught:
        teach(path, pictures, **spec)
    return caught.value


def test_an_example_without_a_row_is_named(tmp_path: Path, pictures: Dataset) -> None:
    ids, rows = known(pictures)
    npz(tmp_path / "answers.npz", ids[1:], rows[1:])
    error = refused(tmp_path / "answers.npz", pictures)
    assert error.code == Code.MODEL_MISMATCH
    assert f"1 of 30 examples; the first is “{ids[0]}”" in error.message


def test_rows_in_order_must_be_as_many_as_examples(tmp_path: Path, pictures: Dataset) -> None:
    ids, rows = known(pictures)
    npy(tmp_path / "answers.npy", ids, rows[1:])
    error = refused(tmp_path / "answers.npy", pictures)
    assert error.code == Code.MODEL_MISMATCH
    assert "29 rows" in error.message


def test_an_id_that_stands_twice_is_named(tmp_path: Path, pictures: Dataset) -> None:
    ids, rows = known(pictures)
    jsonl(tmp_path / "answers.jsonl", [*ids, ids[3]], np.concatenate([rows, rows[:1]]))
    error = refused(tmp_path / "answers.jsonl", pictures)
    assert error.code == Code.MODEL_DAMAGED
    assert ids[3] in error.message


def test_values_that_are_not_numbers_are_refused(tmp_path: Path, pictures: Dataset) -> None:
    ids, rows = known(pictures)
    rows[7, 1] = np.nan
    npy(tmp_path / "answers.npy", ids, rows)
    error = refused(tmp_path / "answers.npy", pictures)
    assert error.code == Code.MODEL_DAMAGED
    assert "row 8" in error.message


def test_the_wrong_number_of_classes_is_said(tmp_path: Path, pictures: Dataset) -> None:
    ids, rows = known(pictures)
    npy(tmp_path / "answers.npy", ids, np.tile(rows, (1, 40)))
    error = refused(tmp_path / "answers.npy", pictures)
    assert error.code == Code.MODEL_MISMATCH
    assert "120 answers, but the data has 3 classes" in error.message


class Bomb:
    def __init__(self, canary: Path) -> None:
        self.canary = canary

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.canary,)


@pytest.mark.parametrize("name", ["object.npy", "object.npz", "renamed.npy", "renamed.csv", "answers.pkl"])
def test_nothing_in_a_file_is_run(tmp_path: Path, pictures: Dataset, name: str) -> None:
    canary, path = tmp_path / "canary", tmp_path / name
    if name == "object.npy":
        np.save(path, np.array([Bomb(canary)], object), allow_pickle=True)
    elif name == "object.npz":
        np.savez(path, logits=np.array([Bomb(canary)], object))
    else:
        path.write_bytes(pickle.dumps(Bomb(canary)))
    assert refused(path, pictures).code == Code.MODEL_CONTAINS_CODE
    assert not canary.exists()


@pytest.mark.parametrize("suffix", [".npy", ".npz", ".csv", ".jsonl", ".parquet"])
@pytest.mark.parametrize("content", [b"", b"PAR1 and nothing more", b"\x93NUMPY\x01\x00", b"{\n"])
def test_a_damaged_file_is_said(tmp_path: Path, pictures: Dataset, suffix: str, content: bytes) -> None:
    path = tmp_path / f"answers{suffix}"
    path.write_bytes(content)
    assert refused(path, pictures).code in (Code.MODEL_DAMAGED, Code.MODEL_FORMAT)


def test_a_file_of_another_type_is_refused(tmp_path: Path, pictures: Dataset) -> None:
    path = tmp_path / "answers.txt"
    path.write_text("0.1 0.9")
    assert refused(path, pictures).code == Code.MODEL_FORMAT
