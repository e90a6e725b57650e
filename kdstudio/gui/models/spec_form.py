"""Rows for some settings of the recipe, kept in step with it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdstudio.core.errors import KDError
from kdstudio.core.params import Value
from kdstudio.core.settings import Setting, value_of, with_values
from kdstudio.gui.models.settings_of import titles_of
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.card import hairline
from kdstudio.gui.widgets.spec_row import SpecRow


class SpecForm(QWidget):
    """Shows the settings it is given; a change goes straight into the studio's recipe."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._settings: tuple[Setting, ...] = ()
        self.rows: dict[str, SpecRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_settings(self, settings: Iterable[Setting]) -> None:
        """Show these settings with the recipe's values."""
        wanted = tuple(settings)
        if wanted != self._settings:
            self._settings = wanted
            self._build()
        for setting in self._settings:
            self.rows[setting.address].show_value(value_of(self._studio.recipe, setting))
        self.setVisible(bool(wanted))

    def _build(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.rows = {}
        for number, setting in enumerate(self._settings):
            if number:
                self._layout.addWidget(hairline())
            made = SpecRow(setting.spec, setting.spec.default, setting.address, titles_of(setting))
            made.changed.connect(lambda value, setting=setting: self._on_changed(setting, value))
            self.rows[setting.address] = made
            self._layout.addWidget(made)

    def _on_changed(self, setting: Setting, value: Value) -> None:
        change(self._studio, setting, value)


def change(studio: Studio, setting: Setting, value: Value) -> None:
    """Put one value into the recipe; a recipe that does not hold together is said in words and left as it was."""
    try:
        studio.set_recipe(with_values(studio.recipe, {setting.path: value}), setting.address)
    except KDError as error:
        studio.show_error(error)
        studio.recipe_changed.emit()
