"""How the examples are divided, and the seed of it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from kdstudio.core.health import Health
from kdstudio.gui import figures
from kdstudio.gui.curation import with_data
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.bars import ShareBar
from kdstudio.gui.widgets.card import Card, column
from kdstudio.gui.widgets.legend import Legend
from kdstudio.gui.widgets.spin import Spin
from kdstudio.gui.widgets.text import label


class SplitCard(Card):
    """Shares and seed, editable where the split is made here."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self.add(label(self.tr("Split"), "section"))
        self._bar = ShareBar()
        self._legend = Legend()
        self._note = label("", "small", wrap=True)
        self.validation = self._spin(self.tr("Validation share"), 1, 50, " %")
        self.test = self._spin(self.tr("Test share"), 1, 50, " %")
        self.seed = self._spin(self.tr("Seed of the split"), 0, 2**31 - 1)
        self._form = QWidget()
        form = QHBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(10)
        for text, field in (
            (self.tr("Validation"), self.validation),
            (self.tr("Test"), self.test),
            (self.tr("Seed"), self.seed),
        ):
            form.addLayout(column(label(text, "small"), field, spacing=4), 1)
        self.together = QCheckBox(self.tr("Keep look-alikes together"))
        self.together.setToolTip(self.tr("Examples that are almost the same go to one split."))
        for item in (self._bar, self._legend, self._note, self._form, self.together):
            self.add(item)
        self.together.toggled.connect(self._on_together)
        self.validation.valueChanged.connect(self._on_shares)
        self.test.valueChanged.connect(self._on_shares)
        self.seed.valueChanged.connect(self._on_seed)

    def _spin(self, name: str, low: int, high: int, suffix: str = "") -> Spin:
        made = Spin(name, low, high, suffix)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return made

    def show_health(self, health: Health) -> None:
        """Show the split that the data check found or made; there is none where no example can be used."""
        self.setVisible(bool(health.classes) and health.examples > 0)
        data = self._studio.recipe.data
        for spin, value in (
            (self.validation, round(100 * data.validation)),
            (self.test, round(100 * data.test)),
            (self.seed, data.seed),
        ):
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)
        self.together.blockSignals(True)
        self.together.setChecked(data.similar_together)
        self.together.blockSignals(False)
        self.together.setVisible(health.split_made)
        parts = [
            sum(item.train for item in health.classes),
            sum(item.validation for item in health.classes),
            sum(item.test for item in health.classes),
        ]
        names = (self.tr("Training"), self.tr("Validation"), self.tr("Test"))
        self._legend.show_entries([f"{name} {figures.count(part)}" for name, part in zip(names, parts, strict=True)])
        self._bar.show_parts(
            parts, ", ".join(f"{name} {figures.count(part)}" for name, part in zip(names, parts, strict=True))
        )
        self._form.setVisible(health.split_made)
        self._note.setText(
            self.tr("Drawn here: every class in proportion, duplicates kept together.")
            if health.split_made
            else self.tr("The data brings its own split.")
        )

    def _on_shares(self) -> None:
        recipe = with_data(self._studio.recipe, validation=self.validation.value() / 100, test=self.test.value() / 100)
        self._studio.set_recipe(recipe, self.tr("shares of the split"))

    def _on_together(self, together: bool) -> None:
        self._studio.set_recipe(
            with_data(self._studio.recipe, similar_together=together), self.tr("look-alikes in the split")
        )

    def _on_seed(self, seed: int) -> None:
        self._studio.set_recipe(with_data(self._studio.recipe, seed=seed), self.tr("seed of the split"))
