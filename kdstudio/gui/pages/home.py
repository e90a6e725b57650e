"""Where a person begins: shrink a model, try the sample, or go on with a recent run."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kdstudio.core.errors import KDError
from kdstudio.core.recipe import Recipe
from kdstudio.gui import background, draft, machine, words
from kdstudio.gui.icons import IconLabel
from kdstudio.gui.machine import Machine
from kdstudio.gui.page import Page
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.banner import Banner
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, column, row
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.empty import EmptyState
from kdstudio.gui.widgets.run_row import RunRow
from kdstudio.gui.widgets.text import label
from kdstudio.runs import record
from kdstudio.runs.record import RunRecord, RunState
from kdstudio.runs.workspace import Workspace

_RECENT = 7


class HomePage(Page):
    """The first page."""

    key = "home"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.set_heading(
            self.tr("Make a large model small"),
            self.tr(
                "KD Studio teaches a small model what a large, accurate one knows. "
                "Everything happens on this machine; nothing is sent anywhere."
            ),
        )
        self.welcome = Banner("info", (self.tr("Show"), self._on_welcome))
        self._welcome_action: Callable[[], object] = lambda: None
        self.add(self.welcome)
        self.add(self._shrink_card())
        self._recent = Card(self.tr("Recent runs"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._recent.add(self._rows)
        self._recent.body.addStretch(1)
        self.add(Columns((self._recent, 1), (self._machine_card(), 0)))
        self.body.addStretch(1)

    def _shrink_card(self) -> Card:
        card = Card(padding=28)
        card.setAccessibleName(self.tr("Shrink a model"))
        self.sample = button(self.tr("Try the sample"), self._try_sample, kind="primary", icon="play")
        self.begin = button(self.tr("Use my own data"), self._begin, icon="folder-open")
        self.open_recipe = button(self.tr("Open a recipe"), self._open_recipe, kind="quiet", icon="file")
        text = column(
            label(self.tr("Shrink a model"), "title"),
            label(
                self.tr(
                    "Bring examples and a teacher, and get a verified INT8 model that runs on a phone, with a "
                    "measured table of what was gained and lost. The sample needs no download and takes two minutes."
                ),
                "muted",
                wrap=True,
            ),
            8,
            spacing=6,
        )
        text.addLayout(row(self.sample, self.begin, self.open_recipe, None))
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addWidget(_Emblem(), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(text, 1)
        card.add(line)
        return card

    def _machine_card(self) -> Card:
        card = Card(self.tr("This machine"))
        card.setFixedWidth(320)
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
        workspace = self.studio.workspace
        background.run(lambda: machine.look(workspace.root), self._show_machine)
        background.run(lambda: (_recent_runs(workspace), draft.load(workspace)), self._show_past)

    def _try_sample(self) -> None:
        self.studio.try_sample()
        self.studio.go("data")

    def _begin(self) -> None:
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

    def _show_past(self, found: tuple[list[RunRecord], Recipe | None]) -> None:
        runs, recipe = found
        self._show_runs(runs)
        live = next((run for run in runs if run.state.is_live), None)
        broken = next((run for run in runs[:1] if run.state is RunState.INTERRUPTED), None)
        if live is not None:
            if self.studio.run is None:
                self.studio.open_run(live.folder, "")
            name = live.recipe.name or live.name
            self._offer(self.tr("“{name}” is training.").format(name=name), self.tr("Show"), partial(self._open, live))
        elif broken is not None:
            name = broken.recipe.name or broken.name
            words = self.tr("“{name}” was interrupted. It can go on from its last checkpoint.").format(name=name)
            self._offer(words, self.tr("Resume"), partial(self.studio.resume_run, broken.folder))
        elif recipe is not None and not self.studio.recipe.data.path:
            words = self.tr("You were preparing “{name}”.").format(name=recipe.name)
            self._offer(words, self.tr("Continue"), partial(self._continue, recipe))
        else:
            self.welcome.say("")

    def _offer(self, words: str, text: str, action: Callable[[], object]) -> None:
        self.welcome.say(words)
        self.welcome.buttons[0].setText(text)
        self.welcome.buttons[0].setAccessibleName(f"{text}: {words}")
        self._welcome_action = action

    def _on_welcome(self) -> None:
        self._welcome_action()

    def _continue(self, recipe: Recipe) -> None:
        self.studio.new_recipe(recipe)
        self.studio.go("data")

    def _show_runs(self, runs: list[RunRecord]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for run in runs:
            shown = RunRow(run)
            shown.clicked.connect(lambda _=False, run=run: self._open(run))
            self._rows.addWidget(shown)
        if not runs:
            nothing = self.tr("No runs yet"), self.tr("Try the sample to see what a finished run looks like.")
            self._rows.addWidget(EmptyState("history", *nothing))

    def _open(self, run: RunRecord) -> None:
        self.studio.open_run(run.folder, "results" if run.report is not None else "run")


def _recent_runs(workspace: Workspace) -> list[RunRecord]:
    found = []
    for folder in islice(workspace.all_runs(), _RECENT):
        try:
            found.append(record.read(folder))
        except (KDError, OSError):
            continue  # a run that cannot be read is shown, with its cause, on the page of all runs
    return found


class _Line(QWidget):
    """One fact about the machine."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self._name = name
        self._text = label("…", "body")
        self._note = label(name, "small", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(IconLabel(icon, "muted", 20), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column(self._text, self._note, spacing=0), 1)

    def show_text(self, text: str, note: str) -> None:
        """Say what was found."""
        self._text.setText(text)
        self._text.setWordWrap(True)
        self._note.setText(note)
        self.setAccessibleName(f"{self._name}: {text}, {note}")


class _Emblem(QWidget):
    """A large square and a small one: teacher and student."""

    def __init__(self) -> None:
        super().__init__()
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
        icons.paint(painter, QRectF(22, 22, 40, 40), "graduation-cap", tokens.accent_text)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(QRectF(64, 64, 40, 40), 12, 12)
        icons.paint(painter, QRectF(74, 74, 20, 20), "sprout", tokens.on_accent)
