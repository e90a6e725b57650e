"""A run in a list: name, state, figures, age. One button, so that it works by keyboard and screen reader."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from kdstudio.gui import words
from kdstudio.gui.run_list import Entry
from kdstudio.gui.widgets.beside import Beside
from kdstudio.gui.widgets.card import row
from kdstudio.gui.widgets.pill import Pill, PillTone
from kdstudio.gui.widgets.text import Name, label
from kdstudio.runs.record import RunRecord, RunState

_TONES: dict[RunState, PillTone] = {
    RunState.RUNNING: "accent",
    RunState.PAUSED: "warn",
    RunState.STOPPING: "warn",
    RunState.DONE: "ok",
    RunState.FAILED: "stop",
    RunState.INTERRUPTED: "warn",
}


def tone_of(state: RunState) -> PillTone:
    """The colour of a state."""
    return _TONES.get(state, "neutral")


def state_words(state: RunState) -> str:
    """The state of a run in a word."""
    translate = QCoreApplication.translate
    return {
        RunState.QUEUED: translate("states", "Waiting"),
        RunState.RUNNING: translate("states", "Running"),
        RunState.PAUSED: translate("states", "Paused"),
        RunState.STOPPING: translate("states", "Stopping"),
        RunState.DONE: translate("states", "Done"),
        RunState.STOPPED: translate("states", "Stopped"),
        RunState.DISCARDED: translate("states", "Discarded"),
        RunState.FAILED: translate("states", "Failed"),
        RunState.INTERRUPTED: translate("states", "Interrupted"),
    }[state]


class RunRow(QPushButton):
    """One line about a run; clicking opens it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.entry: Entry | None = None
        self._name, self._state = Name("", "strong"), Pill("")
        self._figures, self._age = label("", "muted"), label("", "small")
        line = Beside(margin=0)
        line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.words.addLayout(row(self._name, self._state, None, spacing=12))
        line.control.addLayout(row(self._figures, self._age, spacing=12))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 8, 12, 8)
        self._line.addWidget(line)

    def show_entry(self, entry: Entry) -> None:
        """Show a run that can be read, or how it has moved on."""
        run = entry.run
        assert run is not None
        self.entry = entry
        state, figures, age = moving_state(entry), _figures(run), words.moment(run.started)
        self._name.setText(entry.title)
        if (state, tone_of(run.state)) != (self._state.text, self._state.tone):
            self._state.set(state, tone_of(run.state))
        self._figures.setText(figures)
        self._age.setText(age)
        self.setAccessibleName(f"{entry.title}, {state}, {figures}, {age}")

    def sizeHint(self) -> QSize:
        """What the line needs."""
        return self._line.sizeHint()


def moving_state(entry: Entry) -> str:
    """The state of a run that can be read, with its place in the queue or how far it has come."""
    assert entry.run is not None
    said = state_words(entry.run.state)
    if entry.place:
        return QCoreApplication.translate("states", "{state}, number {n}").format(state=said, n=entry.place)
    return f"{said} {words.share(entry.share)}" if entry.share is not None else said


def _figures(run: RunRecord) -> str:
    if run.report is None:
        return ""
    best = run.report.row("int8") or run.report.row("fp32") or run.report.row("student")
    if best is None:
        return ""
    parts = [words.share(best.accuracy)]
    if best.size_bytes:
        parts.append(words.size(best.size_bytes))
    return " · ".join(parts)
