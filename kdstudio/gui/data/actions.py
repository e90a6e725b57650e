"""What can be done with chosen examples: leave out, take back, relabel. One bar, used in both views of the page."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from kdstudio.core.recipe import Recipe
from kdstudio.gui import curation
from kdstudio.gui.studio import Studio
from kdstudio.gui.theme import SPACE
from kdstudio.gui.widgets.beside import Beside
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.examples import ExampleView
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label


class ExampleActions(Beside):
    """Works on the selection of an :class:`ExampleView`."""

    def __init__(self, studio: Studio, view: ExampleView) -> None:
        super().__init__(margin=0)
        self._studio, self._view = studio, view
        self._hint = label("", "small", wrap=True)
        self.exclude = button(self.tr("Leave out"), self._on_exclude, kind="quiet", icon="eye-off")
        self.restore = button(self.tr("Take back"), self._on_restore, kind="quiet", icon="undo-2")
        self.relabel = button(self.tr("Relabel"), kind="quiet", icon="tag")
        self._menu = QMenu(self.relabel)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.relabel.setMenu(self._menu)
        self.words.addWidget(self._hint)
        self.control.addWidget(Flow(self.restore, self.exclude, self.relabel, spacing=SPACE // 2))
        view.selectionModel().selectionChanged.connect(self.refresh)
        view.examples.modelReset.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Enable what fits the selection."""
        chosen = self._view.chosen()
        excluded = [example for example in chosen if example.mark == "excluded"]
        changed = [example for example in chosen if example.mark]
        self.exclude.setEnabled(len(excluded) < len(chosen))
        self.restore.setVisible(bool(changed))
        self.relabel.setEnabled(bool(chosen))
        if chosen:
            self._hint.setText(self.tr("{n} selected").format(n=len(chosen)))
        else:
            self._hint.setText(self.tr("Select examples to relabel them or to leave them out. No file is changed."))

    def _ids(self) -> list[str]:
        return [example.id for example in self._view.chosen()]

    def _on_exclude(self) -> None:
        recipe = curation.exclude(self._studio.recipe, self._ids())
        self._change(recipe_words=self.tr("left out {n}"), recipe=recipe)

    def _on_restore(self) -> None:
        recipe = curation.restore(self._studio.recipe, self._ids())
        self._change(recipe_words=self.tr("took back {n}"), recipe=recipe)

    def _fill_menu(self) -> None:
        self._menu.clear()
        health = self._studio.check.result
        for item in health.classes if health else ():
            action = self._menu.addAction(item.name)
            action.triggered.connect(lambda _=False, name=item.name: self._on_relabel(name))

    def _on_relabel(self, name: str) -> None:
        recipe = curation.relabel(self._studio.recipe, self._ids(), name)
        self._change(recipe_words=self.tr("relabelled {n} as {name}").replace("{name}", name), recipe=recipe)

    def _change(self, *, recipe: Recipe, recipe_words: str) -> None:
        words = recipe_words.replace("{n}", str(len(self._ids())))
        self._view.setFocus()  # the button may be disabled by what follows, and the next example is there
        self._studio.set_recipe(recipe, words)
        self._studio.told.emit(self.tr("Done: {what}. Ctrl+Z takes it back.").format(what=words))
