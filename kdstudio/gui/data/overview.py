"""The checked data at a glance: real examples by class, the health lines, the split."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kdstudio.core.health import Finding, Health
from kdstudio.gui import curation, spoken
from kdstudio.gui.data.actions import ExampleActions
from kdstudio.gui.data.columns_card import ColumnsCard
from kdstudio.gui.data.files import marked, previews
from kdstudio.gui.data.split_card import SplitCard
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, column, holding, scrolled
from kdstudio.gui.widgets.class_list import ClassList
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.examples import ExampleView
from kdstudio.gui.widgets.health_line import HealthLine

_RIGHT, _CLASSES = 348, 184


class Overview(QWidget):
    """``opened`` carries the finding whose line was clicked."""

    opened = Signal(object)

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._class = ""
        self.columns = ColumnsCard(studio)
        self.split = SplitCard(studio)
        self.classes = ClassList()
        self.examples = ExampleView(self.tr("Examples"))
        self.actions_ = ExampleActions(studio, self.examples)
        self.classes.chosen.connect(self._on_class)
        self.merge = button(self.tr("Merge into…"), kind="quiet", icon="merge")
        self.merge.setToolTip(self.tr("Count the chosen class as another one. No file is changed."))
        menu = QMenu(self.merge)
        menu.aboutToShow.connect(self._fill_menu)
        self.merge.setMenu(menu)
        self.merge.setEnabled(False)
        self.lines: list[HealthLine] = []
        self._disputes: HealthLine | None = None
        self._health_card = Card(self.tr("Health"), padding=16)
        self._health_card.body.setSpacing(0)
        left = QWidget()
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        inner.addWidget(self.columns)
        inner.addWidget(self._examples_card(), 1)
        right = scrolled(column(self._health_card, self.split, None, spacing=16))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Columns((left, 1), (right, _RIGHT)))

    def _examples_card(self) -> Card:
        card = Card(padding=16)
        classes = holding(column(self.classes, self.merge))
        card.add(Columns((classes, _CLASSES), (self.examples, 1), spacing=12), 1)
        card.add(self.actions_)
        return card

    def show_health(self, health: Health) -> None:
        """Show a report."""
        self.columns.show_health(health)
        self.split.show_health(health)
        self.classes.show_counts(health.classes)
        for line in self.lines:
            line.deleteLater()
        self.lines = []
        for finding in sorted(health.findings, key=lambda finding: ("stop", "warn", "pass").index(finding.severity)):
            self._health_card.add(self._line(finding))
        self._disputes = None
        self.show_examples()

    def _line(self, finding: Finding) -> HealthLine:
        line = HealthLine(finding)
        line.clicked.connect(lambda: self.opened.emit(finding))
        self.lines.append(line)
        return line

    def show_disputes(self, finding: Finding | None) -> None:
        """One more line at the end, which comes and goes with the teacher."""
        old = self._disputes
        if (old.finding if old is not None else None) == finding:
            return
        if old is not None:
            self.lines.remove(old)
            old.deleteLater()
        self._disputes = self._line(finding) if finding is not None else None
        if self._disputes is not None:
            self._health_card.add(self._disputes)

    def show_examples(self) -> None:
        """Show the examples of the chosen class, with what was changed about them by hand."""
        known = previews(self._studio).values()
        wanted = [example for example in known if self._class in ("", example.label)]
        self.examples.show_examples(marked(self._studio.recipe, wanted))

    def _fill_menu(self) -> None:
        menu, health = self.merge.menu(), self._studio.check.result
        menu.clear()
        for item in health.classes if health else ():
            if item.name != self._class:
                menu.addAction(item.name).triggered.connect(lambda _=False, into=item.name: self._on_merge(into))

    def _on_merge(self, into: str) -> None:
        words = self.tr("merged “{name}” into “{into}”").replace("{into}", into).replace("{name}", self._class)
        self._studio.set_recipe(curation.merge(self._studio.recipe, [self._class], into), words)
        self._studio.told.emit(self.tr("Done: {what}. Ctrl+Z takes it back.").format(what=words))

    def _on_class(self, name: str) -> None:
        self._class = name
        self.merge.setEnabled(bool(name))
        self.show_examples()


def summary(health: Health) -> str:
    """What was found, in one line."""
    return " · ".join(part for part in (health.path, health.format, health.layout, spoken.engine(health.input)) if part)
