"""Have the teacher write examples, look at them, and hold some out, before a student learns from the rest."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QWidget

from kdstudio.core.errors import Code
from kdstudio.core.synthesis import HELD_OUT
from kdstudio.gui import figures
from kdstudio.gui.page import Page
from kdstudio.gui.studio import Studio
from kdstudio.gui.teach.held_out import HeldOutView
from kdstudio.gui.teach.making_card import MakingCard
from kdstudio.gui.teach.past import Stage
from kdstudio.gui.teach.rows_panel import RowsPanel
from kdstudio.gui.teach.score_panel import ScorePanel
from kdstudio.gui.teach.task_form import TaskForm
from kdstudio.gui.teaching import command_for
from kdstudio.gui.widgets.banner import Banner
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, stacked
from kdstudio.gui.widgets.path_field import PathField
from kdstudio.gui.widgets.segmented import Segmented
from kdstudio.gui.widgets.stack import Stack
from kdstudio.runs.record import RunState


class ExamplesPage(Page):
    """Third step of teaching with an LLM."""

    key = "examples"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.teaching, self.work = studio.teaching, studio.teaching.work
        self.set_heading(
            self.tr("Examples"),
            self.tr("A few first: what is wrong with them is wrong with all. Then all of them, and some held out."),
        )
        self.trouble = Banner(
            "warn",
            (self.tr("Teacher LLM"), lambda: studio.go("teacher")),
            (self.tr("Continue"), self._on_continue),
        )
        self.making = MakingCard(studio)
        self.tabs = Segmented(
            [
                ("amount", self.tr("Amount")),
                ("rows", self.tr("Rows")),
                ("held-out", self.tr("Held-out set")),
                ("score", self.tr("Score")),
            ],
            self.tr("Show"),
        )
        self.tabs.chosen.connect(self.open_tab)
        self.rows = RowsPanel(studio)
        self.held_out = HeldOutView(studio)
        self.score = ScorePanel()
        self.panels: dict[str, QWidget] = {
            "amount": self._amount_card(),
            "rows": self.rows,
            "held-out": self.held_out,
            "score": self.score,
        }
        self.stack = Stack()
        for panel in self.panels.values():
            self.stack.addWidget(panel)
        self.again = button(self.tr("New pilot"), lambda: self._start("pilot"), icon="rotate-ccw")
        self.add_foot_action(self.again)
        for item in (self.trouble, self.making, self.tabs):
            self.add(item)
        self.add(self.stack, 1)
        self.teaching.opened.connect(self._on_opened)
        for signal in (self.teaching.changed, self.work.moved, self.work.judged):
            signal.connect(self.refresh)
        self.work.ended.connect(self._on_ended)
        self._on_opened()

    def _amount_card(self) -> QWidget:
        card = Card(self.tr("How many, and where from"))
        titles = {"write": self.tr("Written by the teacher"), "label": self.tr("Your own texts")}
        self.source = TaskForm(self.teaching, "generate", ("source",), titles)
        self.texts = PathField(self.tr("Your own texts"), self.tr("Texts (*.csv *.jsonl *.txt)"), folders=False)
        self.texts.changed.connect(self._on_texts)
        self.amounts = TaskForm(self.teaching, "generate", ("per_class", "pilot", "max_words", "seed"))
        for item in (self.source, self.texts, self.amounts):
            card.add(item)
        return stacked(card)

    # what is shown

    def _on_opened(self) -> None:
        self.open_tab("rows" if self.work.stage is not None else "amount")
        self.making.refresh()
        self.refresh()

    def open_tab(self, tab: str) -> None:
        """Show one of the parts."""
        self.tabs.set_value(tab)
        self.stack.setCurrentWidget(self.panels[tab])

    def refresh(self) -> None:
        """Bring everything in step with the task and its jobs."""
        generate, names = self.teaching.task.generate, self.teaching.task.brief.names
        self.texts.setVisible(generate.source == "label")
        self.texts.set_path(generate.texts)
        self.amounts.rows["per_class"].setVisible(generate.source == "write")
        report = self.work.report
        scored = report is not None and (report.held_out is not None or report.stage == "full")
        self.tabs.buttons["score"].setVisible(scored)
        if report is not None and scored:
            self.score.show_report(report, names)
        elif self.tabs.value == "score":
            self.open_tab("rows")
        self.tabs.buttons["rows"].setVisible(self.work.stage is not None)
        if self.work.stage is not None and self.tabs.value == "amount" and self.work.busy:
            self.open_tab("rows")
        self._name_tabs()
        self._show_trouble()
        self._show_next()

    def _name_tabs(self) -> None:
        waiting, held = self.work.tally.waiting, len(self.work.examples())
        rows = self.tr("Rows") if not waiting else self.tr("Rows ({n} to judge)").format(n=figures.count(waiting))
        few = self.tr("Held-out set ({n} of {wanted})").format(n=held, wanted=HELD_OUT)
        out = few if held < HELD_OUT else self.tr("Held-out set ({n})").format(n=held)
        for key, text in (("rows", rows), ("held-out", out)):
            made = self.tabs.buttons[key]
            if made.text() != text:
                made.setText(text)
                made.setAccessibleName(text)

    def _show_trouble(self) -> None:
        """Why the work waits or has ended before its time."""
        job, to_teacher = self.work.job, self.trouble.buttons[0]
        message = hint = ""
        code = ""
        if job is not None and self.work.busy and job.view.state is RunState.PAUSED and job.view.notices:
            newest = job.view.notices[-1]
            if newest.level == "warning":
                code, message, hint = newest.code, newest.message, newest.hint
        elif job is not None and not self.work.busy and job.view.failure is not None:
            failure = job.view.failure
            code, message, hint = failure.code, failure.message, failure.hint
        to_teacher.setVisible(code.startswith("llm-") or code == Code.LLM_KEY)
        self.trouble.buttons[1].setVisible(self.work.busy)
        self.trouble.say(message, hint)

    def _show_next(self) -> None:
        generate, step = self.teaching.task.generate, self.work.step
        pilot = self.tr("Write {n} examples").format(n=generate.pilot)
        every = self.tr("Write all {n}").format(n=figures.count(self.teaching.wanted))
        if generate.source == "label":
            pilot, every = self.tr("Label {n} texts").format(n=generate.pilot), self.tr("Label all texts")
        reason = self.teaching.blocked("examples")
        if step == "rate":
            reason = self.tr("Rate the pilot first: {n} are left.").format(n=self.work.tally.waiting)
        elif step == "busy":
            reason = self.tr("The teacher is at work.")
        elif step == "done":
            reason = self.teaching.blocked("data")
        elif generate.source == "label" and not generate.texts:
            reason = self.tr("Choose the file with your texts.")
        last = every if self.work.stage == "full" else pilot
        words = {
            "pilot": pilot,
            "busy": last,
            "resume": self.tr("Go on"),
            "rate": every,
            "full": every,
            "update": self.tr("Finish the data set"),
            "done": self.tr("Next"),
        }
        self.set_primary(words[step], self._on_next, self.tr("Next: data") if step == "done" else words[step])
        self.block(reason)
        self.again.setVisible(self.work.stage == "pilot" and step != "busy")

    # what is done

    def _on_next(self) -> None:
        step = self.work.step
        if step == "pilot":
            self._start("pilot")
        elif step in ("full", "update"):
            self._start("full")
        elif step == "resume":
            self.work.go_on()
        elif step == "done":
            self.studio.learn_from_examples()

    def _start(self, stage: Stage) -> None:
        self.open_tab("rows")
        self.rows.view.setFocus()
        self.teaching.start(stage)

    def _on_continue(self) -> None:
        if self.work.job is not None:
            self.work.job.go_on()

    def _on_ended(self, stage: str) -> None:
        """After a pilot its rating begins; after all, what is doubtful waits."""
        if self.isVisible() and self.tabs.value == "rows":
            if stage == "full" and self.work.unjudged():
                self.rows.show_state("waiting")
            self.rows.view.setFocus()

    def _on_texts(self, path: str) -> None:
        task = self.teaching.task
        generate = msgspec.structs.replace(task.generate, texts=path)
        self.teaching.change(msgspec.structs.replace(task, generate=generate), self.tr("your own texts"))

    def first_focus(self) -> QWidget | None:
        """At the rows that wait for a person, otherwise at what is to be done next."""
        if self.work.step == "rate":
            return self.rows.view
        return super().first_focus() or self.tabs.buttons[self.tabs.value]

    def command(self) -> str:
        """What is next here, in a terminal."""
        return command_for(self.teaching, *(("--pilot",) if self.work.step in ("pilot", "rate") else ()))

    def left(self) -> None:
        """Keep what was changed."""
        self.teaching.flush()
