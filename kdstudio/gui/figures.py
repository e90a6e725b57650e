"""The one place that writes numbers as the window's language does: 1,234.5 in English, 1.234,5 in German.

Numbers are formatted as everywhere else in Python and handed to :func:`local`. Files, exported tables and the terminal
never come here: they stay in the C locale.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale

_separators: dict[int, str] = {}
"""From what Python writes to what is shown; empty where both are the same."""


def use(language: str) -> None:
    """Write numbers as this language does from now on."""
    locale = QLocale(language)
    QLocale.setDefault(locale)  # for the fields in which numbers are typed
    point, group = locale.decimalPoint(), locale.groupSeparator()
    _separators.clear()
    _separators.update({ord("."): point, ord(","): group} if (point, group) != (".", ",") else {})


def local(text: str) -> str:
    """A number that Python has formatted, with the separators of the window's language."""
    return text.translate(_separators) if _separators else text


def count(number: float) -> str:
    """A whole number with its thousands set apart."""
    return local(f"{number:,.0f}")
