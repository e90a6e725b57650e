"""How each file of an export came about, step by step, and what is to be known of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kdstudio.core.deliverable import Deliverable, FileCheck
from kdstudio.gui import spoken, words
from kdstudio.gui.widgets.card import Card, column
from kdstudio.gui.widgets.text import Tone, label

_CHANGED = 5
_TONES: dict[str, Tone] = {"note": "", "warn": "warn", "stop": "stop"}


class StoryCard(Card):
    """A paragraph for each file with something to tell; hidden where no file has."""

    def __init__(self) -> None:
        super().__init__(self.tr("How each file was made"), padding=20)
        self._shown: QWidget | None = None
        self.hide()

    def show_export(self, made: Deliverable | None) -> None:
        """Tell of the files of an export."""
        if self._shown is not None:
            self._shown.deleteLater()
            self._shown = None
        stories = [self._story(check) for check in made.files] if made is not None else []
        told = [story for story in stories if story]
        self.setVisible(bool(told))
        if not told:
            return
        self._shown = QWidget()
        self._shown.setLayout(column(*(widget for story in told for widget in story), spacing=6))
        self.add(self._shown)

    def _story(self, check: FileCheck) -> list[QWidget]:
        told = map(spoken.engine, check.steps)
        steps = [f"{number}. {step[:1].upper()}{step[1:]}." for number, step in enumerate(told, 1)]
        lines = [label(step, wrap=True) for step in steps]
        lines += [label(text, "muted", wrap=True) for text in self._losses(check)]
        lines += [label(spoken.engine(note), "muted", wrap=True) for note in check.notes]
        lines += [
            label(spoken.engine(remark.message), "muted", wrap=True, tone=_TONES[remark.severity])
            for remark in check.remarks
        ]
        return [label(check.title, "strong"), *lines] if lines else []

    def _losses(self, check: FileCheck) -> list[str]:
        """Classes and examples on which the file answers otherwise than FP32."""
        found = []
        if lost := [change for change in check.classes if change.points < 0]:
            named = ", ".join(f"{change.name} ({words.points(change.points)})" for change in lost[:_CHANGED])
            found.append(self.tr("Classes that lose most against FP32: {classes}.").format(classes=named))
        if check.changed:
            named = ", ".join(check.changed[:_CHANGED])
            found.append(self.tr("Surest answers that differ from FP32’s: {examples}.").format(examples=named))
        return found
