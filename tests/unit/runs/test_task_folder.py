from pathlib import Path

import pytest

from kdstudio.core.brief import BadExample, Brief, GoodExample, Label
from kdstudio.core.errors import Code, KDError
from kdstudio.core.synthesis import GenerateSpec, LLMSpec, Review, Synthesis
from kdstudio.runs.task_folder import TaskFolder

TASK = Synthesis(
    brief=Brief(
        name="Straße",
        labels=(Label(name="a", meaning="“quoted”"), Label(name="b")),
        good=(GoodExample(text="line\nbreak", label="a"),),
        bad=(BadExample(text="x", why="y"),),
        edge_cases=("either",),
    ),
    llm=LLMSpec(kind="gguf", path="model.gguf", price_out=0.5),
    generate=GenerateSpec(per_class=7, spend_cap=1.5),
)


@pytest.fixture
def folder(tmp_path: Path) -> TaskFolder:
    return TaskFolder(tmp_path / "task")


def test_a_task_comes_back(folder: TaskFolder) -> None:
    folder.write(TASK)
    assert folder.read() == TASK


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("[llm]\nprise_in = 1\n", Code.RECIPE_INVALID, "prise_in"),
        ("[generate]\nper_class = 1\n", Code.RECIPE_INVALID, "generate.per_class"),
        ("version = 99\n", Code.NEWER_VERSION, "version 99"),
        ("version = \n", Code.RECIPE_INVALID, "line 1"),
        (None, Code.RECIPE_INVALID, "no task"),
    ],
)
def test_a_bad_task_is_named(folder: TaskFolder, text: str | None, code: Code, words: str) -> None:
    folder.path.mkdir()
    if text is not None:
        folder.task.write_text(text)
    with pytest.raises(KDError) as caught:
        folder.read()
    assert caught.value.code == code
    assert words in caught.value.message


def test_held_out_examples_come_back(folder: TaskFolder) -> None:
    assert folder.read_held_out() == []
    examples = [("a, “b”\nc", "x"), ("=cmd()", "y"), ("é", "x")]
    folder.write_held_out(examples)
    assert folder.read_held_out() == examples


@pytest.mark.parametrize(("text", "words"), [("a,b\n", "begin"), ("text,label\none\n", "row 2 has 1 column")])
def test_a_bad_held_out_row_is_named(folder: TaskFolder, text: str, words: str) -> None:
    folder.path.mkdir()
    folder.held_out.write_text(text)
    with pytest.raises(KDError, match=words):
        folder.read_held_out()


def test_the_newest_review_counts_and_a_torn_line_is_dropped(folder: TaskFolder) -> None:
    assert folder.read_reviews() == {}
    for label in ("x", ""):
        folder.review(Review(id="1", label=label))
    folder.review(Review(id="2", label="y", held_out=True))
    with folder.reviews.open("ab") as stream:
        stream.write(b'{"id":"3","la')
    known = {"1": Review(id="1", label=""), "2": Review(id="2", label="y", held_out=True)}
    assert folder.read_reviews() == known
    folder.review(Review(id="4", label="x"))
    assert folder.read_reviews() == {**known, "4": Review(id="4", label="x")}


def test_relative_paths_start_at_the_task(folder: TaskFolder) -> None:
    folder.write(Synthesis(llm=LLMSpec(kind="gguf", path="teacher.gguf"), generate=GenerateSpec(texts="mine.csv")))
    task = folder.settled({"generate.per_class": "7"})
    assert (task.llm.path, task.generate.texts) == (str(folder.path / "teacher.gguf"), str(folder.path / "mine.csv"))
    assert task.generate.per_class == 7
    assert folder.settled({"llm.path": "/models/a.gguf", "generate.texts": ""}).llm.path == "/models/a.gguf"
    assert folder.read().llm.path == "teacher.gguf"
