"""Parts of sentences that the window translates."""

from __future__ import annotations


def phrase(text: str) -> str:
    """Mark what is filled into a sentence as words of ours, so that ``packaging/sentences.py`` collects it."""
    return text
