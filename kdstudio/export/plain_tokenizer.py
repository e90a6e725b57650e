"""A tokenizer that reads ``tokens.txt`` alone, as those of the samples do; an export is held against it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

Codes = list[int]
_CLASSES = ("letters", "numbers", "spaces", "alone", "marks")
_TABLES = (*_CLASSES, "map", "order", "compose", "bytes", "merges")
_NONE = 1 << 60  # the rank of two that do not merge
_ENDINGS = ("'s", "'t", "'re", "'ve", "'m", "'ll", "'d")
_L, _V, _T, _S = 0x1100, 0x1161, 0x11A7, 0xAC00  # first of Hangul’s leading, vowel and trailing letters, and syllables
_VOWELS, _TRAILS, _SYLLABLES = 21, 28, 11172


class Ranges:
    """A table of code points."""

    def __init__(self, rows: Sequence[Codes]) -> None:
        self._starts = [row[0] for row in rows]
        self._rows = rows

    def find(self, code: int) -> Codes | None:
        """What the table says of a character, or None."""
        place = bisect_right(self._starts, code) - 1
        return self._rows[place][2:] if place >= 0 and code <= self._rows[place][1] else None

    def __contains__(self, code: int) -> bool:
        return self.find(code) is not None


class PlainTokenizer:
    """See :mod:`kdstudio.export.tokens` for what the file says."""

    def __init__(self, text: str) -> None:
        self._words_of: dict[str, str] = {}
        self._numbers: dict[str, Codes] = {"before": [], "after": []}
        self._specials: dict[str, list[tuple[Codes, int, bool, bool]]] = {"special": [], "late": []}
        self._classes = {name: Ranges([]) for name in _CLASSES}
        self._steps: list[tuple[str, Ranges, dict[tuple[int, int], int], bool]] = []
        self._vocabulary: dict[str, int] = {}
        self._bytes: Codes = []
        self._merges: dict[tuple[int, int], tuple[int, int]] = {}
        lines = iter(text.split("\n"))
        for line in lines:
            name, *values = line.split("\t")
            if name == "vocabulary":
                self._vocabulary = {next(lines): id for id in range(int(values[0]))}
            elif name in _TABLES:
                rows = [[int(value) for value in next(lines).split("\t")] for _ in range(int(values[0]))]
                self._take_table(name, rows, hangul=len(values) > 1)
            elif name in self._specials and values[1]:
                word = [ord(letter) for letter in values[1]]
                self._specials[name].append((word, int(values[0]), values[2] == "1", values[3] == "1"))
            elif name in ("kind", "prefix"):
                self._words_of[name] = values[0]
            elif values:
                self._numbers.setdefault(name, []).append(int(values[0]))

    def _take_table(self, name: str, rows: list[Codes], *, hangul: bool) -> None:
        if name == "bytes":
            self._bytes = [id for (id,) in rows]
        elif name == "merges":
            self._merges = {(left, right): (rank, both) for rank, (left, right, both) in enumerate(rows)}
        elif name in _CLASSES:
            self._classes[name] = Ranges(rows)
        elif name == "compose":
            self._steps.append((name, Ranges([]), {(one, other): both for one, other, both in rows}, False))
        else:
            self._steps.append((name, Ranges(rows), {}, hangul))

    def encode(self, text: str) -> Codes:
        """The ids of a text, with those around it, cut to the length."""
        before, after, (length,) = (self._numbers[name] for name in ("before", "after", "length"))
        ids: Codes = []
        for part in self._parts([ord(letter) for letter in text], "special"):
            for inner in [part] if isinstance(part, int) else self._parts(self._normalized(part), "late"):
                ids += [inner] if isinstance(inner, int) else self._ids(inner)
        return [*before, *ids[: max(0, length - len(before) - len(after))], *after]

    def _parts(self, codes: Codes, name: str) -> Iterator[Codes | int]:
        """What is between special tokens, and their ids."""
        start = place = 0
        spaces = self._classes["spaces"]
        while place < len(codes):
            specials = self._specials[name]
            found = [special for special in specials if codes[place : place + len(special[0])] == special[0]]
            if not found:
                place += 1
                continue
            word, id, left, right = max(found, key=lambda special: len(special[0]))
            end, place = place, place + len(word)
            while left and end > start and codes[end - 1] in spaces:
                end -= 1
            if end > start:
                yield codes[start:end]
            yield id
            start = place  # and on from there, even where spaces are eaten that another one is made of
            while right and start < len(codes) and codes[start] in spaces:
                start += 1
        if start < len(codes):
            yield codes[start:]

    def _normalized(self, codes: Codes) -> Codes:
        for name, ranges, pairs, hangul in self._steps:
            if name == "map":
                codes = self._mapped(codes, ranges, hangul)
            elif name == "order":
                codes = self._ordered(codes)
            else:
                codes = self._composed(codes, pairs)
        return codes

    @staticmethod
    def _mapped(codes: Codes, ranges: Ranges, hangul: bool) -> Codes:
        found: Codes = []
        for code in codes:
            syllable = code - _S
            if hangul and 0 <= syllable < _SYLLABLES:
                rest, trail = divmod(syllable, _TRAILS)
                found += [_L + rest // _VOWELS, _V + rest % _VOWELS] + [_T + trail] * bool(trail)
                continue
            to = ranges.find(code)
            found += [code] if to is None else to
        return found

    def _class(self, code: int) -> int:
        found = self._classes["marks"].find(code)
        return found[0] if found else 0

    def _ordered(self, codes: Codes) -> Codes:
        found: Codes = []
        for code in codes:
            rank, place = self._class(code), len(found)
            while rank and place and self._class(found[place - 1]) > rank:
                place -= 1
            found.insert(place, code)
        return found

    def _composed(self, codes: Codes, pairs: dict[tuple[int, int], int]) -> Codes:
        found: Codes = []
        starter, last = -1, 0
        for code in codes:
            rank = self._class(code)
            if starter >= 0 and (last == 0 or last < rank):
                both = _syllable(found[starter], code) or pairs.get((found[starter], code))
                if both:
                    found[starter] = both
                    continue
            if rank == 0:
                starter = len(found)
            last = rank
            found.append(code)
        return found

    def _ids(self, codes: Codes) -> Codes:
        if self._words_of["kind"] == "word-pieces":
            return [id for word in self._words(codes) for id in self._pieces(word)]
        if self._numbers["space"] == [1] and codes and codes[0] != ord(" "):
            codes = [ord(" "), *codes]
        return [id for word in self._chunks(codes) for id in self._pairs("".join(map(chr, word)).encode())]

    def _words(self, codes: Codes) -> Iterator[str]:
        """Words between spaces, and characters that stand alone."""
        word = ""
        for code in codes:
            alone = code in self._classes["alone"]
            if alone or code in self._classes["spaces"]:
                if word:
                    yield word
                word = ""
            if alone:
                yield chr(code)
            elif code not in self._classes["spaces"]:
                word += chr(code)
        if word:
            yield word

    def _pieces(self, word: str) -> Codes:
        """WordPiece (Wu et al. 2016): the longest piece that fits, from left to right."""
        unknown, (longest,) = self._numbers["unknown"], self._numbers["longest"]
        if len(word) > longest:
            return unknown
        found, start = [], 0
        while start < len(word):
            prefix = self._words_of["prefix"] if start else ""
            end = next((e for e in range(len(word), start, -1) if prefix + word[start:e] in self._vocabulary), start)
            if end == start:
                return unknown
            found.append(self._vocabulary[prefix + word[start:end]])
            start = end
        return found

    def _chunks(self, codes: Codes) -> Iterator[Codes]:
        """What GPT-2’s expression matches, which is

        ``'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+``.
        """
        start = 0
        while start < len(codes):
            end = self._chunk(codes, start)
            yield codes[start:end]
            start = end

    def _chunk(self, codes: Codes, start: int) -> int:
        """Where the match ends that starts there."""
        for ending in _ENDINGS:
            if codes[start : start + len(ending)] == [ord(letter) for letter in ending]:
                return start + len(ending)
        first = start + (codes[start] == ord(" "))
        if first < len(codes) and (kind := self._kind_of(codes[first])) != "space":
            return self._run(codes, first, kind)
        end = self._run(codes, start, "space")
        return end if end == len(codes) or end == start + 1 else end - 1

    def _run(self, codes: Codes, end: int, kind: str) -> int:
        while end < len(codes) and self._kind_of(codes[end]) == kind:
            end += 1
        return end

    def _kind_of(self, code: int) -> str:
        classes = (("letters", "letter"), ("numbers", "number"), ("spaces", "space"))
        return next((kind for name, kind in classes if code in self._classes[name]), "other")

    def _pairs(self, word: bytes) -> Codes:
        """BPE (Sennrich et al. 2016): the earliest merge of all, leftmost first, until none is left."""
        ids = [self._bytes[byte] for byte in word]
        while (rank := min(map(self._rank, pairwise(ids)), default=_NONE)) != _NONE:
            ids = self._merged(ids, rank)
        return ids

    def _rank(self, pair: tuple[int, int]) -> int:
        return self._merges.get(pair, (_NONE, 0))[0]

    def _merged(self, ids: Codes, rank: int) -> Codes:
        """Do the merge of a rank wherever it fits, up to where it makes an earlier one possible."""
        found: Codes = []
        place = 0
        while place < len(ids):
            if place + 1 == len(ids) or self._rank((ids[place], ids[place + 1])) != rank:
                found.append(ids[place])
                place += 1
                continue
            found.append(self._merges[ids[place], ids[place + 1]][1])
            place += 2
            around = [*found[-2:], *ids[place : place + 1]]
            if min(map(self._rank, pairwise(around)), default=_NONE) < rank:
                return found + ids[place:]
        return found


def _syllable(first: int, second: int) -> int:
    """The Hangul syllable of two characters, or 0."""
    if _L <= first < _L + 19 and _V <= second < _V + _VOWELS:
        return _S + ((first - _L) * _VOWELS + second - _V) * _TRAILS
    if 0 <= first - _S < _SYLLABLES and (first - _S) % _TRAILS == 0 and _T < second < _T + _TRAILS:
        return first + second - _T
    return 0
