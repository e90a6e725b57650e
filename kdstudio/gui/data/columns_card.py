"""Which column of a table means what: guessed by the data check, and changed here."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from kdstudio.core.health import Health
from kdstudio.gui.curation import with_data
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.card import Card, column
from kdstudio.gui.widgets.text import label


class ColumnsCard(Card):
    """One choice for each role; the guess is said as such."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(padding=16)
        self._studio = studio
        self.boxes = {
            "input": self._box(self.tr("Input column")),
            "label": self._box(self.tr("Label column")),
            "split": self._box(self.tr("Split column")),
        }
        line = QHBoxLayout()
        line.setSpacing(16)
        for role, box in self.boxes.items():
            name = label(box.accessibleName(), "small")
            name.setBuddy(box)
            line.addLayout(column(name, box, spacing=4), 1)
            box.activated.connect(lambda _, role=role: self._on_chosen(role))
        holder = QWidget()
        holder.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        self.add(holder)

    def _box(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        return made

    def show_health(self, health: Health) -> None:
        """Offer the columns of a table; anything else has none."""
        self.setVisible(bool(health.columns))
        for role, box in self.boxes.items():
            chosen = getattr(self._studio.recipe.data, f"{role}_column")
            guessed = health.roles.get(role, "")
            box.clear()
            words = self.tr("{column} (guessed)").format(column=guessed) if guessed else self.tr("None")
            box.addItem(words, "")
            for name in health.columns:
                box.addItem(name, name)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def _on_chosen(self, role: str) -> None:
        field = f"{role}_column"
        recipe = with_data(self._studio.recipe, **{field: self.boxes[role].currentData()})
        self._studio.set_recipe(recipe, self.tr("columns"))
