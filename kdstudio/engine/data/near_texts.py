"""Texts that are almost the same: MinHash over letters (Broder 1997), candidates by bands, checked exactly.

A text is its letters and digits in lower case; its shingles are all runs of five characters. Two texts are almost the
same when they share 85 % of their shingles (Jaccard); ADR 13 says why that many.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kdstudio.engine.data.mixing import mix
from kdstudio.engine.data.near import NONE, Pairs
from kdstudio.engine.data.store import Store
from kdstudio.engine.progress import Reporter

ALIKE = 0.85
_SHINGLE = 5
_BANDS, _ROWS = 12, 5
"""Two texts of likeness 0.85 are candidates with probability 1 - (1 - 0.85⁵)¹² = 99.9 %."""
_CHUNK = 2048
_LONGEST = 4000


def find(store: Store, rows: NDArray[np.int64], scratch: Path, reporter: Reporter) -> Pairs:
    """Pairs of ``rows`` whose texts are almost the same."""
    if len(rows) < 2:
        return NONE
    texts = store.texts
    signatures = []
    for start in range(0, len(rows), _CHUNK):
        reporter.progress(start, len(rows), "look-alikes")
        signatures.append(_signatures([plain(texts[int(row)]) for row in rows[start : start + _CHUNK]]))
    candidates = _candidates(np.concatenate(signatures))
    likeness = np.array([jaccard(texts[int(rows[a])], texts[int(rows[b])]) for a, b in candidates], np.float32)
    kept = likeness >= ALIKE
    reporter.progress(len(rows), len(rows), "look-alikes")
    return Pairs(rows[candidates[kept]], likeness[kept])


class Index:
    """Texts that come one by one: whether one is almost the same as an earlier one. About 2 kB for each text."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._buckets: dict[tuple[int, bytes], list[int]] = {}

    def find(self, text: str) -> str | None:
        """The first earlier text that is the same or almost the same."""
        words = plain(text)
        if not words:
            return None
        numbers = sorted({n for key in _bands(words) for n in self._buckets.get(key, ())})
        return next((self._texts[n] for n in numbers if jaccard(self._texts[n], text) >= ALIKE), None)

    def add(self, text: str) -> None:
        """Remember a text."""
        if words := plain(text):
            for key in _bands(words):
                self._buckets.setdefault(key, []).append(len(self._texts))
            self._texts.append(text)


def plain(text: str) -> str:
    """The words of a text in lower case, one space between them, at most 4,000 characters of it."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text[:_LONGEST]).casefold()))


def shingles(text: str) -> set[str]:
    """All runs of five characters of a plain text, which begins and ends with a space."""
    padded = f" {text} "
    return {padded[i : i + _SHINGLE] for i in range(max(1, len(padded) - _SHINGLE + 1))}


def jaccard(one: str, other: str) -> float:
    """The share of shingles that two texts have in common; 0 where either has no letter."""
    left, right = plain(one), plain(other)
    if not left or not right:
        return 0.0
    a, b = shingles(left), shingles(right)
    return len(a & b) / len(a | b)


def _signatures(plains: list[str]) -> NDArray[np.uint64]:
    """MinHash of each text ``(N, bands × rows)``; shingles are hashed by a polynomial of their characters."""
    joined = np.frombuffer("".join(f" {text} ".ljust(_SHINGLE) for text in plains).encode("utf-32-le"), np.uint32)
    lengths = np.array([max(_SHINGLE, len(text) + 2) for text in plains])
    hashes = np.zeros(len(joined) - _SHINGLE + 1, np.uint64)
    with np.errstate(over="ignore"):
        for place in range(_SHINGLE):
            hashes = hashes * np.uint64(1_099_511_628_211) + joined[place : place + len(hashes)]
    inside = np.ones(len(joined), np.bool_)
    for back in range(1, _SHINGLE):  # a shingle lies within one text
        inside[np.cumsum(lengths) - back] = False
    kept = hashes[inside[: len(hashes)]]
    starts = np.concatenate([[0], np.cumsum(lengths - _SHINGLE + 1)[:-1]])
    seeds = mix(np.arange(_BANDS * _ROWS, dtype=np.uint64))
    return np.stack([np.minimum.reduceat(mix(kept ^ seed), starts) for seed in seeds], 1)


@lru_cache(maxsize=64)
def _bands(words: str) -> tuple[tuple[int, bytes], ...]:
    """The buckets of a plain text, which several indexes are asked for in a row."""
    parts = np.split(_signatures([words])[0], _BANDS)
    return tuple((number, part.tobytes()) for number, part in enumerate(parts))


def _candidates(signatures: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Pairs ``(P, 2)`` that agree in a whole band. In a bucket each text is paired with the next one only, so that a
    bucket of a thousand gives a thousand pairs."""
    found: set[tuple[int, int]] = set()
    for band in np.split(signatures, _BANDS, axis=1):
        key = np.ascontiguousarray(band).view([("", np.uint64)] * _ROWS)[:, 0]
        order = np.argsort(key, kind="stable")
        same = key[order][1:] == key[order][:-1]
        found.update(
            (int(a), int(b)) for (a, b), equal in zip(pairwise(order.tolist()), same.tolist(), strict=True) if equal
        )
    return np.array(sorted((min(p), max(p)) for p in found), np.int64).reshape(-1, 2)
