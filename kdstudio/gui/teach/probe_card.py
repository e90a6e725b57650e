"""Try the teacher before anything is paid for, and see how fast it is, what it costs and what it can do."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import LLMProbeJob
from kdstudio.core.recipe import Recipe
from kdstudio.core.synthesis import Probe
from kdstudio.gui import background
from kdstudio.gui import words as say
from kdstudio.gui.figures import local
from kdstudio.gui.icons import IconLabel
from kdstudio.gui.job_bar import JobBar
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label
from kdstudio.runs.files import discard
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.task_folder import TaskFolder


class ProbeCard(Card):
    """``key_wanted`` comes when the teacher refuses the key; the error is said at the top as well."""

    key_wanted = Signal()

    def __init__(self, studio: Studio) -> None:
        super().__init__(self.tr("Test"))
        self._studio, self._teaching = studio, studio.teaching
        self.test = button(self.tr("Test the teacher"), self.start, icon="plug-zap")
        self.job = JobBar(studio, self.tr("Progress of the test"))
        self.job.done.connect(self._on_done)
        self.job.failed.connect(self._on_failed)
        self.reason = ""
        words = self.tr("Two short questions show whether it answers, how fast it is and what it costs.")
        self._about = label(words, "muted", wrap=True)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(8)
        self._found = QWidget()
        self._found.setLayout(self._facts)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self.add(self._about)
        self.add(Flow(self.test))
        self.add(self.job)
        self.add(self._found)
        self.body.addStretch(1)
        self._shown: Probe | None = None
        self.refresh()

    def block(self, reason: str) -> None:
        """Why the teacher cannot be asked yet, or an empty string."""
        self.reason = reason
        self._refresh_button()

    def _refresh_button(self) -> None:
        self.test.setDisabled(bool(self.reason))  # not while it is at work: the focus would leave it
        self.test.setToolTip(self.reason)
        self.test.setAccessibleDescription(self.reason)

    def start(self) -> None:
        """Ask the teacher once, as the task says now."""
        if not self.reason:
            self._teaching.keep_then(self._ask)

    def _ask(self, folder: TaskFolder) -> None:
        self.job.start(LLMProbeJob(task=str(folder.path)), Recipe(name="teacher"), self.start)

    def _on_done(self, folder: RunFolder) -> None:
        file = folder.artifacts / "probe.json"

        def read() -> Probe:
            found = msgspec.json.decode(file.read_bytes(), type=Probe)
            discard(folder.path)
            return found

        background.run(read, self._teaching.set_probe)

    def _on_failed(self, error: KDError) -> None:
        if error.code == Code.LLM_KEY:
            self.key_wanted.emit()

    def refresh(self) -> None:
        """Show what the test of this teacher has shown, if there was one."""
        probe = self._teaching.probe
        self.test.setText(self.tr("Test again") if probe is not None else self.tr("Test the teacher"))
        self.test.setAccessibleName(self.test.text())
        self._found.setVisible(probe is not None)
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for icon, role, text in self._lines(probe) if probe is not None else ():
            self._facts.addWidget(_Fact(icon, role, text))

    def _lines(self, probe: Probe) -> list[tuple[str, str, str]]:
        """What was found, each with its icon and colour."""
        ok, warn = ("circle-check", "ok"), ("triangle-alert", "warn")
        wanted = self._teaching.wanted
        answers = self.tr("{model} answers in {seconds} s.")
        sure = self.tr("It says how sure it is, so the student learns from its doubts as well.")
        unsure = self.tr("It does not say how sure it is; the student learns its labels alone.")
        form = self.tr("It keeps to the form that is asked for.")
        formless = self.tr("It does not keep to the form that is asked for; some answers are asked for again.")
        time = self.tr("{seconds} s for a row: about {long} for the {n} rows you want.")
        price = self.tr("{cost} for a thousand rows, about {all} for all of them.")
        unpriced = self.tr("No price is given, so it is not known what it costs.")
        free = self.tr("Nothing is paid: it runs on this machine.")
        every = probe.per_thousand * wanted / 1000
        if self._teaching.task.llm.kind == "gguf":
            cost = free
        elif self._teaching.is_priced:
            cost = price.format(cost=_figure(probe.per_thousand), all=_figure(every))
        else:
            cost = unpriced
        seconds, long = _figure(probe.seconds_per_row), say.duration(probe.seconds_per_row * wanted)
        example = [("text-quote", "muted", f"“{probe.answer}”")] if probe.answer else []
        return [
            (*ok, answers.format(model=probe.model, seconds=_figure(probe.seconds))),
            (*ok, sure) if probe.log_probabilities else (*warn, unsure),
            (*ok, form) if probe.schema else (*warn, formless),
            ("clock", "muted", time.format(seconds=seconds, long=long, n=say.number(wanted))),
            ("scale", "muted", cost),
            *example,
        ]


class _Fact(QWidget):
    def __init__(self, icon: str, role: str, text: str) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(IconLabel(icon, role, 18), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label(text, wrap=True), 1)
        self.setAccessibleName(text)


def _figure(value: float) -> str:
    return local(f"{value:,.2f}" if value >= 0.1 or value == 0 else f"{value:.2g}")
