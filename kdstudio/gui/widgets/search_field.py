"""A field that filters what is below it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from kdstudio.gui import icons


class SearchField(QLineEdit):
    """Its text is read with :meth:`words`; Escape empties it (the clear button does, too)."""

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.addAction(QAction(icons.icon("search", "muted"), "", self), QLineEdit.ActionPosition.LeadingPosition)

    def words(self) -> list[str]:
        """What is looked for, in lower case."""
        return self.text().casefold().split()


def matches(words: list[str], *texts: str) -> bool:
    """Whether every word is somewhere in the texts."""
    haystack = " ".join(texts).casefold()
    return all(word in haystack for word in words)
