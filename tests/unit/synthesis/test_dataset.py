"""The data set: read by the data's own readers, answered by the predictions teacher, whole or not there."""

from __future__ import annotations

import csv
from pathlib import Path

import msgspec
import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import DataSpec, Recipe, TeacherSpec
from kdstudio.core.synthesis import HELD_OUT, Origin, Row
from kdstudio.engine import tasks
from kdstudio.engine.models.predictions import PredictionsTeacher
from kdstudio.engine.progress import Silent
from kdstudio.synthesis import dataset, held_out
from kdstudio.synthesis.dataset import Example

NAMES = ("label", "other, label")  # a header’s own name and a comma are labels, too
ORIGIN = Origin(model="small", kind="endpoint", texts="write", brief="0")


def examples(count: int) -> list[Example]:
    odd = ['=cmd|" /C calc"!A0', "text", "two\nlines, and “quotes”", '"', "'"]
    texts = [*odd, *(f"plain text number {number}" for number in range(count - len(odd)))]
    return [Example(text, NAMES[n % 2], (0.75, 0.25) if n % 2 == 0 else (0.125, 0.875)) for n, text in enumerate(texts)]


def test_a_run_reads_the_texts_unharmed_and_finds_an_answer_for_each(tmp_path: Path) -> None:
    train, test = examples(60), [Example(f"held out {n}", NAMES[n % 2], (0.5, 0.5)) for n in range(10)]
    folder = tmp_path / "examples"
    dataset.write(folder, train, test, NAMES, ORIGIN)
    recipe = Recipe(
        task="text-classification",
        data=DataSpec(path=str(folder)),
        teacher=TeacherSpec(kind="predictions", path=str(folder / "predictions.npz")),
    )
    loaded = tasks.get(recipe.task).load(recipe, tmp_path / "cache", Silent())
    assert (len(loaded.train) + len(loaded.validation), len(loaded.test)) == (60, 10)
    assert loaded.labels == NAMES
    teacher = PredictionsTeacher(folder / "predictions.npz", recipe.teacher, loaded)
    assert teacher.named
    shares = {f"train.jsonl:{n}": example.shares for n, example in enumerate(train, 1)}
    for name in ("train", "validation", "test"):
        split = loaded.split(name)
        for place, id in enumerate(split.ids):
            logits = teacher._logits[teacher._rows[id]].softmax(0)
            assert logits.tolist() == pytest.approx(shares.get(id, (0.5, 0.5)))
            if id in shares:
                assert loaded.labels[split.labels[place]] == train[int(id.split(":")[1]) - 1].label
    lines = (folder / "train.jsonl").read_bytes().splitlines()
    assert msgspec.json.decode(lines[0]) == {"text": '=cmd|" /C calc"!A0', "label": "label"}
    origin = msgspec.json.decode((folder / "source.json").read_bytes(), type=Origin)
    assert origin.examples == {"train": 60, "test": 10}


def test_without_a_held_out_set_the_run_makes_its_own_split(tmp_path: Path) -> None:
    dataset.write(tmp_path / "examples", examples(60), [], NAMES, ORIGIN)
    recipe = Recipe(task="text-classification", data=DataSpec(path=str(tmp_path / "examples")))
    loaded = tasks.get(recipe.task).load(recipe, tmp_path / "cache", Silent())
    assert len(loaded.test) == 6
    PredictionsTeacher(tmp_path / "examples" / "predictions.npz", TeacherSpec(), loaded)


def test_one_label_is_nothing_to_tell_apart_and_leaves_the_old_set(tmp_path: Path) -> None:
    dataset.write(tmp_path / "examples", examples(10), [], NAMES, ORIGIN)
    before = (tmp_path / "examples" / "train.jsonl").read_bytes()
    with pytest.raises(KDError, match="Only “label” has rows") as caught:
        dataset.write(tmp_path / "examples", examples(10)[::2], [], NAMES, ORIGIN)
    assert caught.value.code == Code.DATA_CLASSES
    assert (tmp_path / "examples" / "train.jsonl").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["examples"]


def row(text: str, label: str, answer: str = "", state: str = "kept") -> Row:
    shares = {"": (), "good": (0.9, 0.1), "bad": (0.2, 0.8)}[answer]
    return Row(id=text, text=text, label=label, answer=answer, probabilities=shares, state=state)  # type: ignore[arg-type] # a state


def test_a_persons_label_is_what_is_learnt() -> None:
    rows = [row("a", "good", "good"), row("b", "good", "bad"), row("c", "bad"), row("d", "bad", "bad", "doubtful")]
    found = dataset.training(rows, ("good", "bad"))
    assert [example.shares for example in found] == [(0.9, 0.1), (1.0, 0.0), (0.0, 1.0)]


def test_the_table_for_people_holds_no_formula(tmp_path: Path) -> None:
    dataset.write_table(tmp_path / "rows.csv", [row("=1+1", "good", "good"), row("-5", "bad"), row("fine", "bad")])
    with (tmp_path / "rows.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [found["text"] for found in csv.DictReader(stream)] == ["'=1+1", "'-5", "fine"]


def test_the_score_counts_what_the_teacher_says() -> None:
    asked = [("a", "good"), ("b", "good"), ("c", "bad"), ("d", "bad")]
    found = held_out.score(asked, [(0.9, 0.1), (0.4, 0.6), (0.1, 0.9), ()], ("good", "bad"))
    assert found is not None
    assert (found.examples, found.right, found.confusion) == (4, 2, ((1, 1), (0, 1)))
    assert held_out.score([], [], ("good", "bad")) is None


def test_a_label_of_another_task_is_named(tmp_path: Path) -> None:
    with pytest.raises(KDError, match="example 2, “Good”, is none") as caught:
        held_out.checked([("a", "good"), ("b", "Good")], ("good", "bad"), tmp_path / "held_out.csv")
    assert caught.value.code == Code.DATA_ROW


@pytest.mark.parametrize(
    ("count", "right", "plain", "words"),
    [
        (60, 58, 40, None),
        (10, 10, 5, "has 10 examples; below"),
        (60, 33, 20, "no better than always answering “good” (30)"),
        (60, 50, 55, "hardly worth it"),
        (60, 45, 40, "learns its mistakes too"),
        (0, 0, None, "There is no held-out set"),
    ],
)
def test_what_is_said_before_training(count: int, right: int, plain: int | None, words: str | None) -> None:
    asked = [(str(number), ("good", "bad")[number % 2]) for number in range(count)]
    answers = [
        (1.0, 0.0) if (label == "good") == (place < right) else (0.0, 1.0) for place, (_, label) in enumerate(asked)
    ]
    notes = list(held_out.notes(held_out.score(asked, answers, ("good", "bad")), asked, plain))
    assert (words is None and not notes) or any(words in note for note in notes if words), notes
    assert HELD_OUT == 30


def test_the_baseline_learns_words() -> None:
    rows = [row(f"a glorious {n} thing", "good", "good") for n in range(9)]
    rows += [row(f"a dreadful {n} thing", "bad", "bad") for n in range(9)]
    assert held_out.baseline(rows, [("glorious hat", "good"), ("dreadful hat", "bad"), ("glorious", "bad")]) == 2
    assert held_out.baseline(rows[:9], [("glorious hat", "good")]) is None
