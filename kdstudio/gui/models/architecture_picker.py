"""Search, filter and choose an architecture, then its own settings."""

from __future__ import annotations

from typing import Literal

import msgspec
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kdstudio.core import catalog as catalogs
from kdstudio.core.catalog import ArchitectureInfo
from kdstudio.core.profile import Profile
from kdstudio.core.recipe import Recipe
from kdstudio.core.targets import Budget, fit
from kdstudio.gui import spoken
from kdstudio.gui.models.settings_of import params_of
from kdstudio.gui.models.spec_form import SpecForm
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.empty import EmptyState
from kdstudio.gui.widgets.gallery import Gallery
from kdstudio.gui.widgets.search_field import SearchField, matches


class ArchitecturePicker(QWidget):
    """For the ``teacher`` or the ``student``."""

    def __init__(self, studio: Studio, role: Literal["teacher", "student"]) -> None:
        super().__init__()
        self._studio, self._role = studio, role
        names = {"teacher": self.tr("Teacher architectures"), "student": self.tr("Student architectures")}
        self.search = SearchField(self.tr("Search architectures"))
        self.search.textChanged.connect(self._refresh)
        self.family = QComboBox()
        self.family.setAccessibleName(self.tr("Family of architectures"))
        self.family.activated.connect(self._refresh)
        self.gallery = Gallery(names[role])
        self.gallery.chosen.connect(self._on_chosen)
        self._nothing = EmptyState("search", self.tr("No architecture fits"), self.tr("Try fewer words."))
        self.form = SpecForm(studio)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.family)
        layout.addLayout(top)
        layout.addWidget(self.gallery, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self.form)
        layout.addStretch(0)
        self._nothing.hide()

    def show_recipe(self, recipe: Recipe) -> None:
        """Bring the list and the settings in step with the recipe."""
        fitting = catalogs.load().for_task(recipe.task)
        families = ["", *sorted({info.family for info in fitting})]
        if [self.family.itemData(i) for i in range(self.family.count())] != families:
            self.family.clear()
            for family in families:
                self.family.addItem(spoken.setting(family) or self.tr("All families"), family)
        self._refresh()
        self.form.show_settings(params_of(recipe, self._role))

    def _refresh(self) -> None:
        recipe = self._studio.recipe
        shown = [info for info in catalogs.load().for_task(recipe.task) if self._fits(info)]
        if self._role == "teacher":
            shown.reverse()
        self.gallery.show_architectures(shown, getattr(recipe, self._role).architecture)
        self.gallery.setVisible(bool(shown))
        self._nothing.setVisible(not shown)

    def show_fits(self, profile: Profile | None, budget: Budget) -> None:
        """Say how each architecture stands to a budget."""
        fitting = catalogs.load().for_task(self._studio.recipe.task)
        self.gallery.show_fits({info.name: fit(info, profile, budget) for info in fitting})

    def choose(self, name: str) -> None:
        """Take an architecture, and show it whatever was searched for."""
        self.search.clear()
        self.family.setCurrentIndex(0)
        self._on_chosen(name)

    def _fits(self, info: ArchitectureInfo) -> bool:
        family = self.family.currentData() or ""
        return family in ("", info.family) and matches(
            self.search.words(),
            info.name,
            info.title,
            info.family,
            info.summary,
            spoken.setting(info.family),
            spoken.setting(info.summary),
        )

    def _on_chosen(self, name: str) -> None:
        before = self._studio.recipe
        section = msgspec.structs.replace(getattr(before, self._role), architecture=name, params={})
        recipe = msgspec.structs.replace(before, **{self._role: section})
        self._studio.set_recipe(recipe, self.tr("{role} architecture").format(role=self._role))
