"""Search, filter and choose an architecture, then its own settings; or a pretrained network to go on from."""

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
from kdstudio.gui.models.folder_field import FolderField
from kdstudio.gui.models.settings_of import params_of
from kdstudio.gui.models.spec_form import SpecForm
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.empty import EmptyState
from kdstudio.gui.widgets.gallery import Gallery
from kdstudio.gui.widgets.search_field import SearchField, matches
from kdstudio.gui.widgets.segmented import Segmented
from kdstudio.gui.widgets.text import label


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
        starts = {"teacher": self.tr("Start of the teacher"), "student": self.tr("Start of the student")}
        self.start = Segmented([("fresh", self.tr("From scratch")), ("folder", self.tr("Pretrained"))], starts[role])
        self.start.chosen.connect(self._on_start)
        told = self.tr("A network of the transformers library with its weights, and a new last layer for your classes.")
        self._words = label(told, "muted", wrap=True)
        self.folder = FolderField(studio, self.tr("Folder of the pretrained network"), files=False)
        self.folder.changed.connect(self._on_folder)
        self.folder.fetched.connect(self._on_folder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.search, 1)
        top.addWidget(self.family)
        layout.addWidget(self.start)
        layout.addWidget(self._words)
        layout.addWidget(self.folder)
        layout.addWidget(self._top)
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
        spec = getattr(recipe, self._role)
        pretrained = spec.architecture == catalogs.FOLDER
        self.start.set_value("folder" if pretrained else "fresh")
        self._words.setVisible(pretrained)
        self.folder.setVisible(pretrained)
        self.folder.path.set_path(spec.path if pretrained else "")
        self._top.setVisible(not pretrained)
        self._refresh()
        self.form.show_settings(params_of(recipe, self._role))

    def _refresh(self) -> None:
        recipe = self._studio.recipe
        shown = [info for info in catalogs.load().for_task(recipe.task) if self._fits(info)]
        if self._role == "teacher":
            shown.reverse()
        chosen = getattr(recipe, self._role).architecture
        listed = chosen != catalogs.FOLDER
        self.gallery.show_architectures(shown, chosen)
        self.gallery.setVisible(listed and bool(shown))
        self._nothing.setVisible(listed and not shown)

    def show_fits(self, profile: Profile | None, budget: Budget) -> None:
        """Say how each architecture stands to a budget."""
        fitting = catalogs.load().for_task(self._studio.recipe.task)
        self.gallery.show_fits({info.name: fit(info, profile, budget) for info in fitting})

    def command(self) -> str:
        """What was typed of a model on the hub, for a terminal, or an empty string."""
        return self.folder.command()

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
        before = getattr(self._studio.recipe, self._role)
        path = "" if before.architecture == catalogs.FOLDER else before.path
        self._take(architecture=name, path=path)

    def _on_start(self, start: str) -> None:
        fitting = catalogs.load().for_task(self._studio.recipe.task)
        name = fitting[-1 if self._role == "teacher" else 0].name if fitting else ""
        self._take(architecture=catalogs.FOLDER if start == "folder" else name, path="")

    def _on_folder(self, path: str) -> None:
        self._take(architecture=catalogs.FOLDER, path=path)

    def _take(self, *, architecture: str, path: str) -> None:
        before = self._studio.recipe
        section = getattr(before, self._role)
        section = msgspec.structs.replace(section, architecture=architecture, path=path, params={})
        recipe = msgspec.structs.replace(before, **{self._role: section})
        self._studio.set_recipe(recipe, self.tr("{role} architecture").format(role=self._role))
