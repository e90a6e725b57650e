"""Where a job stands: its phases, how far this one is, and how long the rest will take."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QProgressBar

from kdstudio.client.view import RunView
from kdstudio.gui import figures, spoken, words
from kdstudio.gui.widgets.card import Card, row
from kdstudio.gui.widgets.stepper import Stepper
from kdstudio.gui.widgets.text import label
from kdstudio.protocol.events import Progress
from kdstudio.runs.record import RunState

_TRUSTED_SECONDS = 20.0


class ProgressCard(Card):
    """The stepper over a bar. The time left counts down between two estimates of the worker."""

    def __init__(self, *, bare: bool = False) -> None:
        """``bare`` is for inside of another card."""
        super().__init__(padding=0 if bare else 16)
        if bare:
            self.setProperty("kind", "bare")
        self.setAccessibleName(self.tr("Progress"))
        self.stepper = Stepper()
        self.phase = label("", "strong")
        self.done = label("", "muted")
        self.left = label("", "muted")
        self.bar = QProgressBar(maximum=1000, textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress of this step"))
        self._estimate: tuple[float, float, float] | None = None  # told at, heard at, seconds left
        self.add(self.stepper)
        self.add(row(self.phase, self.done, None, self.left))
        self.add(self.bar)

    def forget(self) -> None:
        """Begin anew, for another run."""
        self._estimate = None

    def show_view(self, view: RunView) -> None:
        """Show how far the job is."""
        titles = [spoken.engine(phase.title) for phase in view.phases]
        current = next((i for i, phase in enumerate(view.phases) if phase.name == view.phase), 0)
        state = {RunState.DONE: "done", RunState.FAILED: "failed"}.get(view.state, "running")
        if view.state in (RunState.PAUSED, RunState.STOPPED, RunState.DISCARDED):
            state = "stopped"
        self.stepper.show_steps(titles, current, state)
        self.stepper.setVisible(bool(titles))
        progress = view.progress.get(view.phase)
        self._show_phase(view, titles[current] if titles else "", progress)
        self._show_left(view, progress)

    def _show_phase(self, view: RunView, title: str, progress: Progress | None) -> None:
        if view.state is RunState.DONE:
            title, progress = self.tr("Everything is done"), None
        self.phase.setText(title or self.tr("Starting the training engine …"))
        self.done.setText("")
        if progress is None:
            self.bar.setRange(0, 0 if view.state is RunState.RUNNING else 1000)
            self.bar.setValue(1000 if view.state is RunState.DONE else 0)
            return
        share = min(1.0, progress.done / progress.total) if progress.total else 0.0
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * share))
        if progress.unit:
            self.done.setText(
                self.tr("{done} of {total} {unit}").format(
                    done=figures.count(progress.done),
                    total=figures.count(progress.total),
                    unit=spoken.engine(progress.unit),
                )
            )

    def _show_left(self, view: RunView, progress: Progress | None) -> None:
        known = self._estimate[0] if self._estimate is not None else None
        if progress is not None and progress.seconds_left is not None and progress.at != known:
            self._estimate = (progress.at, time.monotonic(), progress.seconds_left)
        text = ""
        if self._estimate is not None and view.state is RunState.RUNNING:
            _, heard, left = self._estimate
            if (passed := time.monotonic() - heard) < _TRUSTED_SECONDS:
                text = self.tr("about {time} left").format(time=words.duration(max(1.0, left - passed)))
        self.left.setText(text)
