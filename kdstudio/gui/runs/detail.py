"""One run of the list in full: what came of it, its tags and note, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from kdstudio.core.metrics import verdict
from kdstudio.gui import spoken, words
from kdstudio.gui.run_list import Entry
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, row
from kdstudio.gui.widgets.pill import Pill
from kdstudio.gui.widgets.run_row import state_words, tone_of
from kdstudio.gui.widgets.text import label
from kdstudio.runs.notes import Notes, tags_of

WIDTH = 320
"""Beside the list, in pixels."""


class RunDetail(Card):
    """Signals carry the entry; what is written is told when the field is left."""

    opened = Signal(object)
    resumed = Signal(object)
    reused = Signal(object)
    revealed = Signal(object)
    discarded = Signal(object)
    dequeued = Signal(object)
    noted = Signal(object, object)  # the entry and its new Notes

    def __init__(self) -> None:
        super().__init__(padding=16)
        self._entry: Entry | None = None
        self.title = label("", "section", wrap=True)
        self.state = Pill("")
        self.about = label("", "muted", wrap=True)
        self.verdict = label("", wrap=True)
        self.problem = label("", wrap=True, tone="stop")
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.tags.editingFinished.connect(self._save)
        self.note = _Note(self._save)
        self.note.setPlaceholderText(self.tr("Why was this run made? What came of it?"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setFixedHeight(96)
        self.open = button(self.tr("Open"), lambda: self.opened.emit(self._entry), kind="primary")
        self.resume = button(self.tr("Resume"), lambda: self.resumed.emit(self._entry), icon="play")
        self.dequeue = button(self.tr("Take out of the queue"), lambda: self.dequeued.emit(self._entry), icon="x")
        self.reuse = button(self.tr("Use this recipe again"), lambda: self.reused.emit(self._entry), icon="copy")
        self.reveal = button(self.tr("Show in folder"), lambda: self.revealed.emit(self._entry), icon="folder-open")
        self.discard = button(self.tr("Move to trash"), lambda: self.discarded.emit(self._entry), icon="trash-2")
        self.add(self.title)
        self.add(row(self.state, None))
        for part in (self.about, self.verdict, self.problem, self.tags, self.note):
            self.add(part)
        for made in (self.open, self.resume, self.dequeue, self.reuse, self.reveal, self.discard):
            self.add(made)
        self.body.addStretch(1)
        self.hide()

    def show_entry(self, entry: Entry | None) -> None:
        """Show a run, or none. What is being written is not overwritten."""
        same = entry is not None and self._entry is not None and entry.folder == self._entry.folder
        if not same:
            self._save()
        self._entry = entry
        self.setVisible(entry is not None)
        if entry is None:
            return
        self.setAccessibleName(entry.title)
        self.title.setText(entry.title)
        run = entry.run
        self.state.setVisible(run is not None)
        if run is not None:
            self.state.set(state_words(run.state), tone_of(run.state))
        self.about.setText(self._about(entry))
        self.verdict.setText(spoken.engine(verdict(run.report)) if run and run.report else "")
        self.verdict.setVisible(bool(self.verdict.text()))
        self.problem.setText(entry.problem)
        self.problem.setVisible(bool(entry.problem))
        if not same or not (self.tags.hasFocus() or self.note.hasFocus()):
            self.tags.setText(", ".join(entry.notes.tags))
            self.note.setPlainText(entry.notes.text)
        self._show_actions(entry)

    def _about(self, entry: Entry) -> str:
        if entry.run is None:
            return str(entry.folder.path)
        recipe = entry.run.recipe
        lines = [
            self.tr("Started {when}").format(when=words.moment(entry.run.started)),
            self.tr("Student: {name}").format(name=recipe.student.architecture),
            self.tr("Teacher: {name}").format(name=recipe.teacher.architecture or recipe.teacher.path or "–"),
            self.tr("Method: {name} · seed {seed}").format(name=recipe.method.name, seed=recipe.plan.seed),
        ]
        if entry.place:
            lines.insert(0, self.tr("Number {n} in the queue").format(n=entry.place))
        return "\n".join(lines)

    def _show_actions(self, entry: Entry) -> None:
        run = entry.run
        live = run is not None and run.state.is_live
        self.open.setEnabled(run is not None)
        self.resume.setVisible(run is not None and run.state.can_resume and not entry.place)
        self.dequeue.setVisible(bool(entry.place))
        self.reuse.setEnabled(run is not None)
        self.discard.setEnabled(not live)
        self.discard.setToolTip(self.tr("Stop the run first.") if live else "")

    def _save(self) -> None:
        """Hand over tags and note when they differ from what is kept."""
        entry = self._entry
        if entry is None or entry.run is None:
            return
        notes = Notes(tags=tags_of(self.tags.text()), text=self.note.toPlainText().strip())
        if notes != entry.notes:
            self.noted.emit(entry, notes)


class _Note(QPlainTextEdit):
    """Tells when it is left."""

    def __init__(self, left: Callable[[], None]) -> None:
        super().__init__()
        self._left = left
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._left()
