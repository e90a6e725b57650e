"""The tokenizers of the samples, compiled and run: the ids of the ``tokenizers`` library for every text.

Swift’s is parsed alone (``test_compilers.py``).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tokenizers import AddedToken, Tokenizer, normalizers, processors

from kdstudio.core import samples
from kdstudio.engine.data import tokenize
from kdstudio.export import characters, tokens
from tests.deploy.test_node import CORPUS, byte_pairs, published, unicode_texts, word_pieces
from tests.deploy.tools import DRIVERS, TOOLS, program, run

DEPLOY = samples.folder()
LENGTH = 64
ALPHABETS = (
    *(range(start, start + 80) for start in (0x20, 0x300, 0x370, 0x590, 0x900, 0xF40, 0x1100, 0x1F00, 0x2000, 0x2150)),
    *(range(start, start + 80) for start in (0x3000, 0x4E00, 0xAC00, 0xF900, 0x1F300)),
    (0x20, 0x09, 0x0A, 0x0D, 0x00, 0x07, 0x85, 0xA0, 0xAD, 0x200B, 0x200D, 0x2028, 0x3000, 0xFEFF, 0xFFFD),
    (0xF71, 0xF72, 0xF73, 0x302A, 0x302E, 0x323, 0x307, 0x345, 0x5B0, 0x1D165, 0x1D16E, 0x1112, 0x1161, 0x11AB),
    tuple(map(ord, "'strevmlld ")),
)
LATE = ["Café fast", "CAFE\u0301 cafe\u0301 café  first  ﬆ st", "cafe first cafe  fun", " cafe f  st  x"]
"""With tokens that are looked for in what the normalizer has made of a text."""
Command = list[str]


def mixed(count: int) -> list[str]:
    """Random texts of several scripts, with marks in any order, and special tokens between."""
    choose = random.Random(0)
    found = []
    for _ in range(count):
        parts = []
        for _ in range(choose.randint(1, 6)):
            alphabet = choose.choice(ALPHABETS)
            parts.append("".join(chr(choose.choice(alphabet)) for _ in range(choose.randint(1, 5))))
            parts.append(choose.choice(("", "", "", "", " ", "[SEP]", " [MASK] ")))
        found.append("".join(parts))
    return found


def texts() -> list[str]:
    long = ["x" * 20_000, "ab" * 20_000, "é " * 5_000, "a" * 100 + " " + "a" * 101]
    return [*characters.odd_texts(), *unicode_texts(), *CORPUS, *long, *LATE, *mixed(3_000)]


def trained() -> Tokenizer:
    """What is trained here where data brings no tokenizer of its own."""
    return tokenize.train([*CORPUS, "İstanbul’da 東京 naïve café Ωραία"], 500)


def cased() -> Tokenizer:
    """As a multilingual BERT’s: case and accents stay, and the mask eats the spaces to its left."""
    made = word_pieces()
    made.normalizer = normalizers.BertNormalizer(lowercase=False)
    made.add_special_tokens([AddedToken("[MASK]", lstrip=True), AddedToken("[MASK][SEP]", rstrip=True)])
    return made


def compatible() -> Tokenizer:
    """GPT-2’s over compatible forms, with a mask that eats the spaces around it, as RoBERTa’s."""
    made = byte_pairs()
    made.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.StripAccents()])
    made.add_special_tokens([AddedToken("[MASK]", lstrip=True, rstrip=True), AddedToken("[SEP]")])
    late = [AddedToken("Café", normalized=True), AddedToken("  ", normalized=True), AddedToken("st", lstrip=True)]
    made.add_tokens([*late, AddedToken("cafe f", normalized=True, rstrip=True)])
    ends = [processors.ByteLevel(), processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))]
    made.post_processor = processors.Sequence(ends)
    return made


@cache
def known(make: Callable[[], Tokenizer]) -> tuple[str, list[str], list[list[int]]]:
    """``tokens.txt`` of a tokenizer, and texts with the library’s ids."""
    made = make()
    given = texts()
    return tokens.compiled(tokenize.text_input(made, LENGTH)), given, tokenize.encode(made, given)


KINDS = (trained, published, word_pieces, byte_pairs, cased, compatible)


@pytest.fixture(scope="module")
def cpp(tmp_path_factory: pytest.TempPathFactory) -> Command:
    out = tmp_path_factory.mktemp("cpp") / "ids"
    source = DEPLOY / "cpp-texts"
    run(
        program("g++"),
        "-std=c++17",
        "-O1",
        "-Wall",
        "-Wextra",
        "-Werror",
        f"-I{source}",
        DRIVERS / "ids.cpp",
        "-o",
        out,
    )
    return [str(out)]


@pytest.fixture(scope="module")
def csharp(tmp_path_factory: pytest.TempPathFactory) -> Command:
    out = tmp_path_factory.mktemp("csharp") / "ids.exe"
    source = DEPLOY / "csharp-texts" / "Tokenizer.cs"
    run(program("mcs"), "-warnaserror", f"-out:{out}", source, DRIVERS / "Ids.cs")
    return [program("mono"), str(out)]


@pytest.fixture(scope="module")
def kotlin(kotlin_classes: Path) -> Command:
    library = TOOLS / "kotlin" / "lib" / "kotlin-stdlib.jar"
    return [program("java"), "-cp", f"{kotlin_classes}:{library}", "IdsKt"]


LANGUAGES = ("cpp", "csharp", "kotlin")


@pytest.mark.parametrize("make", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_is_that_of_the_tokenizers_library(
    language: str, make: Callable[[], Tokenizer], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    command: Command = request.getfixturevalue(language)
    file, given, expected = known(make)
    (tmp_path / tokens.FILE).write_text(file, encoding="utf-8", newline="\n")
    (tmp_path / "texts").write_text("".join(f"{text.encode().hex()}\n" for text in given))
    lines = run(*command, tmp_path / tokens.FILE, tmp_path / "texts").splitlines()
    found = [[int(id) for id in line.split()] for line in lines]
    assert len({tuple(row) for row in expected}) > 500, "the texts differ"
    assert [text for text, one, other in zip(given, found, expected, strict=True) if one != other] == []
