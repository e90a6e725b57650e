"""Where a person begins: shrink a model, teach one with an LLM, or go on with a recent run or task."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kdstudio.core.recipe import Recipe
from kdstudio.gui import background, draft, machine, words
from kdstudio.gui.icons import IconLabel
from kdstudio.gui.machine import Machine
from kdstudio.gui.page import Page
from kdstudio.gui.recent import RecentRuns
from kdstudio.gui.run_list import Entry, RunList
from kdstudio.gui.studio import Studio
from kdstudio.gui.teach import recent_tasks, sample
from kdstudio.gui.teach.recent_tasks import KnownTask, RecentTasks
from kdstudio.gui.watch import Watch
from kdstudio.gui.widgets.banner import Banner
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, column
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label
from kdstudio.runs.record import RunState

_RECENT, _RECENT_TASKS = 7, 3

Past = tuple[list[Entry], Recipe | None, list[KnownTask]]


class HomePage(Page):
    """The first page."""

    key = "home"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.set_heading(
            self.tr("Make a large model small"),
            self.tr(
                "KD Studio teaches a small model what a large, accurate one knows. "
                "Everything happens on this machine; your data stays on it, unless you name a teacher elsewhere."
            ),
        )
        self.welcome = Banner("info", (self.tr("Show"), self._on_welcome))
        self._welcome_action: Callable[[], object] = lambda: None
        self.add(self.welcome)
        self.add(Columns((self._shrink_card(), 1), (self._teach_card(), 1)))
        self._runs = RunList(studio.workspace)
        self.recent = RecentRuns()
        self.recent.opened.connect(self._open)
        card = Card(self.tr("Recent runs"))
        card.add(self.recent)
        card.body.addStretch(1)
        self.add(Columns((card, 1), (self._machine_card(), 320)))
        self.body.addStretch(1)
        self.watch = Watch(self, studio.workspace.runs, self._read_past)
        self.watch.found.connect(self._show_past)

    def _shrink_card(self) -> Card:
        self.sample = button(self.tr("Try the sample"), self._try_sample, kind="primary", icon="play")
        self.begin = button(self.tr("Use my own data"), self._begin, icon="folder-open")
        self.open_recipe = button(self.tr("Open a recipe"), self._open_recipe, kind="quiet", icon="file")
        return _large_card(
            "graduation-cap",
            self.tr("Shrink a model"),
            self.tr(
                "Bring examples and a teacher, and get a verified INT8 model that runs on a phone, with a "
                "measured table of what was gained and lost. The sample needs no download and takes two minutes."
            ),
            Flow(self.sample, self.begin, self.open_recipe),
        )

    def _teach_card(self) -> Card:
        self.begin_task = button(self.tr("Describe a task"), self.studio.begin_task, icon="plus")
        self.sample_task = button(
            self.tr("Open the sample task"), partial(sample.begin, self.studio), kind="quiet", icon="play"
        )
        self.tasks = RecentTasks()
        self.tasks.opened.connect(self.studio.open_task)
        return _large_card(
            "message-square-text",
            self.tr("Teach a small model with an LLM"),
            self.tr(
                "Describe one narrow task for texts. A teacher LLM writes and labels examples, you check them, and a "
                "small model learns from them what the large one knows."
            ),
            Flow(self.begin_task, self.sample_task),
            self.tasks,
        )

    def _machine_card(self) -> Card:
        card = Card(self.tr("This machine"))
        self._lines = {
            "cpu": _Line("cpu", self.tr("Processor")),
            "gpu": _Line("gpu", self.tr("Graphics")),
            "memory": _Line("memory-stick", self.tr("Memory")),
            "disk": _Line("hard-drive", self.tr("Disk")),
        }
        for line in self._lines.values():
            card.add(line)
        card.body.addStretch(1)
        return card

    def command(self) -> str:
        """The sample in a terminal."""
        return "kdstudio demo"

    def first_focus(self) -> QWidget:
        """At the sample."""
        return self.sample

    def entered(self) -> None:
        """Look at the runs and at the machine again."""
        root = self.studio.workspace.root
        background.run(lambda: machine.look(root), self._show_machine)
        self.watch.forget()  # the offer above depends also on what has been done meanwhile

    def _try_sample(self) -> None:
        self.studio.try_sample()
        self.studio.go("data")

    def _begin(self) -> None:
        self.studio.teaching.leave()
        self.studio.new_recipe()
        self.studio.go("data")

    def _open_recipe(self) -> None:
        self.studio.open_recipe_wanted.emit()

    def _show_machine(self, found: Machine) -> None:
        cores = self.tr("%n core(s)", None, found.cores)
        self._lines["cpu"].show_text(found.cpu, cores)
        if found.gpu:
            self._lines["gpu"].show_text(found.gpu, self.tr("Used for training where the engine supports it."))
        else:
            self._lines["gpu"].show_text(self.tr("No graphics card found"), self.tr("Training runs on the processor."))
        self._lines["memory"].show_text(
            words.size(found.memory), self.tr("{free} free now").format(free=words.size(found.memory_free))
        )
        self._lines["disk"].show_text(
            self.tr("{free} free").format(free=words.size(found.disk_free)), self.tr("where the workspace is")
        )

    def _read_past(self) -> Past:
        """The newest runs, the draft and tasks. A run that cannot be read is shown, with its cause, among all runs."""
        workspace = self.studio.workspace
        return self._runs.newest(_RECENT), draft.load(workspace), recent_tasks.newest(workspace, _RECENT_TASKS)

    def _show_past(self, found: Past) -> None:
        entries, recipe, tasks = found
        self.tasks.show_tasks(tasks)
        self.recent.show_runs(entries)
        live = next((entry for entry in entries if entry.state and entry.state.is_live), None)
        broken = next((entry for entry in entries[:1] if entry.state is RunState.INTERRUPTED), None)
        if live is not None:
            if self.studio.run is None:
                self.studio.open_run(live.folder, "")
            said = self.tr("“{name}” is training.").format(name=live.title)
            self._offer(said, self.tr("Show"), partial(self._open, live))
        elif broken is not None:
            said = self.tr("“{name}” was interrupted. It can go on from its last checkpoint.").format(name=broken.title)
            self._offer(said, self.tr("Resume"), partial(self.studio.resume_run, broken.folder))
        elif recipe is not None and not self.studio.recipe.data.path and not self.studio.teaching.is_open:
            said = self.tr("You were preparing “{name}”.").format(name=recipe.name)
            self._offer(said, self.tr("Continue"), partial(self._continue, recipe))
        else:
            self.welcome.say("")

    def _offer(self, said: str, text: str, action: Callable[[], object]) -> None:
        self.welcome.say(said)
        self.welcome.buttons[0].setText(text)
        self.welcome.buttons[0].setAccessibleName(f"{text}: {said}")
        self._welcome_action = action

    def _on_welcome(self) -> None:
        self._welcome_action()

    def _continue(self, recipe: Recipe) -> None:
        self.studio.teaching.leave()
        self.studio.new_recipe(recipe)
        self.studio.go("data")

    def _open(self, entry: Entry) -> None:
        assert entry.run is not None
        self.studio.open_run(entry.folder, "results" if entry.run.report is not None else "run")


class _Line(QWidget):
    """One fact about the machine."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self._name = name
        self._text = label("…", "body", wrap=True)
        self._note = label(name, "small", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(IconLabel(icon, "muted", 20), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column(self._text, self._note, spacing=0), 1)

    def show_text(self, text: str, note: str) -> None:
        """Say what was found."""
        self._text.setText(text)
        self._note.setText(note)
        self.setAccessibleName(f"{self._name}: {text}, {note}")


def _large_card(icon: str, title: str, words: str, *below: QWidget) -> Card:
    """One of the two ways to begin."""
    card = Card(padding=28)
    card.setAccessibleName(title)
    text = column(label(title, "title", wrap=True), label(words, "muted", wrap=True), None, spacing=6)
    line = QHBoxLayout()
    line.setSpacing(24)
    line.addWidget(_Emblem(icon), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(text, 1)
    card.add(line, 1)
    for item in below:
        card.add(item)
    return card


class _Emblem(QWidget):
    """A large square and a small one: teacher and student."""

    def __init__(self, teacher: str) -> None:
        super().__init__()
        self._teacher = teacher
        self.setFixedSize(104, 104)

    def paintEvent(self, event: object) -> None:
        """Draw."""
        from PySide6.QtCore import QRectF
        from PySide6.QtGui import QColor, QPainter

        from kdstudio.gui import icons, theme

        tokens = theme.current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft))
        painter.drawRoundedRect(QRectF(0, 0, 84, 84), 20, 20)
        icons.paint(painter, QRectF(22, 22, 40, 40), self._teacher, tokens.accent_text)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(QRectF(64, 64, 40, 40), 12, 12)
        icons.paint(painter, QRectF(74, 74, 20, 20), "sprout", tokens.on_accent)
