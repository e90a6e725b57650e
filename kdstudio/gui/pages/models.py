"""Choose the teacher and the student, and see how much smaller the student is."""

from __future__ import annotations

import shlex

from kdstudio.core import preflight
from kdstudio.core.advice import advise
from kdstudio.core.preflight import Problem
from kdstudio.core.profile import Profile
from kdstudio.gui import background, spoken, words
from kdstudio.gui.models import sizes
from kdstudio.gui.models.architecture_picker import ArchitecturePicker
from kdstudio.gui.models.balance import Balance
from kdstudio.gui.models.budget_bar import BudgetBar
from kdstudio.gui.models.problems import Problems
from kdstudio.gui.models.sizes import Known
from kdstudio.gui.models.teacher_card import TeacherCard
from kdstudio.gui.page import Page
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.text import label

_ABOUT = ("teacher", "student", "data.path")


class ModelsPage(Page):
    """Step 2 of the wizard."""

    key = "models"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._sizes: tuple[Known, Known] | None = None
        self.set_heading(self.tr("Models"), self.tr("The teacher knows; the student learns, and is what you ship."))
        self.set_primary(self.tr("Next"), lambda: studio.go("plan"), self.tr("Next: plan"))
        self.balance = Balance()
        self.teacher = TeacherCard(studio)
        self.student = Card(self.tr("Student"), padding=18)
        self.picker = ArchitecturePicker(studio, "student")
        self.problems = Problems(lambda problem: problem.path.startswith("student"))
        self.student.add(label(self.tr("The small network that is trained and exported."), "muted", wrap=True))
        self.budget = BudgetBar(studio)
        self.budget.picked.connect(self.picker.choose)
        self.student.add(self.budget)
        self.student.add(self.picker, 1)
        self.student.add(self.problems)
        self.add(self.balance)
        self.add(Columns((self.teacher, 1), (self.student, 1)), 1)
        studio.recipe_changed.connect(self.refresh)
        studio.health_changed.connect(self._refresh_block)
        for signal in (studio.probe.changed, studio.bench.changed, studio.settings_changed):
            signal.connect(self._refresh_measured)
        self.refresh()

    def entered(self) -> None:
        """Measure, where it has not been done for these models."""
        if not self.primary.isEnabled():
            return
        self.studio.probe.want(self.studio.recipe)

    def command(self) -> str:
        """What was typed of a model on the hub, or the same list, in a terminal."""
        if fetch := self.teacher.command() or self.picker.command():
            return fetch
        return shlex.join(["kdstudio", "models", "--task", self.studio.recipe.task])

    def refresh(self) -> None:
        """Bring everything in step with the recipe."""
        recipe = self.studio.recipe
        self.teacher.show_recipe(recipe)
        self.picker.show_recipe(recipe)
        background.run(lambda: (sizes.teacher(recipe), sizes.student(recipe)), self._show_sizes)
        self._refresh_block()
        self._refresh_measured()
        if self.isVisible():
            self.entered()

    def _refresh_measured(self) -> None:
        self.budget.refresh()
        problems = self._problems()
        self.teacher.problems.show_problems(problems)
        self.problems.show_problems(problems)
        self.picker.show_fits(self.studio.measured, self.studio.settings.budget)
        if self._sizes is not None:
            self._show_sizes(self._sizes)

    def _refresh_block(self) -> None:
        stops = [p for p in preflight.check(self.studio.recipe) if p.severity == "stop" and p.path.startswith(_ABOUT)]
        self.block(self.studio.blocked("plan") or (spoken.engine(stops[0].message) if stops else ""))

    def _show_sizes(self, found: tuple[Known, Known]) -> None:
        self._sizes = found
        profile = self.studio.probe.current(self.studio.recipe)
        if profile is not None:
            found = found[0].measured(profile.teacher), found[1].measured(profile.student)
        self.balance.show_models(*found, self._about_teacher(profile))

    def _about_teacher(self, profile: Profile | None) -> str:
        """How well a teacher that is there already knows the data, or that it is being asked."""
        if self.studio.probe.busy:
            return self.tr("Being measured on your data…")
        if profile is None or profile.teacher_accuracy is None:
            return ""
        return self.tr("right on {share} of {n} validation examples").format(
            share=words.share(profile.teacher_accuracy), n=words.number(profile.teacher_asked)
        )

    def _problems(self) -> list[Problem]:
        """What the recipe alone says, and what measuring it has shown."""
        recipe, probe, health = self.studio.recipe, self.studio.probe, self.studio.health
        labels = [item.name for item in health.classes] if health is not None else []
        found = preflight.check(recipe) + advise(recipe, probe.current(recipe), labels)
        if (failure := probe.failure) is not None:
            about = "student.architecture" if recipe.teacher.kind == "train" else "teacher.path"
            found.append(Problem(about, failure.message, failure.hint))
        return found
