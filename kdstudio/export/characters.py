"""What the ``tokenizers`` library does to each character, asked of the library itself.

Its tables of Unicode are of several versions, by the part of the library, so no other program’s are the same.
Each question is one text with all characters in it, since asking for each by itself would take seconds.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

Table = list[tuple[int, ...]]
"""Rows of numbers; the first two are a range of code points where it is of characters."""
_HANGUL = range(0xAC00, 0xD7A4)
_ALL = (*range(0xD800), *range(0xE000, 0x32000), *range(0xE0000, 0x110000))
"""Code points that any version has given a meaning; those between are unassigned."""
_BAR = "█"  # no normalizer changes it, makes it of anything else, or joins it with something
_LAST_MARK = "\u0345"  # of the highest combining class, which it has alone


def ranges(codes: Iterable[int], value: Callable[[int], tuple[int, ...]] = lambda _: ()) -> Table:
    """Neighbours of the same value in one row: from, to, the value."""
    found: Table = []
    for code in codes:
        row = (code, code, *value(code))
        if found and found[-1][1] == code - 1 and found[-1][2:] == row[2:]:
            row = (found.pop()[0], *row[1:])
        found.append(row)
    return found


def _asked(normalizer: normalizers.Normalizer, texts: Iterable[str]) -> list[str]:
    """What becomes of each text, in one call."""
    return normalizer.normalize_str(_BAR.join(texts)).split(_BAR)


def _of(normalizer: dict[str, object]) -> normalizers.Normalizer:
    carrier = Tokenizer(models.BPE())
    content = json.loads(carrier.to_str()) | {"normalizer": normalizer}
    made: normalizers.Normalizer = Tokenizer.from_str(json.dumps(content)).normalizer
    return made


def mapping(normalizer: dict[str, object]) -> Table:
    """From, to, what each of these characters becomes.

    Without Hangul syllables, and without those that only get spaces around them: they are words by themselves.
    """
    codes = [code for code in _ALL if code not in _HANGUL and chr(code) != _BAR]
    found = dict(zip(codes, _asked(_of(normalizer), map(chr, codes)), strict=True))
    changed = {code: text for code, text in found.items() if text not in (chr(code), f" {chr(code)} ")}
    return ranges(changed, lambda code: tuple(map(ord, changed[code])))


@cache
def _combining() -> dict[int, int]:
    """The combining class of each mark that the library knows, which is every one that it sorts before the last."""
    marks = [code for code in _ALL if unicodedata.combining(chr(code))]
    found = _asked(normalizers.NFD(), (f"a{_LAST_MARK}{chr(code)}" for code in marks))
    known = [code for code, text in zip(marks, found, strict=True) if text[-1] == _LAST_MARK]
    return {code: unicodedata.combining(chr(code)) for code in known}


def combining_classes() -> Table:
    """From, to, canonical combining class."""
    known = _combining()
    return ranges(known, lambda code: (known[code],))


@cache
def compositions() -> Table:
    """Two characters and the one that they become; Hangul goes by arithmetic."""
    pairs = {}
    for code in _ALL:
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):  # which begins a compatibility decomposition
            pairs[code] = "".join(chr(int(part, 16)) for part in parts)
    found = zip(pairs.items(), _asked(normalizers.NFC(), pairs.values()), strict=True)
    return sorted((*map(ord, pair), code) for (code, pair), text in found if text == chr(code))


def gpt2() -> dict[str, Table]:
    """The classes that GPT-2’s expression tells apart: letters, numbers and spaces."""
    everything = "".join(map(chr, _ALL))

    def of(expression: str) -> Table:
        others = set(normalizers.Replace(Regex(expression), "").normalize_str(everything))
        return ranges(code for code in _ALL if chr(code) not in others)

    return {"letters": of(r"\p{L}"), "numbers": of(r"\p{N}"), "spaces": of(r"\s")}


@cache
def bert(kind: str, *, chinese: bool = False) -> Table:
    """Where BERT’s splitting parts words: at “spaces”, and around characters that stand “alone”."""
    split = pre_tokenizers.BertPreTokenizer()
    codes = [code for code in _ALL if code < 0x32000 and not chr(code).isalnum()]
    pieces = split.pre_tokenize_str("".join(f"a{chr(code)}" for code in codes) + "a")
    covered = {place for _, (start, end) in pieces for place in range(start, end)}
    starts = {start for _, (start, _) in pieces}
    found = {
        code
        for place, code in enumerate(codes)
        if (kind == "spaces" and 2 * place + 1 not in covered) or (kind == "alone" and 2 * place + 1 in starts)
    }
    if chinese:
        spaced = normalizers.BertNormalizer(
            clean_text=False, handle_chinese_chars=True, strip_accents=False, lowercase=False
        )
        asked = [code for code in _ALL if chr(code) != _BAR]
        found |= {code for code, text in zip(asked, _asked(spaced, map(chr, asked)), strict=True) if len(text) == 3}
    return ranges(sorted(found))


def byte_letters() -> list[str]:
    """How byte-level BPE writes each byte: the printable ones of Latin-1 as they are, the others from 256 on."""
    plain = {*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)}
    others = iter(range(0x100, 0x200))
    return [chr(byte if byte in plain else next(others)) for byte in range(0x100)]


def odd_texts() -> Iterator[str]:
    """Texts that trip tokenizers, and every script: each block of 64 characters."""
    yield from _ODD
    for start in (*range(0, 0x3100, 64), *range(0xAC00, 0xAC80, 64), *range(0xF900, 0xFFC0, 64)):
        yield "".join(map(chr, range(start, start + 64)))
    for start in chain(range(0x10000, 0x12000, 64), range(0x1D100, 0x1D200, 64), range(0x1F300, 0x1FB00, 64)):
        yield "x ".join(map(chr, range(start, start + 64)))


_ODD = (
    "",
    " ",
    "\n\t x \r\n  y ",
    "İstanbul ŞİŞLİ ß ẞ ﬁ ﬂ ıI",
    "e\u0301 \u1e9b\u0323 Å Å q\u0307\u0323 q\u0323\u0307 a\u0345\u0301\u05b0\u302e\u0302",
    "ΑΣ ΣΑΣ Σ Όδυσσεύς",
    "👩‍👩‍👧‍👦🏳️‍🌈 🇩🇪☀️",
    "a\u00adb\u200bc\ufeffd\u0000e\u0007f\u0085g\u2028h\ufffdi\u00a0j\u3000k",
    "don't we'll I'M 'tis ''re x's' '",
    "3.14 1,000 ½ ² ٣ Ⅷ",
    "x" * 100 + " " + "x" * 101 + " " + "é" * 300,
    "abc" * 400,
    "[CLS] [SEP][PAD] [UNK]a[MASK] <s> </s><mask> [cls]",
    "東京は晴れ한국어 \u1112\u1161\u11ab \ud55c\u11a8 가\u11a8 豈\ufa0e ｶﾞ ภาษาไทย हिन्दी",
    "\U000e0041\U000f0000\U0010ffff\U0002f800\U00020000 \ue000",
)
