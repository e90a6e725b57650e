"""How thoroughly to train, what it will take, what stands in the way, and Start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from kdstudio.client import lessons
from kdstudio.core import catalog, preflight, recipe_file
from kdstudio.core.advice import DISPUTED, ORDER, Lesson, advise
from kdstudio.core.errors import KDError
from kdstudio.core.preflight import Problem
from kdstudio.gui import background, spoken
from kdstudio.gui.command import command_for
from kdstudio.gui.data import disputes
from kdstudio.gui.models.problems import Problems
from kdstudio.gui.models.settings_of import settings_of
from kdstudio.gui.models.spec_form import SpecForm
from kdstudio.gui.models.teacher_card import take_order
from kdstudio.gui.page import Page
from kdstudio.gui.plan import presets
from kdstudio.gui.plan.drawer import Drawer
from kdstudio.gui.plan.estimate_card import EstimateCard
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, stacked
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.segmented import Segmented
from kdstudio.gui.widgets.text import label
from kdstudio.runs.files import write_atomic

_SHOWN = ("export.int8", "runtime.control", "method.name")


class PlanPage(Page):
    """Step 3 of the wizard."""

    key = "plan"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.set_heading(self.tr("Plan"), self.tr("How thoroughly to train, and what it will take."))
        self.set_primary(self.tr("Start"), self._start, self.tr("Start the run"))
        self.open_recipe = button(
            self.tr("Open recipe…"), studio.open_recipe_wanted.emit, kind="quiet", icon="folder-open"
        )
        self.save_recipe = button(self.tr("Save recipe…"), self._save, kind="quiet", icon="save")
        for made in (self.open_recipe, self.save_recipe):
            self.add_head_action(made)
        self.estimate = EstimateCard(studio)
        self._lesson: Lesson | None = None
        self._learnt_of: object = None
        self.problems = Problems(
            actions={
                DISPUTED: (self.tr("Look at them"), self._show_disputes),
                ORDER: (self.tr("Use this order"), lambda: take_order(studio)),
            }
        )
        self.enqueue = button(self.tr("Add to the queue"), studio.enqueue, icon="list")
        self.add_foot_action(self.enqueue)
        self._fine = label(self.tr("Nothing stands in the way."), tone="ok")
        left = stacked(self._length_card(), self._choices_card())
        right = stacked(self.estimate, self._preflight_card())
        self.add(Columns((left, 1), (right, 1)), 1)
        self.drawer = Drawer(studio, self)
        self.drawer.closed.connect(self.customise.setFocus)
        studio.recipe_changed.connect(self.refresh)
        studio.health_changed.connect(self._refresh_block)
        studio.run_changed.connect(self._refresh_block)
        studio.progressed.connect(self._refresh_block)
        studio.probe.changed.connect(self._refresh_measured)
        self.refresh()

    def _length_card(self) -> Card:
        card = Card(self.tr("Training"))
        self.preset = Segmented(
            [("faster", self.tr("Faster")), ("balanced", self.tr("Balanced")), ("better", self.tr("Better"))],
            self.tr("How thoroughly"),
        )
        self.preset.chosen.connect(self._on_preset)
        self._length = label("", "muted", wrap=True)
        card.add(self.preset)
        card.add(self._length)
        return card

    def _choices_card(self) -> Card:
        card = Card(self.tr("Choices"))
        self.form = SpecForm(self.studio)
        self.customise = button(self.tr("Customise every setting…"), self._customise, icon="sliders-horizontal")
        self._method = label("", "muted", wrap=True)
        card.add(self.form)
        card.add(self._method)
        card.add(Flow(self.customise))
        return card

    def _customise(self) -> None:
        self.drawer.open_drawer()

    def _preflight_card(self) -> Card:
        card = Card(self.tr("Before you start"))
        card.add(self._fine)
        card.add(self.problems)
        return card

    def entered(self) -> None:
        """Measure, where it has not been done for these models, and ask what earlier runs have shown."""
        if not self.studio.blocked("plan"):
            self.studio.probe.want(self.studio.recipe)
        self._learn()

    def _learn(self) -> None:
        recipe, workspace = self.studio.recipe, self.studio.workspace
        key = recipe.task, recipe.data, recipe.teacher, recipe.student
        if key != self._learnt_of:
            self._learnt_of, self._lesson = key, None
            background.run(lambda: lessons.learn(workspace, recipe), lambda found: self._learnt(key, found))

    def _learnt(self, key: object, found: Lesson | None) -> None:
        if key == self._learnt_of:
            self._lesson = found
            self._refresh_measured()

    def _show_disputes(self) -> None:
        profile = self.studio.probe.current(self.studio.recipe)
        found = disputes.finding(profile) if profile is not None else None
        if found is not None:
            self.studio.open_finding(found)

    def refresh(self) -> None:
        """Bring everything in step with the recipe."""
        recipe = self.studio.recipe
        self.preset.set_value(presets.of(recipe))
        epochs = self.tr("The student sees all training examples {n} times.").format(n=recipe.plan.epochs)
        if recipe.teacher.kind == "train":
            epochs += " " + self.tr("The teacher is trained first, {n} times over them.").format(
                n=recipe.teacher_plan.epochs
            )
        self._length.setText(epochs)
        self.form.show_settings(settings_of(recipe, *_SHOWN))
        methods = {info.name: info.summary for info in catalog.load().methods}
        self._method.setText(spoken.setting(methods.get(recipe.method.name, "")))
        self._refresh_measured()
        self._refresh_block()
        if self.isVisible():
            self.entered()

    def _refresh_measured(self) -> None:
        self.estimate.refresh()
        problems = preflight.check(self.studio.recipe)
        probe, health = self.studio.probe, self.studio.health
        labels = [item.name for item in health.classes] if health is not None else []
        problems += advise(self.studio.recipe, probe.current(self.studio.recipe), labels, self._lesson)
        if (failure := probe.failure) is not None:
            problems.append(Problem("teacher.path", failure.message, failure.hint, "warn"))
        self.problems.show_problems(problems)
        self._fine.setVisible(not problems)

    def _refresh_block(self) -> None:
        self.block(self.studio.start_blocks())
        self.enqueue.setVisible(self.studio.training)
        self.enqueue.setEnabled(not self.studio.recipe_blocks())

    def _on_preset(self, name: str) -> None:
        self.studio.set_recipe(presets.apply(self.studio.recipe, name), self.tr("length of the training"))

    def _start(self) -> None:
        try:
            self.studio.start_run()
        except KDError as error:
            self.studio.show_error(error, self._start)

    def _save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save recipe"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Recipe (*.toml)")])
        dialog.setDefaultSuffix("toml")
        dialog.selectFile(f"{self.studio.recipe.name or 'recipe'}.toml")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the recipe to a file."""
        text = recipe_file.dumps(self.studio.recipe).encode()
        told = self.tr("Saved as {name}.").format(name=path.name)
        background.run(
            lambda: write_atomic(path, text),
            lambda _: self.studio.told.emit(told),
            lambda error: self._not_saved(error, path),
        )

    def _not_saved(self, error: Exception, path: Path) -> None:
        if not isinstance(error, KDError):
            raise error
        self.studio.show_error(error, lambda: self.save_to(path))

    def command(self) -> str:
        """The same run in a terminal."""
        return command_for(self.studio.recipe)
