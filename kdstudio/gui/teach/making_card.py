"""What the teacher is doing, what it has made so far, and what that cost; with Pause, Continue and Stop."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal

from kdstudio.client.view import RunView
from kdstudio.core.synthesis import Usage
from kdstudio.gui import figures, spoken
from kdstudio.gui.studio import Studio
from kdstudio.gui.teach.counts import CountBars
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.progress_card import ProgressCard
from kdstudio.gui.widgets.text import label
from kdstudio.runs.record import RunState

_REASONS = 3


class MakingCard(Card):
    """Hidden while nothing was begun. ``counted`` comes when the numbers were brought up to date."""

    counted = Signal()

    def __init__(self, studio: Studio) -> None:
        super().__init__(padding=18)
        self.setAccessibleName(self.tr("The teacher’s work"))
        self._teaching, self._work = studio.teaching, studio.teaching.work
        self.progress = ProgressCard(bare=True)
        self.title = label("", "section", wrap=True)
        self.figures = label("", wrap=True)
        self.dropped = label("", "small", wrap=True)
        self.bars = CountBars()
        self.pause = button(self.tr("Pause"), self._on_pause, icon="pause")
        self.go_on = button(self.tr("Continue"), self._on_continue, icon="play")
        self.stop = button(self.tr("Stop"), self._on_stop, icon="square")
        for item in (self.title, self.progress, self.bars, self.figures, self.dropped):
            self.add(item)
        self._buttons = Flow(self.pause, self.go_on, self.stop)
        self.add(self._buttons)
        self._work.moved.connect(self.refresh)
        self._work.judged.connect(self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Show how far it is."""
        job, busy = self._work.job, self._work.busy
        self.setVisible(job is not None)
        if job is None:
            return
        view = job.view
        self.title.setText(self._title(view))
        self.progress.setVisible(busy)
        if busy:
            self.progress.show_view(view)
        paused = view.state is RunState.PAUSED
        self.pause.setVisible(busy and not paused)
        self.go_on.setVisible(busy and paused)
        self.stop.setVisible(busy)
        self._buttons.setVisible(busy)
        self._show_numbers(view)
        self.counted.emit()

    def _title(self, view: RunView) -> str:
        pilot = self._work.stage == "pilot"
        if self._work.busy:
            if view.state is RunState.PAUSED:
                return self.tr("Paused")
            return self.tr("The pilot is being written") if pilot else self.tr("The examples are being written")
        if view.state is not RunState.DONE:
            return self.tr("Not finished; what there is stays")
        if not pilot:
            return self.tr("All examples are there")
        right, rated = self._work.agreement()
        if not self._work.tally.waiting and rated:
            return self.tr("You find {right} of {rated} examples right").format(right=right, rated=rated)
        return self.tr("Rate the pilot before all are written")

    def _show_numbers(self, view: RunView) -> None:
        tally, report = self._work.tally, self._work.report
        states, kept = tally.states, tally.kept
        why = tally.dropped if report is None else Counter(report.dropped)
        names, generate = self._teaching.task.brief.names, self._teaching.task.generate
        aim = generate.per_class if self._work.stage == "full" and generate.source == "write" else 0
        self.bars.show_counts([(name, kept[name]) for name in names], aim)
        counted = self.tr("{kept} kept, {doubtful} doubtful, {dropped} dropped").format(
            kept=figures.count(states["kept"]),
            doubtful=figures.count(states["doubtful"]),
            dropped=figures.count(sum(why.values())),
        )
        self.figures.setText(" · ".join((counted, *self._spent(report.usage if report is not None else view.usage))))
        told = [f"{figures.count(count)} × {spoken.engine(reason)}" for reason, count in why.most_common(_REASONS)]
        self.dropped.setText(self.tr("Dropped: {reasons}").format(reasons=" ".join(told)))
        self.dropped.setVisible(bool(told))

    def _spent(self, usage: Usage) -> list[str]:
        """Requests, tokens and cost, in words."""
        asked = self.tr("{n} requests").format(n=figures.count(usage.requests))
        if usage.replayed:
            asked += self.tr(" and {n} answers from earlier").format(n=figures.count(usage.replayed))
        tokens = self.tr("{sent} tokens sent, {answered} answered").format(
            sent=figures.count(usage.tokens_in), answered=figures.count(usage.tokens_out)
        )
        if not self._teaching.is_priced:
            return [asked, tokens]
        cost = figures.local(f"{usage.cost + usage.paid_before:,.4f}")
        return [asked, tokens, self.tr("{cost} spent").format(cost=cost)]

    def _on_pause(self) -> None:
        if self._work.job is not None:
            self._work.job.pause()

    def _on_continue(self) -> None:
        if self._work.job is not None:
            self._work.job.go_on()

    def _on_stop(self) -> None:
        if self._work.job is not None:
            self._work.job.stop(keep=True)
