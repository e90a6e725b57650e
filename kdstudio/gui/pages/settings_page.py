"""Look, language, workspace, caches, threads."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, get_args

import msgspec
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QVBoxLayout, QWidget

from kdstudio.core.errors import KDError
from kdstudio.gui import background, storage, words
from kdstudio.gui.language import LANGUAGES
from kdstudio.gui.page import Page
from kdstudio.gui.settings import FONT_SIZES
from kdstudio.gui.storage import Part
from kdstudio.gui.studio import Studio
from kdstudio.gui.theme import Mode
from kdstudio.gui.widgets.ask import Answer, Ask
from kdstudio.gui.widgets.beside import Beside
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, hairline, holding, row
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.segmented import Segmented
from kdstudio.gui.widgets.spin import Spin
from kdstudio.gui.widgets.text import label
from kdstudio.runs.workspace import choose_root


class SettingsPage(Page):
    """Everything that is not about one run. A change is in effect at once."""

    key = "settings"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.set_heading(self.tr("Settings"), self.tr("A change is in effect at once."))
        self.add(self._look_card())
        self.add(self._work_card())
        self.add(self._storage_card())
        self.body.addStretch(1)
        studio.settings_changed.connect(self.refresh)
        self.refresh()

    def _look_card(self) -> Card:
        card = Card(self.tr("Look"))
        self.theme = Segmented(
            [("auto", self.tr("System")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))], self.tr("Theme")
        )
        self.theme.chosen.connect(self._on_theme)
        self.font_size = QComboBox()
        self.font_size.setAccessibleName(self.tr("Font size"))
        for percent in FONT_SIZES:
            self.font_size.addItem(f"{percent} %", percent)
        self.font_size.activated.connect(lambda: self._set(font_percent=self.font_size.currentData()))
        card.add(_line(self.tr("Theme"), self.tr("System follows the light or dark look of your desktop."), self.theme))
        card.add(hairline())
        card.add(_line(self.tr("Font size"), self.tr("Of all text in the window."), self.font_size))
        card.add(hairline())
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language"))
        self.language.addItem(self.tr("System"), "auto")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.activated.connect(lambda: self._set(language=self.language.currentData()))
        note = self.tr("Of the window. Files, logs and the terminal stay in English.")
        card.add(_line(self.tr("Language"), note, self.language))
        return card

    def _work_card(self) -> Card:
        card = Card(self.tr("Work"))
        self.threads = Spin(self.tr("Threads of new recipes"), 0, 256)
        self.threads.setSpecialValueText(self.tr("Measure"))
        self.threads.valueChanged.connect(lambda value: self._set(threads=value))
        folder = label(str(self.studio.workspace.root), "mono", wrap=True)
        show = button(self.tr("Show in folder"), self._on_show, icon="folder-open")
        self.other = button(self.tr("Use another…"), self._on_other, icon="folder")
        both = Flow(show, self.other)
        card.add(
            _line(
                self.tr("Threads"),
                self.tr("Processor threads of new recipes. “Measure” tries which number is fastest on this machine."),
                self.threads,
            )
        )
        card.add(hairline())
        card.add(_line(self.tr("Workspace"), self.tr("Runs, caches and settings are in this folder."), both))
        card.add(folder)
        return card

    def _storage_card(self) -> Card:
        card = Card(self.tr("Disk space"))
        self._parts = QVBoxLayout()
        self._parts.setSpacing(10)
        self._parts.addWidget(label(self.tr("Measuring…"), "muted"))
        card.add(self._parts)
        return card

    def command(self) -> str:
        """This page from a terminal."""
        return "kdstudio app --page settings"

    def entered(self) -> None:
        """Measure the caches again."""
        workspace = self.studio.workspace
        background.run(lambda: storage.parts(workspace), self._show_parts)

    def refresh(self) -> None:
        """Show the settings as they are."""
        settings = self.studio.settings
        self.theme.set_value(settings.theme)
        self.font_size.setCurrentIndex(self.font_size.findData(settings.font_percent))
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        self.threads.blockSignals(True)
        self.threads.setValue(settings.threads)
        self.threads.blockSignals(False)

    def _set(self, **changes: Any) -> None:
        self.studio.set_settings(msgspec.structs.replace(self.studio.settings, **changes))

    def _on_theme(self, value: str) -> None:
        self._set(theme=next(mode for mode in get_args(Mode) if mode == value))

    def _on_show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.studio.workspace.root)))

    def _on_other(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a workspace"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.use_workspace(Path(path)))
        dialog.open()

    def use_workspace(self, path: Path) -> None:
        """Remember another workspace; a running window keeps the one it has."""

        def failed(error: Exception) -> None:
            if not isinstance(error, KDError):
                raise error
            self.studio.show_error(error)

        told = self.tr("From the next start on, the workspace is {path}.").format(path=path)
        background.run(lambda: choose_root(path), lambda _: self.studio.told.emit(told), failed)

    def _show_parts(self, found: tuple[Part, ...]) -> None:
        while (item := self._parts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, part in enumerate(found):
            if number:
                self._parts.addWidget(hairline())
            name, note = self._explain(part.name)
            ask = partial(self._ask_to_purge, part)
            empty = button(self.tr("Empty"), ask, icon="trash-2", name=f"{name}: {self.tr('Empty')}")
            empty.setEnabled(part.size_bytes > 0)
            both = row(label(words.size(part.size_bytes), "strong"), empty, spacing=16)
            self._parts.addWidget(_line(name, note, holding(both)))

    def _explain(self, name: str) -> tuple[str, str]:
        return {
            "data": (self.tr("Decoded data"), self.tr("Read again from your files when it is needed.")),
            "answers": (self.tr("Answers of teachers"), self.tr("Computed again when they are needed.")),
            "unpacked": (self.tr("Unpacked archives"), self.tr("Runs on them resume with them.")),
            "models": (
                self.tr("Fetched models"),
                self.tr("From the hub; runs resume with them."),
            ),
            "jobs": (
                self.tr("Short jobs"),
                self.tr("Data checks, measurements, and rows of teachers, whose answers stay."),
            ),
            "trash": (self.tr("Trash"), self.tr("Runs that you deleted. Emptying it cannot be undone.")),
        }[name]

    def _ask_to_purge(self, part: Part) -> None:
        name, note = self._explain(part.name)
        Ask(
            self,
            self.tr("Empty “{name}”?").format(name=name),
            note,
            Answer(self.tr("Empty"), lambda: self._purge(part), "danger"),
            Answer(self.tr("Cancel")),
        ).open()

    def _purge(self, part: Part) -> None:
        background.run(lambda: storage.purge(part), lambda _: self.entered())


def _line(name: str, note: str, control: QWidget) -> QWidget:
    made = Beside()
    made.words.addWidget(label(name, wrap=True))
    made.words.addWidget(label(note, "small", wrap=True))
    made.control.addWidget(control)
    return made
