"""A run in a list: name, state, figures, age. One button, so that it works by keyboard and screen reader."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from kdstudio.gui import words
from kdstudio.gui.widgets.pill import Pill, PillTone
from kdstudio.gui.widgets.text import label
from kdstudio.runs.record import RunRecord, RunState

_TONES: dict[RunState, PillTone] = {
    RunState.RUNNING: "accent",
    RunState.PAUSED: "warn",
    RunState.STOPPING: "warn",
    RunState.DONE: "ok",
    RunState.FAILED: "stop",
    RunState.INTERRUPTED: "warn",
}


def state_pill(state: RunState) -> Pill:
    """The state of a run as a pill."""
    return Pill(state_words(state), tone_of(state))


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

    def __init__(self, run: RunRecord) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name = run.recipe.name or run.name
        figures = _figures(run)
        self._line = layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(label(name, "strong"))
        layout.addWidget(state_pill(run.state))
        layout.addStretch(1)
        layout.addWidget(label(figures, "muted"))
        layout.addWidget(label(words.moment(run.started), "small"))
        self.setAccessibleName(f"{name}, {state_words(run.state)}, {figures}, {words.moment(run.started)}")

    def sizeHint(self) -> QSize:
        """What the line needs."""
        return self._line.sizeHint()


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
