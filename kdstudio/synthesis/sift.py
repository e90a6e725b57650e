"""Which of a teacher's texts are worth keeping, and in words why not the others."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum

from kdstudio.core.brief import Brief
from kdstudio.engine.data import near_texts
from kdstudio.engine.data.near_texts import Index
from kdstudio.engine.data.tables import LONGEST_TEXT
from kdstudio.synthesis import language, prompts

_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
_SPACES = re.compile(r"[^\S\n]+")
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,3}[.):]|[-*•])\s+")
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "'": "'", "‘": "’"}
_JOINERS = "\u200c\u200d"
"""Invisible signs that words of some languages, and emoji, are made with."""
_TALK = re.compile(
    r"^(?:as an ai\b|i(?:['’]m| am) (?:an ai|sorry,? (?:but )?i)|i (?:cannot|can['’]t) (?:write|help|assist|provide)"
    r"|sure[,!] here|certainly[,!] here|here (?:are|is) (?:\w+ ){0,4}(?:texts?|examples?|reviews?|sentences?)\b)",
    re.IGNORECASE,
)
_LEFTOVERS = re.compile(
    r"</?text>|\"texts\"|\[(?:name|insert|your)[^\]]*\]|[{\[]\s*$|^\s*[{\[]\s*\"|lorem ipsum", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2}|[\u2e80-\U0003ffff]")
"""Two letters, or a sign of a script that writes a word with one."""
_LABEL_WORDS = 3
"""Words up to which a text with a label in it, such as “positive review”, says nothing else."""
_WHOLE = 5
"""Words from which on a sentence within a text is surely a copy."""
_LOOP = 3
"""A run of words that comes so often one after the other is a teacher that is stuck."""


class Reason(StrEnum):
    """Why a text is dropped, as a sentence."""

    EMPTY = "It has no words."
    LONG = "It is too long."
    FOREIGN = "It is in another language."
    TALK = "The teacher talks about its work instead of writing the text."
    LABEL = "It names the answer instead of giving a text."
    LOOP = "It says the same over and over."
    ECHO = "It repeats the task."
    GOOD = "It is an example of the brief."
    BAD = "It is like a text that the brief rules out."
    SAME = "The same text is there already."
    ALIKE = "Almost the same text is there already."
    HELD_OUT = "It is in the held-out set, or almost."
    PERSON = "A person left it out."
    TAKEN = "A person took it into the held-out set."
    NO_ANSWER = "The teacher’s answer was of no use."


def id_of(text: str) -> str:
    """A row's id: a hash of its text alone."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def clean(text: str) -> str:
    """A text without terminal codes, control and invisible signs, and with single spaces."""
    text = _ANSI.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = (sign if sign not in "\t\v\f\x85\u2028\u2029" else " " for sign in text)
    whole = "".join(sign for sign in kept if sign == "\n" or sign in _JOINERS or _is_visible(sign))
    lines = (_SPACES.sub(" ", line).strip() for line in unicodedata.normalize("NFC", whole).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _is_visible(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cf", "Cs")


def unwrapped(text: str, names: Iterable[str]) -> str:
    """A written text without the number, the label or the quotes that a teacher puts around it."""
    text = _NUMBERED.sub("", text)
    for name in names:
        text = re.sub(rf"^\W{{0,2}}{re.escape(name)}\W{{0,2}}:\s*", "", text, flags=re.IGNORECASE)
        text = re.sub(rf"(?<=[.!?])\s+\W{{0,2}}{re.escape(name)}\W{{0,2}}$", "", text, flags=re.IGNORECASE)
    if len(text) > 1 and _QUOTES.get(text[0]) == text[-1] and text[0] not in text[1:-1]:
        text = text[1:-1]
    return text.strip()


class Sieve:
    """Looks at one text after the other, and remembers those that pass.

    ``given`` texts are a person's own: they may be long, in any language, and like the brief's examples.
    """

    def __init__(self, brief: Brief, held_out: Sequence[str], *, max_words: int, given: bool = False) -> None:
        self._brief = brief
        self._max_words = max_words
        self._given = given
        self._ids: set[str] = set()
        self._seen, self._held_out, self._good, self._bad, self._told = (Index() for _ in range(5))
        for index, texts in (
            (self._held_out, held_out),
            (self._good, [good.text for good in brief.good]),
            (self._bad, [bad.text for bad in brief.bad]),
            (self._told, prompts.sentences(brief)),
        ):
            for text in texts:
                index.add(text)

    def cleaned(self, text: str) -> str:
        """The text as it is kept."""
        text = clean(text)
        return text if self._given else unwrapped(text, self._brief.names)

    def is_same(self, text: str) -> bool:
        """Whether this very text has passed already."""
        return id_of(text) in self._ids

    def remember(self, text: str) -> None:
        """Keep a text in mind, so that nothing like it passes any more."""
        self._ids.add(id_of(text))
        self._seen.add(text)

    def fault(self, text: str) -> Reason | None:
        """Why a cleaned text is dropped; one that passes should be remembered."""
        if not near_texts.plain(text):
            return Reason.EMPTY
        if len(text) > LONGEST_TEXT or (not self._given and len(text.split()) > self._max_words):
            return Reason.LONG
        if self.is_same(text):
            return Reason.SAME
        if self._held_out.find(text):
            return Reason.HELD_OUT
        if not self._given and (found := self._badly_written(text)):
            return found
        return Reason.ALIKE if self._seen.find(text) else None

    def _badly_written(self, text: str) -> Reason | None:
        if not _WORD.search(text):
            return Reason.EMPTY
        if _TALK.match(text) or _LEFTOVERS.search(text):
            return Reason.TALK
        if language.foreign(text, self._brief.language):
            return Reason.FOREIGN
        if len(near_texts.plain(text).split()) <= _LABEL_WORDS and self._names_a_label(text):
            return Reason.LABEL
        if loops(text):
            return Reason.LOOP
        if self._told.find(text) or any(sentence in text for sentence in prompts.sentences(self._brief)):
            return Reason.ECHO
        if self._good.find(text) or self._holds(text, (good.text for good in self._brief.good)):
            return Reason.GOOD
        return Reason.BAD if self._bad.find(text) or self._holds(text, (bad.text for bad in self._brief.bad)) else None

    def _names_a_label(self, text: str) -> bool:
        words = f" {near_texts.plain(text)} "
        return any(f" {near_texts.plain(name)} " in words for name in self._brief.names)

    @staticmethod
    def _holds(text: str, examples: Iterable[str]) -> bool:
        """Whether a text has an example of some length in it, word for word."""
        words = f" {near_texts.plain(text)} "
        plain = (near_texts.plain(example) for example in examples)
        return any(len(example.split()) >= _WHOLE and f" {example} " in words for example in plain)


def loops(text: str) -> bool:
    """Whether some words come three times one after the other, as with a teacher that is stuck."""
    words = near_texts.plain(text).split()
    for length in range(1, len(words) // _LOOP + 1):
        least = _LOOP if length > 1 else _LOOP + 2  # “no no no” is said, “no no no no no” hardly
        run = 0
        for place in range(length, len(words)):
            run = run + 1 if words[place] == words[place - length] else 0
            if run >= length * (least - 1):
                return True
    return False
