"""``tokens.txt``: a tokenizer with the little of Unicode that it needs, for apps without a library for tokenizers.

C++, C#, Kotlin and Swift have no tokenizer in common. One that leans on its platform’s Unicode changes with the
platform’s version, and Swift even takes “é” and “e” with an accent for one string. So the export writes down what this
tokenizer does to each character, as the library itself does it, and a sample needs some four hundred lines and nothing
of its platform to give the same ids.

The file is UTF-8. A line is a name and values, parted by tabs; numbers are decimal, characters are code points.
A table is its name and the count of the lines below that belong to it.

=============  ========================================================================================
``kind``       ``word-pieces`` (WordPiece after BERT’s splitting) or ``byte-pairs`` (byte-level BPE after GPT-2’s)
``length``     the most ids of a text, those before and after it among them
``pad``        the id that fills up a fixed length
``unknown``    word-pieces: the id of a word that cannot be put together, ``longest`` the most characters of a word,
               ``prefix`` what marks a piece within a word
``space``      byte-pairs: 1 where a text that starts with no space gets one
``before``     an id in front of every text, ``after`` one behind it; one line each
``special``    id, text, 1 to eat spaces to its left, 1 to its right: taken from a text before all else; ``late`` is
               the same, taken after the steps
``letters``    table: from, to; so are ``numbers``, ``spaces`` and ``alone`` (a character that is a word by itself)
``marks``      table: from, to, canonical combining class
``map``        step, a table: from, to, what each of these characters becomes; a third value 1 in its head takes Hangul
               syllables apart first
``order``      step: marks that follow each other are sorted by their class (Unicode’s canonical ordering)
``compose``    step, a table: two characters and the one that they become (Unicode’s canonical composition)
``vocabulary`` word-pieces, a table: the text of each id from 0
``bytes``      byte-pairs, a table: the id of each byte from 0
``merges``     byte-pairs, a table: two ids and the one that they become, the first merge first
=============  ========================================================================================

The steps are done in their order. What is given here was held against the library (:func:`write`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer
from tokenizers.normalizers import Normalizer

from kdstudio.core.inputs import TextInput
from kdstudio.core.phrases import phrase
from kdstudio.engine.data.dataset import Examples
from kdstudio.export import characters
from kdstudio.export.characters import Table
from kdstudio.export.plain_tokenizer import PlainTokenizer

FILE = "tokens.txt"
_EXAMPLES, _CHARACTERS = 100, 150
"""How many of the data’s texts are looked at, and how much of each: one without spaces is a single long word."""
_PLAIN = ("Lowercase", "StripAccents")
_FORMS = ("NFC", "NFD", "NFKC", "NFKD")


class UnreadableError(Exception):
    """A tokenizer does what ``tokens.txt`` has no words for; the message says so as a part of a sentence."""


def write(folder: Path, input: TextInput, examples: Examples) -> list[str]:
    """Write the file; where that cannot be, say in a sentence why the samples that read it are left out.

    What the ``examples`` say, and many texts that trip tokenizers, must give the ids of the library.
    """
    try:
        text = compiled(input)
        hold(text, Tokenizer.from_str(input.tokenizer), examples)
    except UnreadableError as error:
        return [
            f"The samples for C++, C#, Kotlin and Swift were left out: {error}. For such an app take a library "
            "that reads tokenizer.json, and compare its numbers with those of Python on accents, emoji and several "
            "scripts before you ship."
        ]
    (folder / FILE).write_text(text, encoding="utf-8", newline="\n")
    return []


def compiled(input: TextInput) -> str:
    """The content of the file. Raises :class:`UnreadableError`."""
    # the library’s own writing, which names every setting
    library = Tokenizer.from_str(input.tokenizer)
    content = json.loads(library.to_str())
    kinds = {"WordPiece": _word_pieces, "BPE": _byte_pairs}
    kind = content["model"].get("type")
    if kind not in kinds:
        raise UnreadableError(
            phrase(f"the tokenizer is of the kind {kind}, and theirs reads WordPiece and byte-level BPE")
        )
    lines = [
        f"length\t{input.max_length}",
        f"pad\t{input.pad_id}",
        *_template(content),
        *_specials(content, library.normalizer),
    ]
    steps = list(_steps(content["normalizer"]))
    if any(step[0] in ("order", "compose") for step in steps):
        lines += _table("marks", characters.combining_classes())
    for name, table, more in steps:
        lines += _table(name, table, more)
    lines += kinds[kind](content)
    return "\n".join([*lines, ""])


def _table(name: str, rows: Sequence[tuple[int, ...]], more: str = "") -> Iterator[str]:
    yield f"{name}\t{len(rows)}{more}"
    yield from ("\t".join(map(str, row)) for row in rows)


def _template(content: dict[str, Any]) -> Iterator[str]:
    """The ids around a text."""
    after = content["post_processor"] or {"type": None}
    if after["type"] == "Sequence":
        others = [part for part in after["processors"] if part["type"] != "ByteLevel"]  # which changes no id
        after = others[0] if len(others) == 1 else after
    kind = after["type"]
    if kind in ("BertProcessing", "RobertaProcessing"):
        yield f"before\t{after['cls'][1]}"
        yield f"after\t{after['sep'][1]}"
    elif kind == "TemplateProcessing":
        name = "before"
        for part in after["single"]:
            if "Sequence" in part:
                name = "after"
            else:
                yield from (f"{name}\t{id}" for id in after["special_tokens"][part["SpecialToken"]["id"]]["ids"])
    elif kind not in (None, "ByteLevel"):
        raise UnreadableError(phrase(f"the tokenizer ends with {kind}, which theirs does not know"))
    cut = content["truncation"]
    if cut and cut["direction"] != "Right":
        raise UnreadableError(phrase("the tokenizer cuts texts at their beginning, and theirs at their end"))


def _specials(content: dict[str, Any], normalizer: Normalizer | None) -> Iterator[str]:
    for token in content["added_tokens"]:
        text, is_late = token["content"], token["normalized"]
        # BERT’s normalizer puts spaces around Chinese characters, which these samples do not
        is_odd = token["single_word"] or (is_late and content["model"]["type"] == "WordPiece")
        if is_odd or set("\t\n\r") & set(text):
            raise UnreadableError(phrase(f"the tokenizer looks for its own token “{text}” in a way of its own"))
        if is_late and normalizer is not None:
            text = normalizer.normalize_str(text)
        name = "late" if is_late else "special"
        yield f"{name}\t{token['id']}\t{text}\t{int(token['lstrip'])}\t{int(token['rstrip'])}"


def _steps(normalizer: dict[str, Any] | None) -> Iterator[tuple[str, Table, str]]:
    """Each step with its table and what else its head says."""
    if normalizer is None:
        return
    kind = normalizer["type"]
    if kind == "Sequence":
        for part in normalizer["normalizers"]:
            yield from _steps(part)
    elif kind in _FORMS or kind in _PLAIN or kind == "BertNormalizer":
        takes_apart = kind in _FORMS
        if kind == "BertNormalizer":
            strips = normalizer["strip_accents"]
            takes_apart = normalizer["lowercase"] if strips is None else strips
        form = {"NFC": "NFD", "NFKC": "NFKD"}.get(kind)
        table = characters.mapping({"type": form} if form else normalizer)
        yield "map", table, "\t1" if takes_apart else ""
        if takes_apart:
            yield "order", [], ""
        if form:
            yield "compose", characters.compositions(), ""
    else:
        raise UnreadableError(phrase(f"the tokenizer prepares texts by {kind}, which theirs does not know"))


def _word_pieces(content: dict[str, Any]) -> Iterator[str]:
    model, splits = content["model"], content["pre_tokenizer"]
    if (splits or {}).get("type") != "BertPreTokenizer":
        raise UnreadableError(phrase("the tokenizer’s WordPiece does not split texts as BERT does"))
    vocabulary: dict[str, int] = model["vocab"]
    if model["unk_token"] not in vocabulary:
        raise UnreadableError(phrase("the tokenizer has no token for what it does not know"))
    yield "kind\tword-pieces"
    yield f"unknown\t{vocabulary[model['unk_token']]}"
    yield f"longest\t{model['max_input_chars_per_word']}"
    yield f"prefix\t{model['continuing_subword_prefix']}"
    yield from _table("spaces", characters.bert("spaces"))
    yield from _table("alone", characters.bert("alone", chinese=_spaces_chinese(content["normalizer"])))
    texts = [""] * (max(vocabulary.values()) + 1)
    for text, id in vocabulary.items():
        texts[id] = "" if any(letter.isspace() for letter in text) else text  # no word has a space
    yield f"vocabulary\t{len(texts)}"
    yield from texts


def _spaces_chinese(normalizer: dict[str, Any] | None) -> bool:
    """Whether spaces are put around Chinese characters, which makes each a word."""
    parts = (normalizer or {}).get("normalizers") or [normalizer or {}]
    return any(part.get("type") == "BertNormalizer" and part["handle_chinese_chars"] for part in parts)


def _byte_pairs(content: dict[str, Any]) -> Iterator[str]:
    model, splits = content["model"], content["pre_tokenizer"] or {}
    if splits.get("type") != "ByteLevel" or not splits["use_regex"]:
        raise UnreadableError(phrase("the tokenizer’s BPE does not split texts into bytes as GPT-2 does"))
    odd = ("dropout", "continuing_subword_prefix", "end_of_word_suffix", "ignore_merges")
    vocabulary: dict[str, int] = model["vocab"]
    letters = characters.byte_letters()
    if any(model.get(name) for name in odd) or not set(letters) <= vocabulary.keys():
        raise UnreadableError(phrase("the tokenizer’s BPE differs from that of GPT-2"))
    yield "kind\tbyte-pairs"
    yield f"space\t{int(splits['add_prefix_space'])}"
    for name, ranges in characters.gpt2().items():
        yield from _table(name, ranges)
    yield from _table("bytes", [(vocabulary[letter],) for letter in letters])
    merges = [(vocabulary[left], vocabulary[right], vocabulary[left + right]) for left, right in model["merges"]]
    yield from _table("merges", merges)


def hold(text: str, library: Tokenizer, examples: Examples) -> None:
    """Raise :class:`UnreadableError` where the file gives other ids than the library."""
    plain = PlainTokenizer(text)
    rows = examples.take("tokens", np.arange(min(_EXAMPLES, len(examples))))
    for given in (*characters.odd_texts(), *(text[:_CHARACTERS] for text in library.decode_batch(rows.tolist()))):
        if plain.encode(given) != library.encode(given).ids:
            raise UnreadableError(phrase(f"theirs reads the text “{given[:40].strip()}” otherwise than the tokenizer"))
