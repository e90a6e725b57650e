"""``tokens.txt``: what stands in it, that it is held against the library, and which tokenizers it has no words for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tokenizers import AddedToken, Tokenizer, models, normalizers, pre_tokenizers, processors

from kdstudio.core.inputs import TextInput
from kdstudio.core.recipe import DataSpec, ExportSpec, Recipe
from kdstudio.engine import tasks
from kdstudio.engine.data import tokenize
from kdstudio.engine.data.dataset import Examples
from kdstudio.engine.models import registry
from kdstudio.engine.progress import Silent
from kdstudio.export import characters, tokens
from kdstudio.export.pipeline import export
from kdstudio.export.plain_tokenizer import PlainTokenizer

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *"abcdefghijklmnopqrstuvwxyz", "##s", "##a", "caf", "##e", "東", "cafe"]


def bert(**options: Any) -> Tokenizer:
    made = Tokenizer(models.WordPiece({word: id for id, word in enumerate(WORDS)}, unk_token="[UNK]", **options))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    made.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
    return made


def gpt2() -> Tokenizer:
    made = tokenize.train(["the cats sat on the mats"] * 3, 300)
    made.normalizer, made.post_processor = None, processors.ByteLevel()
    return made


def input_of(tokenizer: Tokenizer, length: int = 12) -> TextInput:
    return tokenize.text_input(tokenizer, length)


def examples_of(tokenizer: Tokenizer, *given: str) -> Examples:
    rows = tokenize.encode(tokenizer, given)
    return Examples({"tokens": tokenize.padded(rows, 16, 0)}, np.zeros(len(given), np.int64), list(given))


@pytest.mark.parametrize("make", [bert, gpt2, lambda: tokenize.train(["naïve cats, cafés"] * 3, 300)])
@pytest.mark.parametrize("length", [2, 12, 500])
def test_the_file_gives_the_ids_of_the_library(make: Callable[[], Tokenizer], length: int) -> None:
    made = make()
    plain = PlainTokenizer(tokens.compiled(input_of(made, length)))
    for text in (*characters.odd_texts(), "cafés, 東京!", "[CLS] the cats' mats [SEP]"):
        assert plain.encode(text) == made.encode(text).ids, text


def test_tokens_are_looked_for_after_the_normalizer_where_they_say_so() -> None:
    """As those of RoBERTa and ModernBERT."""
    made = tokenize.train(["naïve cats, cafés"] * 3, 300)
    made.add_tokens([AddedToken("|||IP|||", normalized=True), AddedToken("<a>", normalized=True, lstrip=True)])
    text = tokens.compiled(input_of(made, 50))
    assert f"late\t{made.token_to_id('|||IP|||')}\t|||ip|||\t0\t0" in text.split("\n")
    for given in ("from |||IP||| to |||ip|||", "x  <A> <a>y", "[CLS]|||ip|||[SEP]"):
        assert PlainTokenizer(text).encode(given) == made.encode(given).ids


def test_a_person_can_read_it() -> None:
    lines = tokens.compiled(input_of(bert(max_input_chars_per_word=50))).split("\n")
    for line in ("length\t12", "pad\t0", "before\t2", "after\t3", "special\t3\t[SEP]\t0\t0", "kind\tword-pieces"):
        assert line in lines
    assert lines[lines.index(f"vocabulary\t{len(WORDS)}") + 1 :] == [*WORDS, ""]
    assert f"{ord('è')}\t{ord('ë')}\t{ord('e')}" in lines, "è, é, ê and ë"


def test_neighbours_of_one_value_share_a_row() -> None:
    assert characters.ranges([1, 2, 3, 5, 6], lambda code: (code // 3,)) == [(1, 2, 0), (3, 3, 1), (5, 5, 1), (6, 6, 2)]


def changed(make: Callable[[], Tokenizer], change: Callable[[Any], Any]) -> Tokenizer:
    content = json.loads(make().to_str())
    change(content)
    return Tokenizer.from_str(json.dumps(content))


def split_by_words() -> Tokenizer:
    made = bert()
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    return made


def whole_text() -> Tokenizer:
    made = gpt2()
    made.pre_tokenizer = pre_tokenizers.ByteLevel(use_regex=False)
    return made


def prepended() -> Tokenizer:
    made = bert()
    made.normalizer = normalizers.Sequence([normalizers.Prepend("x"), normalizers.BertNormalizer()])
    return made


def with_a_token_of_its_own() -> Tokenizer:
    made = bert()
    made.add_tokens([AddedToken("cat", single_word=True)])
    return made


def from_the_left() -> Tokenizer:
    made = bert()
    made.enable_truncation(12, direction="left")
    return made


@pytest.mark.parametrize(
    ("made", "because"),
    [
        (Tokenizer(models.Unigram([("a", 0.0)])), "of the kind Unigram"),
        (Tokenizer(models.WordLevel({"a": 0}, "a")), "of the kind WordLevel"),
        (split_by_words(), "does not split texts as BERT does"),
        (whole_text(), "does not split texts into bytes as GPT-2 does"),
        (changed(gpt2, lambda content: content["model"].update(ignore_merges=True)), "differs from that of GPT-2"),
        (prepended(), "prepares texts by Prepend"),
        (with_a_token_of_its_own(), "its own token “cat”"),
    ],
)
def test_what_it_has_no_words_for_is_said_in_a_sentence(made: Tokenizer, because: str, tmp_path: Path) -> None:
    (said,) = tokens.write(tmp_path, input_of(made), examples_of(made, "a", "a"))
    assert because in said
    assert said.startswith("The samples for C++, C#, Kotlin and Swift were left out: the tokenizer")
    assert list(tmp_path.iterdir()) == []


def test_what_cuts_texts_at_their_beginning_is_refused() -> None:
    input = TextInput(max_length=12, vocabulary=len(WORDS), pad_id=0, tokenizer=from_the_left().to_str())
    with pytest.raises(tokens.UnreadableError, match="cuts texts at their beginning"):
        tokens.compiled(input)


def test_a_file_that_reads_the_data_otherwise_is_not_written(tmp_path: Path) -> None:
    made = gpt2()
    right = input_of(made)
    assert tokens.write(tmp_path, right, examples_of(made, "the cats")) == []
    assert (tmp_path / tokens.FILE).is_file()
    other = changed(gpt2, lambda content: content.update(normalizer={"type": "Lowercase"}))
    with pytest.raises(tokens.UnreadableError, match="reads the text “"):
        tokens.hold(tokens.compiled(right), other, examples_of(made, "the cats sat on the mats"))


def test_an_export_with_another_tokenizer_has_no_sample_that_reads_the_file(tmp_path: Path) -> None:
    unigram = Tokenizer(models.Unigram([("<unk>", 0.0), ("▁good", -1.0), ("▁bad", -1.0), ("▁day", -2.0)], unk_id=0))
    unigram.pre_tokenizer = pre_tokenizers.Metaspace()
    unigram.save(str(tmp_path / "tokenizer.json"))
    rows = "".join(f"{word} day {number},{word}\n" for number in range(30) for word in ("good", "bad"))
    (tmp_path / "texts.csv").write_text(f"text,label\n{rows}")
    data = DataSpec(path=str(tmp_path / "texts.csv"), tokenizer=str(tmp_path), max_length=8)
    task = tasks.get("text-classification")
    dataset = task.load(Recipe(task=task.kind, data=data), tmp_path / "cache", Silent())
    network = registry.build("text-encoder", {"layers": 1, "width": 16}, dataset.input, 2)
    made = export(
        network.eval(),
        task=task,
        dataset=dataset,
        spec=ExportSpec(int8=False),
        folder=tmp_path / "export",
        lineage={"name": "Days", "teacher": {"kind": "train"}},
        reporter=Silent(),
        timing=False,
    )
    (said,) = (note for note in made.notes if "Unigram" in note)
    assert said in (made.folder / "README.md").read_text(encoding="utf-8")
    assert said in made.deliverable.notes
    assert not (made.folder / tokens.FILE).exists()
    assert {"python", "node"} <= {path.name for path in (made.folder / "samples").iterdir()}
    assert not (made.folder / "samples" / "cpp").exists()
