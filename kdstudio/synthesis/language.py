"""Whether a text is in the language that was asked for, where its script or its small words tell."""

from __future__ import annotations

import re
import unicodedata

_SCRIPTS = {
    "LATIN": "english german french spanish italian portuguese dutch polish czech swedish danish norwegian finnish "
    "turkish hungarian romanian vietnamese indonesian catalan croatian slovak slovenian estonian latvian lithuanian",
    "CYRILLIC": "russian ukrainian bulgarian belarusian macedonian",
    "GREEK": "greek",
    "ARABIC": "arabic persian farsi urdu",
    "HEBREW": "hebrew",
    "DEVANAGARI": "hindi marathi nepali",
    "BENGALI": "bengali",
    "TAMIL": "tamil",
    "THAI": "thai",
    "HANGUL": "korean",
    "CJK": "chinese mandarin cantonese",
    "HIRAGANA KATAKANA CJK": "japanese",
}
_WORDS = {
    "english": "the and is was it this that with for not you are have of to my",
    "german": "der die das und ist nicht ich mit ein eine für auf den sie war es",
    "french": "le la les et est pas je une des pour dans que avec vous nous sur",
    "spanish": "el la los y es no un una que para con por del muy mi las",
    "italian": "il che di è non per un una con sono mi della molto del gli anche",
    "portuguese": "o os e é não um uma que para com do da em muito meu foi",
    "dutch": "de het een en is niet ik met van voor dat zijn maar op er aan",
}
_SHARE, _FEWEST, _FOREIGN = 0.5, 8, 3
"""Half of the letters must be of the script; small words count from 8 words on, when 3 of another language come."""


def foreign(text: str, language: str) -> bool:
    """Whether a text is surely in another language than ``language``, named in English; False where nothing tells."""
    name = language.casefold().split("(")[0].split(",")[0].strip()
    scripts = next((scripts for scripts, names in _SCRIPTS.items() if name in names.split()), "")
    letters = [sign for sign in text if sign.isalpha()]
    if scripts and letters:
        right = sum(unicodedata.name(sign, "").startswith(tuple(scripts.split())) for sign in letters)
        if right < _SHARE * len(letters):
            return True
    return name in _WORDS and _in_words(text, name)


def _in_words(text: str, name: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if len(words) < _FEWEST:
        return False
    hits = {other: sum(word in small.split() for word in words) for other, small in _WORDS.items()}
    return hits[name] == 0 and max(hits.values()) >= _FOREIGN
