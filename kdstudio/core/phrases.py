"""Parts of sentences that the window translates, and the one spelling of a percentage."""

from __future__ import annotations


def phrase(text: str) -> str:
    """Mark what is filled into a sentence as words of ours, so that ``packaging/sentences.py`` collects it."""
    return text


def percent(share: float, digits: int = 1) -> str:
    """A share of one as “98.5 %”, with a space that no line is broken at (SI brochure, 5.4.7)."""
    return f"{100 * share:.{digits}f}\u00a0%"
