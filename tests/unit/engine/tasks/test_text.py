from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from kdstudio.core.errors import Code, KDError
from kdstudio.core.inputs import TextInput
from kdstudio.core.recipe import AugmentSpec, Recipe
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.progress import Silent
from kdstudio.engine.tasks import get
from tests.unit.engine.data import make

TASK = get("text-classification")
WORDS = ["cat", "dog", "fish", "bird", "stone", "river", "cloud", "garden", "window", "engine"]


def sentences(count: int) -> list[tuple[str, str]]:
    rng = np.random.default_rng(0)
    return [(f"{' '.join(rng.choice(WORDS, 1 + n % 12))} {n}", ("up", "down")[n % 2]) for n in range(count)]


def table(path: Path, count: int = 60) -> Path:
    lines = ["text,label", *(f"{text},{label}" for text, label in sentences(count))]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    return make.recipe(table(tmp_path / "t.csv"), "text-classification", vocabulary=300)


@pytest.fixture
def data(recipe: Recipe, tmp_path: Path) -> Dataset:
    return TASK.load(recipe, tmp_path / "cache", Silent())


def test_a_batch_is_padded_to_its_longest_text(data: Dataset) -> None:
    assert isinstance(data.input, TextInput)
    lengths = data.train.take("length", np.arange(len(data.train)))
    short = np.argsort(lengths)[:3]
    batch = TASK.batch(data.train, short, data.input, None)
    assert batch["input_ids"].shape == (3, 8)
    assert batch["attention_mask"].sum(1).tolist() == lengths[short].tolist()
    assert (batch["input_ids"][batch["attention_mask"] == 0] == data.input.pad_id).all()
    whole = TASK.batch(data.train, np.arange(len(data.train)), data.input, None)
    assert whole["input_ids"].shape[1] % 8 == 0


def test_encode_takes_the_same_steps_as_training(data: Dataset) -> None:
    texts = dict(zip((f"t.csv:{n + 2}" for n in range(60)), sentences(60), strict=True))
    encoded = TASK.encode(data.input, [texts[id][0] for id in data.test.ids])
    trained = TASK.batch(data.test, np.arange(len(data.test)), data.input, None)
    assert np.array_equal(encoded["input_ids"], trained["input_ids"].numpy())
    assert np.array_equal(encoded["attention_mask"], trained["attention_mask"].numpy())


def test_a_text_is_cut_at_the_length_limit(recipe: Recipe, data: Dataset) -> None:
    assert isinstance(data.input, TextInput)
    encoded = TASK.encode(data.input, ["cat " * 500])
    assert encoded["input_ids"].shape == (1, data.input.max_length)
    assert Tokenizer.from_str(data.input.tokenizer).id_to_token(int(encoded["input_ids"][0, -1])) == "[SEP]"


def test_many_cut_texts_are_told(recipe: Recipe, tmp_path: Path) -> None:
    told = []

    class Listening(Silent):
        def notice(self, code: str, message: str, hint: str = "", *, warning: bool = True) -> None:
            told.append(code)

    TASK.load(recipe, tmp_path / "cache", Listening())
    assert not told
    short = make.recipe(tmp_path / "t.csv", "text-classification", vocabulary=300, max_length=8)
    TASK.load(short, tmp_path / "cache", Listening())
    assert told == ["long-texts"]


def test_the_tokenizer_trained_here_is_the_same_every_time(recipe: Recipe, data: Dataset, tmp_path: Path) -> None:
    again = TASK.load(recipe, tmp_path / "other", Silent())
    assert again.input == data.input
    assert again.fingerprint == data.fingerprint


def test_the_tokenizer_never_saw_the_test_texts(tmp_path: Path) -> None:
    for name, word in (("train", "river"), ("test", "zzyzx")):
        rows = [f"{word} {n},{'ab'[n % 2]}" for n in range(30)]
        (tmp_path / f"{name}.csv").write_text("\n".join(["text,label", *rows]))
    data = TASK.load(make.recipe(tmp_path, "text-classification"), tmp_path / "cache", Silent())
    assert isinstance(data.input, TextInput)
    vocabulary = json.loads(data.input.tokenizer)["model"]["vocab"]
    assert "Ġriver" in vocabulary
    assert not any("zz" in token for token in vocabulary)


def test_a_tokenizer_is_taken_from_a_folder_or_the_teacher(recipe: Recipe, data: Dataset, tmp_path: Path) -> None:
    assert isinstance(data.input, TextInput)
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "tokenizer.json").write_text(data.input.tokenizer, encoding="utf-8")
    table(tmp_path / "other.csv", 40)
    named = make.recipe(tmp_path / "other.csv", "text-classification", tokenizer=str(tmp_path / "model"))
    assert TASK.load(named, tmp_path / "cache", Silent()).input == data.input
    teacher = make.recipe(tmp_path / "other.csv", "text-classification", teacher=str(tmp_path / "model"))
    assert TASK.load(teacher, tmp_path / "cache", Silent()).input == data.input


def test_a_damaged_or_missing_tokenizer_is_named(recipe: Recipe, tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_text('{"model": 1}')
    for path, code in ((tmp_path, Code.MODEL_DAMAGED), (tmp_path / "nowhere", Code.MODEL_NOT_FOUND)):
        broken = make.recipe(tmp_path / "t.csv", "text-classification", tokenizer=str(path))
        with pytest.raises(KDError, match=r"tokenizer") as error:
            TASK.load(broken, tmp_path / "cache", Silent())
        assert error.value.code == code


def test_a_sample_has_the_models_shape(data: Dataset) -> None:
    assert isinstance(data.input, TextInput)
    sample = TASK.sample(data.input, 2)
    assert sample["input_ids"].shape == sample["attention_mask"].shape == (2, 16)
    assert int(sample["input_ids"].max()) < data.input.vocabulary


def test_texts_are_not_augmented() -> None:
    assert not TASK.augments(AugmentSpec(flip=True))
    assert TASK.augments(AugmentSpec(drop=0.1))


def test_package_sections(shared: Path, tmp_path: Path) -> None:
    recipe = make.recipe(shared / "package_sections", "text-classification")
    health = make.check(recipe, tmp_path)
    assert not health.blocking
    assert health.roles == {"input": "text", "label": "label"}
    assert len(health.classes) == 12
    assert sum(c.train + c.validation for c in health.classes) == 7168
    assert sum(c.test for c in health.classes) == 1789
    data = TASK.load(recipe, tmp_path, Silent())
    assert isinstance(data.input, TextInput)
    assert data.input.vocabulary <= 8000
    assert data.train.ids[0].startswith("train.csv:")
    unknown = Tokenizer.from_str(data.input.tokenizer).token_to_id("[UNK]")
    tokens = data.test.take("tokens", np.arange(len(data.test)))
    assert (tokens == unknown).mean() < 0.001
