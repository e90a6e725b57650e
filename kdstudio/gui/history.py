"""Undo and redo over immutable snapshots: what is changed is replaced, so the past costs nothing to keep."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")

_LIMIT = 200


class History(Generic[T]):
    """The present value, how it came about, and what was undone."""

    def __init__(self, present: T) -> None:
        self.present = present
        self._past: list[tuple[str, T]] = []
        self._future: list[tuple[str, T]] = []

    def change(self, value: T, words: str) -> None:
        """Make ``value`` the present; ``words`` say what was done. The same words twice in a row are one change."""
        if value == self.present:
            return
        if not (self._past and words and self._past[-1][0] == words):
            self._past.append((words, self.present))
            del self._past[:-_LIMIT]
        self._future.clear()
        self.present = value

    def restart(self, value: T) -> None:
        """Begin anew."""
        self.present = value
        self._past.clear()
        self._future.clear()

    @property
    def undo_words(self) -> str:
        """What :meth:`undo` would take back, or an empty string."""
        return self._past[-1][0] if self._past else ""

    @property
    def redo_words(self) -> str:
        """What :meth:`redo` would do again, or an empty string."""
        return self._future[-1][0] if self._future else ""

    def undo(self) -> str:
        """Go one change back; returns its words."""
        return self._move(self._past, self._future)

    def redo(self) -> str:
        """Go one change forward; returns its words."""
        return self._move(self._future, self._past)

    def _move(self, source: list[tuple[str, T]], target: list[tuple[str, T]]) -> str:
        if not source:
            return ""
        words, value = source.pop()
        target.append((words, self.present))
        self.present = value
        return words
