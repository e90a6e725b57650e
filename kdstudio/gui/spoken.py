"""The words of others in the language of the window: settings by their text, the engine's sentences by their pattern.

The engine writes plain English with values filled in, on disk and to the terminal, and knows no language.
``resources/sentences.json`` lists its sentences with {0}, {1} … in place of the values; here a sentence is found again
among them, and its translation gets the same values, which may be sentences themselves. See docs/adr/0014.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QCoreApplication

from kdstudio.core import resources
from kdstudio.core.params import ParamSpec
from kdstudio.gui import figures

_PLACE = re.compile(r"\{(\d+)\}")
_ADDED = re.compile(r"\{0\} [A-Z]")
_NUMBER = re.compile(r"[+−-]?\d{1,3}(,\d{3})+(\.\d+)?|[+−-]?\d+\.\d+([ \u00a0]?%)?")
_DEEPEST = 3


class _Sentence(NamedTuple):
    pattern: re.Pattern[str]
    translation: str


def setting(text: str) -> str:
    """A label, help, unit or summary of the recipe's schema or of the catalog."""
    return QCoreApplication.translate("schema", text) if text else ""


def spec(found: ParamSpec) -> ParamSpec:
    """A setting with its words in the language of the window."""
    return msgspec.structs.replace(
        found,
        label=setting(found.label),
        help=setting(found.help),
        unit=setting(found.unit),
        group=setting(found.group),
        empty=setting(found.empty),
    )


def engine(text: str) -> str:
    """What the engine says, a sentence or a word; what nobody has translated stays as it is."""
    return _said(text, 0) if text and _sentences() else text


def forget() -> None:
    """The window speaks another language from now on."""
    _sentences.cache_clear()
    _said.cache_clear()


@lru_cache(maxsize=2000)
def _said(text: str, depth: int) -> str:
    for sentence in _sentences():
        if (match := sentence.pattern.fullmatch(text)) is not None:
            values = [_value(value, depth) for value in match.groups()]
            return _filled(sentence.translation, values)
    return text


def _filled(template: str, values: list[str]) -> str:
    return _PLACE.sub(lambda place: values[int(place[1])], template)


def _value(value: str, depth: int) -> str:
    """A value, which may hold a sentence of its own, or be a number."""
    if _NUMBER.fullmatch(value):
        return figures.local(value)
    return _said(value, depth + 1) if depth < _DEEPEST else value


@cache
def _sentences() -> tuple[_Sentence, ...]:
    """Those that are translated: first what is added to another sentence, then the most definite."""
    texts: list[str] = json.loads((resources.root() / "sentences.json").read_text(encoding="utf-8"))
    pairs = [(text, QCoreApplication.translate("engine", text)) for text in texts]
    told = [(text, translation) for text, translation in pairs if translation != text]
    told.sort(key=lambda pair: (_ADDED.match(pair[0]) is None, -len(_PLACE.sub("", pair[0]))))
    return tuple(_Sentence(_pattern(text), translation) for text, translation in told)


def _pattern(text: str) -> re.Pattern[str]:
    parts = _PLACE.split(text)  # literal, number, literal, …
    return re.compile(
        "".join("(.+?)" if number % 2 else re.escape(part) for number, part in enumerate(parts)), re.DOTALL
    )
